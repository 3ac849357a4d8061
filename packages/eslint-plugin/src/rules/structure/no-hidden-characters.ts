import { definePlanRule, EVERY_DOCUMENT } from "../../define-plan-rule.js";

/** Structure: what people see in a plan, the tools must see, too. */
export default definePlanRule({
	name: "no-hidden-characters",
	principle: "structure",
	preset: "recommended",
	kinds: EVERY_DOCUMENT,
	summary: "Disallow characters that are not seen where they hide a phase, a field or a status",
	fixable: "code",
	messages: {
		hidden:
			'A character that is not seen ({{names}}) hides the {{what}} "{{part}}" from whoever reads this line. Delete it.',
	},
	check({ plan, report }) {
		for (const hidden of plan.hiddenParts) {
			const { hides, part, names, characters } = hidden;
			report(
				hidden,
				"hidden",
				{ what: hides, part, names: names.join(", ") },
				{ fix: characters.map(({ range }) => ({ range, text: "" })) },
			);
		}
	},
});
