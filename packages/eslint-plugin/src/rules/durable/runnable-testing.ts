import { namesEvidence } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Durable: what is done can be checked again, by somebody else and years later. */
export default definePlanRule({
	name: "runnable-testing",
	principle: "durable",
	preset: "strict",
	summary: "Disallow tests that name nothing one could run or observe",
	messages: {
		vague:
			'"{{label}}" of {{phase}} names nothing that one could run or observe. Name a command, a file, or what is to be seen.',
	},
	check({ plan, report, vocabulary }) {
		for (const phase of plan.allPhases) {
			if (!phase.testing || phase.status?.tier === "dropped" || namesEvidence(phase, vocabulary)) continue;
			report(phase.testing.label, "vague", { label: phase.testing.label.text, phase: phase.name });
		}
	},
});
