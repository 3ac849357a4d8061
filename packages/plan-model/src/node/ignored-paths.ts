import { lstatSync } from "node:fs";
import { join } from "node:path";
import { runGit, splitNul } from "./git.js";
import type { RepositoryLocation } from "./repository-root.js";

/**
 * Which of these paths git is told to ignore (`.gitignore`, `.git/info/exclude`, the user's own list), with one
 * `git check-ignore` for all. What lies beyond a symbolic link of the work tree, as all of a linked `node_modules`
 * does, git can neither track nor judge: it counts as ignored.
 * @returns nothing where git fails: a rule then says too much rather than passing in silence
 */
export function ignoredPaths(location: RepositoryLocation, paths: readonly string[]): ReadonlySet<string> {
	const links = new Map<string, boolean>();
	const isLink = (folder: string): boolean => {
		let known = links.get(folder);
		if (known === undefined) {
			known = isSymbolicLink(join(location.root, folder));
			links.set(folder, known);
		}
		return known;
	};
	const isBeyondLink = (path: string): boolean => {
		for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1))
			if (isLink(path.slice(0, end))) return true;
		return false;
	};
	const beyond = paths.filter(isBeyondLink);
	// A colon in front would be pathspec magic, which this command cannot be told to leave alone.
	const asked = paths.filter((path) => !beyond.includes(path) && !path.startsWith(":"));
	if (asked.length === 0) return new Set(beyond);
	const answer = runGit(location, ["check-ignore", "--stdin", "-z"], {
		input: `${asked.join("\0")}\0`,
		accept: [1],
		magicPathspecs: true,
	});
	return new Set([...beyond, ...(answer.output === undefined ? [] : splitNul(answer.output))]);
}

function isSymbolicLink(path: string): boolean {
	try {
		return lstatSync(path).isSymbolicLink();
	} catch {
		// Nothing there, a file where the path has a folder, a name that no disk takes.
		return false;
	}
}
