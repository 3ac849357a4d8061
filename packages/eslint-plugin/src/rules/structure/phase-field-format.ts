import { type Field, fieldFormFaults, type FieldName, fieldOrderFault } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import type { TemplateField } from "../../template.js";

/** Structure: fields in one form and one order can be skimmed, compared and read by tools. */
export default definePlanRule({
	name: "phase-field-format",
	principle: "structure",
	preset: "strict",
	template: true,
	kinds: ["plan", "template"],
	summary: "Enforce one form and one order of the fields of a phase",
	fixable: "code",
	messages: {
		label: '"{{label}}" of {{phase}} has other marks than a field. Write "**{{label}}**: …".',
		heading: '"{{label}}" of {{phase}} is a heading. Write "**{{label}}**: …".',
		list: '"{{label}}" of {{phase}} is an item of a list. Write "**{{label}}**: …" in a paragraph of its own.',
		quote: '"{{label}}" of {{phase}} stands in a block quote. Write "**{{label}}**: …" in a paragraph of its own.',
		table: '"{{label}}" of {{phase}} stands in a table. Write "**{{label}}**: …" in a paragraph of its own.',
		line: '"{{label}}" of {{phase}} stands behind another field on one line. Write "**{{label}}**: …" in a paragraph of its own.',
		order:
			'"{{label}}" of {{phase}} stands behind "{{other}}" (line {{line}}). Write the fields in this order: {{order}}.',
	},
	check({ plan, report, settings, vocabulary }) {
		const order = orderOf(settings.template.fields, (name) => vocabulary.fieldTitle(name));
		const rankOf = (field: Field): number | undefined => {
			const rank = order.findIndex(({ label, name }) =>
				name === undefined ? label.toLowerCase() === field.label.text.trim().toLowerCase() : name === field.name,
			);
			return rank < 0 ? undefined : rank;
		};
		const isAsked = (field: Field): boolean =>
			field.name === "status" || field.name === "estimate" || rankOf(field) !== undefined;
		for (const phase of plan.phases) {
			for (const { kind, field, range, edits } of fieldFormFaults(phase, plan, isAsked)) {
				report(range, kind, { label: field.label.text, phase: phase.name }, { fix: edits });
			}
			const fault = fieldOrderFault(phase, plan, rankOf);
			if (!fault) continue;
			const { field, after, edit } = fault;
			const data = {
				label: field.label.text,
				phase: phase.name,
				other: after.label.text,
				line: plan.lines.position(after.label.range.start).line,
				order: order.map(({ label }) => label).join(", "),
			};
			report(field.label, "order", data, { fix: edit && [edit] });
		}
	},
});

/** The fields of the template, with those that every template may have: dependencies and files follow the objective. */
function orderOf(fields: readonly TemplateField[], titleOf: (name: FieldName) => string): TemplateField[] {
	const more = (["dependsOn", "files"] as const)
		.filter((name) => !fields.some((field) => field.name === name))
		.map((name) => ({ name, label: titleOf(name) }));
	const at = fields.findIndex(({ name }) => name === "objective") + 1;
	return [...fields.slice(0, at), ...more, ...fields.slice(at)];
}
