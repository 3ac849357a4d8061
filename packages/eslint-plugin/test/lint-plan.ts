import { isAbsolute, posix } from "node:path";
import markdown from "@eslint/markdown";
import { Linter } from "eslint";
import type { PlanRule } from "../src/define-plan-rule.js";
import plugin from "../src/index.js";
import type { SettingsInput } from "../src/settings.js";
import { type FindSurroundings, SURROUNDINGS } from "../src/surroundings.js";
import { type InMemory, ROOT, surroundingsInMemory } from "./documents-in-memory.js";

/** A document with what surrounds it. */
export interface PlanInput extends InMemory {
	readonly text: string;
	/** Relative to the root of the repository; `plans/feature.md` when left out. `""`: a text without a file. */
	readonly filename?: string | undefined;
	/** `settings["acid-plans"]`. */
	readonly settings?: SettingsInput | undefined;
}

export type LanguageName = "acid-plans/plan" | "markdown/gfm";

/** Rules to run: by name, with their options. */
export type RulesToRun = Readonly<Record<string, readonly unknown[]>>;

const linter = new Linter({ cwd: ROOT });

/** The rules of the recommended preset, each with its defaults. */
export const recommendedRules: RulesToRun = Object.fromEntries(
	Object.entries(plugin.rules).flatMap(([name, rule]) => (rule.meta.docs.preset === "recommended" ? [[name, []]] : [])),
);

/** Lints a text with the real ESLint. Rules of the plugin go by name; `extra` adds rules that are not (yet) in it. */
export function lintPlan(
	input: PlanInput,
	rules: RulesToRun,
	{
		language = "acid-plans/plan",
		extra = {},
	}: { language?: LanguageName; extra?: Readonly<Record<string, PlanRule>> } = {},
): Linter.LintMessage[] {
	const messages = linter.verify(input.text, configFor(input, rules, language, extra), filenameOf(input));
	const fatal = messages.find((message) => message.fatal === true || message.ruleId === null);
	if (fatal) throw new Error(`ESLint could not lint the text: ${fatal.message}`);
	return messages;
}

/** Applies every fix until none is left, as `eslint --fix` does. */
export function fixPlan(input: PlanInput, rules: RulesToRun, extra: Readonly<Record<string, PlanRule>> = {}): string {
	return linter.verifyAndFix(input.text, configFor(input, rules, "acid-plans/plan", extra), filenameOf(input)).output;
}

function filenameOf({ filename = "plans/feature.md" }: PlanInput): { filename: string } {
	if (filename === "") return { filename: "<input>" };
	return { filename: isAbsolute(filename) ? filename : posix.join(ROOT, filename) };
}

function configFor(
	input: PlanInput,
	rules: RulesToRun,
	language: LanguageName,
	extra: Readonly<Record<string, PlanRule>>,
): Linter.Config[] {
	const find: FindSurroundings = (file, settings) => surroundingsInMemory(file, settings, input);
	return [
		{
			files: ["**/*.md", "**/<input>"],
			plugins: { markdown, "acid-plans": { ...plugin, rules: { ...plugin.rules, ...extra } } as never },
			language,
			languageOptions: { frontmatter: "yaml" },
			settings: { "acid-plans": { ...input.settings, [SURROUNDINGS]: find } },
			rules: Object.fromEntries(
				Object.entries(rules).map(([name, options]) => [`acid-plans/${name}`, ["error", ...options]]),
			),
		},
	];
}
