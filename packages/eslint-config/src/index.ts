import plugin, { type AcidPlansPlugin } from "eslint-plugin-acid-plans";
import { type BlockProcessor, codeBlocksProcessor, type CombinedProcessor } from "eslint-plugin-acid-plans/code-blocks";
import { folders, type SettingsInput } from "eslint-plugin-acid-plans/settings";
import { checkAcidPlansOptions } from "./options.js";

export { type DocumentSeen, OBSERVE, RUN, withTextsAtHand } from "eslint-plugin-acid-plans";

/** The options of {@link acidPlans}; every one may be left out. */
export interface AcidPlansOptions extends Omit<
	SettingsInput,
	"against" | "git" | "snapshot" | "suggestDisableComments" | "templateRules"
> {
	/** Which rules are on: `"recommended"` (default) or `"strict"`. */
	readonly preset?: "recommended" | "strict" | undefined;
	/** Severities and options by rule id (`acid-plans/…`), over those of the preset. */
	readonly rules?: Readonly<Record<string, RuleEntry>> | undefined;
	/** Who parses: `"auto"` (default) is the native parser, and micromark where that cannot load. */
	readonly parser?: "auto" | "native" | "micromark" | undefined;
	/** Lint fenced code with the rules for its language, too: `true`, or the processor that finds the code. */
	readonly codeBlocks?: boolean | BlockProcessor | undefined;
}

type Severity = "off" | "warn" | "error" | 0 | 1 | 2;
export type RuleEntry = Severity | [Severity, ...unknown[]];

/** A config object for ESLint. */
export interface AcidPlansConfig {
	name: string;
	files: string[];
	plugins?: Record<string, AcidPlansPlugin>;
	language?: string;
	languageOptions?: Record<string, unknown>;
	settings?: Record<string, Record<string, unknown>>;
	rules?: Record<string, RuleEntry>;
	processor?: CombinedProcessor;
}

/**
 * The config for a repository with plans: `export default [...acidPlans({ plans: "plans" })]`.
 *
 * @throws {SettingsError} an option is unknown or wrong; the message names it, its value and what is allowed
 */
export function acidPlans(options: AcidPlansOptions = {}): AcidPlansConfig[] {
	checkAcidPlansOptions(options);
	const { preset = "recommended", rules = {}, parser = "auto", codeBlocks = false, ...settings } = options;
	const files = folders(options.plans ?? "plans").map(filesBelow);
	const { settings: presetSettings, rules: presetRules } = plugin.configs[preset];
	const isFree = options.template === "free";
	const kept = Object.entries(presetRules).filter(([id]) => !(isFree && isTemplateRule(id)));
	const switchedOn = Object.keys(rules).filter((id) => isTemplateRule(id) && isOn(rules[id]));

	const configs: AcidPlansConfig[] = [
		{
			name: "acid-plans/plans",
			files,
			plugins: { "acid-plans": plugin },
			language: "acid-plans/plan",
			languageOptions: { frontmatter: "yaml", parser },
			settings: {
				"acid-plans": {
					...presetSettings["acid-plans"],
					...settings,
					...(isFree &&
						switchedOn.length > 0 && { templateRules: switchedOn.map((id) => id.slice("acid-plans/".length)) }),
				},
			},
			rules: { ...Object.fromEntries(kept), ...rules },
		},
	];
	if (codeBlocks !== false) {
		// An object of its own, so that a config can take it out, or put another processor behind it, by name.
		const processor = codeBlocks === true ? plugin.processors["code-blocks"] : codeBlocksProcessor(codeBlocks);
		configs.push({ name: "acid-plans/code-blocks", files, processor });
	}
	return configs;
}

export default acidPlans;

/** The plans in a folder, wherever in the repository a folder of that name stands. */
function filesBelow(folder: string): string {
	return folder === "." || folder === "" ? "**/*.md" : `**/${folder.replace(/[\\*?[\]{}()!+@|]/g, "\\$&")}/**/*.md`;
}

function isTemplateRule(id: string): boolean {
	return plugin.rules[id.slice("acid-plans/".length)]?.meta.docs.template === true;
}

function isOn(entry: RuleEntry | undefined): boolean {
	const severity = Array.isArray(entry) ? entry[0] : entry;
	return severity !== undefined && severity !== "off" && severity !== 0;
}
