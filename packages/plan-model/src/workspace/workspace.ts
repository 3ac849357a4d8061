import type { Label } from "../text/phase-label.js";
import type { DocumentKind, IndexEntry, PathAction, Plan } from "../plan.js";
import type { Tier } from "../text/vocabulary.js";

/** A folder of plans, as configured. */
export interface PlansFolder {
	/** POSIX, relative to the root of the repository. */
	readonly path: string;
	/** The index of the folder, if it has one. */
	readonly index: string | undefined;
}

/** What other documents need to know of one: small, plain data, fit for a cache. */
export interface DocumentSummary {
	readonly path: string;
	readonly folder: string;
	readonly kind: DocumentKind;
	readonly title: string | undefined;
	readonly feature: string | undefined;
	readonly status: Tier | undefined;
	readonly statusText: string | undefined;
	readonly titleLine: number;
	readonly phases: readonly PhaseSummary[];
	/** Slugs of the headings, as GitHub makes them. */
	readonly anchors: readonly string[];
	/** The description in the front matter. */
	readonly description: string | undefined;
	/** Dependencies of the plan as a whole. */
	readonly dependencies: readonly DependencySummary[];
}

/** A phase in the main series of a plan. */
export interface PhaseSummary {
	readonly name: string;
	readonly label: Label;
	readonly title: string;
	readonly line: number;
	readonly anchor: string | undefined;
	readonly status: Tier | undefined;
	readonly declaresDependencies: boolean;
	readonly dependencies: readonly DependencySummary[];
	/** None of a phase or plan that is finished. */
	readonly writes: readonly WriteSummary[];
}

/** What a phase has yet to write in this repository, each path once for an action: ticked work is done. */
export interface WriteSummary {
	readonly path: string;
	readonly pattern: boolean;
	readonly directory: boolean;
	readonly action: Exclude<PathAction, "read">;
	readonly line: number;
}

/** A dependency as written; `link`/`title` name another plan, without them it is a phase of the same plan. */
export interface DependencySummary {
	readonly link: string | undefined;
	readonly title: string | undefined;
	readonly anchor: string | undefined;
	readonly word: string | undefined;
	readonly label: Label | undefined;
}

/** An entry of an index with the path it means. */
export interface ResolvedIndexEntry extends IndexEntry {
	/** Relative to the root, POSIX; a link to a folder means its README. `undefined`: not a path of this repository. */
	readonly target: string | undefined;
}

/** A document that cannot be read, with the cause and what to do. */
export interface DocumentProblem {
	readonly path: string;
	readonly problem: string;
	/** A symbolic link, which is not followed on purpose. */
	readonly isLink: boolean;
	/** No parser takes its text ({@link RefusedText}): to lint the document tells so, and no other document has to. */
	readonly isRefused: boolean;
}

/** A text that no parser takes, too deeply nested, say: of its document nothing is known but that it is there. */
export interface RefusedText {
	/** Which document, where and why, and what to do. */
	readonly refused: string;
}

/** All documents of all configured plans folders of a repository, the one being linted in its present text. */
export interface Workspace {
	/** Why the documents cannot be listed at all; rules report it instead of passing. */
	readonly problem: string | undefined;
	/** Documents that are there and could not be read; they are missing from `documents`. */
	readonly problems: readonly DocumentProblem[];
	readonly folders: readonly PlansFolder[];
	/** The folder a document belongs to. */
	folderOf(path: string): PlansFolder | undefined;
	/** Which kind of document a path is or would be; `undefined`: the config counts it to no plans folder. */
	kindOf(path: string): DocumentKind | undefined;
	/**
	 * Every document, sorted by path. The same array as long as nothing changed: what is computed from all of them
	 * can be kept in a `WeakMap` by it.
	 */
	readonly documents: readonly DocumentSummary[];
	/** A document by its path relative to the root of the repository. */
	document(path: string): DocumentSummary | undefined;
	/** What an index lists, with the path each entry resolves to. */
	indexEntries(folder: PlansFolder): readonly ResolvedIndexEntry[];
	/** The whole model of another document; costs a parse, so ask for summaries first. */
	plan(path: string): Plan | undefined;
}
