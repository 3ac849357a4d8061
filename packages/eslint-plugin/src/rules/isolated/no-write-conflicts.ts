import {
	addedDependency,
	createGlobMatcher,
	entryText,
	nameCollision,
	type Plan,
	relativeLink,
	type Vocabulary,
	type WriteCollision,
	writeCollisions,
} from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Isolated: what may run at the same time keeps to its own files, so that the order of the work does not matter. */
export default definePlanRule({
	name: "no-write-conflicts",
	principle: "isolated",
	preset: "recommended",
	needs: ["workspace?", "repository?"],
	summary: "Disallow concurrent phases that write the same path",
	hasSuggestions: true,
	messages: {
		certain:
			"{{phase}} creates `{{path}}`, and so does {{other}}{{more}}; nothing orders the two, and they collide. Let {{dependent}} depend on {{on}}, or leave the path to one of them.",
		likely:
			"{{phase}} {{does}} `{{path}}`, and {{other}} {{otherDoes}} it{{more}}; nothing orders the two, and they are likely to collide. Let {{dependent}} depend on {{on}}, or leave the path to one of them.",
		crowd:
			"{{phase}} {{does}} `{{path}}`, which {{count}} other plans write, too{{more}}: {{other}}; nothing orders them, and they {{collide}}. Leave the path to one of these plans, let each wait for the one before, or name it in `sharedSurfaces` if many may write it.",
		depend: "Let {{phase}} depend on {{on}}.",
	},
	options: {
		checkUnstartedPlans: {
			description: "Report other conflicts than two creations between plans that have not begun, too.",
			schema: { type: "boolean" },
			default: false,
		},
	},
	check({ plan, options, report, settings, workspace, repository, vocabulary }) {
		for (const collision of writeCollisions(plan, workspace, createGlobMatcher(settings.sharedSurfaces), {
			everyOpenPlan: options.checkUnstartedPlans,
			repository,
		})) {
			const { phase, use, kind, certain, witness, waits, crowd } = collision;
			const [does = "change", otherDoes = "change"] = kind.split("-");
			const names = nameCollision(collision);
			const data = {
				phase: phase.name,
				path: witness,
				...names,
				dependent: waits ? phase.name : names.on,
				on: waits ? names.on : phase.name,
			};
			if (crowd) {
				const count = `${crowd.isMore ? "more than " : ""}${crowd.named.length + crowd.more}`;
				report(use, "crowd", {
					...data,
					count,
					does: `${does}s`,
					collide: certain ? "collide" : "are likely to collide",
				});
				continue;
			}
			const suggest = dependency(plan, collision, vocabulary);
			if (certain) report(use, "certain", data, { suggest });
			else report(use, "likely", { ...data, does: `${does}s`, otherDoes: `${otherDoes}s` }, { suggest });
		}
	},
});

/** Only this plan can be edited: where the other one should wait, there is nothing to offer. */
function dependency(plan: Plan, { phase, other, waits }: WriteCollision, vocabulary: Vocabulary) {
	if (!waits) return [];
	const { document } = other;
	const on = document
		? `[${entryText(document.feature ?? document.path)}](${relativeLink(plan.path ?? "", document.path)}) ${other.phase.name}`
		: other.phase.name;
	const edit = addedDependency(plan, phase, on, vocabulary);
	return edit
		? [{ messageId: "depend" as const, data: { phase: phase.name, on: other.phase.name }, edits: [edit] }]
		: [];
}
