import type { Span } from "./span.js";
import type { Tier, Vocabulary } from "./vocabulary.js";

/** An emoji or check mark as it stands in a text. */
export interface StatusMark extends Span {
	readonly text: string;
	/** What it means by itself; undefined for decoration and colours. */
	readonly tier: Tier | undefined;
}

/** What a status value says. */
export interface StatusPhrase {
	/** The tier that the whole phrase states; undefined when it states none for certain. */
	readonly tier: Tier | undefined;
	/** The tier of the words alone. */
	readonly wordTier: Tier | undefined;
	/** The tier of the marks alone; undefined where marks of different tiers stand side by side. */
	readonly emojiTier: Tier | undefined;
	/** Words and marks cannot both be true (`✅ 80 % complete`). */
	readonly contradiction: boolean;
	/** There is a word outside brackets: dates and numbers are none. */
	readonly hasWords: boolean;
	/** From the first word to the end of the phrase, brackets included; undefined without words. */
	readonly words: Span | undefined;
	readonly marks: readonly StatusMark[];
	/** A stated degree of completion, 0 to 100. */
	readonly percent: number | undefined;
	/** It lists several states to choose from (`Proposed | Accepted`), as a template or legend does. */
	readonly isChoice: boolean;
}

/** One place of a heading that says something about its state. */
export interface HeadingStatusPart extends Span {
	/** What to cut so that the title stays: with the dash, brackets and white space that belong to it. */
	readonly cut: Span;
	readonly position: "before" | "after";
	readonly phrase: StatusPhrase;
}

/** The state that a heading or list item carries before or after its title. */
export interface HeadingStatus {
	readonly tier: Tier | undefined;
	readonly wordTier: Tier | undefined;
	readonly emojiTier: Tier | undefined;
	readonly contradiction: boolean;
	readonly parts: readonly HeadingStatusPart[];
}

export function readStatusPhrase(text: string, vocabulary: Vocabulary): StatusPhrase {
	void text; void vocabulary;
	return { tier: undefined, wordTier: undefined, emojiTier: undefined, contradiction: false, hasWords: false, words: undefined, marks: [], percent: undefined, isChoice: false };
}

/** Undefined when nothing before or after the title is a status. */
export function readHeadingStatus(text: string, vocabulary: Vocabulary): HeadingStatus | undefined {
	void text; void vocabulary;
	return undefined;
}
