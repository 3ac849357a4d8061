import type { DocumentKind } from "../plan.js";
import type { GitProblem } from "./git-problem.js";

/** A document of a plans folder. */
export interface DocumentFile {
	/** POSIX, relative to the root. */
	readonly path: string;
	readonly folder: string;
	readonly kind: DocumentKind;
	/** Equal keys, equal content: a blob id, or what `stat` says of the file. */
	readonly key: string;
}

/** The documents there are, at one moment. */
export interface DocumentListing {
	/** By path, sorted. */
	readonly documents: ReadonlyMap<string, DocumentFile>;
	/** Documents that are there and are not followed or cannot be read, by path. */
	readonly problems: ReadonlyMap<string, GitProblem>;
	/** Why nothing could be listed. */
	readonly problem: string | undefined;
}

/** Where documents come from: the work tree, or git's index. */
export interface DocumentSource {
	/** The documents as they are now; the same object as long as nothing changed. */
	current(): DocumentListing;
	/** Texts, without byte order marks; a problem where one cannot be read. */
	read(documents: readonly DocumentFile[]): ReadonlyMap<string, string | GitProblem>;
}

/** Sorts as `<` does, which is the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
	return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
