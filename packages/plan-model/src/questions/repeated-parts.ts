import type { Field, Phase, Plan, Section } from "../plan.js";
import { sectionsOutsidePhases } from "../reader/section-places.js";
import type { FieldName } from "../text/vocabulary.js";

/** A part that stands where another one of its name stood already. */
export interface RepeatedPart<Part> {
	readonly first: Part;
	readonly again: Part;
}

/** What a phase has once; `Run` and `Expected` come with every step, and paths have a line each. */
const ONCE: ReadonlySet<FieldName | undefined> = new Set<FieldName>([
	"objective",
	"steps",
	"testing",
	"deliverables",
	"dependsOn",
]);

/**
 * Sections with the same words below the same heading, outside the phases: below each phase the same headings come
 * again. Numbers and emoji are no words; synonyms are others, since a summary does not repeat the overview.
 *
 * @param isAsked which sections are to stand once
 */
export function findRepeatedSections(plan: Plan, isAsked: (section: Section) => boolean): RepeatedPart<Section>[] {
	const sections = sectionsOutsidePhases(plan).filter((section) => section.heading.level > 1 && isAsked(section));
	return repeated(sections, ({ heading, parent }) => {
		const words = heading.text.text.toLowerCase().match(/\p{L}+/gu) ?? [];
		return `${parent?.range.start ?? ""} ${heading.level} ${words.join(" ")}`;
	});
}

/** Fields with one label right below the heading of a phase: sub-headings divide it into parts with fields of their own. */
export function findRepeatedFields({ fields, section }: Phase): RepeatedPart<Field>[] {
	const headings = new Map(fields.filter(({ form }) => form === "heading").map((field) => [field.range.start, field]));
	const children = section?.children ?? [];
	// Behind a heading that is no field, the fields are those of a part.
	const parts = children.findIndex(({ range }) => !headings.has(range.start));
	const own = new Set<Field | undefined>(section?.fields);
	for (const { range } of children.slice(0, parts < 0 ? undefined : parts)) own.add(headings.get(range.start));
	const labelOf = ({ label }: Field): string => label.text.trim().toLowerCase();
	return repeated(
		fields.filter((field) => ONCE.has(field.name) && own.has(field) && labelOf(field) !== "expected"),
		labelOf,
	);
}

function repeated<Part>(parts: readonly Part[], keyOf: (part: Part) => string): RepeatedPart<Part>[] {
	const seen = new Map<string, Part>();
	return parts.flatMap((again): RepeatedPart<Part>[] => {
		const key = keyOf(again);
		const first = seen.get(key);
		if (first !== undefined) return [{ first, again }];
		seen.set(key, again);
		return [];
	});
}
