import type { Draft } from "./draft.js";
import { addToJson, parseJson } from "./json-edit.js";
import type { Survey } from "./survey.js";

const PATH = ".vscode/settings.json";
const KEY = "eslint.codeAction.disableRuleComment";

/**
 * Editor settings. The ESLint extension lints Markdown by itself as soon as a config covers it; but its own action
 * for disabling a rule writes a comment of JavaScript into the plan, so that is switched off. In a repository that
 * lints scripts with ESLint, too, it would be missed there: that is for the user to decide.
 */
export function addEditorSettings(draft: Draft, { flatConfig, legacyConfig, manifest }: Survey): void {
	// Without packages there is no ESLint that an editor could run.
	if (manifest === undefined) return;
	const text = draft.text(PATH);
	const settings = text === undefined ? {} : parseJson(text);
	if (typeof settings === "object" && settings !== null && KEY in settings) {
		draft.present.push(`${PATH} says what ${KEY} does`);
		return;
	}
	const reason = "the extension's own action would write `//` into plans";
	const value = { enable: false };
	const usesEslint = flatConfig !== undefined || legacyConfig !== undefined;
	const knowsPlans = flatConfig !== undefined && /acid-plans/.test(draft.text(flatConfig) ?? "");
	if (usesEslint && !knowsPlans) {
		draft.advise({
			path: PATH,
			reason: "In plans the extension's action for disabling a rule writes `//`; it would go for scripts, too",
			text: `${JSON.stringify(KEY)}: ${JSON.stringify(value)}`,
		});
		return;
	}
	if (usesEslint) return;
	if (text === undefined) {
		draft.create(PATH, `${JSON.stringify({ [KEY]: value }, null, "\t")}\n`, reason);
		return;
	}
	const after = addToJson(text, [KEY], value);
	if (after === undefined || !draft.add(PATH, after, reason)) {
		draft.advise({
			path: PATH,
			reason: "It is no JSON object",
			text: `${JSON.stringify(KEY)}: ${JSON.stringify(value)}`,
		});
	}
}
