import type { BaseRevision, CalendarDay, DocumentKind, Plan, Repository, Workspace } from "@acid-plans/model";
import type { Settings } from "./settings.js";

/**
 * What surrounds the document that is being linted. Everything here is lazy: a rule that asks for nothing costs
 * nothing, and git is asked only when a rule that is switched on needs it.
 */
export interface Surroundings {
	/** The document relative to the root of the repository, POSIX; `undefined` for a text without a file. */
	readonly path: string | undefined;
	/** Which document of the plans folder it is; `undefined`: the config ignores it. */
	readonly kind: DocumentKind | undefined;
	/** All documents of the plans folders, `plan` in place of what the disk has of it. */
	workspace(plan: Plan): Workspace;
	repository(): Repository;
	base(): BaseRevision;
	/** The day on which the document is linted; left out, the clock says it. */
	today?(): CalendarDay;
}

/** Finds the surroundings of a file; `undefined` stands for a text without one. */
export type FindSurroundings = (file: string | undefined, settings: Settings) => Surroundings;

/**
 * The seam through which others say what surrounds a document: a function under this key in
 * `settings["acid-plans"]` is asked instead of git and the disk. A symbol, since it is no option that a config file
 * spells; tests hand in documents from memory with it.
 */
export const SURROUNDINGS: unique symbol = Symbol.for("acid-plans.surroundings");
