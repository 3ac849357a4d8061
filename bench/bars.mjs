import { median } from "./tables.mjs";

/** @typedef {import("./contenders.mjs").Contender} Contender */
/** @typedef {import("./measure.mjs").Usage} Usage */
/** @typedef {readonly { contender: Contender, usages: readonly Usage[] }[]} Rows */

/**
 * What was measured, as far as the bars of decision record 020 ask for it.
 *
 * @typedef {object} Measured
 * @property {Rows} all all plans
 * @property {Rows} one one plan among them
 * @property {Rows} start imports
 * @property {number} editor a later lint in an editor, of bare
 * @property {{ disk: number, memory: number }} summaries bytes a plan
 * @property {readonly { size: number, wall: number }[]} growth
 */

/**
 * The bars and how far the figures are from them.
 *
 * @param {Measured} measured
 * @returns {string} a Markdown table
 */
export function barTable({ all, one, start, editor, summaries, growth }) {
	const of = (/** @type {Rows} */ rows, /** @type {string} */ name, /** @type {"wall" | "memory"} */ what = "wall") => {
		const row =
			rows.find(({ contender }) => contender.name === name) ??
			rows.find(({ contender }) => contender.name.startsWith(name));
		if (!row) throw new Error(`Nothing was measured under the name "${name}".`);
		return median(row.usages.map((usage) => usage[what] ?? Number.NaN));
	};
	const bare = of(all, "bare ESLint");
	const node = of(start, "Node itself");
	const [least, most] = [growth[0], growth.at(-1)];
	const thousand = growth.find(({ size }) => size >= 1000) ?? least;
	/** @type {readonly (readonly [string, number, number])[]} */
	const bars = [
		...["recommended, summaries known", "recommended, nothing remembered"].flatMap((which) => {
			const ours = of(all, `acid-plans, ${which}`);
			return /** @type {const} */ ([
				[`all plans, ${which}, of bare ESLint + @eslint/markdown without rules`, ours / bare, 1 / 20],
				[`all plans, ${which}, of markdownlint-cli2`, ours / of(all, "markdownlint-cli2"), 1 / 12],
				[`all plans, ${which}, of rumdl without its cache`, ours / of(all, "rumdl"), 1],
			]);
		}),
		[
			"all plans, strict, of our language without rules",
			of(all, "acid-plans, strict") / of(all, "acid-plans, no rules"),
			1.5,
		],
		["one plan, later runs, of bare", of(one, "acid-plans, recommended, later") / of(one, "bare ESLint"), 0.7],
		["one plan, first run, of bare", of(one, "acid-plans, recommended, first") / of(one, "bare ESLint"), 2],
		...["a change that concerns no other plan", "a status that changed"].map(
			(change) =>
				/** @type {const} */ ([
					`\`check --staged\`, later runs, ${change}, of ESLint's floor on one file`,
					of(one, `acid-plans check --staged, later runs, ${change}`) / of(one, "ESLint's floor"),
					2.5,
				]),
		),
		["editor, from a change to the next findings, of bare", editor, 0.2],
		[
			"importing the config, of importing @eslint/markdown, without the start of Node",
			(of(start, '`import "eslint-config-acid-plans"`') - node) / (of(start, '`import "@eslint/markdown"`') - node),
			0.5,
		],
		[
			"peak memory, recommended, of bare",
			of(all, "acid-plans, recommended, summaries known", "memory") / of(all, "bare ESLint", "memory"),
			1,
		],
		["what others need to know of a plan, on disk, of 1 KB", summaries.disk / 1024, 1],
		["what others need to know of a plan, in memory, of 1 KB", summaries.memory / 1024, 2],
		...(thousand && most && thousand !== most
			? [
					/** @type {const} */ ([
						`seconds a plan, ${most.size} plans of ${thousand.size}`,
						most.wall / most.size / (thousand.wall / thousand.size),
						1.1,
					]),
				]
			: []),
	];
	return `| what | measured | bar | |\n| --- | ---: | ---: | --- |\n${bars
		.map(([what, ratio, bar]) => `| ${what} | ${times(ratio)} | ${times(bar)} | ${ratio <= bar ? "met" : "not met"} |`)
		.join("\n")}`;
}

/** @param {number} ratio */
function times(ratio) {
	return ratio < 0.1 ? `1/${(1 / ratio).toFixed(1)}` : ratio.toFixed(2);
}
