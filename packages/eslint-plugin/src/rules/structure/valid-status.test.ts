import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixPlan } from "../../../test/lint-plan.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./valid-status.js";

const plan = (status: string): string => `# Cache Implementation Plan\n\n**Status**: ${status}\n`;
const at = (
	messageId: string,
	length: number,
): { messageId: string; line: number; column: number; endLine: number; endColumn: number } => ({
	messageId,
	line: 3,
	column: 13,
	endLine: 3,
	endColumn: 13 + length,
});
const options = { checkNormalForm: true };

testRule(rule, [
	{ name: "is silent about the normal forms", options, text: plan("🟡 Planned") },
	{
		name: "reports an emoji that the words exclude",
		text: plan("✅ 80% Complete"),
		errors: [{ ...at("contradiction", 14), message: "its words mean active, its mark means done" }],
	},
	{
		name: "reports it in a heading",
		text: "# Cache Plan\n\n### ✅ Phase 1: Store (In Progress)\n",
		errors: [{ messageId: "contradiction", line: 3, column: 23, endLine: 3, endColumn: 34 }],
	},
	...[
		"✅ Ready for implementation",
		"✅ Approved",
		"✅ Planning complete",
		"🟡 In Progress",
		"5 of 47 commands written (11%)",
		"🔴 NOT IMPLEMENTED",
	].map((status) => ({
		name: `finds nothing wrong with "${status}"`,
		text: plan(status),
	})),
	{
		name: "reports a word that no status has",
		text: plan("INITIATED (May)"),
		errors: [{ ...at("unknown", 15), message: '"✅ Done"' }],
	},
	{ name: "takes a longer text for a note", text: plan("Waits for the new disk") },
	{
		name: "reports a slip, and writes what was meant",
		text: plan("Complted (May)"),
		errors: [{ ...at("misspelt", 14), suggestions: [{ messageId: "write", output: plan("✅ Done (May)") }] }],
	},
	{
		name: "takes the words of the team",
		settings: { vocabulary: { statuses: { active: ["cooking"] } } },
		text: plan("Cooking"),
	},
	{
		name: "reports another form on demand, and keeps the note",
		options,
		text: plan("Not started (waits)"),
		errors: [at("form", 19)],
		output: plan("🟡 Planned (waits)"),
	},
	{
		name: "fixes a status whose mark stands behind its words",
		options,
		text: plan("done ✅ (May)"),
		errors: [at("form", 12)],
		output: plan("✅ Done (May)"),
	},
	{
		name: "does not fix what says more than the status",
		options,
		text: plan("Phase 1 complete, Phase 2 next"),
		errors: [at("form", 30)],
	},
	{
		name: "leaves a choice of a template alone",
		filename: "plans/TEMPLATE.md",
		text: plan("Proposed | Accepted | Done"),
	},
	{
		name: "reports what a template says of two minds",
		filename: "plans/TEMPLATE.md",
		text: plan("✅ 80% Complete"),
		errors: [at("contradiction", 14)],
	},
	{
		name: "reports each place once, in the order of the text",
		text: `${plan("✅ 80% Complete")}\n\n### Phase 1: Store (Blockd)\n\n**Status**: INITIATED\n`,
		errors: [at("contradiction", 14), { messageId: "unknown", line: 8, column: 13, endLine: 8, endColumn: 22 }],
	},
	{
		name: "reports an item that says two things in one place",
		text: "# Cache Implementation Plan\n\n### Phase 1: Store\n\n- ✅ Readings (In Progress)\n- [x] Map (In Progress)\n",
		errors: [],
	},
	{
		name: "asks for the normal form of lines alone",
		options,
		text: "# Cache Implementation Plan\n\n### Phase 1: Store (done)\n",
	},
	{ name: "leaves words of archives alone", filename: "plans/archive/cache.md", text: plan("ARCHIVED") },
]);

describe("the fix of valid-status", () => {
	it("writes the normal form, once", () => {
		const mark = fc.constantFrom("", "⭕ ", "🟡 ", "📋 ");
		const words = fc.constantFrom(
			"planned",
			"Not Started",
			"in progress",
			"WIP",
			"Done",
			"complete",
			"blocked",
			"On hold",
			"cancelled",
			"Superseded",
		);
		const behindWords = fc.constantFrom("", " 🟡", " 📋 🎯");
		const note = fc.constantFrom("", " (May)", ", by Ada", " — see below");
		fc.assert(
			fc.property(mark, words, behindWords, note, (before, word, after, behind) => {
				const run = (text: string): string =>
					fixPlan({ text }, { "valid-status": [options] }, { "valid-status": rule });
				const fixed = run(plan(before + word + after + behind));
				expect(run(fixed)).toBe(fixed);
				expect(fixed.endsWith(`${behind}\n`)).toBe(true);
			}),
			{ numRuns: 40 },
		);
	});
});
