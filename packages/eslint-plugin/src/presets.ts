import type { PlanRule, Principle } from "./define-plan-rule.js";
import { settingsToJson } from "./fingerprint.js";

/** The presets, and one group for each folder of rules. */
export type ConfigName = "recommended" | "strict" | "all" | Principle;

/** A config object that switches rules on. Files and language are the user's to say. */
export interface PlanConfig<Plugin> {
	name: string;
	plugins: Record<string, Plugin>;
	settings: Record<string, Record<string, unknown>>;
	rules: Record<string, "error" | ["error", Record<string, unknown>]>;
}

type Selection = (docs: PlanRule["meta"]["docs"]) => boolean;

const inGroup =
	(principle: Principle): Selection =>
	(docs) =>
		docs.principle === principle && docs.preset !== "off";

const SELECTIONS: Readonly<Record<ConfigName, Selection>> = {
	recommended: (docs) => docs.preset === "recommended",
	strict: (docs) => docs.preset !== "off",
	all: () => true,
	structure: inGroup("structure"),
	atomic: inGroup("atomic"),
	consistent: inGroup("consistent"),
	isolated: inGroup("isolated"),
	durable: inGroup("durable"),
	index: inGroup("index"),
};

/** Every rule is an error: ESLint's bulk suppressions, the way to adopt on old plans, take nothing else. */
export function createConfigs<Plugin extends { readonly rules: Readonly<Record<string, PlanRule>> }>(
	plugin: Plugin,
): Record<ConfigName, PlanConfig<Plugin>> {
	const configs = Object.entries(SELECTIONS).map(([name, selects]): [string, PlanConfig<Plugin>] => {
		const selected = Object.entries(plugin.rules).filter(([, rule]) => selects(rule.meta.docs));
		const isStrict = name === "strict" || name === "all";
		return [
			name,
			{
				name: `acid-plans/${name}`,
				plugins: { "acid-plans": plugin },
				settings: { "acid-plans": { toJSON: settingsToJson } },
				rules: Object.fromEntries(
					selected.map(([rule, { meta }]) => [
						`acid-plans/${rule}`,
						isStrict ? strictEntry(meta.docs.strictOptions) : "error",
					]),
				),
			},
		];
	});
	return Object.fromEntries(configs) as Record<ConfigName, PlanConfig<Plugin>>;
}

function strictEntry(options: Readonly<Record<string, unknown>>): "error" | ["error", Record<string, unknown>] {
	return Object.keys(options).length === 0 ? "error" : ["error", { ...options }];
}
