import type { Phase } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Isolated: whether two phases get in each other's way can be told only where both say what they write. */
export default definePlanRule({
	name: "require-write-set",
	principle: "isolated",
	preset: "off",
	summary: "Require every phase to name the paths that it writes",
	messages: {
		missing: '{{phase}} names no path that it creates, changes or deletes. List them in a field "{{label}}".',
	},
	check({ plan, report, vocabulary }) {
		const parents = new Map<Phase, Phase[]>();
		for (const { parentPhase, phases } of plan.series)
			if (parentPhase) parents.set(parentPhase, [...(parents.get(parentPhase) ?? []), ...phases]);
		for (const phase of plan.phases) {
			if (phase.status?.tier === "dropped" || writes(phase, parents)) continue;
			report(phase.labelRange, "missing", { phase: phase.name, label: vocabulary.fieldTitle("files") });
		}
	},
});

/** A phase of tasks writes what its tasks write. */
function writes(phase: Phase, parents: ReadonlyMap<Phase, readonly Phase[]>): boolean {
	return phase.writes.length > 0 || (parents.get(phase) ?? []).some((task) => writes(task, parents));
}
