import { runGit, splitNul } from "./git.js";
import type { RepositoryLocation } from "./repository-root.js";

/**
 * Which of these paths git is told to ignore (`.gitignore`, `.git/info/exclude`, the user's own list), with one
 * `git check-ignore` for all. Git gives up at the first path that lies beyond a symbolic link, as everything in a
 * linked `node_modules` does: then each path is asked by itself, and one that git cannot place counts as ignored.
 */
export function ignoredPaths(location: RepositoryLocation, paths: readonly string[]): ReadonlySet<string> {
	if (paths.length === 0) return new Set();
	const answer = runGit(location, ["check-ignore", "--stdin", "-z"], { input: `${paths.join("\0")}\0`, accept: [1] });
	if (answer.output !== undefined) return new Set(splitNul(answer.output));
	if (paths.length === 1) return new Set(paths);
	return new Set(paths.flatMap((path) => [...ignoredPaths(location, [path])]));
}
