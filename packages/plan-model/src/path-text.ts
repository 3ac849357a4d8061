/** Where a text stands: a code span, the target of a link, or the plain text of a `Files:` item. */
export type PathContext = "code" | "link" | "item";

/** Why a path is none of the repository's: it starts at a root, a home folder, a drive, a `file:` URL, or climbs out with `..`. */
export type PathOutside = "absolute" | "home" | "parent" | "windows" | "file-url";

/** A path as a plan writes it. Offsets are UTF-16 indexes into the text that was read. */
export interface PathText {
	/** Normalised: `/` between segments, no `./`, no `//`, no trailing `/`, inner `..` resolved. Paths outside keep their leading part. */
	readonly path: string;
	/** The path is certain to be one by its form alone. Otherwise it may be one (`src/core`, `alice/project`): ask whether it exists. */
	readonly certain: boolean;
	/** It stands for many paths: globs, braces, or a variable part. */
	readonly pattern: boolean;
	/** A part is left open: `<name>`, `{id}`, `$NAME`, `…`, `NNN`. */
	readonly variable: boolean;
	/** Written with a trailing slash. */
	readonly directory: boolean;
	/** The line numbers behind the path, `120-140`; the offsets include the `:` or `#L` before. */
	readonly lines?: { readonly text: string; readonly start: number; readonly end: number };
	/** `(NEW)`, `[MODIFY]`, `(deleted)`. */
	readonly note?: "new" | "modified" | "deleted";
	/** The `#fragment` of a link target, without the `#`. */
	readonly fragment?: string;
	readonly outside?: PathOutside;
	/** Range of the path itself, without lines and note. */
	readonly start: number;
	readonly end: number;
}

/** Reads a whole text as one path; undefined when it is something else. Never throws. */
export function readPathText(text: string, context: PathContext = "code"): PathText | undefined {
	void text;
	void context;
	return undefined;
}

/** Reads the paths that an item of a files field lists in plain text: `src/a.ts, src/b.ts (NEW) - why`. Never throws. */
export function readPathList(text: string): PathText[] {
	void text;
	return [];
}

/** The most patterns that braces may expand to. */
export const BRACE_LIMIT = 256;

/** Expands `{a,b}` and `{1..3}`, nested too; undefined when there would be more than `limit` patterns. Unbalanced braces are literal. */
export function expandBraces(pattern: string, limit: number = BRACE_LIMIT): string[] | undefined {
	void limit;
	return [pattern];
}
