import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";

/**
 * The tables of words, from the sources: no entry of the model shows them, and they import types alone.
 *
 * @param {string} file
 * @returns {Promise<Record<string, any>>}
 */
async function importTypeScript(file) {
	const { code } = transformSync(readFileSync(file, "utf8"), { loader: "ts" });
	return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

/**
 * What the reader of plans knows without any setting, for the reference page.
 *
 * @param {string} folder `src/text` of the model
 */
export async function wordTables(folder) {
	const { SECTIONS, FIELDS } = await importTypeScript(`${folder}/part-names.ts`);
	const { STATUSES, STATUS_FORMS } = await importTypeScript(`${folder}/status-words.ts`);
	const { SERIES, NONE, WRITE_VERBS, READ_VERBS } = await importTypeScript(`${folder}/role-words.ts`);
	return [
		part("Sections: `vocabulary.sections`", "| key | headings |", byKey(SECTIONS)),
		part("Fields: `vocabulary.fields`", "| key | labels |", byKey(FIELDS)),
		part(
			"Statuses: `vocabulary.statuses`",
			"| key | normal form | words | marks |",
			Object.entries(STATUSES).map(([tier, { states, titles, adjectives, marks }]) => [
				code(tier),
				STATUS_FORMS[tier],
				[...states, ...titles, ...adjectives].join(", "),
				marks.join(" "),
			]),
		),
		part("Words in front of a phase's number: `vocabulary.series`", "| word | and its other forms |", forms(SERIES)),
		list("Verbs of steps that change the path they name", WRITE_VERBS.flat()),
		list("Verbs and words of steps that only read it", READ_VERBS.flat()),
		list("No dependency", NONE.map(code)),
	].join("\n\n");
}

/** @param {Readonly<Record<string, readonly string[]>>} table */
function byKey(table) {
	return Object.entries(table).map(([key, words]) => [code(key), words.join(", ")]);
}

/** @param {readonly (readonly string[])[]} lists */
function forms(lists) {
	return lists.map(([first = "", ...others]) => [first, others.join(", ")]);
}

/**
 * @param {string} title
 * @param {readonly string[]} words
 */
function list(title, words) {
	return `## ${title}\n\n${words.join(", ")}`;
}

/** @param {string} text */
function code(text) {
	return `\`${text}\``;
}

/**
 * @param {string} title
 * @param {string} head
 * @param {readonly (readonly string[])[]} rows
 */
function part(title, head, rows) {
	const columns = head.split("|").length - 2;
	return [
		`## ${title}`,
		[head, `|${" --- |".repeat(columns)}`, ...rows.map((cells) => `| ${cells.join(" | ")} |`)].join("\n"),
	].join("\n\n");
}
