import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("..", import.meta.url));
const plugin = join(repository, "packages/eslint-plugin");
const rulesFolder = join(plugin, "src/rules");

/** The folders of `rules/`, in the order of the documentation; the same as `Principle` in define-plan-rule.ts. */
export const GROUPS = ["structure", "atomic", "consistent", "isolated", "durable", "index"];

/** The three files of a rule.
 * @param {string} group
 * @param {string} name
 */
export function filesOf(group, name) {
	return {
		source: join(rulesFolder, group, `${name}.ts`),
		test: join(rulesFolder, group, `${name}.test.ts`),
		page: pageOf(name),
	};
}

/** @param {string} name */
export function pageOf(name) {
	return join(plugin, "docs/rules", `${name}.md`);
}

export const registryFile = join(rulesFolder, "index.ts");
export const builtPlugin = join(plugin, "dist/index.js");
export const builtCommandLine = join(repository, "packages/cli/dist/main.js");
/** The reference of the command line: its beginning is written by hand, the help of the commands is not. */
export const commandLinePage = join(repository, "docs/reference/cli.md");
/** The words that the reader of plans knows, and where they stand. */
export const wordsFolder = join(repository, "packages/plan-model/src/text");
export const wordsPage = join(repository, "docs/reference/words.md");
/** Where the table of rules stands, with the way from there to the pages. */
export const tables = [
	// The registry shows this one, too, and takes relative links for its own.
	{
		file: join(plugin, "README.md"),
		pages: "https://github.com/acid-plans/acid-plans/blob/main/packages/eslint-plugin/docs/rules",
	},
	{ file: join(repository, "README.md"), pages: "packages/eslint-plugin/docs/rules" },
];

/** Every rule that has a file, by group and name. */
export function listRules() {
	return GROUPS.flatMap((group) => {
		/** @type {string[]} */
		let files;
		try {
			files = readdirSync(join(rulesFolder, group));
		} catch {
			// Git keeps no empty folder: a group without rules has none.
			return [];
		}
		return files
			.filter((file) => /^[a-z][a-z0-9-]*\.ts$/.test(file))
			.map((file) => ({ group, name: file.slice(0, -".ts".length) }))
			.sort((a, b) => (a.name < b.name ? -1 : 1));
	});
}
