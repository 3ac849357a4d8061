import picomatch from "picomatch";
import type { Draft } from "./draft.js";
import { addToJson, parseJson } from "./json-edit.js";
import { dependencyRange, type Survey } from "./survey.js";

const FIX = "acid-plans check --fix-only";
const EXTENSIONS = ["", ".json", ".yaml", ".yml", ".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"];
const CONFIGS = [
	...EXTENSIONS.map((end) => `.lintstagedrc${end}`),
	...EXTENSIONS.slice(4).map((end) => `lint-staged.config${end}`),
];

/** Whether a repository runs lint-staged. */
export function usesLintStaged(draft: Draft, survey: Survey): boolean {
	return dependencyRange(survey, "lint-staged") !== undefined || findConfig(draft, survey) !== undefined;
}

function findConfig(draft: Draft, { manifest }: Survey): string | undefined {
	if (manifest?.["lint-staged"] !== undefined) return "package.json";
	return CONFIGS.find((path) => draft.text(path) !== undefined);
}

/** Adds the entry that applies safe fixes to staged plans; it never judges. */
export function addLintStagedEntry(draft: Draft, survey: Survey, plans: readonly string[]): void {
	const path = findConfig(draft, survey) ?? "package.json";
	const text = draft.text(path) ?? "{}";
	const inManifest = path === "package.json";
	const value = parseJson(text) as Readonly<Record<string, unknown>> | undefined;
	const config = inManifest ? value?.["lint-staged"] : value;
	if (JSON.stringify(config ?? "").includes(FIX) || (!inManifest && text.includes(FIX))) {
		draft.present.push(`${path} has the entry for lint-staged`);
		return;
	}
	const globs = plans.map((folder) => (folder === "" ? "**/*.md" : `**/${folder}/**/*.md`));
	const entry = globs.map((glob) => `${JSON.stringify(glob)}: ${JSON.stringify(FIX)}`).join(",\n");
	const tasks = typeof config === "object" && config !== null && !Array.isArray(config) ? Object.keys(config) : [];
	const other = tasks.find((glob) => picomatch(glob, { basename: !glob.includes("/"), dot: true })("plans/plan.md"));
	if (other !== undefined) {
		// Two tasks of lint-staged that write one file at the same time lose one another's changes.
		draft.advise({
			path,
			reason: `lint-staged has a task for ${JSON.stringify(other)}, which holds plans, too; one file must be in one task`,
			text: entry,
		});
		return;
	}
	let after: string | undefined = text;
	for (const glob of globs) after = after && addToJson(after, inManifest ? ["lint-staged", glob] : [glob], FIX);
	if (after === undefined || !draft.add(path, after, "safe fixes in staged plans, before the verdict")) {
		draft.advise({
			path,
			reason: "The config of lint-staged is no JSON object to which something could be added safely",
			text: entry,
		});
	}
}
