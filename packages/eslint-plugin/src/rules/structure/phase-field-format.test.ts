import fc from "fast-check";
import { expect, it } from "vitest";
import { fixPlan, lintPlan, recommendedRules } from "../../../test/lint-plan.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./phase-field-format.js";

const plan = (...blocks: readonly string[]): string =>
	`# Cache Implementation Plan\n\n## ACID Breakdown\n\n### Phase 1: Store\n\n${blocks.join("\n\n")}\n`;

testRule(rule, [
	{
		name: "is silent about normal fields in order",
		text: plan(
			"**Status**: ✅ Done",
			"**Objective**: x",
			"**Depends on**: None",
			"**Files**: `src/a.ts`",
			"**Steps**:\n\n1. a",
			"**Owner:** us",
			"**Testing**: y",
			"**Deliverables**: z",
		),
	},
	{
		name: "moves colons out of bold type",
		text: "\uFEFF" + plan("**Objective:** x", "**Steps:**\n1. a").replaceAll("\n", "\r\n"),
		errors: [
			{ messageId: "label", line: 7, column: 3, endLine: 7, endColumn: 12, message: '"**Objective**: …"' },
			{ messageId: "label", line: 9, column: 3, endLine: 9, endColumn: 8 },
		],
		output: "\uFEFF" + plan("**Objective**: x", "**Steps**:\n1. a").replaceAll("\n", "\r\n"),
	},
	{
		name: "makes labels of sub-headings, except below one that stays",
		text: plan("#### Objective", "x", "#### Testing", "y", "##### Unit", "z", "#### Deliverables", "d"),
		errors: [
			{ messageId: "heading", line: 7, column: 6, endLine: 7, endColumn: 15 },
			{ messageId: "heading", line: 11, column: 6, endLine: 11, endColumn: 13 },
			{ messageId: "heading", line: 19, column: 6, endLine: 19, endColumn: 18 },
		],
		output: plan("**Objective**: x", "#### Testing", "y", "##### Unit", "z", "#### Deliverables", "d"),
	},
	{
		name: "makes paragraphs of a list of fields",
		text: plan("- **Objective**: x\n- **Testing:** y"),
		errors: [
			{ messageId: "list", line: 7, column: 5, endLine: 7, endColumn: 14 },
			{ messageId: "list", line: 8, column: 5, endLine: 8, endColumn: 12 },
		],
		output: plan("**Objective**: x", "**Testing**: y"),
	},
	{
		name: "parts fields on one line",
		text: plan("**Status**: 🟡 Planned | **Estimate**: 2 days"),
		errors: [{ messageId: "line", line: 7, column: 28, endLine: 7, endColumn: 36 }],
		output: plan("**Status**: 🟡 Planned", "**Estimate**: 2 days"),
	},
	{
		name: "reports quotes and tables without a fix, a table once",
		text: plan("> **Objective**: x", "| Steps | a |\n| --- | --- |\n| Testing | b |"),
		errors: [
			{ messageId: "quote", line: 7, column: 5, endLine: 7, endColumn: 14 },
			{ messageId: "table", line: 9, column: 3, endLine: 9, endColumn: 8 },
		],
	},
	{
		name: "puts fields in order",
		text: plan("**Testing**: y", "**Owner**: us", "**Objective**: x"),
		errors: [
			{
				messageId: "order",
				line: 11,
				column: 3,
				endLine: 11,
				endColumn: 12,
				message:
					'"Testing" (line 7). Write the fields in this order: Objective, Depends on, Files, Steps, Testing, Deliverables.',
			},
		],
		output: plan("**Objective**: x", "**Owner**: us", "**Testing**: y"),
	},
	{
		name: "reports an order that it cannot mend safely",
		text: plan("**Testing**: y", "**Objective**: x", "- a loose step"),
		errors: [{ messageId: "order", line: 9, column: 3, endLine: 9, endColumn: 12 }],
	},
	{
		name: "mends form first, then order",
		text: plan("**Testing:** y", "**Objective:** x"),
		errors: [
			{ messageId: "label", line: 7, column: 3, endLine: 7, endColumn: 10 },
			{ messageId: "label", line: 9, column: 3, endLine: 9, endColumn: 12 },
			{ messageId: "order", line: 9, column: 3, endLine: 9, endColumn: 12 },
		],
		output: plan("**Objective**: x", "**Testing**: y"),
	},
	{
		name: "asks for the fields of a team's own template",
		settings: { template: { sections: [], fields: ["Why", "Steps"] } },
		text: plan("**Steps**:\n\n1. a", "**Why:** x"),
		errors: [
			{ messageId: "label", line: 11, column: 3, endLine: 11, endColumn: 6 },
			{ messageId: "order", line: 11, column: 3, endLine: 11, endColumn: 6 },
		],
		output: plan("**Why**: x", "**Steps**:\n\n1. a"),
	},
	{ name: "is off under the free template", settings: { template: "free" }, text: plan("**Objective:** x") },
]);

it("fixes every spelling to the end, and brings about no other finding", () => {
	const label = fc.constantFrom("Objective", "Depends on", "Steps", "Testing", "Deliverables", "Status");
	const value = fc.constantFrom("x", "`src/a.ts` and b", "[a](b.md) c", "a: b — c", "None");
	const form = fc.constantFrom(
		"**L**: v",
		"**L:** v",
		"__L:__ v",
		"**L.** v",
		"**L** — v",
		"L: v",
		"- **L**: v",
		"#### L\n\nv",
		"> **L**: v",
		"**L:**\tv",
		"**L**:\n\n- v\n- w",
		"**L:**\n1. v",
		"#### L\n- v\n- w",
	);
	const fields = fc.array(fc.tuple(label, value, form), { minLength: 1, maxLength: 5 });
	const rules = { "phase-field-format": [] };
	const extra = { "phase-field-format": rule };
	fc.assert(
		fc.property(fields, fc.constantFrom("\n", "\r\n"), fc.constantFrom("", "\uFEFF"), (parts, end, mark) => {
			const body = parts.map(([name, text, shape]) => shape.replace("L", name).replace("v", text));
			const text = mark + plan(...body).replaceAll("\n", end);
			const fixed = fixPlan({ text }, rules, extra);
			expect(lintPlan({ text: fixed }, rules, { extra }).filter(({ fix }) => fix)).toEqual([]);
			const kinds = (one: string): string[] =>
				lintPlan({ text: one }, recommendedRules)
					.map(({ ruleId, messageId }) => `${ruleId} ${messageId}`)
					.sort();
			expect(kinds(fixed), fixed).toEqual(kinds(text));
		}),
		{ numRuns: 60 },
	);
});
