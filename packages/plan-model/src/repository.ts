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
	/** Git's index holds a file below this folder. */
	hasDirectory(path: string): boolean;
	/** The spelling that git's index has of a path that differs in letter case only. */
	otherCase(path: string): string | undefined;
	/** Every tracked path. */
	readonly paths: ReadonlySet<string>;
	/** Tracked paths with this file name, for "moved to". */
	withBaseName(name: string): readonly string[];
	/** Of these paths, the ones that some commit reachable from HEAD once added. One git process. */
	everTracked(paths: readonly string[]): ReadonlySet<string>;
}

/** The texts of documents at another revision. */
export interface BaseRevision {
	/** The revision as configured (`HEAD`, `origin/main`). */
	readonly name: string;
	/** Why there is no base (no commit yet, a shallow clone without it). */
	readonly problem: string | undefined;
	/** The text of a path there, or `undefined` when it did not exist. */
	text(path: string): string | undefined;
}
