import { missingSeparators } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: one sees at a glance where a phase ends. */
export default definePlanRule({
	name: "phase-separator",
	principle: "structure",
	preset: "strict",
	template: true,
	kinds: ["plan", "template"],
	summary: "Require a separator between two phases",
	fixable: "whitespace",
	messages: {
		missing: 'No `---` stands between "{{previous}}" (line {{line}}) and "{{phase}}". Put one before "{{phase}}".',
	},
	check({ plan, report }) {
		for (const { previous, phase, edit } of missingSeparators(plan)) {
			const line = plan.lines.position(previous.headingRange.start).line;
			report(phase.labelRange, "missing", { previous: previous.name, line, phase: phase.name }, { fix: [edit] });
		}
	},
});
