// Draws findings at random (seeded) from real plans, for a person to read: are they what an author would want to know?
// The verdicts stand in sample.tsv. Prints the draw with the verdict of each, or "?" where nobody has judged it yet.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { corpusFiles, corpusFolder, readRows } from "./corpus.mjs";
import { lintCorpusFile } from "./lint-corpus.mjs";
import { lintSet } from "./set-repository.mjs";

const SEED = 20261122;
const SIZE = 60;
const MOST_OF_ONE_RULE = 4;

const folder = corpusFolder();
if (folder === undefined) {
	console.error("There is no corpus beside the repository. Name its folder in ACID_CORPUS.");
	process.exit(2);
}

const files = corpusFiles(folder);
/** @type {{ file: string, rule: string, line: number, message: string }[]} */
const findings = [];
for (const document of files) {
	// The versions in history/ repeat each other, and sets/ are linted as repositories.
	if (document.family === "history" || document.family === "sets") continue;
	for (const finding of lintCorpusFile(folder, document, { template: "free", preset: "recommended" })) findings.push({ file: document.file, ...finding });
}
for (const set of new Set(files.flatMap((document) => document.set ?? []))) {
	const found = await lintSet(folder, set, files.filter((document) => document.set === set));
	for (const [path, list] of found) for (const finding of list) findings.push({ file: `${set}/${path}`, ...finding });
}

const verdicts = new Map(readRows(join(import.meta.dirname, "sample.tsv")).map((row) => [`${row["file"]}:${row["line"]} ${row["rule"]}`, row]));
const counts = { right: 0, wrong: 0, open: 0 };
for (const finding of draw(findings)) {
	const row = verdicts.get(`${finding.file}:${finding.line} ${finding.rule}`);
	const verdict = row?.["verdict"] ?? "?";
	counts[verdict === "defect" ? "right" : verdict === "?" ? "open" : "wrong"]++;
	console.log(`${verdict}\t${finding.rule}\t${finding.file}\t${finding.line}\n\t${finding.message}`);
	if (process.argv.includes("--text")) {
		const lines = readFileSync(join(folder, finding.file), "utf8").split(/\r?\n/);
		console.log(lines.slice(Math.max(0, finding.line - 2), finding.line + 2).map((line) => `\t| ${line.slice(0, 160)}`).join("\n"));
	}
}
console.log(`\n${counts.right} defects, ${counts.wrong} false alarms, ${counts.open} not judged, of ${findings.length} findings in all`);

/**
 * A random draw without replacement, at most a few of one rule: in the order of a hash, so that a finding that comes or
 * goes moves no other one.
 *
 * @param {typeof findings} all
 */
function draw(all) {
	const keyed = all.map((finding) => ({ finding, key: hash(`${SEED} ${finding.file}:${finding.line} ${finding.rule} ${finding.message}`) }));
	keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
	const drawn = [];
	/** @type {Map<string, number>} */
	const perRule = new Map();
	for (const { finding } of keyed) {
		const count = perRule.get(finding.rule) ?? 0;
		if (count >= MOST_OF_ONE_RULE || drawn.length === SIZE) continue;
		perRule.set(finding.rule, count + 1);
		drawn.push(finding);
	}
	return drawn;
}

/** @param {string} text */
function hash(text) {
	return createHash("sha256").update(text).digest("hex");
}
