import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../packages/eslint-plugin/dist/index.js";
import { FastMarkdownLanguage } from "../../packages/fast-markdown/dist/index.js";
import type { PathChange } from "../../packages/plan-model/src/node/index.js";
import { RemedyBudget } from "../../packages/eslint-plugin/src/remedy-budget.js";
import { mayName } from "../../packages/cli/src/check/staged-relevance.js";
import { writeConflicts } from "../../packages/plan-model/src/graph/schedule.js";
import { readCacheFile } from "../../packages/plan-model/src/node/cache-file.js";
import { summarizePlan } from "../../packages/plan-model/src/workspace/summary.js";
import { read } from "../../packages/plan-model/src/testing/read.js";
import { readCommands } from "../../packages/plan-model/src/text/command-text.js";
import { intersectGlobs } from "../../packages/plan-model/src/text/glob-intersection.js";
import { findCrossPlanConflicts } from "../../packages/plan-model/src/graph/cross-plan-conflicts.js";
import { type PathClaim, PathIndex } from "../../packages/plan-model/src/text/path-overlaps.js";

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
	/** All wait for the first, and so for none of the others. */
	const atOnce = (count: number): string =>
		planOf(count + 1, (number) => (number === 1 ? {} : { on: "Phase 1", files: "`src/x.ts`" }));

	it("17 phases have 16 others each: all pairs are told", () => {
		expect(writeConflicts(read(atOnce(17)))).toHaveLength((17 * 16) / 2);
	});

	it("of 40 phases each is told, with 16 others", () => {
		const conflicts = writeConflicts(read(atOnce(40)));
		const told = conflicts.flatMap(({ first, second }) => [first, second]);
		expect(new Set(told).size).toBe(40);
		expect(conflicts.length).toBeLessThanOrEqual(40 * 16);
		expect(conflicts.length).toBeLessThan((40 * 39) / 2);
	});

	/** Each waits for the one before, but for the last: that one waits for the last but two. */
	const inARow = (count: number): string =>
		planOf(count, (number) => ({
			on: number === 1 ? "None" : `Phase ${number === count ? number - 2 : number - 1}`,
			files: "`src/x.ts`",
		}));

	it.each([1_000, 1_100])("of %i phases on one file two that nothing orders are found", (count) => {
		const conflicts = writeConflicts(read(inARow(count)));
		expect(conflicts.map(({ first, second }) => [first.label.text, second.label.text])).toEqual([
			[String(count - 1), String(count)],
		]);
	});
});

limit('phases looked at for "all previous" and ranges, each time all of the series', () => {
	/** Of 400 phases the last ones have the same dependencies: each costs 400 looks. */
	const last = (count: number, on: string): (readonly string[])[] =>
		read(planOf(400, (number) => (number > 400 - count ? { on } : {})))
			.phases.slice(400 - count)
			.map(({ dependencies }) =>
				dependencies.map(({ target }) => (target.kind === "phase" ? target.phase.label.text : target.kind)),
			);

	it("250 ranges over 400 phases stand for all that they name", () => {
		for (const labels of last(250, "Phases 1-3")) expect(labels).toEqual(["1", "2", "3"]);
	});

	it("of 251 the last one stands for its two ends", () => {
		const labels = last(251, "Phases 1-3");
		expect(labels.at(-2)).toEqual(["1", "2", "3"]);
		expect(labels.at(-1)).toEqual(["1", "3"]);
	});

	it('250 times "all previous phases" stand for all of them', () => {
		expect(last(250, "All previous phases").map((labels) => labels.length)).toEqual(
			Array.from({ length: 250 }, (_, at) => 150 + at),
		);
	});

	it("of 251 the last stands for the phase before, which stands for the others", () => {
		const labels = last(251, "All previous phases");
		expect(labels.at(-2)).toHaveLength(398);
		expect(labels.at(-1)).toEqual(["399"]);
	});
});

limit("phases that a suggestion numbers anew", () => {
	/** Phase 2 is missing. */
	const gapBefore = (count: number): Linter.LintMessage[] => {
		const numbers = [1, ...Array.from({ length: count }, (_, at) => at + 3)];
		const phases = numbers.map((number) => `### Phase ${number}: Build it\n`);
		return lint(`# A\n\n${phases.join("\n")}`, "phase-numbering");
	};
	const offers = ({ fix, suggestions = [] }: Linter.LintMessage): boolean =>
		fix !== undefined || suggestions.length > 0;

	it("1,000 are numbered anew", () => {
		expect(gapBefore(1_000).map(offers)).toEqual([true]);
	});

	it("for more the finding is told without", () => {
		expect(gapBefore(1_001).map(offers)).toEqual([false]);
	});
});

limit("what the edits of a document span", () => {
	const edit = (length: number): [{ range: { start: number; end: number }; text: string }] => [
		{ range: { start: 0, end: length }, text: "" },
	];

	it("a million characters and 32 times its length, and no more from then on", () => {
		const budget = new RemedyBudget(1_000);
		expect(budget.take(edit(1_000_000))).toBe(true);
		expect(budget.take(edit(32_000))).toBe(true);
		expect(budget.take(edit(1))).toBe(false);
		expect(budget.take([])).toBe(false);
	});

	it("the findings behind are told without an edit", () => {
		const text = `# A\n\n${"### Phase 1: A\n\n".repeat(900)}`;
		const found = lint(text, "phase-numbering");
		expect(found).toHaveLength(899);
		const isOffered = found.map(({ suggestions = [] }) => suggestions.length > 0);
		const spans = found.flatMap(({ suggestions = [] }) => suggestions.map(({ fix }) => fix.range[1] - fix.range[0]));
		const spanned = spans.reduce((sum, each) => sum + each, 0);
		const allowed = 1_000_000 + 32 * text.length;
		// What is written anew counts as well.
		expect(spanned).toBeLessThanOrEqual(allowed);
		expect(spanned).toBeGreaterThan(0.8 * allowed);
		expect(isOffered).toEqual(isOffered.toSorted((a, b) => Number(b) - Number(a)));
	});
});

limit("a path, a pattern", () => {
	const files = (length: number, end: string): readonly string[] => {
		const path = `src/${"a".repeat(length - 4 - end.length)}${end}`;
		expect(path).toHaveLength(length);
		return read(planOf(1, () => ({ files: `\`${path}\`, \`src/short.ts\`` }))).phases[0]!.writes.map((use) => use.path);
	};

	it.each(["/b.ts", "/*.ts"])("1,024 characters are one (%s)", (end) => {
		expect(files(1_024, end)).toEqual([expect.stringMatching(/^src\/a+\//), "src/short.ts"]);
	});

	it.each(["/b.ts", "/*.ts"])("more are none, and what stands beside is read (%s)", (end) => {
		expect(files(1_025, end)).toEqual(["src/short.ts"]);
	});
});

limit("what the braces of a pattern stand for", () => {
	it.each([
		["256 patterns", "src/{1..16}/{1..16}.ts", "src/16/16.ts"],
		["braces 16 deep", `src/${"{a,".repeat(16)}b${"}".repeat(16)}.ts`, "src/b.ts"],
	])("%s are compared", (_, pattern, path) => {
		expect(intersectGlobs(pattern, path)).toEqual({ kind: "common", path });
	});

	it.each([
		["257 patterns", "src/{1..257}.ts", "src/1.ts"],
		["braces 17 deep", `src/${"{a,".repeat(17)}b${"}".repeat(17)}.ts`, "src/b.ts"],
	])("%s are not, and nobody says that they meet nothing", (_, pattern, path) => {
		expect(intersectGlobs(pattern, path)).toEqual({ kind: "unknown", reason: "braces" });
	});
});

limit("steps of comparing the patterns of a plan, or of all plans", () => {
	/** Each takes some thousand steps to compare with a path, and matches another one. */
	const patterns = (count: number): PathClaim[] => [
		...Array.from({ length: count }, (_, at) => ({
			path: `src/${"b".repeat(1_000)}*${at}.ts`,
			pattern: true,
			directory: false,
		})),
		{ path: "src/a*.ts", pattern: true, directory: false },
	];
	const meeting = (count: number): string[] => {
		const index = new PathIndex(patterns(count));
		const path = { path: "src/ab.ts", pattern: false, directory: false };
		return [...index.meeting(path)].map(({ claim }) => claim.path);
	};

	it("so many as a thousand long patterns need are taken", () => {
		expect(meeting(1_000)).toEqual(["src/a*.ts"]);
	});

	it("the patterns behind are not compared", () => {
		expect(meeting(5_000)).toEqual([]);
	});
});

limit("plans counted that write one path", () => {
	const crowdOf = (count: number): object | undefined => {
		const documents = Array.from({ length: count }, (_, at) => {
			const path = `plans/p${at}.md`;
			const plan = read("# A\n\n**Status**: Planned\n\n### Phase 1: Build it\n\n**Files**: `src/x.ts` (new)\n", {
				path,
			});
			return summarizePlan(plan, "plans");
		});
		return findCrossPlanConflicts(documents, () => false).of("plans/p0.md")[0]?.crowd;
	};

	it("1,000 with the plan itself", () => {
		expect(crowdOf(1_000)).toMatchObject({ count: 999, isMore: false });
	});

	it("of more it is said that they are more", () => {
		expect(crowdOf(1_002)).toMatchObject({ isMore: true });
	});
});

limit("a text of commands", () => {
	const commands = (length: number): number => readCommands(`pnpm test\n`.repeat(length / 10)).length;

	it("262,144 characters are read", () => {
		expect(commands(262_140)).toBe(26_214);
	});

	it("what stands behind is not", () => {
		expect(commands(300_000)).toBe(26_215);
	});
});

limit("a text that micromark is given in place of the native parser", () => {
	/** U+0085 is white space to one of the parsers. */
	const text = (length: number): string => "A\u0085\n".padEnd(length, "a");
	const language = new FastMarkdownLanguage();

	it("50,000 characters", () => {
		expect(language.parserFor(text(50_000))).toEqual({ parser: "micromark", because: "text" });
	});

	it("the native parser reads a longer one", () => {
		expect(language.parserFor(text(50_001))).toEqual({ parser: "native" });
	});
});

limit("changed paths of a commit", () => {
	const changes = (count: number): PathChange[] =>
		Array.from({ length: count }, (_, at) => ({ kind: "added", path: `src/a${at}.ts` }));
	const mayConcern = (text: string, count: number): boolean => mayName([text], changes(count), new Set());
	const patterns = (count: number): string =>
		Array.from({ length: count }, (_, at) => `\`docs/${at}/*.txt\``).join(" ");

	it("500 that no plan names check nothing", () => {
		expect(mayConcern("`docs/b.txt`", 500)).toBe(false);
	});

	it("with more, all plans are checked", () => {
		expect(mayConcern("`docs/b.txt`", 501)).toBe(true);
	});

	it("50,000 pairs of paths and patterns that do not fit check nothing", () => {
		expect(mayConcern(patterns(100), 500)).toBe(false);
	});

	it("with more pairs, all plans are checked", () => {
		expect(mayConcern(patterns(101), 500)).toBe(true);
	});
});

limit("the cache file", () => {
	let file = "";
	beforeAll(() => {
		file = join(mkdtempSync(join(tmpdir(), "acid-plans-limits-")), "cache");
	});
	afterAll(() => rmSync(join(file, ".."), { recursive: true }));
	/** Not packed at all, so that the file is some bytes longer than what is in it. */
	const stored = (length: number): Buffer => deflateSync(Buffer.alloc(length, "a"), { level: 0 });
	const overhead = stored(64 * MEBIBYTE).length - 64 * MEBIBYTE;

	it("of 64 MB is read", () => {
		const content = 64 * MEBIBYTE - overhead;
		const packed = stored(content);
		expect(packed).toHaveLength(64 * MEBIBYTE);
		writeFileSync(file, packed);
		expect(readCacheFile(file)?.length).toBe(content);
	});

	it("of more is passed over", () => {
		writeFileSync(file, stored(64 * MEBIBYTE - overhead + 1));
		expect(readCacheFile(file)).toBeUndefined();
	});

	it("that unpacks to 512 MB is read, so far as a string can be that long", () => {
		// V8 has strings of 24 characters less than 512 MiB.
		const content = 512 * MEBIBYTE - 24;
		writeFileSync(file, deflateSync(Buffer.alloc(content), { level: 1 }));
		expect(readCacheFile(file)?.length).toBe(content);
	});

	it("that unpacks to more is passed over", () => {
		writeFileSync(file, deflateSync(Buffer.alloc(512 * MEBIBYTE + 1), { level: 1 }));
		expect(readCacheFile(file)).toBeUndefined();
	});
});
