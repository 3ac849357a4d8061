import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: what a fence swallows is no part of the plan, and every other rule passes over it in silence. */
export default definePlanRule({
	name: "no-swallowed-phases",
	principle: "structure",
	preset: "recommended",
	kinds: ["plan", "archive"],
	summary: "Disallow phases inside a code fence that was closed wrongly or never",
	hasSuggestions: true,
	messages: {
		swallowed:
			"{{phase}} is read as code: the fence of line {{line}} is still open here. Close that fence above the heading, or remove it.",
		outOfStep:
			"{{phase}} is read as code: the code fences are out of step since line {{line}}. Close the fence of that line above the heading that follows it, or remove it.",
		close: "Close the fence of line {{line}} before this heading.",
	},
	check({ plan, report }) {
		for (const { range, word, label, fenceLine: line, isOutOfStep, close } of plan.swallowedPhases) {
			const edits = close && [{ range: { start: close.offset, end: close.offset }, text: close.text }];
			report(
				range,
				isOutOfStep ? "outOfStep" : "swallowed",
				{ phase: `${word} ${label.text}`, line },
				edits && { suggest: [{ messageId: "close", data: { line }, edits }] },
			);
		}
	},
});
