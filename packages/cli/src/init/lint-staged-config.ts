import picomatch from "picomatch";
import { parseJson } from "./json-edit.js";

/** The task that applies safe fixes to staged plans; it never judges. */
export const FIX_TASK = "acid-plans check --fix-only";

const EXTENSIONS = ["", ".json", ".yaml", ".yml", ".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"];
const FILES = [
	...EXTENSIONS.map((end) => `.lintstagedrc${end}`),
	...EXTENSIONS.slice(4).map((end) => `lint-staged.config${end}`),
];

/** A config of lint-staged, as far as it can be read without running it. */
export interface LintStagedConfig {
	/** Relative to the root. */
	readonly path: string;
	readonly hasFixTask: boolean;
	/** By glob; `undefined`: it is code, or of a form that is not read. */
	readonly tasks: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Finds the config of lint-staged at the top of a repository.
 *
 * @param read the text of a file by its path from there; `undefined`: there is none
 */
export function findLintStagedConfig(read: (path: string) => string | undefined): LintStagedConfig | undefined {
	const own = objectOf(parseJson(read("package.json") ?? "{}"))?.["lint-staged"];
	if (own !== undefined)
		return { path: "package.json", hasFixTask: JSON.stringify(own).includes(FIX_TASK), tasks: objectOf(own) };
	for (const path of FILES) {
		const text = read(path);
		if (text !== undefined) return { path, hasFixTask: text.includes(FIX_TASK), tasks: objectOf(parseJson(text)) };
	}
	return undefined;
}

/** The globs whose tasks lint-staged runs on a file, as it matches: one without a slash fits names in any folder. */
export function globsFor({ tasks = {} }: LintStagedConfig, file: string): string[] {
	return Object.keys(tasks).filter((glob) => picomatch(glob, { basename: !glob.includes("/"), dot: true })(file));
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? (value as Readonly<Record<string, unknown>>)
		: undefined;
}
