import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: what was to be filled in and never was reads like a plan and is none. */
export default definePlanRule({
	name: "no-placeholders",
	principle: "structure",
	preset: "recommended",
	kinds: ["plan", "archive"],
	summary: "Disallow template text that was left in",
	messages: {
		text: '"{{text}}" was left over from the template. Write what belongs there, or delete it.',
		value: '"{{text}}" stands where a value belongs. Write the value, or delete the line until it is known.',
		date: '"{{text}}" stands where a date belongs. Write the date, or delete the line until it is known.',
		number: '"{{text}}" stands where a number belongs. Write the number, or say in words that there is none yet.',
		comment: 'A comment of the template was left in: "{{text}}". Do what it says, then delete it.',
	},
	check({ plan, report }) {
		for (const placeholder of plan.placeholders)
			report(placeholder, placeholder.kind, { text: placeholder.text.slice(0, 80) });
	},
});
