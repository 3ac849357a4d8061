/*
 * node bench/parsing.mjs
 * What a parse takes once everything is loaded and warm: @eslint/markdown's language and ours in turns, in one process.
 * It counts the time of the processor, which a busy machine changes little. Prints a Markdown table.
 */
import { fileURLToPath } from "node:url";
import markdown from "@eslint/markdown";
import { FastMarkdownLanguage } from "../packages/fast-markdown/dist/index.js";
import { generateRepository } from "./generate-plans.mjs";
import { median } from "./tables.mjs";

const ROUNDS = 7;
/** The first rounds are for the engine's compiler. */
const WARM_UP = 2;

/**
 * @param {number} count how many plans
 * @returns {string}
 */
export function parsingTable(count = 12) {
	const texts = [...generateRepository(count)]
		.filter(([path]) => path.startsWith("plans/") && !path.endsWith("README.md"))
		.map(([, text]) => text);
	const ours = new FastMarkdownLanguage();
	// What takes less than a millisecond is done more often: the clock of the processor is coarse.
	const rows = [
		{ name: "@eslint/markdown, `markdown/gfm`", language: markdown.languages.gfm, options: {}, times: 1 },
		{ name: 'fast-markdown, `parser: "micromark"`', language: ours, options: { parser: "micromark" }, times: 1 },
		{ name: 'fast-markdown, `parser: "native"`', language: ours, options: { parser: "native" }, times: 20 },
	].map((row) => ({ ...row, rounds: /** @type {number[]} */ ([]) }));
	for (let round = 0; round < ROUNDS; round += 1) {
		for (const { language, options, times, rounds } of rows) {
			const start = process.cpuUsage();
			for (let time = 0; time < times; time += 1) {
				for (const text of texts) parse(language, text, { frontmatter: "yaml", ...options });
			}
			const { user, system } = process.cpuUsage(start);
			if (round >= WARM_UP) rounds.push((user + system) / 1000 / times / texts.length);
		}
	}
	const base = median(rows[0]?.rounds ?? []);
	const lines = rows.map(({ name, rounds }) => {
		const time = median(rounds);
		const spread = `${Math.min(...rounds).toFixed(2)} to ${Math.max(...rounds).toFixed(2)}`;
		return `| ${name} | ${time.toFixed(2)} (${spread}) | ${time < base / 1.5 ? `1/${(base / time).toFixed(0)}` : (time / base).toFixed(1)} |`;
	});
	const size = Math.round(median(texts.map(({ length }) => length)) / 1000);
	return `${texts.length} plans of about ${size},000 characters, warm, median of ${ROUNDS - WARM_UP} rounds.

| language | CPU ms a plan | of @eslint/markdown |
| --- | ---: | ---: |
${lines.join("\n")}`;
}

/**
 * @param {{ parse(file: any, context: any): { ok: boolean } }} language
 * @param {string} body
 * @param {Readonly<Record<string, unknown>>} languageOptions
 */
function parse(language, body, languageOptions) {
	const file = { path: "plan.md", physicalPath: "plan.md", bom: false, body };
	if (!language.parse(file, { languageOptions }).ok) throw new Error("A plan could not be parsed.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(parsingTable());
