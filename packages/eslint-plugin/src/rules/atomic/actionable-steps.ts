import { stepFaults } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Atomic: nothing in a phase is undecided, so whoever carries it out need not ask. */
export default definePlanRule({
	name: "actionable-steps",
	principle: "atomic",
	preset: "strict",
	summary: "Disallow steps that are undecided or vague, or name no action",
	messages: {
		undecided:
			'A step of {{phase}} is still undecided ("{{words}}"). Settle it before the phase begins, and write down what is to be done.',
		vague: 'A step of {{phase}} says "{{words}}" and nothing that one could count or name. Say which, or how many.',
		noAction: '"{{words}}" in {{phase}} says no action, as the other steps there do. Begin it with a verb.',
	},
	options: {
		undecided: {
			description: "Words at the beginning of a step that say that something is still to be decided.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default: ["decide", "choose", "pick"],
		},
		vague: {
			description: "Words that leave open what is meant, in a step that names nothing concrete.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default: [
				...["as needed", "as necessary", "as required", "as appropriate", "if needed", "if necessary", "where needed"],
				...["where appropriate", "various", "and so on", "and so forth"],
			],
		},
	},
	check({ plan, options, report }) {
		const words = { undecided: options.undecided.map((word) => word.toLowerCase()), vague: options.vague };
		for (const phase of plan.allPhases) {
			for (const { words: found, kind } of stepFaults(phase, words)) {
				report(found, kind === "no-action" ? "noAction" : kind, { phase: phase.name, words: found.text });
			}
		}
	},
});
