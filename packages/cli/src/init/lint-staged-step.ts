import type { Draft } from "./draft.js";
import { addToJson } from "./json-edit.js";
import { findLintStagedConfig, FIX_TASK, globsFor } from "./lint-staged-config.js";
import { dependencyRange, type Survey } from "./survey.js";

/** Whether a repository runs lint-staged. */
export function usesLintStaged(draft: Draft, survey: Survey): boolean {
	return (
		dependencyRange(survey, "lint-staged") !== undefined ||
		findLintStagedConfig((path) => draft.text(path)) !== undefined
	);
}

/** Adds the entry that applies safe fixes to staged plans. */
export function addLintStagedEntry(draft: Draft, plans: readonly string[]): void {
	const config = findLintStagedConfig((path) => draft.text(path));
	const path = config?.path ?? "package.json";
	if (config?.hasFixTask === true) {
		draft.present.push(`${path} has the entry for lint-staged`);
		return;
	}
	const globs = plans.map((folder) => (folder === "" ? "**/*.md" : `**/${folder}/**/*.md`));
	const entry = globs.map((glob) => `${JSON.stringify(glob)}: ${JSON.stringify(FIX_TASK)}`).join(",\n");
	const [other] = config === undefined ? [] : globsFor(config, `${plans[0] ?? "plans"}/plan.md`);
	if (other !== undefined) {
		// Two tasks of lint-staged that write one file at the same time lose one another's changes.
		draft.advise({
			path,
			reason: `lint-staged has a task for ${JSON.stringify(other)}, which holds plans, too; one file must be in one task`,
			text: entry,
		});
		return;
	}
	let after: string | undefined = draft.text(path) ?? "{}";
	for (const glob of globs)
		after = after && addToJson(after, path === "package.json" ? ["lint-staged", glob] : [glob], FIX_TASK);
	if (after === undefined || !draft.add(path, after, "safe fixes in staged plans, before the verdict")) {
		draft.advise({
			path,
			reason: "The config of lint-staged is no JSON object to which something could be added safely",
			text: entry,
		});
	}
}
