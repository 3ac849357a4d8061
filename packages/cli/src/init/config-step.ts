import type { Draft } from "./draft.js";
import { type ConfigChoice, configAddition, eslintConfig } from "./init-texts.js";
import type { Survey } from "./survey.js";

/** Whether the command line alone knows what to check: the folders are the default, and the template is its option. */
export function needsNoConfig({ flatConfig, legacyConfig, manifest }: Survey, { plans }: ConfigChoice): boolean {
	const hasConfig = flatConfig !== undefined || legacyConfig !== undefined;
	return manifest === undefined && !hasConfig && plans.every((folder) => folder === "plans");
}

/**
 * A config where there is none. One that exists is code: what to add is told. Without package.json there is nothing
 * from which a config could import, and the command line checks with its defaults.
 */
export function addConfig(draft: Draft, survey: Survey, choice: ConfigChoice): void {
	const { flatConfig, legacyConfig, manifest } = survey;
	if (flatConfig !== undefined) {
		const text = draft.text(flatConfig) ?? "";
		if (/acid-plans/.test(text)) draft.present.push(`${flatConfig} knows acid-plans`);
		else {
			draft.advise({
				path: flatConfig,
				reason: "A config is code of yours, so it is not edited",
				text: configAddition(text, choice),
			});
		}
		return;
	}
	if (legacyConfig !== undefined) {
		draft.advise({
			path: legacyConfig,
			reason: "A flat config beside it would take its place. Migrate it first (`npx @eslint/migrate-config`)",
			text: configAddition("", choice),
		});
		return;
	}
	if (manifest === undefined) {
		if (needsNoConfig(survey, choice)) return;
		draft.advise({
			path: "eslint.config.mjs",
			reason:
				"What differs from the defaults stands in an ESLint config, and that needs a package.json. Run `npm init --yes`, then `acid-plans init` again",
			text: eslintConfig(choice),
		});
		return;
	}
	const path = manifest.type === "module" ? "eslint.config.js" : "eslint.config.mjs";
	draft.create(path, eslintConfig(choice), "what ESLint, editors and the command line read");
}
