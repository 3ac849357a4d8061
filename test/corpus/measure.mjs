// Measures the rules on labelled places of real plans: recall on verified defects, false alarms on verified non-defects.
import { join } from "node:path";
import { corpusFiles, corpusFolder, readRows } from "./corpus.mjs";
import { lintCorpusFile } from "./lint-corpus.mjs";
import { lintSet, lintWithScripts, lintWithTargets } from "./set-repository.mjs";
import { documentKind } from "@acid-plans/model";
import plugin from "eslint-plugin-acid-plans";

const folder = corpusFolder();
if (folder === undefined) {
	console.error("There is no corpus beside the repository. Name its folder in ACID_CORPUS.");
	process.exit(2);
}

const files = new Map(corpusFiles(folder).map((document) => [document.file, document]));
/** @type {Map<string, readonly import("./lint-corpus.mjs").Finding[]>} */
const linted = new Map();

/**
 * @param {string} file
 * @param {import("./lint-corpus.mjs").Setup} setup
 */
function findingsOf(file, setup) {
	const key = `${setup.template} ${setup.preset} ${file}`;
	const known = linted.get(key);
	if (known) return known;
	const document = files.get(file);
	const findings = document ? lintCorpusFile(/** @type {string} */ (folder), document, setup) : [];
	linted.set(key, findings);
	return findings;
}

/** Findings of the repositories of which the corpus carries whole folders, by set and path. */
const sets = new Map();
for (const set of new Set([...files.values()].flatMap((document) => document.set ?? []))) {
	const documents = [...files.values()].filter((document) => document.set === set);
	sets.set(set, await lintSet(folder, set, documents));
}

const labels = readRows(join(folder, "labels.tsv"));
const notDefects = readRows(join(folder, "not-defects.tsv"));

/** The repository of each document of which the corpus carries single files. */
const repositories = new Map(readRows(join(folder, "MANIFEST.tsv")).map((row) => [row["file"] ?? "", row["repo"] ?? ""]));

/** @param {import("./corpus.mjs").CorpusFile} document */
function siblingsOf(document) {
	const isSibling = (/** @type {import("./corpus.mjs").CorpusFile} */ other) =>
		document.set ? other.set === document.set : other.family !== "history" && !other.set && repositories.get(other.file) === repositories.get(document.file);
	return [...files.values()].filter((other) => other.path !== document.path && isSibling(other));
}

/**
 * The labelled documents of a rule that asks the repository for what the corpus does not carry: what is in it follows
 * from the labels.
 *
 * @param {string} rule
 */
const labelledFiles = (rule) => new Set([...labels, ...notDefects].flatMap((row) => (row["rule"] === rule ? (files.get(row["file"] ?? "") ?? []) : [])));

/** Findings by rule and file. */
const assumed = new Map();
for (const document of labelledFiles("valid-links")) {
	if (document.set) continue;
	const dead = labels
		.filter((row) => row["rule"] === "valid-links" && row["file"] === document.file)
		.map((row) => /** @type {const} */ ([Number(row["line"]), /no such file/.test(row["why"] ?? "") ? "nowhere" : "elsewhere"]));
	assumed.set(`valid-links ${document.file}`, await lintWithTargets(folder, document, siblingsOf(document), new Map(dead)));
}
for (const document of labelledFiles("existing-commands")) {
	const lines = [...labels, ...notDefects].filter((row) => row["rule"] === "existing-commands" && row["file"] === document.file).map((row) => Number(row["line"]));
	assumed.set(`existing-commands ${document.file}`, await lintWithScripts(folder, document, siblingsOf(document), lines));
}

/**
 * The version of a plan that came before.
 *
 * @param {string} file of the family `history`, whose names sort by time
 */
function versionBefore(file) {
	const folderOf = (/** @type {string} */ path) => path.slice(0, path.lastIndexOf("/"));
	return [...files.values()].filter((other) => other.family === "history" && folderOf(other.file) === folderOf(file) && other.file < file).at(-1);
}

/**
 * The findings that a label is measured by: where its rule asks for more than the document, those of its repository.
 *
 * @param {Record<string, string>} row
 * @param {import("./lint-corpus.mjs").Setup} setup
 * @returns {readonly import("./lint-corpus.mjs").Finding[]}
 */
function findingsFor(row, setup) {
	const { rule = "", file = "", repo = "", path = "" } = row;
	const needs = plugin.rules[rule]?.meta.docs.needs ?? [];
	const [, set = "", ...rest] = file.split("/");
	const found = file.startsWith("sets/") ? sets.get(`sets/${set}`)?.get(rest.join("/")) : sets.get(`sets/${repo.replace("/", "__")}`)?.get(path);
	if (needs.includes("base")) return lintCorpusFile(/** @type {string} */ (folder), /** @type {import("./corpus.mjs").CorpusFile} */ (files.get(file)), setup, versionBefore(file));
	return assumed.get(`${rule} ${file}`) ?? (needs.length > 0 && found ? found : findingsOf(file, setup));
}

/**
 * What a rule is measured under: a rule of the template needs one, a strict rule its preset.
 *
 * @param {string} rule
 * @returns {import("./lint-corpus.mjs").Setup | undefined} `undefined` for a rule that is not there (yet)
 */
function setupOf(rule) {
	const docs = plugin.rules[rule]?.meta.docs;
	if (!docs) return undefined;
	return { template: docs.template ? "acid" : "free", preset: docs.preset === "strict" ? "strict" : "recommended" };
}

/** @param {string} file */
const isArchived = (file) => documentKind(files.get(file)?.path ?? "", "") === "archive";

/** A finding is the label's when it stands on its line or names that line as its other end.
 * @param {import("./lint-corpus.mjs").Finding} finding @param {number} line */
const concerns = (finding, line) => finding.line === line || new RegExp(`\\blines? (?:\\d+, )*(?:\\d+ and )?${line}\\b`).test(finding.message);

/** @type {Map<string, { found: number, total: number }>} */
const recall = new Map();
const misses = [];
for (const label of labels) {
	const { rule = "", file = "", why = "" } = label;
	const line = Number(label["line"]);
	const setup = setupOf(rule);
	if (!setup) continue;
	const row = recall.get(rule) ?? { found: 0, total: 0 };
	recall.set(rule, row);
	row.total++;
	const findings = findingsFor(label, setup);
	// In archive folders all-or-nothing leaves the word to archive-agreement, which speaks once for the whole document.
	const delegate = rule === "all-or-nothing" && isArchived(file) && findings.some((finding) => finding.rule === "archive-agreement");
	if (delegate || findings.some((finding) => finding.rule === rule && concerns(finding, line))) row.found++;
	else misses.push(`${rule}  ${file}:${line}  ${why}`);
}

const alarms = [];
let nonDefects = 0;
for (const row of notDefects) {
	const { rule = "", file = "", line = "", why = "" } = row;
	const setup = setupOf(rule);
	if (!setup) continue;
	nonDefects++;
	for (const finding of findingsFor(row, setup)) {
		if (finding.rule === rule && finding.line === Number(line)) alarms.push(`${rule}  ${file}:${line}  ${why}\n    ${finding.message}`);
	}
}

console.log("Labelled defects found, by rule");
for (const [rule, { found, total }] of [...recall].sort()) console.log(`  ${rule.padEnd(26)} ${found} of ${total}`);
const found = [...recall.values()].reduce((sum, row) => sum + row.found, 0);
const total = [...recall.values()].reduce((sum, row) => sum + row.total, 0);
console.log(`\nMissed\n${misses.map((miss) => `  ${miss}`).join("\n") || "  none"}`);
console.log(`\nFalse alarms on ${nonDefects} places that look like a defect and are none\n${alarms.map((alarm) => `  ${alarm}`).join("\n") || "  none"}`);
console.log(`\n${found} of ${total} labelled defects found (${((100 * found) / Math.max(total, 1)).toFixed(1)} %), ${alarms.length} false alarms`);
