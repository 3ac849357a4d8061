import { createGlobMatcher, nameCollision, neededPhases, orderingEdit, readCollisions } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Consistent: what a phase needs stands in its dependencies, since whoever plans the work reads nothing else. */
export default definePlanRule({
	name: "no-undeclared-dependencies",
	principle: "consistent",
	preset: "strict",
	needs: ["workspace?", "repository?"],
	summary: "Require phases to depend on the phases that their text needs, and on those that create what they use",
	hasSuggestions: true,
	messages: {
		mentioned:
			'{{phase}} says that it needs {{on}} ("{{text}}"), but does not depend on it. Declare the dependency, or say what is meant.',
		created:
			"{{phase}} uses `{{path}}`, which {{other}} {{create}}{{more}}, but does not depend on it. Let {{phase}} depend on {{on}}, or name what it uses instead.",
		depend: "Let {{phase}} depend on {{on}}.",
	},
	options: {
		checkUnstartedPlans: {
			description: "Report what plans that have not begun create, too.",
			schema: { type: "boolean" },
			default: false,
		},
	},
	check({ plan, options, report, settings, workspace, repository, vocabulary }) {
		/** Two phases are told once, whatever gives them away. */
		const told = new Set<string>();
		for (const needed of neededPhases(plan, vocabulary)) {
			const { phase, on, text } = needed;
			told.add(`${phase.range.start} ${on.range.start}`);
			const edit = orderingEdit(plan, { phase, other: { document: undefined, phase: on } }, vocabulary);
			report(
				needed,
				"mentioned",
				{ phase: phase.name, on: on.name, text },
				{ suggest: edit ? [{ messageId: "depend", data: { phase: phase.name, on: on.name }, edits: [edit] }] : [] },
			);
		}
		for (const collision of readCollisions(plan, workspace, createGlobMatcher(settings.sharedSurfaces), {
			everyOpenPlan: options.checkUnstartedPlans,
			repository,
		})) {
			const { phase, other, use, path, action } = collision;
			const isTold = "range" in other.phase && told.has(`${phase.range.start} ${other.phase.range.start}`);
			if (action !== "create" || isTold) continue;
			const edit = orderingEdit(plan, collision, vocabulary);
			const names = nameCollision(collision);
			report(
				use,
				"created",
				{ phase: phase.name, path, create: collision.crowd ? "create" : "creates", ...names },
				{ suggest: edit ? [{ messageId: "depend", data: { phase: phase.name, on: names.on }, edits: [edit] }] : [] },
			);
		}
	},
});
