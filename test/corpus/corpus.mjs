import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The folder of real plans that the rules are measured on: `ACID_CORPUS`, or `shared/corpus` beside the repository.
 * The plans are other people's text and are not part of this repository.
 *
 * @returns {string | undefined} `undefined` where there is none
 */
export function corpusFolder() {
	const folder = resolve(ROOT, process.env["ACID_CORPUS"] ?? "../shared/corpus");
	return existsSync(join(folder, "MANIFEST.tsv")) ? folder : undefined;
}

/** The families of the corpus that hold documents of plans folders. */
export const FAMILIES = /** @type {const} */ (["acid", "phased", "index", "template", "noise", "sets", "history"]);

/**
 * @typedef {object} CorpusFile
 * @property {string} file below the corpus, POSIX
 * @property {string} family
 * @property {string} path below the root of its own repository: what kind of document it is follows from it
 * @property {string | undefined} set the folder of its repository, where the corpus carries a whole plans folder
 */

/**
 * Every document of the corpus, sorted.
 *
 * @param {string} folder
 * @returns {CorpusFile[]}
 */
export function corpusFiles(folder) {
	const paths = new Map(readRows(join(folder, "MANIFEST.tsv")).map((row) => [row["file"] ?? "", row["path"] ?? ""]));
	return FAMILIES.flatMap((family) =>
		markdownFiles(join(folder, family)).map((absolute) => {
			const file = relative(folder, absolute).split(sep).join("/");
			const [, repository] = file.split("/");
			const isSet = family === "sets";
			const path = isSet ? file.split("/").slice(2).join("/") : (paths.get(file) ?? file.split("/").slice(1).join("/").replaceAll("__", "/"));
			return { file, family, path, set: isSet ? `sets/${repository}` : undefined };
		}),
	).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/**
 * The rows of a table of the corpus, by column name.
 *
 * @param {string} file
 * @returns {Record<string, string>[]}
 */
export function readRows(file) {
	const [header = "", ...lines] = readFileSync(file, "utf8").split("\n").filter((line) => line !== "");
	const names = header.split("\t");
	return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, index) => [names[index] ?? "", cell])));
}

/** @param {string} folder @returns {string[]} */
function markdownFiles(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return markdownFiles(path);
		return entry.name.endsWith(".md") ? [path] : [];
	});
}
