import { conditionalScope, findCondition } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Atomic: a phase is done as a whole or not at all, so nothing in it may be left out. */
export default definePlanRule({
	name: "no-conditional-scope",
	principle: "atomic",
	preset: "recommended",
	template: true,
	summary: "Disallow steps and deliverables that are optional",
	messages: {
		part: '{{phase}} has a step or deliverable that is "{{condition}}", so nobody can say when it is done. Take it in, leave it out, or make it a phase of its own.',
		task: '{{task}} is a part of {{phase}} and "{{condition}}". Take it in, leave it out, or make it a phase of its own.',
	},
	check({ plan, report }) {
		for (const phase of plan.allPhases) {
			const tier = phase.status?.tier;
			if (tier === "done" || tier === "dropped") continue;
			const { parentPhase } = phase.series;
			const inHeading = parentPhase && (phase.heading ?? phase.item);
			const condition = inHeading && findCondition(inHeading.text);
			if (condition) report(condition, "task", { task: phase.name, phase: parentPhase.name, condition: condition.text });
			if (phase.item) continue;
			for (const part of conditionalScope(phase)) report(part, "part", { phase: phase.name, condition: part.text });
		}
	},
});
