import type { Span } from "./span.js";

/** The label of a phase or task: `1`, `03.1`, `5a`, `S1`, `10-12`, `6+`. */
export interface Label extends Span {
	/** As written. */
	readonly text: string;
	/** Numbers as numbers, letters in lower case: `03.1a` → `[3, 1, "a"]`. Of a range: those of its first label. */
	readonly parts: readonly (number | string)[];
	/** The value of a Roman numeral; parts then hold its letters too, since `C` may be either. */
	readonly roman: number | undefined;
	/** Of a range (`10-12`, `2/3`): the last label. What lies between is for the caller, who knows the labels (`5a`). */
	readonly last: Label | undefined;
	/** `6+`. */
	readonly openEnded: boolean;
	/** `N`, `X`, `{{N}}`: to be filled in. */
	readonly placeholder: boolean;
}

/** The label that starts at `at`, or undefined. */
export function readLabelAt(text: string, at: number): Label | undefined {
	void text; void at;
	return undefined;
}

/** The same label, however written: `03.1` and `3.1`, `5A` and `5a`. */
export function sameLabel(a: Label, b: Label): boolean {
	void a; void b;
	return false;
}

/** A string that is equal for two labels exactly when `sameLabel` holds. */
export function labelKey(label: Label): string {
	return label.text;
}

/** Negative, zero or positive; undefined where labels of different shapes have no order (`A` and `3`). */
export function compareLabels(a: Label, b: Label): number | undefined {
	void a; void b;
	return undefined;
}

/** `b` may follow `a` in a series with nothing missing between them. */
export function isSuccessor(a: Label, b: Label): boolean {
	void a; void b;
	return false;
}

/** The text of the label that most simply follows; undefined where none can be told. */
export function nextLabel(label: Label): string | undefined {
	void label;
	return undefined;
}
