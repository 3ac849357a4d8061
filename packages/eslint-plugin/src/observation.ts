import type { RuleDocumentKind } from "./define-plan-rule.js";

/** What an observer is told of a document: little, and plain, since it may come from another version of this package. */
export interface DocumentSeen {
	/** Absolute; `undefined` for a text without a file. */
	readonly file: string | undefined;
	readonly kind: Exclude<RuleDocumentKind, "empty">;
	/** How many phases the plan has in its main series. */
	readonly phases: number;
}

/** Is told of each document that the rules see, again when a fix has changed it. */
export type ObserveDocument = (document: DocumentSeen) => void;

/**
 * The seam through which others learn what was really checked: a function under this key in `settings["acid-plans"]`.
 * The plan has been read for the rules, so nobody parses it again in order to count. A symbol, since it is no option
 * that a config file spells, and a registered one, since the observer may have another copy of this package.
 */
export const OBSERVE: unique symbol = Symbol.for("acid-plans.observe");
