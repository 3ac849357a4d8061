import { lstatSync, type Stats } from "node:fs";
import { basename, dirname, join } from "node:path";
import { linkOutside, symbolicLink, type GitProblem } from "./git-problem.js";
import { findRepository, pathBelow, physicalPath, realPath } from "./repository-root.js";

/**
 * Why the text of a file is not to be read: the file is a symbolic link, or lies behind a folder that is one and leaves
 * the repository. A folder that links into the repository stands for what it leads to.
 *
 * @param file absolute
 * @param cwd where the linter runs: a folder is left where its name lies in the repository of that place, and what it
 * leads to does not
 * @returns `undefined`: the file is where its name says, or there is none
 */
export function linkProblem(file: string, cwd: string): GitProblem | undefined {
	const stats = entryAt(file);
	if (stats === undefined) return undefined;
	if (stats.isSymbolicLink()) {
		const root = findRepository(dirname(file))?.root;
		const name = (root === undefined ? undefined : pathBelow(root, physicalPath(file))) ?? nameFrom(cwd, file);
		const target = realPath(file);
		return root !== undefined && target !== undefined && pathBelow(root, target) === undefined
			? linkOutside(name)
			: symbolicLink(name);
	}
	// The usual case costs two questions to the file system.
	if (realPath(file) === file) return undefined;
	const root = findRepository(cwd)?.root;
	return root !== undefined && leavesFolder(root, file) ? linkOutside(firstLink(root, file)) : undefined;
}

/**
 * Whether a path lies in a folder by its name, and elsewhere by what symbolic links on the way make of it.
 *
 * @param root physical
 * @param path absolute; what is not there yet lies where the nearest folder that is there leads to
 */
export function leavesFolder(root: string, path: string): boolean {
	return pathBelow(root, path) !== undefined && pathBelow(root, reachedPath(path)) === undefined;
}

function reachedPath(path: string): string {
	const real = realPath(path);
	const parent = dirname(path);
	return real ?? (parent === path ? path : join(reachedPath(parent), basename(path)));
}

/** The outermost link on the way, as it is called in the repository. */
function firstLink(root: string, file: string): string {
	const path = pathBelow(root, file) ?? file;
	for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1)) {
		const folder = path.slice(0, end);
		if (entryAt(join(root, folder))?.isSymbolicLink() === true) return folder;
	}
	return path;
}

function nameFrom(cwd: string, file: string): string {
	return pathBelow(cwd, file) ?? file;
}

function entryAt(path: string): Stats | undefined {
	try {
		return lstatSync(path, { throwIfNoEntry: false });
	} catch {
		// A folder on the way may not be looked into: whoever reads the file is told.
		return undefined;
	}
}
