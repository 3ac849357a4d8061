import { lstatSync } from "node:fs";
import { join } from "node:path";
import envPaths from "env-paths";
import type { RepositoryLocation } from "./repository-root.js";

/**
 * Where what can be made again is kept for the plans below a root: in `node_modules/.cache`, as other tools do; without
 * node_modules in git's own folder, which no `git status` shows; else in the user's cache folder. Links are not followed:
 * a linked `node_modules` belongs to another tree.
 * @returns the folder, which need not exist, and whether it lies in the work tree; `undefined`: something else is in its place
 */
export function cacheFolder(
	root: string,
	location: RepositoryLocation | undefined,
): { readonly path: string; readonly inTree: boolean } | undefined {
	const modules = join(root, "node_modules");
	const inTree = kindOf(modules) === "folder";
	const [top, ...below] = inTree
		? [modules, ".cache", "acid-plans"]
		: location !== undefined
			? [location.commonDirectory, "acid-plans"]
			: [envPaths("acid-plans", { suffix: "" }).cache];
	let path = top;
	for (const part of below) {
		path = join(path, part);
		if (kindOf(path) === "other") return undefined;
	}
	return kindOf(path) === "other" ? undefined : { path, inTree };
}

function kindOf(path: string): "folder" | "other" | undefined {
	try {
		const stats = lstatSync(path, { throwIfNoEntry: false });
		return stats === undefined ? undefined : stats.isDirectory() ? "folder" : "other";
	} catch {
		return "other";
	}
}
