import { type Field, findRepeatedFields, findRepeatedSections, type Section } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import { isTemplateSection } from "../../template.js";

/** Structure: who reads the first of two sections does not know that there is a second. */
export default definePlanRule({
	name: "no-duplicate-sections",
	principle: "structure",
	preset: "recommended",
	kinds: ["plan", "archive"],
	summary: "Disallow a section of the template, or a field of one phase, that stands twice",
	messages: {
		section:
			'The section "{{title}}" stands here and on line {{line}}. Join the two, or say in their headings how they differ.',
		field: '{{phase}} has "{{label}}" here and on line {{line}}. Join the two.',
	},
	check({ plan, report, settings }) {
		const lineOf = ({ range }: Section | Field): number => plan.lines.position(range.start).line;
		const isOfTemplate = (section: Section): boolean =>
			section.name !== undefined || settings.template.sections.some((wanted) => isTemplateSection(section, wanted));
		for (const { first, again } of findRepeatedSections(plan, isOfTemplate)) {
			report(again.heading, "section", { title: again.heading.text.text, line: lineOf(first) });
		}
		for (const phase of plan.allPhases) {
			for (const { first, again } of findRepeatedFields(phase)) {
				report(again.label, "field", { phase: phase.name, label: again.label.text, line: lineOf(first) });
			}
		}
	},
});
