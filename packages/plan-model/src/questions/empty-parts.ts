import type { Field, Phase, Plan, Section } from "../plan.js";
import { nextSiblings } from "../reader/section-places.js";
import type { FieldName } from "../text/vocabulary.js";

/** What is said in a phrase. Sub-headings below the last label of a section are the value of any other. */
const PHRASES: ReadonlySet<FieldName> = new Set<FieldName>([
	"status",
	"owner",
	"lastUpdated",
	"estimate",
	"priority",
	"dependsOn",
	"blocks",
	"branch",
]);

/** A heading or label with nothing behind it. */
export type EmptyPart =
	| { readonly kind: "section" | "question" | "phase"; readonly section: Section }
	| { readonly kind: "field"; readonly field: Field };

/**
 * Finds headings and labels that promise something and hold nothing, where that is certain.
 *
 * An empty heading often is the content itself (`Total: 3 months`), or heads what follows on its own level
 * (`Graduation Criteria`, then `Alpha`). What holds nothing but a comment is a placeholder, not an empty section.
 * Questions count where most questions of the document have an answer; else it is a form that is yet to be filled in.
 */
export function findEmptyParts(plan: Plan): EmptyPart[] {
	const parts: EmptyPart[] = [];
	const phases = new Map(plan.allPhases.map((phase) => [phase.section, phase]));
	const next = nextSiblings(plan.sections);
	const fieldNames = headingFields(plan);
	const questions = plan.sections.filter(isQuestion);
	const areAnswered = questions.filter(({ isEmpty }) => isEmpty).length * 2 < questions.length;
	for (const section of plan.sections) {
		if (section.isEmpty && !section.blocks.some(({ type }) => type === "html")) {
			const phase = phases.get(section);
			if (isQuestion(section)) {
				if (areAnswered) parts.push({ kind: "question", section });
			} else if (phase) {
				if (isForgotten(phase, next.get(section))) parts.push({ kind: "phase", section });
			} else if (isCertainlyEmpty(section, next.get(section), fieldNames, phases))
				parts.push({ kind: "section", section });
		}
		section.fields.forEach((field, index) => {
			const [below] = section.children;
			const isLast = index === section.fields.length - 1 && below !== undefined && !fieldNames.has(below);
			if (field.name !== undefined && field.isEmpty && !(isLast && !PHRASES.has(field.name)))
				parts.push({ kind: "field", field });
		});
	}
	return parts;
}

function isQuestion({ heading }: Section): boolean {
	return /[?？]\s*$/u.test(heading.text.text);
}

/** The sections that are fields of a phase: `#### Testing`. */
function headingFields({ allPhases }: Plan): ReadonlyMap<Section, FieldName> {
	const names = new Map<Section, FieldName>();
	for (const { fields, section } of allPhases) {
		const starts = new Map(fields.map(({ form, name, range }) => [range.start, form === "heading" ? name : undefined]));
		for (const child of section?.children ?? []) {
			const name = starts.get(child.range.start);
			if (name !== undefined) names.set(child, name);
		}
	}
	return names;
}

/** Nothing follows on its level that it could head: another part of the template, another field, the first phase. */
function isCertainlyEmpty(
	section: Section,
	next: Section | undefined,
	fieldNames: ReadonlyMap<Section, FieldName>,
	phases: ReadonlyMap<Section | undefined, Phase>,
): boolean {
	const { heading } = section;
	if (heading.level === 1 || isContent(heading.text.text)) return false;
	if (next === undefined) return true;
	const name = section.name ?? fieldNames.get(section);
	if (name === undefined) return false;
	if (phases.has(next)) return name !== "breakdown" && name !== "timeline" && section.name !== undefined;
	const other = section.name === undefined ? fieldNames.get(next) : next.name;
	return other !== undefined && other !== name;
}

const SECTION_NUMBER = /^\s*(?:§\s?)?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?\s+/u;

/** `Timeline: 8 weeks`, `R4 — two seconds more`, `(moved to Phase 1)`, `There are none.`: the heading says it all. */
function isContent(heading: string): boolean {
	const title = heading.replace(SECTION_NUMBER, "");
	return /[:：]\s*\S|\s[-–—]\s|[()[\]\d]|[.!]\s*$/u.test(title) || title.split(/\s+/u).length > 6;
}

/** A phase with nothing in it among phases that have something. One with a status may be a line in a list of what was done. */
function isForgotten({ series, position, status }: Phase, next: Section | undefined): boolean {
	if (status !== undefined || series.phases.length < 2) return false;
	if (!series.phases.every((other) => other.position === position || other.section?.isEmpty === false)) return false;
	return next === undefined || next === series.phases[position + 1]?.section;
}
