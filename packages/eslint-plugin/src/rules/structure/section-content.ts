import {
	type Block,
	blocksWithin,
	type Field,
	findEmptyParts,
	type Section,
	sectionsOutsidePhases,
} from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

const LISTS = ["list", "ordered-list"] as const;

/** Structure: a heading promises something, and a label does. */
export default definePlanRule({
	name: "section-content",
	principle: "structure",
	preset: "recommended",
	// A README is an index by its name and may be the plan of a folder of its own: of it, open questions are told.
	kinds: ["plan", "archive", "index"],
	summary: "Require something to stand in every section and field",
	messages: {
		section: 'Nothing stands below the heading "{{title}}". Write what belongs there, or take the heading out.',
		question: 'The question "{{title}}" has no answer. Answer it, or write why it needs none.',
		field: 'Nothing stands behind "{{label}}". Write its value, or take the label out.',
		form: 'The template asks for {{forms}} in "{{title}}", and there is none. Write its content as {{forms}}.',
	},
	options: {
		forms: {
			description:
				'What the template asks for in sections and fields, by their names: one of these blocks; an empty list asks for nothing. Not under `template: "free"`.',
			schema: {
				type: "object",
				additionalProperties: {
					type: "array",
					items: { enum: ["list", "ordered-list", "table", "paragraph", "code"] },
				},
			},
			default: {
				goals: LISTS,
				prerequisites: LISTS,
				successCriteria: LISTS,
				risks: ["table", ...LISTS],
				timeline: ["table", ...LISTS],
				steps: ["ordered-list"],
			},
		},
	},
	check({ plan, options, report, settings }) {
		const isFree = settings.template.kind === "free";
		for (const part of findEmptyParts(plan)) {
			if (part.kind === "question") report(part.section.heading, "question", { title: part.section.heading.text.text });
			// An empty group of an index is no defect, and what a phase must have is for require-phase-fields to say.
			else if (plan.kind === "index" || (part.kind === "phase" && !isFree)) continue;
			else if (part.kind === "field") report(part.field.label, "field", { label: part.field.label.text });
			else report(part.section.heading, "section", { title: part.section.heading.text.text });
		}
		if (isFree || plan.kind !== "plan") return;
		const checkForm = (
			name: string | undefined,
			part: Section | Field,
			title: string,
			blocks: readonly Block["type"][],
		): void => {
			const wanted = name === undefined ? undefined : options.forms[name];
			if (wanted === undefined || wanted.length === 0 || wanted.some((type) => blocks.includes(type))) return;
			// What is yet to be written has no form; no-placeholders tells it.
			if (plan.placeholders.some(({ range }) => part.range.start <= range.start && range.end <= part.range.end)) return;
			report("heading" in part ? part.heading : part.label, "form", { title, forms: formsOf(wanted) });
		};
		for (const section of sectionsOutsidePhases(plan)) {
			const isOfTemplate = settings.template.sections.some(({ name }) => name !== undefined && name === section.name);
			if (isOfTemplate && !section.isEmpty && !section.saysNone)
				checkForm(
					section.name,
					section,
					section.heading.text.text,
					blocksWithin(section).map(({ type }) => type),
				);
		}
		for (const { stepsField } of plan.phases) {
			if (stepsField && !stepsField.isEmpty)
				checkForm(
					"steps",
					stepsField,
					stepsField.label.text,
					stepsField.items.some(({ number }) => number !== undefined) ? ["ordered-list"] : ["list"],
				);
		}
	},
});

function formsOf(types: readonly string[]): string {
	const names = types
		.filter((type) => type !== "ordered-list" || !types.includes("list"))
		.map((type) => (type === "ordered-list" ? "an ordered list" : type === "code" ? "a code block" : `a ${type}`));
	return names.join(" or ");
}
