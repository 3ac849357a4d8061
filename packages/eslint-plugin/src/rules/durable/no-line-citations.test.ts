import fc from "fast-check";
import { expect, it } from "vitest";
import { fixPlan, lintPlan, recommendedRules } from "../../../test/lint-plan.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./no-line-citations.js";

const plan = (body: string): string => `# Cache Implementation Plan\n\n### Phase 1: Store\n\n${body}\n`;

testRule(rule, [
	{
		name: "is silent about paths, ports and fences",
		text: plan("`src/a.ts`, `localhost:3000`\n\n```\nsrc/a.ts:3\n```"),
	},
	{ name: "leaves archives alone", filename: "plans/archive/old.md", text: plan("`src/a.ts:3`") },
	{
		name: "drops the lines",
		text: "\uFEFF" + plan("1. Extend `src/a.ts:120-145`, see `src/b.ts:7`").replaceAll("\n", "\r\n"),
		errors: [
			{ messageId: "lines", line: 5, column: 20, endLine: 5, endColumn: 28, message: '":120-145" behind "src/a.ts"' },
			{ messageId: "lines", line: 5, column: 44, endLine: 5, endColumn: 46 },
		],
		output: "\uFEFF" + plan("1. Extend `src/a.ts`, see `src/b.ts`").replaceAll("\n", "\r\n"),
	},
	{
		name: "drops the lines of a link",
		text: plan("See [the loop](../src/a.ts#L12-L20)."),
		errors: [{ messageId: "lines", line: 5, column: 27, endLine: 5, endColumn: 35 }],
		output: plan("See [the loop](../src/a.ts)."),
	},
]);

it("drops every citation in one go, and nothing else", () => {
	const path = fc.constantFrom("src/a.ts", "packages/core/src/b.py", "lib/c_d.rs", "a/b/C.java");
	const lines = fc.constantFrom(":1", ":12-40", ":7:3", "#L5", "#L5-L9");
	const place = fc.constantFrom(
		"`P`",
		"- `P` x",
		"| a |\n| - |\n| `P` |",
		"> `P`",
		"**`P`**",
		"1. Create `P` (NEW)",
		"**Files**: `P`, `src/z.ts`",
	);
	const rules = { "no-line-citations": [] };
	const extra = { "no-line-citations": rule };
	fc.assert(
		fc.property(
			fc.array(fc.tuple(path, lines, place), { minLength: 1, maxLength: 4 }),
			fc.constantFrom("\n", "\r\n"),
			fc.constantFrom("", "\uFEFF"),
			(parts, end, mark) => {
				const of = (cite: boolean): string =>
					mark +
					plan(
						parts.map(([file, cited, shape]) => shape.replace("P", file + (cite ? cited : ""))).join("\n\n"),
					).replaceAll("\n", end);
				const fixed = fixPlan({ text: of(true) }, rules, extra);
				expect(fixed).toBe(of(false));
				const kinds = (text: string): string[] =>
					lintPlan({ text }, recommendedRules)
						.map(({ ruleId, messageId }) => `${ruleId} ${messageId}`)
						.sort();
				expect(kinds(fixed)).toEqual(kinds(of(true)));
			},
		),
		{ numRuns: 40 },
	);
});
