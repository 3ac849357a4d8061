import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { modelNode, rootOf } from "./find-surroundings.js";
import { readSettings, type SettingsInput } from "./settings.js";

/**
 * Stands for everything that the rules read beside the linted file: the documents of the plans folders, git's index
 * and HEAD, the base revision. ESLint makes it part of the key of its cache, and asks for it with `--cache` only.
 *
 * No file is known then: it speaks of the repository that the process runs in, where ESLint finds its config. In a
 * folder that is in no repository and holds no plans (one above several repositories, say) nobody knows what will be
 * read, and no result may be kept: the fingerprint is another one each time.
 */
export function fingerprint(input: SettingsInput): string {
	const { plans, documents, base, repository } = readSettings({ "acid-plans": input });
	const { findRepository, plansFolderNames } = modelNode();
	const folder = process.cwd();
	if (!findRepository(folder) && !plansFolderNames(plans).some((name) => existsSync(join(folder, name))))
		return randomUUID();
	return modelNode().workspaceFingerprint({ root: rootOf(folder), plans, documents, base, repository });
}

/** A `toJSON` for settings: their own JSON, and the fingerprint of what rules read because of them. */
export function settingsToJson(this: SettingsInput & { readonly toJSON?: unknown }): object {
	const { toJSON: _, ...settings } = this;
	return { ...settings, fingerprint: fingerprint(settings) };
}
