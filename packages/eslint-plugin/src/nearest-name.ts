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
		const distance = slips(written.toLowerCase(), name.toLowerCase());
		if (distance < bestDistance) {
			best = name;
			bestDistance = distance;
		}
	}
	return best;
}

function slips(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
			row.push(least);
		}
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? 0;
}
