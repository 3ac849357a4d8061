import type { SourceRange } from "./source-range.js";

/** A question that is fast to ask often: whether a range shares a character with one of these, which may overlap. */
export function overlapsAny(ranges: readonly SourceRange[]): (range: SourceRange) => boolean {
	const sorted = ranges.toSorted((a, b) => a.start - b.start);
	/** The farthest end of the ranges up to each. */
	const ends: number[] = [];
	for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? 0));
	return ({ start, end }) => {
		let low = 0;
		let high = sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sorted[middle]?.start ?? 0) < end) low = middle + 1;
			else high = middle;
		}
		return low > 0 && (ends[low - 1] ?? 0) > start;
	};
}
