import { stepsOf, weeksOf } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Atomic: a phase is small enough to be finished, or thrown away, in one go. */
export default definePlanRule({
	name: "phase-size",
	principle: "atomic",
	preset: "strict",
	summary: "Enforce a largest number of steps and a longest estimate of a phase",
	messages: {
		steps:
			"{{phase}} has {{count}} steps, more than {{most}}. Split it into phases that can each be finished, or join steps that are one.",
		estimate:
			'{{phase}} is estimated at "{{estimate}}", more than {{most}} {{weeks}}. Split it into phases that can each be finished.',
	},
	options: {
		steps: {
			description: "The most steps that a phase may have; 0 allows any number.",
			schema: { type: "integer", minimum: 0 },
			default: 8,
		},
		weeks: {
			description: "The most weeks that a phase may be estimated at; 0 allows any.",
			schema: { type: "number", minimum: 0 },
			default: 2,
		},
	},
	check({ plan, options, report }) {
		for (const phase of plan.allPhases) {
			if (phase.status?.tier === "done" || phase.status?.tier === "dropped") continue;
			const steps = stepsOf(phase).filter((item) => !item.excluded);
			if (options.steps > 0 && steps.length > options.steps) {
				report(phase.stepsField?.label ?? phase.labelRange, "steps", {
					phase: phase.name,
					count: steps.length,
					most: options.steps,
				});
			}
			const weeks = phase.estimate && weeksOf(phase.estimate);
			if (options.weeks > 0 && weeks !== undefined && weeks > options.weeks && phase.estimateRange) {
				const { start, end } = phase.estimateRange;
				report(phase.estimateRange, "estimate", {
					phase: phase.name,
					estimate: plan.text.slice(start, end),
					most: options.weeks,
					weeks: options.weeks === 1 ? "week" : "weeks",
				});
			}
		}
	},
});
