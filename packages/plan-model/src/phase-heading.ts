import type { CalendarSpan, Estimate } from "./estimate.js";
import type { Label } from "./phase-label.js";
import type { Span } from "./span.js";
import type { HeadingStatus } from "./status-phrase.js";
import type { Vocabulary } from "./vocabulary.js";

/** A piece of the heading and its text. */
export interface HeadingPiece extends Span {
	readonly text: string;
}

/** What stands around the title of a phase heading. */
export interface HeadingFacts {
	readonly status: HeadingStatus | undefined;
	/** `(Atomic)`. */
	readonly atomic: Span | undefined;
	/** `(Weeks 1-2)`. */
	readonly calendar: CalendarSpan | undefined;
	/** `(2-3 days)`. */
	readonly estimate: Estimate | undefined;
	/** `(Priority: P1)`, `🔴 Critical`. */
	readonly priority: HeadingPiece | undefined;
	/** `(optional)`. */
	readonly optional: Span | undefined;
	/** `{#anchor}`, without braces and `#`. */
	readonly anchor: HeadingPiece | undefined;
	/** Other notes in brackets between the label and the separator or at the end. */
	readonly notes: readonly HeadingPiece[];
}

export interface NumberedPhaseHeading extends HeadingFacts, Span {
	readonly kind: "phase";
	/** As written: `PHASE`. */
	readonly word: HeadingPiece;
	/** Lower-case singular: `phase`. */
	readonly series: string;
	readonly label: Label;
	/** `:`, `—` …; undefined at the end of the line. */
	readonly separator: HeadingPiece | undefined;
	/** `7.` in `7. Phase 6 — Docs`. */
	readonly sectionNumber: HeadingPiece | undefined;
	/** Empty span (start = end) when there is no title. */
	readonly title: HeadingPiece;
}

/** A heading that speaks about a phase. */
export interface AboutPhaseHeading {
	readonly kind: "about";
	/**
	 * `words-before`: `Commit Phase 3`; `about-word`: `Phase 5 Summary`; `several`: `Phases 1, 2 & 3 Progress`;
	 * `no-separator`: other words right after the label; `status-only`: `Phase 1 ✓`.
	 */
	readonly reason: "words-before" | "about-word" | "several" | "no-separator" | "status-only";
	readonly word: HeadingPiece;
	readonly series: string;
	readonly label: Label;
	/** What follows the label, without the status. */
	readonly title: HeadingPiece;
	readonly status: HeadingStatus | undefined;
}

/** `Week 3: …`: a calendar, not a series. */
export interface CalendarHeading {
	readonly kind: "calendar";
	readonly word: HeadingPiece;
	readonly label: Label;
	readonly title: HeadingPiece;
	readonly status: HeadingStatus | undefined;
}

/** It wants to be a phase and cannot be read as one. */
export interface NearMissHeading extends Span {
	readonly kind: "near-miss";
	/** `spelled-number`: `Phase One: …`; `misspelt-word`: `Fhase 3: …`; `no-label`: `Phase: …`; `joined`: `Phase1 Setup`. */
	readonly reason: "spelled-number" | "misspelt-word" | "no-label" | "joined";
	readonly word: HeadingPiece;
	/** The series it seems to belong to. */
	readonly series: string;
	readonly label: Label | undefined;
	/** How it should begin: `Phase 1`. */
	readonly suggestion: string | undefined;
}

export type PhaseHeading = NumberedPhaseHeading | AboutPhaseHeading | CalendarHeading | NearMissHeading;

/** The label that a task-list item or heading without a series word begins with. */
export interface ItemLabel extends Span {
	/** `Task` in `Task 5: …`; undefined for `1.1 …`, `T001 …`. */
	readonly word: HeadingPiece | undefined;
	readonly series: string | undefined;
	readonly label: Label;
	readonly separator: HeadingPiece | undefined;
	/** `[P]`, `[US1]` after the label. */
	readonly tags: readonly HeadingPiece[];
	readonly title: HeadingPiece;
	readonly status: HeadingStatus | undefined;
}

export function readPhaseHeading(text: string, vocabulary: Vocabulary): PhaseHeading | undefined {
	void text; void vocabulary;
	return undefined;
}

export function readItemLabel(text: string, vocabulary: Vocabulary): ItemLabel | undefined {
	void text; void vocabulary;
	return undefined;
}
