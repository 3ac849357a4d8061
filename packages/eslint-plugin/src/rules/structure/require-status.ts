import type { Plan, Tier, Vocabulary } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: whoever opens a plan must see whether it still is to be carried out. */
export default definePlanRule({
	name: "require-status",
	principle: "structure",
	preset: "strict",
	template: true,
	summary: "Require a status of the plan",
	hasSuggestions: true,
	messages: {
		missing: "The plan has no status. Write `**Status**: {{form}}` below its title.",
		insert: "Insert `**Status**: {{form}}` below the title.",
	},
	check({ plan, report, vocabulary }) {
		if (plan.statuses.length > 0 || plan.fields.some((field) => field.name === "status")) return;
		const { title } = plan;
		const form = vocabulary.statusForm(tierOf(plan));
		const edits = title
			? [{ range: { start: title.range.end, end: title.range.end }, text: lineFor(plan, form, vocabulary) }]
			: undefined;
		report(
			title ?? { start: 0, end: 0 },
			"missing",
			{ form },
			{ suggest: edits && [{ messageId: "insert", data: { form }, edits }] },
		);
	},
});

/** What the phases say of the plan: begun when one is, done when all are. */
function tierOf({ phases }: Plan): Tier {
	const tiers = phases.map((phase) => phase.status?.tier).filter((tier) => tier !== "dropped");
	if (tiers.length > 0 && tiers.every((tier) => tier === "done")) return "done";
	return tiers.some((tier) => tier === "done" || tier === "active" || tier === "blocked") ? "active" : "planned";
}

function lineFor(plan: Plan, form: string, vocabulary: Vocabulary): string {
	const { newline } = plan.lines;
	return `${newline}${newline}**${vocabulary.fieldTitle("status")}**: ${form}`;
}
