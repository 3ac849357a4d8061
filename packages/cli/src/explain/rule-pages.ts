import { readFileSync } from "node:fs";
import { plugin, rulePage } from "eslint-config-acid-plans/plans";

/** A rule as `acid-plans explain --json` prints it. */
export interface ExplainedRule {
	readonly id: string;
	readonly description: string;
	readonly principle: string;
	/** The preset that switches it on, the smallest one; `off`: none does. */
	readonly preset: string;
	/** Off under `template: "free"`. */
	readonly template: boolean;
	readonly fixable: boolean;
	readonly hasSuggestions: boolean;
	readonly url: string;
}

/** Every rule of the plugin that this package was installed with, in the order of the documentation. */
export function explainedRules(): readonly ExplainedRule[] {
	return Object.entries(plugin.rules).map(([name, { meta }]) => ({
		id: `acid-plans/${name}`,
		description: meta.docs.description,
		principle: meta.docs.principle,
		preset: meta.docs.preset,
		template: meta.docs.template,
		fixable: meta.fixable !== undefined,
		hasSuggestions: meta.docs.suggests,
		url: meta.docs.url,
	}));
}

/** The page of a rule, as the plugin's package has it: Markdown, without the comments of the generator. */
export function readRulePage(id: string): string {
	const page = readFileSync(rulePage(id.slice("acid-plans/".length)), "utf8");
	return page
		.split("\n")
		.filter((line) => !/^<!-- (?:begin|end) .*-->$/.test(line))
		.join("\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}
