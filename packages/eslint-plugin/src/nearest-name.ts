import { editDistance } from "@acid-plans/model";

/**
 * The name that was probably meant: the closest one within a third of its length, counting a letter that is wrong,
 * missing, added or swapped with its neighbour as one slip (optimal string alignment distance).
 *
 * @returns `undefined` when nothing is close
 */
export function nearestName<Name extends string>(written: string, names: Iterable<Name>): Name | undefined {
	let best: Name | undefined;
	let bestDistance = Math.floor(Math.min(written.length, 64) / 3) + 1;
	for (const name of names) {
		if (Math.abs(name.length - written.length) >= bestDistance) continue;
		const distance = editDistance(written.toLowerCase(), name.toLowerCase(), bestDistance - 1);
		if (distance < bestDistance) {
			best = name;
			bestDistance = distance;
		}
	}
	return best;
}
