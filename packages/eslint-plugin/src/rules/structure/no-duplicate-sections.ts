import { type Field, type FieldName, type Phase, type Plan, type Section, sectionsOutsidePhases } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import { isTemplateSection, type TemplateSection } from "../../template.js";

/** What a phase has once; `Run` and `Expected` come with every step, and paths have a line each. */
const ONCE: ReadonlySet<FieldName | undefined> = new Set<FieldName>(["objective", "steps", "testing", "deliverables", "dependsOn"]);

/** Structure: who reads the first of two sections does not know that there is a second. */
export default definePlanRule({
	name: "no-duplicate-sections",
	principle: "structure",
	preset: "recommended",
	kinds: ["plan", "archive"],
	summary: "Disallow a section of the template, or a field of one phase, that stands twice",
	messages: {
		section: 'The section "{{title}}" stands here and on line {{line}}. Join the two, or say in their headings how they differ.',
		field: '{{phase}} has "{{label}}" here and on line {{line}}. Join the two.',
	},
	check({ plan, report, settings }) {
		const lineOf = ({ range }: Section | Field): number => plan.lines.position(range.start).line;
		for (const [first, again] of repeated(sectionsOf(plan, settings.template.sections), sectionKey)) {
			report(again.heading, "section", { title: again.heading.text.text, line: lineOf(first) });
		}
		for (const phase of plan.allPhases) {
			for (const [first, again] of repeated(fieldsOf(phase), ({ label }) => label.text.trim().toLowerCase())) {
				report(again.label, "field", { phase: phase.name, label: again.label.text, line: lineOf(first) });
			}
		}
	},
});

/** Sections of the template outside the phases: below each phase, the same headings come again. */
function sectionsOf(plan: Plan, template: readonly TemplateSection[]): Section[] {
	return sectionsOutsidePhases(plan).filter(
		(section) => section.heading.level > 1 && (section.name !== undefined || template.some((wanted) => isTemplateSection(section, wanted))),
	);
}

/** Siblings with the same words; `Summary` at the end does not repeat the `Overview`. */
function sectionKey({ heading, parent }: Section): string {
	const words = heading.text.text.toLowerCase().match(/\p{L}+/gu) ?? [];
	return `${parent?.range.start ?? ""} ${heading.level} ${words.join(" ")}`;
}

/** Fields right below the heading of a phase: sub-headings divide it into parts that have fields of their own. */
function fieldsOf(phase: Phase): Field[] {
	const own = new Set<Field>(phase.section?.fields);
	const headings = new Map(phase.fields.filter(({ form }) => form === "heading").map((field) => [field.range.start, field]));
	const children = phase.section?.children ?? [];
	// Behind a heading that is no field, the fields are those of a part.
	const parts = children.findIndex(({ range }) => !headings.has(range.start));
	const ownHeadings = new Set(children.slice(0, parts < 0 ? undefined : parts).map(({ range }) => headings.get(range.start)));
	return phase.fields.filter((field) => ONCE.has(field.name) && field.label.text.toLowerCase() !== "expected" && (own.has(field) || ownHeadings.has(field)));
}

function repeated<Part>(parts: readonly Part[], keyOf: (part: Part) => string): [first: Part, again: Part][] {
	const seen = new Map<string, Part>();
	return parts.flatMap((part): [Part, Part][] => {
		const first = seen.get(keyOf(part));
		if (first !== undefined) return [[first, part]];
		seen.set(keyOf(part), part);
		return [];
	});
}
