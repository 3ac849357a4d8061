import type { Label } from "./phase-label.js";
import type { Span } from "./span.js";
import type { Vocabulary } from "./vocabulary.js";

/** One thing that a dependency line names. */
export interface DependencyReference extends Span {
	/** The characters of the span. */
	readonly text: string;
	/**
	 * `phase`: `Phase 2`; `label`: a bare label (`H1`, `TASK-001`, `2.1`); `issue`: `#288`; `anchor`: `#step-1`;
	 * `plan`: `Plan 063` as a whole; `file`: `other.md` as a whole.
	 */
	readonly kind: "phase" | "label" | "issue" | "anchor" | "plan" | "file";
	/** As written: `Phases`. */
	readonly word: string | undefined;
	/** Lower-case singular: `phase`. */
	readonly series: string | undefined;
	/** A range has its last label in `label.last`, to be expanded by who knows which labels there are (`5a`). */
	readonly label: Label | undefined;
	/** What names another plan before the label: `Plan 063`, `other.md`, a title. May turn out to be plain words. */
	readonly plan: (Span & { readonly text: string }) | undefined;
}

export interface DependencyValue {
	/** It says that there are none. */
	readonly none: boolean;
	readonly references: readonly DependencyReference[];
	/** `All previous phases`. */
	readonly allPrevious: (Span & { readonly text: string }) | undefined;
	/** There are words that are no reference: kept as text, never an error. */
	readonly isFreeText: boolean;
}

export function readDependencyValue(text: string, vocabulary: Vocabulary): DependencyValue {
	void text; void vocabulary;
	return { none: false, references: [], allPrevious: undefined, isFreeText: true };
}
