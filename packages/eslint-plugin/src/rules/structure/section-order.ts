import { findMisplacedSections, moveSection, type Section } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import { isTemplateSection } from "../../template.js";

/** Structure: what a reader looks for stands where it stands in every other plan. */
export default definePlanRule({
	name: "section-order",
	principle: "structure",
	preset: "strict",
	template: true,
	kinds: ["plan", "template"],
	summary: "Enforce the order of sections that the template gives",
	hasSuggestions: true,
	messages: {
		early:
			'The section "{{title}}" stands before "{{other}}" (line {{line}}), which comes first in the template. Move it below that section.',
		late: 'The section "{{title}}" stands after "{{other}}" (line {{line}}), which comes later in the template. Move it above that section.',
		move: 'Move "{{title}}" to its place.',
	},
	check({ plan, report, settings }) {
		const wanted = settings.template.sections.map((each) => (section: Section) => isTemplateSection(section, each));
		for (const { section, other, isLate } of findMisplacedSections(plan, wanted)) {
			const title = section.heading.text.text;
			const edits = moveSection(plan, section, isLate ? other.range.start : other.range.end);
			report(
				section.heading,
				isLate ? "late" : "early",
				{ title, other: other.heading.text.text, line: plan.lines.position(other.range.start).line },
				{ suggest: edits && [{ messageId: "move", data: { title }, edits }] },
			);
		}
	},
});
