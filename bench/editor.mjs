/*
 * node bench/editor.mjs <repository> <plan> <runs>
 * How long somebody at an editor waits: the real language server of the ESLint extension, from its start to the first
 * findings of a plan, and from a change in the buffer to the next ones. Prints JSON: a Markdown table, and the ratio of a
 * later lint with the recommended preset to that of the bare language.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import { median } from "./tables.mjs";

const root = dirname(import.meta.dirname);
const [work = "", plan = "", runs = "3"] = process.argv.slice(2);
/** Changes typed into one buffer, for each run. */
const CHANGES = 9;

const ROWS = [
	{ name: "bare ESLint + @eslint/markdown, no rules", config: "bare.config.mjs" },
	{ name: "acid-plans, recommended, the first time", config: "eslint.config.mjs", isCold: true },
	{ name: "acid-plans, recommended", config: "eslint.config.mjs" },
	{ name: "acid-plans, strict", config: "strict.config.mjs" },
];

const { HeadlessEditor } = await loadEditor();
const text = readFileSync(join(work, plan), "utf8");
const times = ROWS.map(() => ({ first: /** @type {number[]} */ ([]), next: /** @type {number[]} */ ([]) }));
for (let run = 0; run < Number(runs); run += 1) {
	for (const [at, { config, isCold = false }] of ROWS.entries()) {
		if (isCold) rmSync(join(work, "node_modules/.cache"), { recursive: true, force: true });
		const { first, next } = await wait(config);
		times[at]?.first.push(first);
		times[at]?.next.push(...next);
	}
}
const base = median(times[0]?.next ?? []);
const lines = ROWS.map(({ name }, at) => {
	const { first = [], next = [] } = times[at] ?? {};
	return `| ${name} | ${median(first).toFixed(0)} | ${median(next).toFixed(1)} | ${(median(next) / base).toFixed(2)} |`;
});
/**
 * @typedef {object} EditorFigures
 * @property {string} table
 * @property {number} ratio
 */

const ratio = median(times[ROWS.findIndex(({ name }) => name === "acid-plans, recommended")]?.next ?? []) / base;
const table = `| | ms to the first findings | ms from a change to the next | of bare |\n| --- | ---: | ---: | ---: |\n${lines.join("\n")}`;
process.stdout.write(JSON.stringify(/** @type {EditorFigures} */ ({ table, ratio })));

/**
 * @param {string} config
 * @returns {Promise<{ first: number, next: number[] }>} milliseconds
 */
async function wait(config) {
	const start = performance.now();
	const editor = await HeadlessEditor.start(
		work,
		{ "eslint.options": { overrideConfigFile: join(work, config) } },
		process.env,
	);
	try {
		await editor.open(plan, text);
		await editor.diagnostics(plan);
		const first = performance.now() - start;
		const next = [];
		for (let change = 0; change < CHANGES; change += 1) {
			await editor.type(plan, `${text}\n${"A last word. ".repeat(change + 1)}\n`);
			const changed = performance.now();
			await editor.diagnostics(plan);
			next.push(performance.now() - changed);
		}
		return { first, next };
	} finally {
		await editor.stop();
	}
}

/**
 * The editor of the tests, without its types: Node 20 does not read TypeScript.
 *
 * @returns {Promise<typeof import("../test/editor/headless-editor.ts")>}
 */
async function loadEditor() {
	const { code } = transformSync(readFileSync(join(root, "test/editor/headless-editor.ts"), "utf8"), { loader: "ts" });
	// Below the root, so that what it imports is found.
	const file = join(root, "node_modules/.cache/acid-plans-bench/headless-editor.mjs");
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, code);
	return import(pathToFileURL(file).href);
}
