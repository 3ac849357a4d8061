import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { hostileDocuments } from "../../../bench/hostile-documents.mjs";
import plugin from "../dist/index.js";

const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`acid-plans/${name}`, "error" as const]));
const linter = new Linter({ cwd: "/repository" });

function lint(text: string, file = "plans/a.md", only: Linter.RulesRecord = rules): Linter.LintMessage[] {
	const config = {
		files: ["**/*.md"],
		plugins: { "acid-plans": plugin },
		language: "acid-plans/plan",
		rules: only,
	} as unknown as Linter.Config;
	return linter.verify(text, [config], { filename: `/repository/${file}` });
}

/** What the language refuses, with a sentence of its own. */
const REFUSED = /^Parsing error: (?:This line begins with more than|More than 20,000 runs of|Too many entities like)/u;

describe("with all rules", () => {
	it.each(Object.keys(hostileDocuments))("%s end in findings", (name) => {
		for (const file of ["plans/a.md", "plans/README.md"]) {
			const messages = lint(hostileDocuments[name]!(3_000), file);
			expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
		}
	});

	it("every invisible character of Unicode ends in findings", () => {
		const all = Array.from({ length: 0x110000 }, (_, point) => point)
			.filter((point) => point < 0xd800 || point > 0xdfff)
			.map((point) => String.fromCodePoint(point))
			.filter((character) => /\p{Cf}/u.test(character));
		expect(all.length).toBeGreaterThan(150);
		const text = `# A\n\n${all.map((each, at) => `### Phase ${at + 1}: A${each}B\n\n**St${each}atus**: Planned${each}\n`).join("\n")}`;
		const found = lint(text);
		expect(found.filter(({ fatal }) => fatal)).toEqual([]);
		expect(found.some(({ ruleId }) => ruleId === "acid-plans/no-hidden-characters")).toBe(true);
	});
});

describe("what once exhausted the stack, or took hours", () => {
	it.each([
		["150,000 code spans in a paragraph, whose nodes became arguments of one call", "`a` ".repeat(150_000)],
		["150,000 lines of one paragraph", "a\n".repeat(150_000)],
		["9,000 fields in one paragraph", "**a**: b\n".repeat(9_000)],
		["5 MB in one line", "word ".repeat(1_000_000)],
		["10,000 columns", `${"|a".repeat(10_000)}|\n${"|-".repeat(10_000)}|\n`],
		["100,000 definitions", Array.from({ length: 100_000 }, (_, at) => `[a${at}]: /u\n`).join("")],
	])("%s", { timeout: 60_000 }, (_name, text) => {
		const found = lint(text, "plans/a.md", { "acid-plans/no-line-citations": "error" });
		expect(found.filter(({ fatal }) => fatal)).toEqual([]);
	});

	it.each([
		["50,000 quotes in quotes", ">".repeat(50_000)],
		["50,000 lists in lists", "- ".repeat(50_000)],
		["50,000 emoji at delimiters", "**🟡".repeat(50_000)],
		["50,000 entities", "a&amp; ".repeat(50_000)],
	])("%s are refused", (_name, text) => {
		expect(lint(`${text}a\n`)).toMatchObject([{ fatal: true, message: expect.stringMatching(REFUSED) as string }]);
	});

	it("phases that all share a file are told at each phase, not for each pair", () => {
		const phases = Array.from(
			{ length: 300 },
			(_, at) =>
				`### Phase ${at + 1}: A\n\n**Depends on**: ${at === 1 ? "Phase 1" : "None"}\n**Files**: \`src/x.ts\`\n\n`,
		);
		const found = lint(`# A\n\n${phases.join("")}`, "plans/a.md", { "acid-plans/no-write-conflicts": "error" });
		expect(new Set(found.map(({ line }) => line)).size).toBeGreaterThan(295);
		expect(found.length).toBeLessThan(2 * 16 * 300);
	});

	it("edits that span the document are offered for the first findings, and the rest is told without", () => {
		const text = `# A\n\n${"### Phase 1: A\n\n".repeat(900)}`;
		const found = lint(text, "plans/a.md", { "acid-plans/phase-numbering": "error" });
		expect(found).toHaveLength(899);
		const offered = found.filter(({ suggestions, fix }) => fix !== undefined || (suggestions?.length ?? 0) > 0);
		expect(offered.length).toBeLessThan(200);
	});
});

describe("what once took a time that grew with its square", () => {
	const plan = (count: number, heading: (at: number) => string, text: (at: number) => string): string =>
		`# A\n\n${Array.from({ length: count }, (_, at) => `### ${heading(at)}\n\n${text(at)}\n`).join("\n")}`;
	const phase = (at: number): string => `Phase ${at + 1}: A`;

	// Each took from ten seconds to a quarter of an hour; now a second or two of the processor.
	it.each<[string, string, string]>([
		["20,000 phases, each looked for by its section", "no-ignored-content", plan(20_000, phase, () => "a")],
		[
			"10,000 labels, all nearly a field's",
			"no-ignored-content",
			plan(10_000, phase, (at) => `**Depends o${String.fromCodePoint(0x4e00 + at)}**: None`),
		],
		[
			"10,000 misread references, each looked for among all phases",
			"no-ignored-content",
			plan(10_000, phase, (at) => `**Depends on**: Pahse ${at}`),
		],
		[
			"numbers that are a million apart",
			"phase-numbering",
			plan(
				400,
				(at) => `Phase ${at % 2 ? 900_000 + at : at + 1}: A`,
				() => "a",
			),
		],
		[
			"10,000 phases of two words in turn, each with a gap",
			"phase-numbering",
			plan(
				10_000,
				(at) => `${at % 2 ? "Phase" : "Milestone"} ${at + 1}: A`,
				() => "a",
			),
		],
		[
			"ranges of a thousand numbers",
			"phase-numbering",
			plan(
				5_000,
				(at) => `Phase ${3 * at}-${3 * at + 900}: A`,
				() => "a",
			),
		],
		["120,000 lone surrogates in one line", "no-line-citations", "a\ud800 ".repeat(120_000)],
		[
			"40,000 escaped stars, which stand nowhere in the source as they are read",
			"no-line-citations",
			"a\\*b\n\n".repeat(40_000),
		],
		[
			"12,000 paths of steps, each looked for among 12,000 of a field",
			"no-undeclared-paths",
			`# A\n\n### Phase 1: A\n\n**Files**:\n\n${Array.from({ length: 12_000 }, (_, at) => `- \`src/a${at}.ts\`\n`).join("")}\n**Steps**:\n\n${Array.from({ length: 12_000 }, (_, at) => `1. Change \`src/b${at}.ts\`\n`).join("")}`,
		],
		[
			"4,000 wrong anchors, each compared with 4,000 headings",
			"valid-links",
			plan(
				4_000,
				(at) => `Heading number ${at}`,
				(at) => `[x](#headingg-number-${at})`,
			),
		],
		[
			"4,000 unknown phases, each compared with all above",
			"valid-dependencies",
			plan(4_000, phase, (at) => `**Depends on**: Phase ${at + 5_000}`),
		],
	])("%s", { timeout: 60_000 }, (_name, rule, text) => {
		const start = process.cpuUsage();
		const found = lint(text, "plans/a.md", { [`acid-plans/${rule}`]: "error" });
		const { user } = process.cpuUsage(start);
		expect(found.filter(({ fatal }) => fatal)).toEqual([]);
		expect(user / 1000).toBeLessThan(8_000);
	});
});
