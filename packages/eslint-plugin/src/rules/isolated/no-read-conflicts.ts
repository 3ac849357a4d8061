import { createGlobMatcher, nameCollision, orderingEdit, readCollisions } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Isolated: what a phase reads does not change under its hands. */
export default definePlanRule({
	name: "no-read-conflicts",
	principle: "isolated",
	preset: "strict",
	needs: ["workspace?", "repository?"],
	summary: "Disallow phases that read what a concurrent phase changes",
	hasSuggestions: true,
	messages: {
		changing:
			"{{phase}} reads `{{path}}`, which {{other}} {{does}}{{more}}; nothing orders them. Let {{phase}} depend on {{on}} if it needs the new state, else the other way round.",
		depend: "Let {{phase}} depend on {{on}}.",
	},
	options: {
		checkUnstartedPlans: {
			description: "Report conflicts between plans that have not begun, too.",
			schema: { type: "boolean" },
			default: false,
		},
	},
	check({ plan, options, report, settings, workspace, repository, vocabulary }) {
		for (const collision of readCollisions(plan, workspace, createGlobMatcher(settings.sharedSurfaces), {
			everyOpenPlan: options.checkUnstartedPlans,
			repository,
		})) {
			// What is created must be there before: no-undeclared-dependencies says so.
			if (collision.action === "create") continue;
			const { phase, use, path, action } = collision;
			const edit = orderingEdit(plan, collision, vocabulary);
			const names = nameCollision(collision);
			report(
				use,
				"changing",
				{ phase: phase.name, path, does: collision.crowd ? action : `${action}s`, ...names },
				{ suggest: edit ? [{ messageId: "depend", data: { phase: phase.name, on: names.on }, edits: [edit] }] : [] },
			);
		}
	},
});
