/** A place in a document: line and column count from 1; the offset is in UTF-16 units from 0, a byte order mark not counted. */
export interface Position {
	readonly line: number;
	readonly column: number;
	readonly offset: number;
}

/** The end is the place behind the last character. */
export interface FindingRange {
	readonly start: Position;
	readonly end: Position;
}

/** A replacement of a part of the document by a text; an empty part inserts. */
export interface Edit {
	readonly range: FindingRange;
	readonly text: string;
}

/** A change that a person has to choose, since it changes what the plan means. */
export interface Suggestion {
	readonly description: string;
	readonly edits: readonly Edit[];
}

/** What is wrong at one place of a document. */
export interface Finding {
	/** POSIX, relative to the top of the repository, without one to the working directory. */
	readonly file: string;
	/** The rule's id; `null`: ESLint itself says so, as of an unused directive. */
	readonly rule: string | null;
	readonly severity: "error" | "warning";
	/** What is wrong, then what to do. */
	readonly message: string;
	readonly range: FindingRange;
	/** What `--fix` would do. */
	readonly fix: Edit | null;
	readonly suggestions: readonly Suggestion[];
	/** What the rule asks for, from its documentation. */
	readonly reason: string | null;
	/** The page of the rule. */
	readonly url: string | null;
	/** Equal for the same finding in another run, whatever was inserted above it. */
	readonly fingerprint: string;
}
