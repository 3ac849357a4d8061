/*
 * pnpm bench [--plans 1000] [--growth 10,100,1000,5000] [--runs 3] [--write]
 * Measures whole processes, the contenders in turns: whatever else the machine does, it does to all of them.
 * `--write` puts the tables into RESULTS.md.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { barTable } from "./bars.mjs";
import {
	CONFIGS,
	installContenders,
	linkPackages,
	listContenders,
	listOnePlanContenders,
	checkOfStatusChange,
	SUMMARIES_KNOWN,
} from "./contenders.mjs";
import { generateRepository } from "./generate-plans.mjs";
import { measure } from "./measure.mjs";
import { parsingTable } from "./parsing.mjs";
import { median, ratioTable } from "./tables.mjs";

/** @typedef {import("./contenders.mjs").Contender} Contender */
/** @typedef {import("./measure.mjs").Usage} Usage */

const { values } = parseArgs({
	args: process.argv.slice(2).filter((argument) => argument !== "--"),
	options: {
		plans: { type: "string", default: "1000" },
		growth: { type: "string", default: "10,100,1000,5000" },
		runs: { type: "string", default: "3" },
		write: { type: "boolean", default: false },
	},
});
const plans = wholeNumber("plans", values.plans);
const runs = wholeNumber("runs", values.runs);
const growth = values.growth === "" ? [] : values.growth.split(",").map((each) => wholeNumber("growth", each));

/** A folder of plans as somebody with an editor has it. */
const EDITED = 200;
/** The one that is linted alone, and staged. */
const onePlan = "plans/0002-import.md";
const versions = installContenders();
const inFolder = inRepository(plans, (work, lines) => {
	const all = measureAll(listContenders(work, versions), work);
	stage(work, onePlan, (text) => `${text}\nA last word.\n`);
	const one = measureAll(listOnePlanContenders(work, onePlan), work);
	// The status is what other plans and the index know of a plan: all of them are looked at again.
	stage(work, onePlan, (text) => text.replace(/^(\*\*Status\*\*: ).*$/m, "$1🔄 In Progress"));
	one.push(...measureAll([checkOfStatusChange()], work));
	return { lines, all, one, rules: costOfRules(work), summaries: measureSummaries(work) };
});
const editor = inRepository(EDITED, measureEditor);
const start = measureStart();
const sizes = measureGrowth(growth);
const { lines, all, one, rules, summaries } = inFolder;
const parts = [
	header(),
	"## The bars",
	barTable({ all, one, start, editor: editor.ratio, summaries, growth: sizes }),
	`## All plans: ${plans} of about ${lines} lines, ${runs} interleaved runs`,
	ratioTable(all),
	`## One plan in a folder of ${plans}`,
	ratioTable(one),
	"## Where the time of the rules goes",
	rules,
	`## In an editor, in a folder of ${EDITED} plans`,
	editor.table,
	"## Parsing, nothing else",
	parsingTable(),
	"## Start: importing, nothing else",
	ratioTable(start),
	...(growth.length === 0 ? [] : ["## Cost against size: `eslint plans/`, recommended preset", growthTable(sizes)]),
];
const page = `${parts.join("\n\n")}\n`;
process.stdout.write(page);
if (values.write) writeFileSync(join(import.meta.dirname, "RESULTS.md"), page);

/**
 * @param {string} option
 * @param {string} text
 */
function wholeNumber(option, text) {
	if (!/^[1-9]\d*$/.test(text)) {
		console.error(`--${option} takes whole numbers above 0, not "${text}".`);
		process.exit(2);
	}
	return Number(text);
}

function header() {
	/** @param {string} name @param {string} [from] @returns {string} */
	const versionOf = (name, from = "..") =>
		JSON.parse(readFileSync(join(import.meta.dirname, from, "node_modules", name, "package.json"), "utf8")).version;
	/** @param {string} command @param {readonly string[]} args */
	const output = (command, ...args) =>
		spawnSync(command, args, { cwd: import.meta.dirname, encoding: "utf8" }).stdout.trim();
	const processors = cpus();
	const { "remark-preset-lint-recommended": preset = "" } = versions;
	return `# Results

Made by \`pnpm bench --write\`. Medians of whole processes, with the smallest and largest in brackets; ratios are those of
the medians. CPU time is that of a process and all that it starts, peak memory that of the largest process. Times differ
from machine to machine and from hour to hour; compare rows of one table, never two pages.

${new Date().toISOString().slice(0, 10)}, commit ${output("git", "rev-parse", "--short", "HEAD")}: ESLint ${versionOf("eslint")}, @eslint/markdown ${versionOf("@eslint/markdown")}, satteri ${versionOf("satteri", "../packages/fast-markdown")}, remark-preset-lint-recommended ${preset}, ${output("git", "--version")}, Node ${process.versions.node}, ${processors.length} × ${processors[0]?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 1024 ** 3)} GB.`;
}

/**
 * Makes a git repository with plans for as long as the callback runs.
 *
 * @template T
 * @param {number} count
 * @param {(work: string, lines: number) => T} use
 * @returns {T}
 */
function inRepository(count, use) {
	const work = mkdtempSync(join(tmpdir(), "acid-plans-bench-"));
	try {
		const files = generateRepository(count);
		for (const [path, text] of [...files, ...Object.entries(CONFIGS)]) {
			mkdirSync(dirname(join(work, path)), { recursive: true });
			writeFileSync(join(work, path), text);
		}
		writeFileSync(join(work, ".gitignore"), "node_modules\n.bench-eslintcache\n.bench-usage\n");
		linkPackages(work);
		const author = ["-c", "user.name=bench", "-c", "user.email=bench@example.com"];
		for (const args of [
			["init", "--quiet"],
			["add", "--all"],
			[...author, "commit", "--quiet", "--no-verify", "--message=Plans"],
		]) {
			const { status, stderr } = spawnSync("git", args, { cwd: work, encoding: "utf8" });
			if (status !== 0) throw new Error(`git ${args.join(" ")} failed: ${stderr}`);
		}
		const texts = [...files].filter(([path]) => path.startsWith("plans/")).map(([, text]) => text);
		return use(work, Math.round(texts.reduce((sum, text) => sum + text.split("\n").length, 0) / texts.length));
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/**
 * Changes a plan and stages it, as for a commit.
 *
 * @param {string} work
 * @param {string} plan
 * @param {(text: string) => string} change
 */
function stage(work, plan, change) {
	const before = readFileSync(join(work, plan), "utf8");
	const after = change(before);
	if (after === before) throw new Error(`${plan} was not changed.`);
	writeFileSync(join(work, plan), after);
	const { status, stderr } = spawnSync("git", ["add", plan], { cwd: work, encoding: "utf8" });
	if (status !== 0) throw new Error(`git add failed: ${stderr}`);
}

/**
 * @param {readonly Contender[]} contenders
 * @param {string} work
 * @returns {{ contender: Contender, usages: Usage[] }[]}
 */
function measureAll(contenders, work) {
	const rows = contenders.map((contender) => ({ contender, usages: /** @type {Usage[]} */ ([]) }));
	for (const { contender } of rows) {
		for (let warmUp = 0; warmUp < (contender.warmUps ?? 0); warmUp += 1) once(contender, work);
	}
	for (let run = 0; run < runs; run += 1) {
		for (const { contender, usages } of rows) {
			contender.before?.();
			usages.push(once(contender, work));
			console.error(`run ${run + 1} of ${runs}: ${contender.name}: ${usages.at(-1)?.wall.toFixed(2)} s`);
		}
	}
	return rows;
}

/**
 * @param {Contender} contender
 * @param {string} work
 */
function once({ node = false, command, statuses = [0] }, work) {
	return measure({ node, command, statuses }, work);
}

/** Time of each rule as ESLint's own clock has it; the dearest first. @param {string} work */
function costOfRules(work) {
	const { stdout } = spawnSync(
		process.execPath,
		["node_modules/eslint/bin/eslint.js", "--config", "strict.config.mjs", "--stats", "--format", "json", "plans/"],
		{ cwd: work, encoding: "utf8", maxBuffer: 1024 ** 3 },
	);
	/** @type {Map<string, number>} */
	const times = new Map();
	let parsing = 0;
	const results = /** @type {import("eslint").ESLint.LintResult[]} */ (JSON.parse(stdout));
	for (const { stats } of results) {
		for (const pass of stats?.times.passes ?? []) {
			parsing += pass.parse.total;
			for (const [rule, { total }] of Object.entries(pass.rules ?? {})) times.set(rule, (times.get(rule) ?? 0) + total);
		}
	}
	const dearest = [...times].sort((a, b) => b[1] - a[1]).slice(0, 12);
	const perPlan = (/** @type {number} */ time) => (time / results.length).toFixed(3);
	return `Strict preset, ESLint's \`--stats\`: milliseconds a plan. The first rule that asks reads the plan for all of them.

| rule | ms a plan |
| --- | ---: |
| (parsing) | ${perPlan(parsing)} |
${dearest.map(([rule, time]) => `| ${rule.replace("acid-plans/", "")} | ${perPlan(time)} |`).join("\n")}
| all ${times.size} rules | ${perPlan([...times.values()].reduce((sum, each) => sum + each, 0))} |`;
}

/**
 * @param {string} work
 * @returns {import("./editor.mjs").EditorFigures}
 */
function measureEditor(work) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(import.meta.dirname, "editor.mjs"), work, onePlan, String(runs)],
		{ encoding: "utf8" },
	);
	if (status !== 0) throw new Error(`The editor could not be measured:\n${stderr}`);
	return JSON.parse(stdout);
}

function measureStart() {
	const cwd = dirname(import.meta.dirname);
	/** @param {string} specifier @returns {Contender} */
	const importing = (specifier) => ({
		name: `\`import "${specifier}"\``,
		node: true,
		command: ["--input-type=module", "--eval", specifier === "" ? "" : `await import(${JSON.stringify(specifier)})`],
	});
	const nothing = { ...importing(""), name: "Node itself" };
	const base = { ...importing("@eslint/markdown"), isBase: true };
	const rows = [
		nothing,
		base,
		...["eslint-config-acid-plans", "eslint-plugin-acid-plans", "@acid-plans/model"].map(importing),
	];
	const usages = rows.map((contender) => ({ contender, usages: /** @type {Usage[]} */ ([]) }));
	for (let run = 0; run < Math.max(runs, 7); run += 1) {
		for (const row of usages) row.usages.push(once(row.contender, cwd));
	}
	rmSync(join(cwd, ".bench-usage"), { force: true });
	return usages;
}

/** What others need to know of a plan. @param {string} work @returns {{ disk: number, memory: number }} */
function measureSummaries(work) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		["--expose-gc", join(import.meta.dirname, "summaries.mjs"), work],
		{ encoding: "utf8" },
	);
	if (status !== 0) throw new Error(`The summaries could not be measured:\n${stderr}`);
	return JSON.parse(stdout);
}

/**
 * The same in folders of several sizes, in turns.
 *
 * @param {readonly number[]} sizes
 * @returns {readonly { size: number, wall: number, least: number, most: number, memory: number }[]}
 */
function measureGrowth(sizes) {
	/** @type {Map<number, Usage[]>} */
	const usages = new Map(sizes.map((size) => [size, []]));
	/** @param {readonly number[]} left */
	const measureIn = (left) => {
		const [size, ...others] = left;
		if (size === undefined) {
			for (let run = 0; run < runs; run += 1) for (const [each, work] of folders) usages.get(each)?.push(inOne(work));
			return;
		}
		inRepository(size, (work) => {
			inOne(work);
			folders.set(size, work);
			measureIn(others);
		});
	};
	/** @type {Map<number, string>} */
	const folders = new Map();
	measureIn(sizes);
	return [...usages].map(([size, all]) => {
		const walls = all.map(({ wall }) => wall);
		return {
			size,
			wall: median(walls),
			least: Math.min(...walls),
			most: Math.max(...walls),
			memory: median(all.map(({ memory }) => memory ?? Number.NaN)),
		};
	});
}

/** @param {string} work */
function inOne(work) {
	const contender = listContenders(work, versions).find(({ name }) => name === SUMMARIES_KNOWN);
	if (!contender) throw new Error("There is no contender of that name.");
	const usage = once(contender, work);
	console.error(`${work}: ${usage.wall.toFixed(2)} s`);
	return usage;
}

/** @param {ReturnType<typeof measureGrowth>} measured */
function growthTable(measured) {
	const rows = measured.map(
		({ size, wall, least, most, memory }) =>
			`| ${size} | ${wall.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)}) | ${((wall / size) * 1000).toFixed(2)} | ${memory.toFixed(0)} |`,
	);
	return `| plans | seconds | ms a plan | peak MB |\n| ---: | ---: | ---: | ---: |\n${rows.join("\n")}`;
}
