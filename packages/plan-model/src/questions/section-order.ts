import type { Plan, Section } from "../plan.js";
import { sectionsOutsidePhases } from "../reader/section-places.js";

/** A section that would have to move for the others to be in order. */
export interface MisplacedSection {
	readonly section: Section;
	/** The section that it stands on the wrong side of. */
	readonly other: Section;
	/** It stands behind the other one and belongs before it. */
	readonly isLate: boolean;
}

/**
 * The sections that stand out of a wanted order: as few as possible, the rest is the longest run that is in order.
 * The first section of each kind below the title counts; what stands deeper or in a phase belongs to its parent.
 *
 * @param wanted for each place in the order, whether a section is the one that belongs there
 */
export function findMisplacedSections(
	plan: Plan,
	wanted: readonly ((section: Section) => boolean)[],
): MisplacedSection[] {
	const top = sectionsOutsidePhases(plan).filter(({ heading, parent }) =>
		parent ? parent.heading.level === 1 : heading !== plan.title,
	);
	const placed = wanted
		.flatMap((isWanted, rank) => {
			const section = top.find(isWanted);
			return section ? [{ section, rank }] : [];
		})
		.sort((a, b) => a.section.range.start - b.section.range.start);
	const kept = longestRun(placed);
	return placed.flatMap((each): MisplacedSection[] => {
		if (kept.includes(each)) return [];
		const { section, rank } = each;
		const next = kept.find((other) => other.rank > rank);
		const isLate = next !== undefined && next.section.range.start < section.range.start;
		const other = isLate ? next : kept.findLast((before) => before.rank < rank);
		return other ? [{ section, other: other.section, isLate }] : [];
	});
}

function longestRun<Placed extends { readonly rank: number }>(placed: readonly Placed[]): readonly Placed[] {
	const longest = (runs: readonly (readonly Placed[])[]): readonly Placed[] =>
		runs.reduce<readonly Placed[]>((best, run) => (run.length > best.length ? run : best), []);
	const runs: (readonly Placed[])[] = [];
	for (const each of placed) {
		runs.push([...longest(runs.filter((run) => (run.at(-1)?.rank ?? -1) < each.rank)), each]);
	}
	return longest(runs);
}
