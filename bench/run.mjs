/*
 * pnpm bench [--plans N] [--runs N]
 * Measures whole processes, the contenders in turns: whatever else the machine does, it does to all of them.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { generateRepository } from "./generate-plans.mjs";

const { values } = parseArgs({
	args: process.argv.slice(2).filter((argument) => argument !== "--"),
	options: { plans: { type: "string", default: "1000" }, runs: { type: "string", default: "3" } },
});
const plans = Number(values.plans);
const runs = Number(values.runs);
const repository = dirname(import.meta.dirname);

/** Name, config and what it stands for. The first is what the others are compared with. */
const CONTENDERS = [
	{
		name: "bare ESLint + @eslint/markdown, no rules",
		config: "bare.config.js",
		text: 'import markdown from "@eslint/markdown";\nexport default [{ files: ["plans/**/*.md"], plugins: { markdown }, language: "markdown/gfm" }];\n',
	},
	{
		name: "acid-plans, recommended",
		config: "eslint.config.js",
		text: 'import acidPlans from "eslint-config-acid-plans";\nexport default [...acidPlans()];\n',
	},
];

const work = mkdtempSync(join(tmpdir(), "acid-plans-bench-"));
try {
	const files = generateRepository(plans);
	for (const [path, text] of files) write(path, text);
	for (const { config, text } of CONTENDERS) write(config, text);
	write(".gitignore", "node_modules\n");
	symlinkSync(join(repository, "node_modules"), join(work, "node_modules"));
	git("init", "--quiet");
	git("add", "--all");
	git(
		"-c",
		"user.name=bench",
		"-c",
		"user.email=bench@example.com",
		"commit",
		"--quiet",
		"--no-verify",
		"--message=Plans",
	);

	/** @type {Map<string, number[]>} */
	const times = new Map(CONTENDERS.map(({ name }) => [name, []]));
	for (let run = 0; run < runs; run += 1) {
		for (const { name, config } of CONTENDERS) times.get(name)?.push(lint(name, config));
		console.error(`run ${run + 1} of ${runs} done`);
	}
	printTable(times, lines(files));
} finally {
	rmSync(work, { recursive: true, force: true });
}

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
	mkdirSync(dirname(join(work, path)), { recursive: true });
	writeFileSync(join(work, path), text);
}

/** @param {string[]} args */
function git(...args) {
	const { status, stderr } = spawnSync("git", args, { cwd: work, encoding: "utf8" });
	if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr}`);
}

/**
 * @param {string} name
 * @param {string} config
 * @returns {number} milliseconds from start to exit
 */
function lint(name, config) {
	const start = performance.now();
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		["node_modules/eslint/bin/eslint.js", "--config", config, "plans/"],
		{
			cwd: work,
			encoding: "utf8",
			maxBuffer: 1024 ** 3,
		},
	);
	const time = performance.now() - start;
	// Findings would be work that the other does not do, and a crash is fast.
	if (status !== 0) throw new Error(`${name} ended with ${status}:\n${(stdout + stderr).slice(0, 3000)}`);
	return time;
}

/** @param {Map<string, string>} files */
function lines(files) {
	const texts = [...files].filter(([path]) => path.startsWith("plans/")).map(([, text]) => text);
	return Math.round(texts.reduce((sum, text) => sum + text.split("\n").length, 0) / texts.length);
}

/**
 * @param {Map<string, number[]>} times
 * @param {number} lines
 */
function printTable(times, lines) {
	const medians = [...times].map(([name, all]) => /** @type {const} */ ([name, median(all)]));
	const base = medians[0]?.[1] ?? Number.NaN;
	console.log(
		`\neslint plans/: ${plans} plans of about ${lines} lines, median of ${runs} interleaved runs, Node ${process.versions.node}\n`,
	);
	console.log("| contender | seconds | of bare |");
	console.log("|---|---|---|");
	for (const [name, time] of medians) {
		console.log(
			`| ${name} | ${(time / 1000).toFixed(2)} | ${name === medians[0]?.[0] ? "1" : `1/${(base / time).toFixed(1)}`} |`,
		);
	}
}

/** @param {readonly number[]} all */
function median(all) {
	const sorted = [...all].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
