import { addToJson, parseJson } from "./json-edit.js";
import type { Draft } from "./draft.js";
import type { Survey } from "./survey.js";

const PATH = ".vscode/settings.json";

interface EditorSetting {
	readonly key: string;
	readonly value: unknown;
	readonly reason: string;
	/** What a repository is told that lints other files, too; `undefined`: it gains the setting like any other. */
	readonly elsewhere?: string;
}

const SETTINGS: readonly EditorSetting[] = [
	{
		key: "eslint.codeAction.disableRuleComment",
		value: { enable: false },
		reason: "the extension's own action would write `//` into plans",
		elsewhere: "In plans the extension's action for disabling a rule writes `//`; it would go for scripts, too",
	},
	{
		key: "eslint.options",
		// Reaches plans alone: nobody else reads these settings.
		value: { overrideConfig: { settings: { "acid-plans": { suggestDisableComments: true } } } },
		reason: "offers `<!-- eslint-disable-next-line … -->` instead",
	},
];

/**
 * Editor settings. The ESLint extension lints Markdown by itself as soon as a config covers it; but its own action
 * for disabling a rule writes a comment of JavaScript into the plan, so that is switched off, and ours on. In a
 * repository that lints scripts with ESLint, too, it would be missed there: that is for the user to decide.
 */
export function addEditorSettings(draft: Draft, { flatConfig, legacyConfig, manifest }: Survey): void {
	// Without packages there is no ESLint that an editor could run.
	if (manifest === undefined) return;
	const usesEslint = flatConfig !== undefined || legacyConfig !== undefined;
	const knowsPlans = flatConfig !== undefined && /acid-plans/.test(draft.text(flatConfig) ?? "");
	const text = draft.text(PATH);
	const settings = text === undefined ? {} : parseJson(text);
	for (const setting of SETTINGS) {
		const { key, elsewhere } = setting;
		if (typeof settings === "object" && settings !== null && key in settings)
			draft.present.push(`${PATH} says what ${key} does`);
		else if (usesEslint && !knowsPlans && elsewhere !== undefined) advise(draft, setting, elsewhere);
		else if (!usesEslint || !knowsPlans) add(draft, setting);
	}
}

function add(draft: Draft, setting: EditorSetting): void {
	const { key, value, reason } = setting;
	const text = draft.text(PATH);
	if (text === undefined) {
		draft.create(PATH, `${JSON.stringify({ [key]: value }, null, "\t")}\n`, reason);
		return;
	}
	const after = addToJson(text, [key], value);
	if (after === undefined || !draft.add(PATH, after, reason)) advise(draft, setting, "It is no JSON object");
}

function advise(draft: Draft, { key, value }: EditorSetting, reason: string): void {
	draft.advise({ path: PATH, reason, text: `${JSON.stringify(key)}: ${JSON.stringify(value)}` });
}
