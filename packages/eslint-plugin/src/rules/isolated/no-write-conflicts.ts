import {
	addedDependency,
	createGlobMatcher,
	entryText,
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
	needs: ["workspace?"],
	summary: "Disallow concurrent phases that write the same path",
	hasSuggestions: true,
	messages: {
		certain:
			"{{phase}} creates `{{path}}`, and so does {{other}}{{more}}; nothing orders the two, and they collide. Let {{dependent}} depend on {{on}}, or leave the path to one of them.",
		likely:
			"{{phase}} {{does}} `{{path}}`, and {{other}} {{otherDoes}} it{{more}}; nothing orders the two, and they are likely to collide. Let {{dependent}} depend on {{on}}, or leave the path to one of them.",
		depend: "Let {{phase}} depend on {{on}}.",
	},
	options: {
		checkUnstartedPlans: {
			description: "Report other conflicts than two creations between plans that have not begun, too.",
			schema: { type: "boolean" },
			default: false,
		},
	},
	check({ plan, options, report, settings, workspace, vocabulary }) {
		const isShared = createGlobMatcher(settings.sharedSurfaces);
		for (const collision of writeCollisions(plan, workspace, isShared, {
			everyOpenPlan: options.checkUnstartedPlans,
		})) {
			const { phase, use, other, kind, certain, witness, more, waits } = collision;
			const [does = "change", otherDoes = "change"] = kind.split("-");
			const place = other.document ? `\`${other.document.path}\`, ` : "";
			const otherName = other.document ? `${other.phase.name} of \`${other.document.path}\`` : other.phase.name;
			const data = {
				phase: phase.name,
				path: witness,
				other: `${other.phase.name} (${place}line ${other.line})`,
				more: more === 0 ? "" : ` (and ${more} more ${more === 1 ? "path" : "paths"})`,
				dependent: waits ? phase.name : otherName,
				on: waits ? otherName : phase.name,
			};
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
