import { basename, dirname } from "node:path";
import { findRepository, physicalPath } from "@acid-plans/model/node";

/**
 * The folder that plans folders are named from where no config says it: the top of the repository, else the folder
 * that holds the `plans` folder one stands in, else the working directory. Standing inside `plans/` must not make a
 * check pass for want of a folder of that name below.
 *
 * @param cwd absolute; the answer is it or an ancestor of it, spelled as in `cwd`
 */
export function baseFolder(cwd: string): string {
	const root = findRepository(cwd)?.root;
	for (let folder = cwd; ; folder = dirname(folder)) {
		if (root === undefined ? basename(folder) === "plans" : physicalPath(folder) === root) {
			return root === undefined ? dirname(folder) : folder;
		}
		if (folder === dirname(folder)) return cwd;
	}
}
