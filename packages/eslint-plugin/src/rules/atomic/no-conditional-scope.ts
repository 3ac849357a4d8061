import { findConditionalWork } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Atomic: a phase is done as a whole or not at all, so nothing in it may be left out. */
export default definePlanRule({
	name: "no-conditional-scope",
	principle: "atomic",
	preset: "recommended",
	template: true,
	summary: "Disallow steps and deliverables that are optional",
	messages: {
		part: 'A step or deliverable of {{phase}} is "{{condition}}", so nobody can say when the phase is done. Take it in, leave it out, or make it a phase of its own.',
		task: '{{task}} is a part of {{phase}} and "{{condition}}", so nobody can say when the phase is done. Take it in, leave it out, or make it a phase of its own.',
	},
	check({ plan, report, vocabulary }) {
		for (const { condition, phase, name } of findConditionalWork(plan, vocabulary)) {
			const data = { phase: phase?.name ?? "the plan", condition: condition.text };
			if (name === undefined) report(condition, "part", data);
			else report(condition, "task", { ...data, task: name });
		}
	},
});
