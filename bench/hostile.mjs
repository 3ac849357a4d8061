/*
 * node bench/hostile.mjs [--length 100000] [--limit 60] [--write] [name part …]
 * Needs `pnpm build`. Lints documents made to exhaust the linter with all rules, at a length and at twice and four times of it, each in a
 * process of its own, and prints how the time grows: an exponent of 1 is linear, 2 quadratic. A document that takes
 * longer than the limit (seconds) is told, and ends the row. Lengths between 12,500 and 50,000 are raised to 60,000, so that one
 * parser reads a whole row. `--write` writes the tables to `HOSTILE.md`.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { hostileDocuments } from "./hostile-documents.mjs";

const { values, positionals } = parseArgs({
	args: process.argv.slice(2).filter((argument) => argument !== "--"),
	options: {
		length: { type: "string", default: "100000" },
		limit: { type: "string", default: "60" },
		write: { type: "boolean", default: false },
		one: { type: "string" },
	},
	allowPositionals: true,
});
/** Up to here some texts are read by micromark (`native-limits.ts`): a row on both sides would compare two parsers. */
const LONGEST_OF_MICROMARK = 50_000;
const asked = Number(values.length);
const isAcross = values.one === undefined && asked <= LONGEST_OF_MICROMARK && 4 * asked > LONGEST_OF_MICROMARK;
const length = isAcross ? 60_000 : asked;
const limit = Number(values.limit);
if (!(length > 0 && limit > 0)) {
	console.error(`--length and --limit take numbers above zero, not "${values.length}" and "${values.limit}".`);
	process.exit(2);
}

/** Lints one document in this process and prints the milliseconds, and what became of it. */
async function lintOne(name) {
	const { createRequire } = await import("node:module");
	const require = createRequire(new URL("../packages/eslint-plugin/package.json", import.meta.url));
	const { Linter } = require("eslint");
	const plugin = (await import("../packages/eslint-plugin/dist/index.js")).default;
	const config = [
		{
			files: ["**/*.md"],
			plugins: { "acid-plans": plugin },
			language: "acid-plans/plan",
			rules: Object.fromEntries(Object.keys(plugin.rules).map((rule) => [`acid-plans/${rule}`, "error"])),
		},
	];
	const linter = new Linter({ cwd: "/repository" });
	const filename = name === "an index" ? "/repository/plans/README.md" : "/repository/plans/a.md";
	// Loading and compiling is no part of the growth.
	for (let warm = 0; warm < 3; warm++) linter.verify(hostileDocuments["a plan"](4_000), config, { filename });
	const text = hostileDocuments[name](length);
	// Of the processor: what else the machine does is no part of the growth.
	const start = process.cpuUsage();
	const messages = linter.verify(text, config, { filename });
	const { user, system } = process.cpuUsage(start);
	const fatal = messages.find((message) => message.fatal);
	console.log(
		JSON.stringify({ time: (user + system) / 1000, length: text.length, refused: fatal?.message.slice(0, 60) }),
	);
}

function measure(name, size, seconds = limit) {
	const { stdout, stderr, error } = spawnSync(
		process.execPath,
		[fileURLToPath(import.meta.url), "--one", name, "--length", String(size)],
		{ encoding: "utf8", timeout: seconds * 1000 },
	);
	if (error) return { failed: `more than ${seconds} s` };
	if (stdout === "") return { failed: stderr.split("\n").find((line) => line.includes("Error")) ?? "crashed" };
	return JSON.parse(stdout);
}

const isWanted = (name) => positionals.length === 0 || positionals.some((part) => name.includes(part));
const shown = ({ failed, refused, time }) =>
	failed ?? (refused ? `refused: ${refused.replace(/^Parsing error: /, "")} …` : `${Math.round(time)} ms`);

/** How the time grows from a length to four times of it: the cells of a row. */
function growth(name) {
	const results = [];
	for (const size of [length, 2 * length, 4 * length]) {
		const result = measure(name, size);
		results.push(result);
		if (result.failed ?? result.refused) break;
	}
	const [first, , last] = results;
	const cells = [0, 1, 2].map((at) => (results[at] ? shown(results[at]) : ""));
	if (last?.time === undefined || last.refused !== undefined) return [...cells, ""];
	// Below some milliseconds the clock tells nothing.
	const exponent = Math.log(last.time / first.time) / Math.log(last.length / first.length);
	return [...cells, last.time < 50 ? "-" : exponent.toFixed(2)];
}

/** Large documents, each once. */
const LARGE = [
	["a plan of 10 MB", "a plan", 10_000_000],
	["100,000 phases", "one phase again", 1_600_000],
	["5 MB in one line", "one line of words", 5_000_000],
	["50,000 lists in lists", "lists in lists, in one line", 100_000],
	["50,000 quotes in quotes", "quotes in quotes", 50_000],
];

if (values.one !== undefined) await lintOne(values.one);
else {
	const written = [];
	const tell = (cells) => {
		console.log(
			`${cells[0].padEnd(32)}${cells
				.slice(1)
				.map((cell) => cell.padStart(10))
				.join(" ")}`,
		);
		written.push(`| ${cells.join(" | ")} |`);
	};
	const sizes = [length, 2 * length, 4 * length].map((size) => `${size / 1000} KB`);
	tell(["document", ...sizes, "exponent"]);
	written.push("| --- | --: | --: | --: | --: |");
	for (const name of Object.keys(hostileDocuments)) if (isWanted(name)) tell([name, ...growth(name)]);
	if (values.write) {
		written.push("", "| document | time |", "| --- | --: |");
		for (const [title, name, size] of LARGE) if (isWanted(name)) tell([title, shown(measure(name, size, 10 * limit))]);
		const head = [
			"# Hostile documents",
			"",
			`Written by \`node bench/hostile.mjs --length ${length} --limit ${limit} --write\` with Node ${process.version}: the time of the processor to lint a document with all rules, and how it grows from a length to four times of it. An exponent of 1 is linear, 2 quadratic; below it, part of the time is the same for every length. The documents are in \`hostile-documents.mjs\`.`,
			"",
		];
		writeFileSync(new URL("HOSTILE.md", import.meta.url), `${[...head, ...written].join("\n")}\n`);
	}
}
