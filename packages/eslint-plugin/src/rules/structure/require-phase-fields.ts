import { missingFields } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: of every phase one can see what it is for, what to do, how it is checked and what it leaves behind. */
export default definePlanRule({
	name: "require-phase-fields",
	principle: "structure",
	preset: "recommended",
	template: true,
	summary: "Require the fields of the template in every phase",
	hasSuggestions: true,
	messages: {
		missing: '{{phase}} has no "{{field}}". Add a line `**{{field}}**: …` to it.',
		insert: 'Insert "{{field}}" at its place, with TBD as its value.',
	},
	check({ plan, report, settings }) {
		for (const phase of plan.phases) {
			// What is dropped is not planned any further, and a swallowed half of a phase is told by no-swallowed-phases.
			if (!phase.heading || phase.status?.tier === "dropped") continue;
			if (plan.swallowedPhases.some(({ fence }) => fence.start >= phase.range.start && fence.end <= phase.range.end))
				continue;
			for (const { field, insertion } of missingFields(phase, settings.template.fields, plan)) {
				const suggest = insertion && [{ messageId: "insert", data: { field }, edits: [insertion] } as const];
				report(phase.headingRange, "missing", { phase: phase.name, field }, { suggest });
			}
		}
	},
});
