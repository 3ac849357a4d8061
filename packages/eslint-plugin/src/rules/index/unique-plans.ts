import { planTwins, titleNumberRange } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Index: whoever says "plan 12" or names a title means one plan. */
export default definePlanRule({
	name: "unique-plans",
	principle: "index",
	preset: "recommended",
	kinds: ["plan", "note"],
	needs: ["workspace"],
	summary: "Disallow two plans with the same title or the same number",
	messages: {
		number: "`{{other}}` has the number {{number}}, too. Give one of the two another number.",
		title:
			"`{{other}}` has the same title, on line {{line}}. Give one of the two another title, or archive the one that is over.",
	},
	check({ plan, report, workspace }) {
		const title = plan.title ?? { range: { start: 0, end: 0 } };
		for (const { document, same, number } of planTwins(workspace.documents, plan.path ?? "")) {
			if (same === "number")
				report(titleNumberRange(plan, number) ?? title, "number", { other: document.path, number });
			else report(title, "title", { other: document.path, line: document.titleLine });
		}
	},
});
