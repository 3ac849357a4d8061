import { isDecoration, type Phase, type Plan, type Status, type Tier, writtenStatus } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Consistent: whoever reads one place of a plan learns the same as who reads another. */
export default definePlanRule({
	name: "status-agreement",
	principle: "consistent",
	preset: "recommended",
	summary: "Disallow two written statuses of one thing that differ",
	hasSuggestions: true,
	messages: {
		differs: '{{subject}} is "{{status}}" here, but "{{other}}" on line {{line}}. Correct the one that is out of date.',
		planBehind:
			'The plan is marked {{tier}} ("{{status}}"), but {{phase}} is "{{other}}" on line {{line}}. Correct the status of the plan, or that of the phase.',
		planAhead:
			'The plan is marked done ("{{status}}"), but {{phase}} is "{{other}}" on line {{line}}. Finish the phase, or correct the status of the plan.',
		copy: 'Write "{{form}}" here too.',
	},
	check({ plan, report }) {
		const compare = (subject: string, statuses: readonly Status[]): void => {
			const certain = statuses.filter(
				(status) => status.tier !== undefined && !status.contradiction && !isDecoration(status),
			);
			const [first, ...others] = certain;
			const other = first && others.find((status) => !agree(first.tier, status.tier));
			if (!first || !other) return;
			report(
				other,
				"differs",
				{ subject, status: other.text, other: first.text, line: lineOf(plan, first) },
				{
					suggest: [
						{ messageId: "copy", data: { form: first.text }, edits: [{ range: other.range, text: first.text }] },
					],
				},
			);
		};

		compare("The plan", plan.statuses);
		for (const phase of plan.allPhases) compare(phase.name, phase.statuses);

		const { status } = plan;
		if (!status || status.contradiction) return;
		const against = (tiers: readonly Tier[]): Phase | undefined =>
			plan.allPhases.find((phase) => {
				const tier = writtenStatus(phase)?.tier;
				return tier !== undefined && tiers.includes(tier);
			});
		if (status.tier === "planned") {
			const begun = against(["done", "active"]);
			if (begun) report(status, "planBehind", { tier: "planned", ...ends(plan, status, begun) });
		} else if (status.tier === "done") {
			const open = against(["planned", "active", "blocked"]);
			if (open) report(status, "planAhead", ends(plan, status, open));
		}
	},
});

/** Blocked compares as active; PLAN-FORMAT, "Status". */
function agree(a: Tier | undefined, b: Tier | undefined): boolean {
	const rank = (tier: Tier | undefined): string | undefined => (tier === "blocked" ? "active" : tier);
	return rank(a) === rank(b);
}

function ends(
	plan: Plan,
	status: Status,
	phase: Phase,
): { status: string; phase: string; other: string; line: string } {
	const own = phase.status ?? status;
	return { status: status.text, phase: phase.name, other: own.text, line: lineOf(plan, own) };
}

function lineOf(plan: Plan, status: Status): string {
	return String(plan.lines.position(status.range.start).line);
}
