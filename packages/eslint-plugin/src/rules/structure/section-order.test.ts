import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintPlan } from "../../../test/lint-plan.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./section-order.js";

const section = (title: string): string => `## ${title}\n\nText of ${title}\n`;
const plan = (...titles: string[]): string => `# Cache Implementation Plan\n\n${titles.map(section).join("\n")}`;
const ORDER = [
	"Overview",
	"Goals",
	"Prerequisites",
	"ACID Breakdown",
	"Success Criteria",
	"Risks & Mitigation",
	"Timeline",
];

testRule(rule, [
	{
		name: "is silent about the order of the template, with sections between and left out",
		text: plan("Overview", "Design", "Goals", "Notes", "Timeline"),
	},
	{ name: "is silent under the free template", text: plan("Timeline", "Goals"), settings: { template: "free" } },
	{ name: "is silent about what stands deeper", text: "# A Implementation Plan\n\n## Timeline\n\n### Goals\n\nText\n" },
	{
		name: "is silent about sections of a phase",
		text: "# A Implementation Plan\n\n## Phase 1: B\n\n### Timeline\n\nText\n\n### Goals\n\nText\n",
	},
	{
		name: "reports the one section that is out of order, and moves it up",
		text: plan("Overview", "Prerequisites", "Risks", "Goals", "Timeline"),
		errors: [
			{
				messageId: "late",
				line: 15,
				column: 1,
				endLine: 15,
				endColumn: 9,
				message: '"Prerequisites" (line 7)',
				suggestions: [{ messageId: "move", output: plan("Overview", "Goals", "Prerequisites", "Risks", "Timeline") }],
			},
		],
	},
	{
		name: "moves it down, also to the end and in a template",
		filename: "plans/TEMPLATE.md",
		text: plan("Timeline", "Overview", "Goals"),
		errors: [
			{
				messageId: "early",
				line: 3,
				column: 1,
				endLine: 3,
				endColumn: 12,
				message: '"Goals" (line 11)',
				suggestions: [
					{
						messageId: "move",
						output: `# Cache Implementation Plan\n\n${section("Overview")}\n${section("Goals")}\n${section("Timeline")}`,
					},
				],
			},
		],
	},
	{
		name: "knows the order of a team's own template",
		settings: { template: { sections: ["Costs", "Why"], fields: [] } },
		text: plan("Why", "Costs"),
		errors: [
			{
				messageId: "late",
				line: 7,
				column: 1,
				endLine: 7,
				endColumn: 9,
				suggestions: [{ messageId: "move", output: plan("Costs", "Why") }],
			},
		],
	},
]);

describe("the suggestions of section-order", () => {
	it("lead to the order of the template, one after the other, and lose no text", () => {
		const newlines = fc.constantFrom("\n", "\r\n");
		fc.assert(
			fc.property(fc.shuffledSubarray(ORDER, { minLength: 2 }), newlines, fc.boolean(), (titles, newline, hasEnd) => {
				let text = plan(...titles).replaceAll("\n", newline);
				if (!hasEnd) text = text.trimEnd();
				const words = (of: string): string[] => (of.match(/\S+/g) ?? []).sort();
				const before = words(text);
				for (let round = 0; round <= titles.length; round++) {
					const [finding] = lintPlan({ text }, { "section-order": [] }, { extra: { "section-order": rule } });
					if (!finding) break;
					const fix = finding.suggestions?.[0]?.fix;
					if (!fix) throw new Error("A section of the same level can always be moved.");
					text = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
				}
				expect([...text.matchAll(/^## (.*?)\r?$/gm)].map((match) => match[1])).toEqual(
					ORDER.filter((title) => titles.includes(title)),
				);
				expect(words(text)).toEqual(before);
				expect(text.replaceAll("\r\n", "\n").includes("\r")).toBe(false);
			}),
			{ numRuns: 60 },
		);
	});
});
