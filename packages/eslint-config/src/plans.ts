/*
 * For programs that ask of plans and lint none, such as the command line: what the rules know, from the same copies of the
 * plugin and the model that the config uses.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export { default as plugin, type PlanRule } from "eslint-plugin-acid-plans";
export { nearestName, readSettings, type Settings, SettingsError } from "eslint-plugin-acid-plans/settings";
export { openPlansWorkspace, readDocumentText, summarizeBase } from "eslint-plugin-acid-plans/workspace";

const pluginPackage = createRequire(import.meta.url).resolve("eslint-plugin-acid-plans/package.json");

/** Where the page of a rule is on the disk: Markdown, part of the plugin's package. */
export function rulePage(name: string): string {
	return join(dirname(pluginPackage), "docs", "rules", `${name}.md`);
}
