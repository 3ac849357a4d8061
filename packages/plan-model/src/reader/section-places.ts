import type { Block, Phase, Plan, Section } from "../plan.js";

/** The sections that are no phase and stand in none, in the order of the document. */
export function sectionsOutsidePhases({
	sections,
	allPhases,
}: Pick<Plan, "sections" | "allPhases">): readonly Section[] {
	const phases = new Set(allPhases.map((phase: Phase) => phase.section));
	const inside = new Set<Section>();
	// A section stands behind its parent in this list.
	return sections.filter((section) => {
		const isInside = phases.has(section) || (section.parent !== undefined && inside.has(section.parent));
		if (isInside) inside.add(section);
		return !isInside;
	});
}

/** The heading of the same level that follows each section below the same parent. */
export function nextSiblings(sections: readonly Section[]): ReadonlyMap<Section, Section> {
	const next = new Map<Section, Section>();
	const last = new Map<Section | undefined, Section>();
	for (const section of sections) {
		const before = last.get(section.parent);
		if (before) next.set(before, section);
		last.set(section.parent, section);
	}
	return next;
}

/** The blocks of a section in the order of the document, those of its sub-sections included. */
export function blocksWithin(section: Section): readonly Block[] {
	return [...section.blocks, ...section.children.flatMap(blocksWithin)];
}
