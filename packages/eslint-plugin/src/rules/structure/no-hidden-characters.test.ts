import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixPlan, lintPlan } from "../../../test/lint-plan.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./no-hidden-characters.js";

const ZWSP = "\u200B";
const BOM = "\uFEFF";

testRule(rule, [
	{
		name: "is silent about a plan without, and about the mark at its start",
		text: `${BOM}# A\n\n### Phase 1: Store 👩\u200D💻\n`,
	},
	{ name: "leaves prose and code alone", text: `# A\n\nThe sto${ZWSP}re\n\n\`\`\`\n# Pha${ZWSP}se 1: A\n\`\`\`\n` },
	{
		name: "reports a mark in the text that hides a heading",
		settings: { template: "free" },
		text: `# A\n\n${BOM}### Phase 1: Store\n`,
		errors: [
			{
				messageId: "hidden",
				line: 3,
				column: 1,
				endLine: 3,
				endColumn: 2,
				message: '(ZERO WIDTH NO-BREAK SPACE (BOM)) hides the phase "Phase 1: Store"',
			},
		],
		output: "# A\n\n### Phase 1: Store\n",
	},
	{
		name: "deletes all characters of a line, and keeps the mark of the file",
		text: `${BOM}# A\n\n**Sta${ZWSP}tus**: Do${ZWSP}ne\n`,
		errors: [{ messageId: "hidden", line: 3, column: 6, endLine: 3, endColumn: 17, message: 'the field "Status"' }],
		output: `${BOM}# A\n\n**Status**: Done\n`,
	},
	{
		name: "reports a status in an index",
		filename: "plans/README.md",
		text: `# Plans\n\n| Plan | Status |\n| --- | --- |\n| [A](a.md) | Do${ZWSP}ne |\n`,
		errors: [{ messageId: "hidden", line: 5, column: 17, endLine: 5, endColumn: 18 }],
		output: "# Plans\n\n| Plan | Status |\n| --- | --- |\n| [A](a.md) | Done |\n",
	},
]);

describe("the fix of no-hidden-characters", () => {
	const extra = { "no-hidden-characters": rule };
	const rules = { "no-hidden-characters": [] };
	it("takes away nothing that is seen, and leaves nothing to find", () => {
		const piece = fc.constantFrom(
			"# A",
			"## Phase 1: ",
			"Store",
			"**Status**: ",
			"Done",
			"- [x] ",
			"\n",
			"\r\n",
			"text ",
			ZWSP,
			BOM,
			"\u202E",
			"\u2060",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
				const text = pieces.join("");
				const fixed = fixPlan({ text }, rules, extra);
				const seen = (of: string): string => of.replace(/[\u200B\u2060\u202E\uFEFF]/g, "");
				expect(seen(fixed)).toBe(seen(text));
				expect(lintPlan({ text: fixed }, rules, { extra })).toEqual([]);
				expect(fixPlan({ text: fixed }, rules, extra)).toBe(fixed);
			}),
			{ numRuns: 80 },
		);
	});
});
