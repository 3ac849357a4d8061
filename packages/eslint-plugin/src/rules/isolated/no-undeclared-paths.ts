import { type PathAction, undeclaredPaths } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Isolated: what a phase writes is known before it begins, so that others can keep away from it. */
export default definePlanRule({
	name: "no-undeclared-paths",
	principle: "isolated",
	preset: "recommended",
	summary: "Disallow steps that write a path which the files field of their phase does not list",
	hasSuggestions: true,
	messages: {
		undeclared:
			'A step of {{phase}} {{verb}} "{{path}}", and "{{field}}" (line {{line}}) does not list it. Add it there, or move the step to the phase that owns the file.',
		add: 'Add "{{path}}" to "{{field}}".',
	},
	check({ plan, report, vocabulary }) {
		for (const phase of plan.allPhases) {
			// Nobody has to keep away from work that is over.
			if (phase.status?.tier === "done" || phase.status?.tier === "dropped") continue;
			for (const { use, field, edit } of undeclaredPaths(phase, plan, vocabulary)) {
				const { path } = use;
				const label = field.label.text;
				const line = plan.lines.position(field.label.range.start).line;
				report(
					use,
					"undeclared",
					{ phase: phase.name, verb: VERBS[use.action], path, field: label, line },
					edit ? { suggest: [{ messageId: "add", data: { path, field: label }, edits: [edit] }] } : {},
				);
			}
		}
	},
});

const VERBS: Readonly<Record<PathAction, string>> = {
	create: "creates",
	change: "changes",
	delete: "deletes",
	read: "reads",
};
