import { outcomesOf, type LocatedText, type Phase } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Atomic: a phase brings about one thing, so that it can be done, or given up, as a whole. */
export default definePlanRule({
	name: "single-objective",
	principle: "atomic",
	preset: "strict",
	summary: "Disallow phases with more than one objective",
	messages: {
		several:
			'{{phase}} has {{count}} objectives: "{{first}}" and "{{second}}". Give each a phase of its own, or name the one outcome that both serve.',
		listed:
			"{{phase}} lists {{count}} objectives. Give each a phase of its own, or name the one outcome that all serve.",
	},
	check({ plan, report }) {
		for (const phase of plan.allPhases) {
			const { objective } = phase;
			if (!objective || phase.status?.tier === "done" || phase.status?.tier === "dropped") continue;
			// Below a title that is itself a phase, the list is that of the document's goals.
			if (objective.value.text === "" && objective.items.length > 1) {
				if (phase.heading?.level === 1) continue;
				report(objective.label, "listed", { phase: phase.name, count: objective.items.length });
				continue;
			}
			const outcomes = outcomesOf(objective.value);
			const [first, second] = outcomes;
			if (first && second) report(second, "several", dataOf(phase, outcomes.length, first, second));
		}
	},
});

function dataOf(
	phase: Phase,
	count: number,
	first: LocatedText,
	second: LocatedText,
): Record<"phase" | "first" | "second", string> & { count: number } {
	return { phase: phase.name, count, first: first.text, second: second.text };
}
