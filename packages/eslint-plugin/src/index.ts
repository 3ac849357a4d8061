import { createRequire } from "node:module";
import { FastMarkdownLanguage } from "@acid-plans/fast-markdown";
import { codeBlocksProcessor, type CombinedProcessor } from "./code-blocks.js";
import type { PlanRule } from "./define-plan-rule.js";
import { fingerprint } from "./fingerprint.js";
import { notFollowed } from "./not-followed.js";
import { type ConfigName, createConfigs, type PlanConfig } from "./presets.js";
import { rules } from "./rules/index.js";

/** The plugin, under the name `acid-plans` in a config. */
export interface AcidPlansPlugin {
	meta: { name: string; version: string; namespace: string };
	rules: Record<string, PlanRule>;
	languages: { plan: FastMarkdownLanguage };
	processors: { "code-blocks": CombinedProcessor };
	configs: Record<ConfigName, PlanConfig<AcidPlansPlugin>>;
}

const { name, version } = createRequire(import.meta.url)("../package.json") as { name: string; version: string };

const parts: Omit<AcidPlansPlugin, "configs"> = {
	meta: { name, version, namespace: "acid-plans" },
	rules,
	languages: { plan: new FastMarkdownLanguage({ fingerprint: () => fingerprint({}), refuse: notFollowed }) },
	processors: { "code-blocks": codeBlocksProcessor() },
};

// The configs name the plugin that they are part of.
const plugin: AcidPlansPlugin = Object.assign(parts as AcidPlansPlugin, {
	configs: createConfigs(parts as AcidPlansPlugin),
});

export default plugin;
export type { ConfigName, PlanConfig, PlanRule };
export type { PlanRuleMeta } from "./define-plan-rule.js";
export { RUN } from "./lint-run.js";
export { withTextsAtHand } from "./not-followed.js";
export { type DocumentSeen, OBSERVE, type ObserveDocument } from "./observation.js";
