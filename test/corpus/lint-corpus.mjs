import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import acidPlans from "eslint-config-acid-plans";
import { documentKind } from "@acid-plans/model";

/**
 * @typedef {import("./corpus.mjs").CorpusFile} CorpusFile
 * @typedef {{ rule: string, line: number, message: string }} Finding
 * @typedef {{ template: "free" | "acid", preset: "recommended" | "strict" }} Setup
 */

/** The seam of the plugin through which a document's surroundings are said (packages/eslint-plugin/src/surroundings.ts). */
const SURROUNDINGS = Symbol.for("acid-plans.surroundings");
const linter = new Linter({ cwd: "/" });

/**
 * Lints a document of the corpus by itself: what needs other documents or a repository is silent.
 *
 * @param {string} folder the corpus
 * @param {CorpusFile} document
 * @param {Setup} setup
 * @param {CorpusFile} [earlier] the version that is at the base revision
 * @returns {Finding[]} in the order of the document
 */
export function lintCorpusFile(folder, document, setup, earlier) {
	const text = readFileSync(join(folder, document.file), "utf8");
	const before = earlier && readFileSync(join(folder, earlier.file), "utf8").replace(/^\uFEFF/u, "");
	const kind = documentKind(document.path, "");
	const find = () => ({
		path: earlier && document.path,
		kind,
		// Nobody has to be told that there are no other documents.
		workspace: () => (earlier ? { problem: "" } : unavailable()),
		repository: () => unavailable(),
		base: () =>
			earlier ? { name: earlier.file, problem: undefined, missing: undefined, text: () => before, isUnchanged: (/** @type {string} */ _, /** @type {string} */ now) => now === before, renamedFrom: () => undefined } : unavailable(),
	});
	const config = acidPlans({ ...setup, base: earlier ? "HEAD" : false, repository: false }).map((object) => ({
		...object,
		...(object.files && { files: ["**/*.md"] }),
		...(object.settings && { settings: { "acid-plans": { .../** @type {object} */ (object.settings["acid-plans"]), [SURROUNDINGS]: find } } }),
	}));
	const messages = linter.verify(text, /** @type {import("eslint").Linter.Config[]} */ (config), { filename: `/${document.path}`, reportUnusedDisableDirectives: "off" });
	return messages.map((message) => {
		if (message.fatal || !message.ruleId) throw new Error(`${document.file}: ${message.message}`);
		return { rule: message.ruleId.replace("acid-plans/", ""), line: message.line, message: message.message };
	});
}

/** @returns {never} */
function unavailable() {
	throw new Error("A document of the corpus is linted by itself.");
}

/**
 * Findings as text, one line each, documents without findings left out. Messages quote the documents, which are other
 * people's: what is held has a short hash in place of each.
 *
 * @param {readonly { document: Pick<CorpusFile, "file">, findings: readonly Finding[] }[]} results
 * @param {(message: string) => string} told what stands for a message
 * @returns {string}
 */
export function formatFindings(results, told = shortHash) {
	const blocks = results
		.filter(({ findings }) => findings.length > 0)
		.map(({ document, findings }) => [document.file, ...findings.map(({ rule, line, message }) => `  ${line}  ${rule}  ${told(message)}`)].join("\n"));
	return `${blocks.join("\n\n")}\n`;
}

/** @param {string} message */
function shortHash(message) {
	return createHash("sha256").update(message).digest("hex").slice(0, 8);
}
