import { createHash } from "node:crypto";
import { runGit, splitNul } from "./git.js";
import type { GitProblem } from "./git-problem.js";
import type { RepositoryLocation } from "./repository-root.js";

/** What git's index holds. Paths are POSIX and relative to the top level. */
export interface IndexListing {
	/** Blob ids of regular files. */
	readonly files: ReadonlyMap<string, string>;
	/** Tracked symbolic links with their blob ids. */
	readonly links: ReadonlyMap<string, string>;
	readonly submodules: ReadonlySet<string>;
	/** Paths with an unresolved merge conflict. */
	readonly unmerged: ReadonlySet<string>;
	/** Equal for equal listings, whatever else was written into the index file. */
	readonly digest: string;
}

/**
 * Lists git's index with one `git ls-files -s -z`. A sparse index is listed in full by git itself.
 * @param pathspecs with magic (`:(glob)**`); none means everything.
 */
export function listIndex(location: RepositoryLocation, pathspecs: readonly string[] = []): IndexListing | GitProblem {
	const answer = runGit(location, ["ls-files", "-s", "-z", "--full-name", "--", ...pathspecs], {
		magicPathspecs: true,
	});
	if (answer.output === undefined) return answer;
	const files = new Map<string, string>();
	const links = new Map<string, string>();
	const submodules = new Set<string>();
	const unmerged = new Set<string>();
	for (const line of splitNul(answer.output)) {
		// `<mode> <id> <stage>\t<path>`
		const tab = line.indexOf("\t");
		const path = line.slice(tab + 1);
		const mode = line.slice(0, 6);
		const id = line.slice(7, tab - 2);
		if (line.charCodeAt(tab - 1) !== 48) unmerged.add(path);
		else if (mode === "160000") submodules.add(path);
		else if (mode === "120000") links.set(path, id);
		else files.set(path, id);
	}
	return { files, links, submodules, unmerged, digest: createHash("sha1").update(answer.output).digest("hex") };
}
