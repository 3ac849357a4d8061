import { joinedTitle } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Atomic: what a phase delivers has one name; where the title needs an "and", two phases share a number. */
export default definePlanRule({
	name: "atomic-title",
	principle: "atomic",
	preset: "strict",
	summary: "Disallow phase titles that join deliverables",
	messages: {
		joined:
			'The title of {{phase}} joins "{{left}}" and "{{right}}". Give each a phase of its own, or name the one thing that this phase delivers.',
	},
	options: {
		joiners: {
			description: "Words and signs that join two deliverables; signs count with white space around them.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default: ["and", "&", "+", "/", "und", "y", "et", "и"],
		},
	},
	check({ plan, options, report }) {
		const joiners = new Set(options.joiners.map((joiner) => joiner.toLowerCase()));
		for (const phase of plan.allPhases) {
			if (phase.status?.tier === "done" || phase.status?.tier === "dropped") continue;
			const joined = joinedTitle(phase, joiners);
			if (joined) report(joined.joiner, "joined", { phase: phase.name, left: joined.left, right: joined.right });
		}
	},
});
