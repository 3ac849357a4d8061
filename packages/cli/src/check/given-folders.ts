import { statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { baseFolder } from "./base-folder.js";

/**
 * The plans folders that paths on the command line mean in a repository without a config: whoever says
 * `check docs/roadmaps` says that plans are in there. Below a folder that is called `plans` the default does.
 *
 * @returns folders relative to the base folder, POSIX; `undefined`: the default is right
 */
export function givenPlansFolders(cwd: string, paths: readonly string[]): readonly string[] | undefined {
	const base = baseFolder(cwd);
	const folders = new Set<string>();
	for (const path of paths) {
		const absolute = resolve(cwd, path);
		const folder = relative(
			base,
			statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true ? absolute : dirname(absolute),
		);
		if (folder === "" || folder.startsWith("..") || isAbsolute(folder)) continue;
		const segments = folder.split(sep);
		if (!segments.includes("plans")) folders.add(segments.join("/"));
	}
	return folders.size === 0 ? undefined : ["plans", ...folders];
}
