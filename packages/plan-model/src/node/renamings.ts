import type { Renaming } from "../workspace/repository.js";
import { runGit, splitNul } from "./git.js";
import type { GitProblem } from "./git-problem.js";
import type { RepositoryLocation } from "./repository-root.js";

/**
 * The documents that git's index has under another path than a commit. One git process; the user's config decides nothing.
 * More than 400 files that came or went are compared by their contents' ids alone: whoever moves so many moves them whole.
 * @returns by the path in the index, or the problem that stopped git
 */
export function findRenamings(
	location: RepositoryLocation,
	commit: string,
	folders: readonly string[],
): ReadonlyMap<string, Renaming> | GitProblem {
	const answer = runGit(location, [
		"diff-index",
		"--cached",
		"--find-renames=50%",
		"-l400",
		"--diff-filter=R",
		"--name-status",
		"--no-ext-diff",
		"--no-relative",
		"-z",
		commit,
		"--",
		...folders,
	]);
	if (answer.output === undefined) return answer;
	const renamings = new Map<string, Renaming>();
	const parts = splitNul(answer.output);
	for (let at = 0; at + 2 < parts.length; at += 3) {
		const [status = "", before = "", now = ""] = parts.slice(at, at + 3);
		const similarity = Number(status.slice(1)) / 100;
		if (before.endsWith(".md") && now.endsWith(".md")) renamings.set(now, { path: before, similarity });
	}
	return renamings;
}
