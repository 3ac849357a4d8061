import fc from "fast-check";
import { expect, it } from "vitest";
import { fixPlan, lintPlan, recommendedRules } from "../../../test/lint-plan.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./phase-separator.js";

const plan = (...blocks: readonly string[]): string =>
	`# Cache Implementation Plan\n\n## ACID Breakdown\n\n${blocks.join("\n\n")}\n`;

testRule(rule, [
	{
		name: "is silent about separated phases",
		text: plan("### Phase 1: Store\n\nText", "---", "### Phase 2: Map", "***", "<!-- last -->", "### Phase 3: Use"),
	},
	{ name: "asks for none around a single phase", text: plan("### Phase 1: Store") + "\n## Timeline\n" },
	{
		name: "puts a separator between two phases",
		text: plan("### Phase 1: Store\n\nText", "### Phase 2: Map"),
		errors: [{ messageId: "missing", line: 9, column: 11, endLine: 9, endColumn: 12, message: '"Phase 1" (line 5)' }],
		output: plan("### Phase 1: Store\n\nText", "---", "### Phase 2: Map"),
	},
	{
		name: "never makes a heading of the line above, and keeps the ends of lines",
		text: "\uFEFF" + plan("### Phase 1: Store\n- a\n### Phase 2: Map").replaceAll("\n", "\r\n"),
		errors: [{ messageId: "missing", line: 7, column: 11, endLine: 7, endColumn: 12 }],
		output: "\uFEFF" + plan("### Phase 1: Store\n- a\n\n---\n\n### Phase 2: Map").replaceAll("\n", "\r\n"),
	},
	{
		name: "looks at the end of the phase, its sub-headings included",
		text: plan(
			"### Phase 1: Store",
			"#### Notes\n\nText",
			"---",
			"### Phase 2: Map",
			"---",
			"#### Notes\n\nText",
			"### Phase 3: Use",
		),
		errors: [{ messageId: "missing", line: 21, column: 11, endLine: 21, endColumn: 12 }],
		output: plan(
			"### Phase 1: Store",
			"#### Notes\n\nText",
			"---",
			"### Phase 2: Map",
			"---",
			"#### Notes\n\nText",
			"---",
			"### Phase 3: Use",
		),
	},
	{
		name: "takes a separator before another section between two phases",
		text: plan("### Phase 1: Store", "---", "### Interlude\n\nText", "### Phase 2: Map"),
	},
	{
		name: "looks at templates, too",
		filename: "plans/TEMPLATE.md",
		text: plan("### Phase 1: Store", "### Phase 2: Map"),
		errors: [{ messageId: "missing", line: 7, column: 11, endLine: 7, endColumn: 12 }],
		output: plan("### Phase 1: Store", "---", "### Phase 2: Map"),
	},
	{
		name: "is off under the free template",
		settings: { template: "free" },
		text: plan("### Phase 1: Store", "### Phase 2: Map"),
	},
]);

it("mends every plan in one go, and nothing else is found afterwards", () => {
	const body = fc.constantFrom(
		"",
		"\n\nText",
		"\n- a\n  - b",
		"\n\n1. a\n\n   b",
		"\n\n```sh\nls\n```",
		"\n\n> a",
		"\n\n    code",
		"\n\n| a |\n| - |\n| b |",
		"\n\n<!-- a -->",
		"\n\n<div>\na",
		"\n\n**Steps**:\n1. a",
		"\n\nText\n\n---",
	);
	const gap = fc.constantFrom("\n", "\n\n", "\n\n\n", "\n \t\n", "\n\n  ");
	fc.assert(
		fc.property(
			fc.array(fc.tuple(body, gap), { minLength: 2, maxLength: 4 }),
			fc.constantFrom("\n", "\r\n"),
			fc.constantFrom("", "\uFEFF"),
			(parts, end, mark) => {
				const phases = parts
					.map(([text, after], index) => `### Phase ${index + 1}: Part ${index + 1}${text}${after}`)
					.join("");
				const text = mark + `# Cache Implementation Plan\n\n## ACID Breakdown\n\n${phases}`.replaceAll("\n", end);
				const rules = { "phase-separator": [] };
				const extra = { "phase-separator": rule };
				const fixed = fixPlan({ text }, rules, extra);
				expect(lintPlan({ text: fixed }, rules, { extra })).toEqual([]);
				expect(fixed.replaceAll(/(?:\r?\n)*---(?:\r?\n)*|\s+/gu, ""), "only separators are added").toBe(
					text.replaceAll(/(?:\r?\n)*---(?:\r?\n)*|\s+/gu, ""),
				);
				const kinds = (one: string): string[] =>
					lintPlan({ text: one }, recommendedRules)
						.map(({ messageId }) => messageId ?? "")
						.sort();
				expect(kinds(fixed)).toEqual(kinds(text));
			},
		),
		{ numRuns: 60 },
	);
});
