import type { FieldName, Section, SectionName, Vocabulary } from "@acid-plans/model";

/** A team's own template, as the option `template` takes it. */
export interface TemplateTable {
	/** How titles end. */
	readonly title?: string | undefined;
	/** Headings of level 2 in their order, as a plan has them. */
	readonly sections: readonly string[];
	/** Fields of a phase in their order. */
	readonly fields: readonly string[];
	/** The word in front of a phase's number. */
	readonly phaseWord?: string | undefined;
	/** The level of a phase's heading. */
	readonly level?: number | undefined;
}

/** A section that a template asks for. */
export interface TemplateSection {
	/** The heading as the template writes it. */
	readonly title: string;
	/** Which section of the vocabulary that is; `undefined`: one of the team's own. */
	readonly name: SectionName | undefined;
}

/** A field that a template asks for in every phase. */
export interface TemplateField {
	readonly label: string;
	readonly name: FieldName | undefined;
}

/** What the rules of the template ask for. */
export interface Template {
	readonly kind: "acid" | "free" | "own";
	/** How titles end; `undefined`: as they like. */
	readonly title: string | undefined;
	readonly sections: readonly TemplateSection[];
	readonly fields: readonly TemplateField[];
	readonly phaseWord: string;
	readonly level: number;
}

/** The template of PLAN-FORMAT, "The template". */
export const ACID_TEMPLATE: TemplateTable = {
	title: "Implementation Plan",
	sections: [
		"Overview",
		"Goals",
		"Prerequisites",
		"ACID Breakdown",
		"Success Criteria",
		"Risks & Mitigation",
		"Timeline",
	],
	fields: ["Objective", "Steps", "Testing", "Deliverables"],
	phaseWord: "Phase",
	level: 3,
};

/**
 * The template behind the option. Under `"free"` it is that of `"acid"`: a rule of the template that somebody
 * switches on there by name asks for what it always asks for.
 */
export function templateOf(option: "acid" | "free" | TemplateTable, vocabulary: Vocabulary): Template {
	const table = typeof option === "string" ? ACID_TEMPLATE : option;
	return {
		kind: typeof option === "string" ? option : "own",
		title: table.title,
		sections: table.sections.map((title) => ({ title, name: vocabulary.section(title) })),
		fields: table.fields.map((label) => ({ label, name: vocabulary.field(label) })),
		phaseWord: table.phaseWord ?? "Phase",
		level: table.level ?? 3,
	};
}

/** Whether a section is the one that the template asks for, under any of its names. */
export function isTemplateSection({ name, heading }: Section, wanted: TemplateSection): boolean {
	return isTemplateHeading({ name, text: heading.text.text }, wanted);
}

/** The same of a heading that is no section. */
export function isTemplateHeading(
	heading: { readonly name: SectionName | undefined; readonly text: string },
	{ name, title }: TemplateSection,
): boolean {
	if (name !== undefined) return heading.name === name;
	return heading.text.trim().toLowerCase() === title.toLowerCase();
}
