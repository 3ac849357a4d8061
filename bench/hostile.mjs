/*
 * node bench/hostile.mjs [--length 100000] [--limit 60] [name part …]
 * Needs `pnpm build`. Lints documents made to exhaust the linter with all rules, at a length and at twice and four times of it, each in a
 * process of its own, and prints how the time grows: an exponent of 1 is linear, 2 quadratic. A document that takes
 * longer than the limit (seconds) is told, and ends the row.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { hostileDocuments } from "./hostile-documents.mjs";

const { values, positionals } = parseArgs({
	args: process.argv.slice(2).filter((argument) => argument !== "--"),
	options: {
		length: { type: "string", default: "100000" },
		limit: { type: "string", default: "60" },
		one: { type: "string" },
	},
	allowPositionals: true,
});
const length = Number(values.length);
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
	const start = performance.now();
	const messages = linter.verify(text, config, { filename });
	const fatal = messages.find((message) => message.fatal);
	console.log(
		JSON.stringify({ time: performance.now() - start, length: text.length, refused: fatal?.message.slice(0, 60) }),
	);
}

function measure(name, size) {
	const { stdout, stderr, error } = spawnSync(
		process.execPath,
		[fileURLToPath(import.meta.url), "--one", name, "--length", String(size)],
		{ encoding: "utf8", timeout: limit * 1000 },
	);
	if (error) return { failed: `more than ${limit} s` };
	if (stdout === "") return { failed: stderr.split("\n").find((line) => line.includes("Error")) ?? "crashed" };
	return JSON.parse(stdout);
}

if (values.one !== undefined) await lintOne(values.one);
else {
	console.log(`${"document".padEnd(32)}${["n", "2n", "4n", "exponent"].map((title) => title.padStart(10)).join("")}`);
	for (const name of Object.keys(hostileDocuments)) {
		if (positionals.length > 0 && !positionals.some((part) => name.includes(part))) continue;
		const cells = [];
		const results = [];
		for (const size of [length, 2 * length, 4 * length]) {
			const result = measure(name, size);
			results.push(result);
			cells.push(result.failed ?? result.refused ?? `${Math.round(result.time)} ms`);
			if (result.failed ?? result.refused) break;
		}
		const [first, , last] = results;
		if (last?.time !== undefined && last.refused === undefined) {
			// Below some milliseconds the clock tells nothing.
			const exponent = Math.log(last.time / first.time) / Math.log(last.length / first.length);
			cells.push(last.time < 50 ? "-" : exponent.toFixed(2));
		}
		console.log(`${name.padEnd(32)}${cells.map((cell) => cell.padStart(10)).join(" ")}`);
	}
}
