import type { Finding } from "./finding.js";

/** What `acid-plans check --json` writes: one of these, alone on the standard output. Documented in `docs/reference/json.md`. */
export type CheckJson = CheckReportJson | FailureJson;

/** The check ran. Within a version fields are added, never removed or given another meaning. */
export interface CheckReportJson {
	readonly version: 1;
	/** What the process ends with. */
	readonly exitCode: 0 | 1;
	/** Absolute; `file` everywhere in this report counts from it. */
	readonly root: string;
	/** What was checked: the files on the disk, git's index (`--staged`), or the tree at the end of a range (`--range`). */
	readonly source: "worktree" | "index" | "range";
	readonly summary: CheckSummary;
	/** Sentences for people: what was left out, and why. */
	readonly notes: readonly string[];
	/** Every document that was checked. */
	readonly plans: readonly CheckedDocument[];
	readonly findings: readonly Finding[];
	/** Files that `--fix` changed, or that `--fix-dry-run` would change. */
	readonly fixes: readonly FixedFile[];
}

/** Numbers of a check. Errors and warnings count all that were found, those hidden by `--quiet` too. */
export interface CheckSummary {
	readonly plans: number;
	readonly phases: number;
	readonly errors: number;
	readonly warnings: number;
	/** Findings of documents that the change does not touch, which were there before: told here alone. */
	readonly older: number;
}

/** A document in which rules were on. */
export interface CheckedDocument {
	readonly file: string;
	/** A note is a document in which, without a template, nothing looks like a plan. */
	readonly kind: "plan" | "archive" | "index" | "template" | "note";
	readonly phases: number;
}

/** A file that fixes change. */
export interface FixedFile {
	readonly file: string;
	/** `false`: with `--fix-dry-run` nothing is written. */
	readonly written: boolean;
	/** What changes, as a unified diff; `null`: the texts are too different for one. */
	readonly diff: string | null;
}

/** The command could not run, or not to its end. */
export interface FailureJson {
	readonly version: 1;
	readonly exitCode: 2;
	readonly error: { readonly message: string };
}
