import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../packages/eslint-plugin/dist/index.js";
import { FastMarkdownLanguage } from "../../packages/fast-markdown/dist/index.js";
import { mayName } from "../../packages/cli/src/check/staged-relevance.js";
import { writeConflicts } from "../../packages/plan-model/src/graph/schedule.js";
import { readCacheFile } from "../../packages/plan-model/src/node/cache-file.js";
import { read } from "../../packages/plan-model/src/testing/read.js";
import { readCommands } from "../../packages/plan-model/src/text/command-text.js";
import { intersectGlobs } from "../../packages/plan-model/src/text/glob-intersection.js";
import { PathIndex } from "../../packages/plan-model/src/text/path-overlaps.js";

/*
 * The table "Limits" of SECURITY.md, row by row: what is told at the limit, and what beyond it. A row without a test
 * fails, as does a test without a row.
 */
const root = join(import.meta.dirname, "../..");
const MEBIBYTE = 1024 ** 2;
const tested = new Set<string>();

/** The tests of one row, which is named as its first cell is. */
function limit(row: string, tests: () => void): void {
	tested.add(row);
	describe(row, tests);
}

function rowsOfThePage(): string[] {
	const page = readFileSync(join(root, "SECURITY.md"), "utf8").split("\n## Limits\n")[1] ?? "";
	const lines = page.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| ---"));
	return lines.slice(1).map((line) => line.split(" | ")[0]?.slice(2) ?? "");
}

const linter = new Linter({ cwd: "/repository" });

function lint(text: string, ...rules: string[]): Linter.LintMessage[] {
	const config = {
		files: ["**/*.md"],
		plugins: { "acid-plans": plugin },
		language: "acid-plans/plan",
		rules: Object.fromEntries(rules.map((name) => [`acid-plans/${name}`, "error"])),
	} as unknown as Linter.Config;
	return linter.verify(text, [config], { filename: "/repository/plans/a.md" });
}

const isRefused = (text: string): boolean => lint(text, "plan-title").some(({ fatal }) => fatal);

interface PhaseParts {
	readonly on?: string | undefined;
	readonly files?: string | undefined;
}

function planOf(count: number, parts: (number: number) => PhaseParts): string {
	const phases = Array.from({ length: count }, (_, at) => {
		const { on, files } = parts(at + 1);
		const fields = [on && `**Depends on**: ${on}`, files && `**Files**: ${files}`].filter(Boolean);
		return [`### Phase ${at + 1}: Build it`, ...fields].join("\n\n");
	});
	return `# A\n\n${phases.join("\n\n")}\n`;
}

it("each row of the page has its test here", () => {
	expect([...tested].sort()).toEqual(rowsOfThePage().sort());
});

limit("blanks, and markers of quotes and lists, at the start of a line", () => {
	it.each([
		["quotes", ">"],
		["items", "-\t"],
		["numbers", "1.\t"],
	])("10,000 %s are read", (_, marker) => {
		const units = marker.length === 1 ? 1 : 2;
		expect(isRefused(`# A\n\n${marker.repeat(10_000 / units)}a\n`)).toBe(false);
	});

	it("more are refused, with the line", () => {
		const [found, ...others] = lint(`# A\n\n${">".repeat(10_001)}a\n`, "plan-title");
		expect(others).toEqual([]);
		expect(found).toMatchObject({ fatal: true, line: 3 });
		expect(found?.message).toContain("more than 10,000 characters of indentation and markers of lists and quotes");
	});
});

limit("runs of delimiters (`*`, `_`, `~`) without an empty line", () => {
	it("20,000 are read, and as many behind an empty line", () => {
		const paragraph = "*a ".repeat(20_000);
		expect(isRefused(`# A\n\n${paragraph}\n\n${paragraph}\n`)).toBe(false);
	});

	it("more are refused, with the line", () => {
		const [found, ...others] = lint(`# A\n\n${"*a\n".repeat(20_001)}`, "plan-title");
		expect(others).toEqual([]);
		expect(found).toMatchObject({ fatal: true, line: 20_003 });
		expect(found?.message).toContain("More than 20,000 runs");
	});
});

limit("text before the entities (`&amp;`) of a paragraph, added up for each of them", () => {
	/** One paragraph of 1,000 lines of 100 characters, of which the last ones end in an entity that counts as 4 bytes. */
	const paragraph = (entities: number): string =>
		`${"a".repeat(99)}\n`.repeat(1_000) + `${"a".repeat(95)}&lt;\n`.repeat(entities);
	/** What the table says, of a paragraph below a title. */
	const allowed = (text: string): number => 100_000_000 + 16 * text.length;
	const added = (entities: number): number =>
		Array.from({ length: entities }, (_, at) => 100_000 + 100 * at + 99).reduce((sum, each) => sum + each, 0);
	const most = Array.from({ length: 1_000 }, (_, at) => at).findLast(
		(entities) => added(entities) <= allowed(`# A\n\n${paragraph(entities)}`),
	)!;

	it("as much as that is read", () => {
		expect(most).toBeGreaterThan(500);
		expect(isRefused(`# A\n\n${paragraph(most)}`)).toBe(false);
	});

	it("more is refused, with the line of the entity", () => {
		const [found, ...others] = lint(`# A\n\n${paragraph(most + 1)}`, "plan-title");
		expect(others).toEqual([]);
		expect(found).toMatchObject({ fatal: true, line: 2 + 1_000 + most + 1 });
		expect(found?.message).toContain("Too many entities like `&amp;` stand here");
	});
});

limit("write conflicts of one path of a phase", () => {
	const told = (count: number): number =>
		writeConflicts(read(planOf(count, () => ({ on: "Phase 0", files: "`src/x.ts`" })))).length;

	it("17 phases have 16 others each: all pairs are told", () => {
		expect(told(17)).toBe((17 * 16) / 2);
	});

	it("of 30 phases each is told with 16 others", () => {
		const conflicts = writeConflicts(read(planOf(30, () => ({ on: "Phase 0", files: "`src/x.ts`" }))));
		const phases = conflicts.flatMap(({ first, second }) => [first, second]);
		expect(new Set(phases).size).toBe(30);
		expect(conflicts.length).toBeLessThan((30 * 29) / 2);
		expect(conflicts.length).toBeGreaterThanOrEqual(30 * 8);
	});
});
