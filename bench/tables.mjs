/**
 * Measured rows as a table with ratios of the base.
 *
 * @param {readonly { contender: import("./contenders.mjs").Contender, usages: readonly import("./measure.mjs").Usage[] }[]} rows
 * @returns {string} a Markdown table
 */
export function ratioTable(rows) {
	const base = rows.find(({ contender }) => contender.isBase);
	const baseTime = base && median(base.usages.map(({ wall }) => wall));
	const lines = rows.map(({ contender, usages }) => {
		const walls = usages.map(({ wall }) => wall);
		const ratio = baseTime === undefined ? "" : ratioOf(median(walls), baseTime);
		const spread = `${Math.min(...walls).toFixed(2)} to ${Math.max(...walls).toFixed(2)}`;
		return `| ${contender.name} | ${median(walls).toFixed(2)} (${spread}) | ${ratio} | ${figure(
			usages.map(({ cpu }) => cpu),
			2,
		)} | ${figure(
			usages.map(({ memory }) => memory),
			0,
		)} |`;
	});
	return `| contender | seconds | of bare | CPU s | peak MB |\n| --- | ---: | ---: | ---: | ---: |\n${lines.join("\n")}`;
}

/**
 * `1/12.3` when faster, `2.4×` when slower.
 *
 * @param {number} time
 * @param {number} base
 */
function ratioOf(time, base) {
	if (time === base) return "1";
	return time < base ? `1/${(base / time).toFixed(1)}` : `${(time / base).toFixed(1)}×`;
}

/**
 * @param {readonly (number | undefined)[]} all
 * @param {number} digits
 */
function figure(all, digits) {
	const known = all.filter((each) => each !== undefined);
	return known.length === 0 ? "–" : median(known).toFixed(digits);
}

/**
 * The middle of the sorted values, or the mean of the two in the middle.
 *
 * @param {readonly number[]} all
 */
export function median(all) {
	const sorted = [...all].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
