/*
 * pnpm generate            writes what follows from the rules (the registry, the heads of their pages, the tables), from the commands (their reference), from the table of words (its page) and from the declarations (api.md of each package)
 * pnpm generate --check    writes nothing, names what is stale and ends with 1
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import {
	builtCommandLine,
	builtPlugin,
	commandLinePage,
	listRules,
	pageOf,
	registryFile,
	repository,
	tables,
	wordsFolder,
	wordsPage,
} from "./rule-files.mjs";
import { commandReference } from "./cli-docs.mjs";
import { apiText } from "./api-text.mjs";
import { GROUP_TITLES, pageHead, optionsTable, ruleTable } from "./rule-docs.mjs";
import { wordTables } from "./word-docs.mjs";

const check = process.argv.includes("--check");
/** @type {string[]} */
const stale = [];

/**
 * @param {string} file
 * @param {string} text
 */
function put(file, text) {
	if (existsSync(file) && readFileSync(file, "utf8") === text) return;
	if (check) stale.push(relative(repository, file));
	else writeFileSync(file, text);
}

/** The text with what stands between the markers replaced; at the top or the end when there are none; without both when there is nothing to say.
 * @param {string} text
 * @param {string} part
 * @param {string} content
 * @param {"top" | "end"} otherwise
 */
function between(text, part, content, otherwise) {
	const begin = `<!-- begin ${part}: made by \`pnpm generate\` -->`;
	const end = `<!-- end ${part} -->`;
	const block = `${begin}\n\n${content}\n\n${end}`;
	const from = text.indexOf(begin);
	const to = text.indexOf(end, from);
	if (content === "")
		return from >= 0 && to >= 0 ? `${text.slice(0, from)}${text.slice(to + end.length)}`.trimEnd() + "\n" : text;
	if (from >= 0 && to >= 0) return text.slice(0, from) + block + text.slice(to + end.length);
	return otherwise === "top" ? `${block}\n\n${text}` : `${text.trimEnd()}\n\n${block}\n`;
}

const rules = listRules();
/** @param {string} name */
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

put(
	registryFile,
	`// Made by \`pnpm generate\` from the files in this folder.
import type { PlanRule } from "../define-plan-rule.js";
${rules.map(({ group, name }) => `import ${camel(name)} from "./${group}/${name}.js";`).join("\n")}

/** Every rule of the plugin, by name. */
export const rules: Record<string, PlanRule> = {
${rules.map(({ name }) => `\t"${name}": ${camel(name)},`).join("\n")}
};
`,
);
put(wordsPage, between(readFileSync(wordsPage, "utf8"), "words", await wordTables(wordsFolder), "end"));
if (stale.length === 0) {
	// What the pages say comes from the rules and the commands themselves, so they must be built.
	const turbo = join(repository, "node_modules/turbo/bin/turbo");
	const build = spawnSync(
		process.execPath,
		[turbo, "run", "build", "--filter=acid-plans", "--output-logs=errors-only"],
		{
			cwd: repository,
			encoding: "utf8",
		},
	);
	if (build.status !== 0) {
		console.error(
			build.stdout,
			build.stderr,
			"The packages could not be built. Mend that; if turbo misses its package manager, run `pnpm generate`.",
		);
		process.exit(1);
	}
	const { default: plugin } = await import(pathToFileURL(builtPlugin).href);
	for (const { name } of rules) {
		const { meta } = plugin.rules[name];
		// A page is written by hand; the contract test says where one is missing.
		if (!existsSync(pageOf(name))) continue;
		const page = readFileSync(pageOf(name), "utf8");
		put(
			pageOf(name),
			between(between(page, "head", pageHead(name, meta), "top"), "options", optionsTable(meta), "end"),
		);
	}
	for (const { file, pages } of tables) {
		if (!existsSync(file)) continue;
		const table = Object.keys(GROUP_TITLES).map((group) => ruleTable(group, plugin.rules, pages));
		put(file, between(readFileSync(file, "utf8"), "rules", table.filter((text) => text !== "").join("\n\n"), "end"));
	}
	const { createProgram } = await import(pathToFileURL(builtCommandLine).href);
	const reference = commandReference(createProgram(() => {}));
	for (const name of readdirSync(join(repository, "packages"))) {
		const folder = join(repository, "packages", name);
		put(join(folder, "api.md"), apiText(folder));
	}
	put(commandLinePage, between(readFileSync(commandLinePage, "utf8"), "commands", reference, "end"));
}

if (stale.length > 0) {
	console.error(`Not up to date; run \`pnpm generate\`:\n${stale.map((file) => `  ${file}`).join("\n")}`);
	process.exitCode = 1;
}
