import { runGit, splitNul } from "./git.js";
import { noRepository, type GitProblem } from "./git-problem.js";
import { findRepository, type RepositoryLocation } from "./repository-root.js";
import { resolveRevision } from "./revision.js";

/** What happened to a path. A copy is an added path. */
export interface PathChange {
	/** `"unmerged"`: the index holds a conflict. A changed type (a file that became a link) is a change. */
	readonly kind: "added" | "changed" | "renamed" | "deleted" | "unmerged";
	/** POSIX, relative to the top level; of a rename the new path. */
	readonly path: string;
	/** Of a rename the old path. */
	readonly from: string | undefined;
}

/** The changes, or why they are not known. */
export type PathChanges =
	| { readonly changes: readonly PathChange[]; readonly problem?: undefined }
	| (GitProblem & { readonly changes?: undefined });

/** Ids of the tree without entries, which git knows without having it; by the object format. */
const emptyTrees: Readonly<Record<string, string>> = {
	sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
	sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
};

/**
 * What git's index would commit: its difference to a revision, in hooks that of the index which git made for this
 * commit. Before the first commit everything staged is added. Paths added with `git add --intent-to-add` are not staged.
 * @param root a folder in the work tree, absolute.
 * @param options.against default `HEAD`; `git commit --amend` compares with `HEAD~`.
 */
export function stagedChanges(
	root: string,
	options: { readonly against?: string } = {},
	environment: NodeJS.ProcessEnv = process.env,
): PathChanges {
	const location = findRepository(root, environment);
	if (location === undefined) return noRepository(root);
	const base = resolveRevision(location, options.against ?? "HEAD");
	if (base.problem !== undefined && base.missing !== "no-commit") return { problem: base.problem };
	const tree = base.commit ?? emptyTree(location);
	if (typeof tree !== "string") return tree;
	return readChanges(location, [
		"diff-index",
		"--cached",
		"-z",
		"-M",
		"--name-status",
		"--no-ext-diff",
		"--ita-invisible-in-index",
		tree,
		"--",
	]);
}

/**
 * What differs between two revisions, from the first to the second.
 * @param root a folder in the work tree, absolute.
 */
export function rangeChanges(
	root: string,
	from: string,
	to: string,
	environment: NodeJS.ProcessEnv = process.env,
): PathChanges {
	const location = findRepository(root, environment);
	if (location === undefined) return noRepository(root);
	const first = resolveRevision(location, from);
	if (first.problem !== undefined) return { problem: first.problem };
	const last = resolveRevision(location, to);
	if (last.problem !== undefined) return { problem: last.problem };
	return readChanges(location, [
		"diff-tree",
		"-r",
		"-z",
		"-M",
		"--name-status",
		"--no-ext-diff",
		first.commit,
		last.commit,
		"--",
	]);
}

function emptyTree(location: RepositoryLocation): string | GitProblem {
	const answer = runGit(location, ["rev-parse", "--show-object-format"]);
	return answer.output === undefined ? answer : (emptyTrees[answer.output.toString("latin1").trim()] ?? "");
}

function readChanges(location: RepositoryLocation, args: readonly string[]): PathChanges {
	const answer = runGit(location, args);
	if (answer.output === undefined) return answer;
	const changes: PathChange[] = [];
	const parts = splitNul(answer.output).values();
	for (const status of parts) {
		const path: string = parts.next().value ?? "";
		// `R` and `C` carry a score and a second path.
		if (status.startsWith("R")) changes.push({ kind: "renamed", path: parts.next().value ?? "", from: path });
		else if (status.startsWith("C")) changes.push({ kind: "added", path: parts.next().value ?? "", from: undefined });
		else changes.push({ kind: kinds[status] ?? "changed", path, from: undefined });
	}
	return { changes };
}

const kinds: Readonly<Record<string, PathChange["kind"]>> = {
	A: "added",
	D: "deleted",
	M: "changed",
	T: "changed",
	U: "unmerged",
};

/** A path that differs between a commit and git's index, with what each of them has: a mode and the id of a content. */
export interface EntryChange {
	readonly path: string;
	readonly before: IndexEntryContent;
	readonly after: IndexEntryContent;
}

/** A mode of git's (`100644`; `000000`: nothing) and the id of the object. */
export interface IndexEntryContent {
	readonly mode: string;
	readonly id: string;
}

/**
 * Every entry of git's index that differs from a commit: links, submodules that the user's config has git pass over, and
 * paths that `git add --intent-to-add` announced, too. Renamed files are gone and new ones.
 */
export function changedEntries(location: RepositoryLocation, commit: string): readonly EntryChange[] | GitProblem {
	const answer = runGit(location, [
		"diff-index",
		"--cached",
		"--raw",
		"-z",
		"--no-abbrev",
		"--no-renames",
		"--no-ext-diff",
		"--no-relative",
		"--ignore-submodules=none",
		"--ita-visible-in-index",
		commit,
		"--",
	]);
	if (answer.output === undefined) return answer;
	const changes: EntryChange[] = [];
	const parts = splitNul(answer.output).values();
	for (const head of parts) {
		// `:<mode before> <mode after> <id before> <id after> <status>`, then the path.
		const [before = "", after = "", idBefore = "", idAfter = ""] = head.slice(1).split(" ");
		changes.push({
			path: parts.next().value ?? "",
			before: { mode: before, id: idBefore },
			after: { mode: after, id: idAfter },
		});
	}
	return changes;
}
