import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../packages/eslint-plugin/dist/index.js";
import { nameSearch, nearestName } from "../../packages/eslint-plugin/src/nearest-name.js";
import { RemedyBudget } from "../../packages/eslint-plugin/src/remedy-budget.js";
import { FastMarkdownLanguage } from "../../packages/fast-markdown/dist/index.js";

/* Rows of the table "Limits" of SECURITY.md: what is told at the limit, and what beyond it. */

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

describe("blanks, and markers of quotes and lists, at the start of a line", () => {
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

describe("runs of delimiters (`*`, `_`, `~`) without an empty line", () => {
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

describe("text before the entities (`&amp;`) of a paragraph, added up for each of them", () => {
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

describe("phases that a suggestion numbers anew", () => {
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

describe("what the edits of a document span", () => {
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

describe("a text that micromark is given in place of the native parser", () => {
	/** U+0085 is white space to one of the parsers. */
	const text = (length: number): string => "A\u0085\n".padEnd(length, "a");
	const language = new FastMarkdownLanguage();

	it("50,000 characters", () => {
		expect(language.parserFor(text(50_000), undefined)).toEqual({ parser: "micromark", because: "text" });
	});

	it("the native parser reads a longer one", () => {
		expect(language.parserFor(text(50_001), undefined)).toEqual({ parser: "native" });
	});
});

describe("letters compared to find the name that was meant", () => {
	/** Each name costs one look and a hundred letters. */
	const names = (count: number): string[] => [...Array.from({ length: count }, () => "0123456789"), "overview"];
	const most = Math.floor(20_000_000 / 101);

	it("20,000,000 of a document are", () => {
		const search = nameSearch();
		expect(nearestName("abcdefghij", names(most - 1), search)).toBeUndefined();
		expect(nearestName("overveiw", ["overview"], search)).toBe("overview");
	});

	it("then no name is offered, and the finding is told without", () => {
		const search = nameSearch();
		expect(nearestName("abcdefghij", names(most + 1), search)).toBeUndefined();
		expect(nearestName("overveiw", ["overview"], search)).toBeUndefined();
		const headings = Array.from(
			{ length: 1_000 },
			(_, at) => `## Heading number ${at}\n\n[x](#headingg-number-${at})\n`,
		);
		const found = lint(`# A\n\n${headings.join("\n")}`, "valid-links");
		expect(found).toHaveLength(1_000);
		expect(found[0]?.message).toContain("(the nearest is `#heading-number-0`)");
		expect(found.at(-1)?.message).not.toContain("nearest");
	});
});
