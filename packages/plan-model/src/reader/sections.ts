import { readSectionContent, type SectionContent } from "./fields.js";
import { excludeItems } from "./items.js";
import type { Outline, OutlineSection } from "./outline.js";
import { readPhaseHeading, type PhaseHeading } from "../text/phase-heading.js";
import type { DocumentKind, Section } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import { LineIndex } from "../text/source-range.js";
import type { Vocabulary } from "../text/vocabulary.js";

type MutableSection = { -readonly [K in keyof Section]: Section[K] } & { children: Section[] };

/** Cuts a document into sections and reads what stands directly below each heading. */
export function readSections(
	source: string,
	outline: Outline,
	vocabulary: Vocabulary,
	path: string | undefined,
	kind: DocumentKind,
): { readonly context: ReadContext; readonly sections: readonly Section[] } {
	const contents = new Map<OutlineSection, SectionContent>();
	const built = new Map<OutlineSection, MutableSection>();
	const sections: Section[] = [];
	const excluded = new Set<OutlineSection>();
	const phaseHeadings = new Map<OutlineSection, PhaseHeading | undefined>();
	const phaseHeading = (section: OutlineSection): PhaseHeading | undefined => {
		if (!phaseHeadings.has(section))
			phaseHeadings.set(section, readPhaseHeading(section.heading.text.text, vocabulary));
		return phaseHeadings.get(section);
	};
	/** `#### Dependencies` below a phase speaks of the phase: a section of the template it is not. */
	const isInPhase = (section: OutlineSection): boolean => {
		for (let each = section.parent; each && each.heading.level > 1; each = each.parent)
			if (phaseHeading(each)?.kind === "phase") return true;
		return false;
	};
	for (const section of outline.sections) {
		const content = readSectionContent(section.nodes, source, vocabulary);
		contents.set(section, content);
		if ((section.parent && excluded.has(section.parent)) || isNoWork(section, vocabulary)) {
			excluded.add(section);
			excludeItems(content.items);
		}
		// A box behind `Depends on` says that what the phase waits for is there; that is no work of the phase.
		for (const field of content.fields)
			if (field.name === "dependsOn" || field.name === "blocks") excludeItems(field.items);
		const parent = section.parent && built.get(section.parent);
		const one: MutableSection = {
			heading: section.heading,
			name: isInPhase(section) ? undefined : vocabulary.section(section.heading.text.text),
			parent,
			children: [],
			range: section.range,
			contentRange: section.contentRange,
			isEmpty: content.isEmpty && section.children.length === 0,
			saysNone: saysNone(content, vocabulary),
			blocks: content.blocks,
			fields: content.fields,
			items: content.items,
		};
		parent?.children.push(one);
		built.set(section, one);
		sections.push(one);
	}
	const preamble = readSectionContent(outline.preamble, source, vocabulary);
	const context: ReadContext = {
		source,
		lines: new LineIndex(source),
		vocabulary,
		path,
		kind,
		outline,
		preamble,
		phaseHeading,
		content: (section) => contents.get(section) ?? preamble,
		section: (section) => {
			const found = built.get(section);
			if (!found) throw new Error("A section of another document was asked for.");
			return found;
		},
	};
	return { context, sections };
}

/** `None`, `None - all changes are local.` */
function saysNone({ looseParagraphs: [first] }: SectionContent, vocabulary: Vocabulary): boolean {
	const end = first ? first.text.search(/[.,;:(\n]|\s[-–—]/u) : -1;
	return first !== undefined && vocabulary.isNone(end < 0 ? first.text : first.text.slice(0, end));
}

/** Boxes of met prerequisites, open questions, future ideas: none of them is work of this plan. */
function isNoWork(section: OutlineSection, vocabulary: Vocabulary): boolean {
	const text = section.heading.text.text;
	return (
		vocabulary.isNoWorkSection(text) ||
		vocabulary.section(text) === "prerequisites" ||
		vocabulary.field(text) === "dependsOn"
	);
}
