/**
 * What the rules may know of the repository. Everything comes from git's index and history, never from what
 * happens to lie on the disk: a staged file exists, an untracked one does not.
 */
export interface Repository {
	/** Absolute path of the top level of the work tree. */
	readonly root: string;
	/** Why nothing can be said (git failed, the index cannot be read); rules report it instead of passing. */
	readonly problem: string | undefined;
	/** History is cut off (a shallow clone): absence in history proves nothing. */
	readonly isShallow: boolean;
	/** Git's index holds a file of exactly this path (POSIX, relative to the root). */
	hasFile(path: string): boolean;
	/** Git's index holds a file below this folder, or the folder is a submodule. The root always is one. */
	hasDirectory(path: string): boolean;
	/** The spelling that git's index has of a file or folder that differs in letter case or Unicode form only. */
	otherCase(path: string): string | undefined;
	/** Every tracked path. */
	readonly paths: ReadonlySet<string>;
	/** Tracked paths with this file name, for "moved to". */
	withBaseName(name: string): readonly string[];
	/**
	 * The index cannot say what is there: the path lies below a submodule or below a tracked symbolic link. Rules
	 * stay silent on it.
	 */
	isUnknown(path: string): boolean;
	/**
	 * Of these files and folders, the ones that some commit reachable from HEAD once added. One git process for all;
	 * answers are kept until HEAD moves, so ask for everything at once.
	 */
	everTracked(paths: readonly string[]): TrackedHistory;
	/** Of these files and folders, the ones that git is told to ignore: they are made by a build or a run, not tracked. */
	ignored(paths: readonly string[]): ReadonlySet<string>;
	/**
	 * The texts of tracked files as git's index holds them, of the kinds that `isTextRead` names: whoever compares two states
	 * relies on no other being read. One git process for all.
	 */
	texts(paths: readonly string[]): TrackedTexts;
}

/** Texts of git's index by their paths. */
export interface TrackedTexts {
	/** Without what is not tracked, and without links, submodules and unresolved conflicts. */
	readonly texts: ReadonlyMap<string, string>;
	/** Why a tracked text could not be read. */
	readonly problem: string | undefined;
}

/** What history says of some paths. */
export interface TrackedHistory {
	readonly paths: ReadonlySet<string>;
	/** Why history could not be read; then a path that is missing from `paths` proves nothing. */
	readonly problem: string | undefined;
}

/** The texts of documents at another revision. */
export interface BaseRevision {
	/** The revision as configured (`HEAD`, `origin/main`). */
	readonly name: string;
	/** Why there is no base (no commit yet, a shallow clone without it). */
	readonly problem: string | undefined;
	/** The kind of problem: without a commit everything is new, which is certain; the others leave the past unknown. */
	readonly missing: "no-repository" | "no-commit" | "shallow" | "revision" | "git" | undefined;
	/** The text of a path there, or `undefined` when it did not exist; line endings as committed, no byte order mark. */
	text(path: string): string | undefined;
	/** The text of the path there is this one to the last character: asked without a git process, so ask it first. */
	isUnchanged(path: string, text: string): boolean;
	/** Why the text of this one document cannot be had, once it has been asked for; of the others nothing is said. */
	problemOf?(path: string): string | undefined;
	/** The file there that git's index has under this path, which was not there: git takes it for renamed. */
	renamedFrom(path: string): Renaming | undefined;
}

/** A file that got another path. */
export interface Renaming {
	/** The path that it had. */
	readonly path: string;
	/** How much of it is still the same, from 0 to 1. */
	readonly similarity: number;
}
