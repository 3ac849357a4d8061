import { editDistance } from "@acid-plans/model";

/** What is left of the letters that may be compared for one document. */
export interface NameSearch {
	left: number;
}

/**
 * Thousands of wrong names, each compared with thousands of right ones, would take minutes. What the wrong names of a
 * document that somebody wrote need is a hundredth of it; the findings behind are told without a name to take instead.
 */
export function nameSearch(): NameSearch {
	return { left: 20_000_000 };
}

/**
 * The name that was probably meant: the closest one within a third of its length, counting a letter that is wrong,
 * missing, added or swapped with its neighbour as one slip (optimal string alignment distance).
 *
 * @param search of the document, where a stranger decides how often is asked
 * @returns `undefined` when nothing is close
 */
export function nearestName<Name extends string>(
	written: string,
	names: Iterable<Name>,
	search: NameSearch = nameSearch(),
): Name | undefined {
	let best: Name | undefined;
	let bestDistance = Math.floor(Math.min(written.length, 64) / 3) + 1;
	for (const name of names) {
		if (search.left-- <= 0) return undefined;
		if (Math.abs(name.length - written.length) >= bestDistance) continue;
		search.left -= written.length * name.length;
		const distance = editDistance(written.toLowerCase(), name.toLowerCase(), bestDistance - 1);
		if (distance < bestDistance) {
			best = name;
			bestDistance = distance;
		}
	}
	return best;
}
