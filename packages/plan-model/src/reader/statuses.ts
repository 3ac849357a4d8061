import type { InlineText } from "./inline-text.js";
import type { Field, Item, Status, StatusPlace } from "../plan.js";
import type { SourceRange } from "../text/source-range.js";
import { readHeadingStatus, readStatusPhrase, type HeadingStatus } from "../text/status-phrase.js";
import type { Tier, Vocabulary } from "../text/vocabulary.js";

/**
 * Reads a whole text as a status: the value of a `Status` field, a table cell, a front matter value.
 *
 * @returns `undefined` for an empty text and for a list of states to choose from (a template's legend)
 */
export function readStatus(
	text: InlineText,
	place: StatusPlace,
	carrier: SourceRange,
	vocabulary: Vocabulary,
): Status | undefined {
	const first = lastState(text.lines()[0] ?? text, vocabulary);
	if (first.text.trim() === "") return undefined;
	const phrase = readStatusPhrase(first.text, vocabulary);
	if (phrase.isChoice) return undefined;
	return {
		text: first.text.trim(),
		range: first.located(0, first.text.length).range,
		tier: phrase.tier,
		wordTier: phrase.wordTier,
		markTier: phrase.emojiTier,
		contradiction: phrase.contradiction,
		hasWords: phrase.hasWords,
		place,
		carrier,
	};
}

/** `Proposed → approved → in progress`: behind the last arrow between states stands the one that holds. */
function lastState(text: InlineText, vocabulary: Vocabulary): InlineText {
	const arrow = /(?:→|->|=>)[^→>]*$/u.exec(text.text.slice(0, MOST_STATES));
	if (!arrow) return text;
	const before = readStatusPhrase(text.text.slice(0, arrow.index).replace(/^.*(?:→|->|=>)/u, ""), vocabulary);
	const behind = text.slice(arrow.index + (arrow[0].startsWith("→") ? 1 : 2));
	const isState = readStatusPhrase(behind.text, vocabulary).tier !== undefined;
	return isState && before.tier !== undefined && before.isPlain ? behind : text;
}

/** No line of states is longer; what is may hold anything. */
const MOST_STATES = 200;

/** The status of a `Status` field, or `undefined`. */
export function fieldStatus(field: Field, vocabulary: Vocabulary): Status | undefined {
	return readStatus(field.value, "line", field.range, vocabulary);
}

/** The status that a heading or an item carries before or behind its title. */
export function titleStatus(
	text: InlineText,
	status: HeadingStatus | undefined,
	place: "heading" | "item" | "table",
	carrier: SourceRange,
): Status | undefined {
	if (!status) return undefined;
	const part = status.parts.find((candidate) => candidate.phrase.hasWords) ?? status.parts.at(-1);
	if (!part) return undefined;
	const located = text.located(part.start, part.end);
	return {
		text: status.parts.map((each) => text.text.slice(each.start, each.end).trim()).join(" … "),
		range: located.range,
		tier: status.tier,
		wordTier: status.wordTier,
		markTier: status.emojiTier,
		contradiction: status.contradiction,
		hasWords: status.parts.some((each) => each.phrase.hasWords),
		place,
		carrier,
	};
}

/** The status behind the text of a list item (`… ✅ COMPLETED`). */
export function readItemStatus(text: InlineText, vocabulary: Vocabulary, carrier: SourceRange): Status | undefined {
	// Code in an item is its subject: a text to be written, a value of an enum.
	const title = text.withoutCode;
	const status = readHeadingStatus(title, vocabulary);
	const first = status?.parts[0];
	// "Mark the feature as completed ✅" says what to write, not how far it is.
	if (first && /\b(?:mark|marked|set|update|change|move)\b/iu.test(title.slice(0, first.start))) return undefined;
	return titleStatus(text, status, "item", carrier) ?? remarkStatus(text, title, vocabulary, carrier);
}

const MOST_REMARK_WORDS = 6;

/** `Batching (module created, integration in progress)`: the last remark in the brackets at the end says it is going on. */
function remarkStatus(
	text: InlineText,
	title: string,
	vocabulary: Vocabulary,
	carrier: SourceRange,
): Status | undefined {
	const end = title.trimEnd().length;
	if (title.charAt(end - 1) !== ")") return undefined;
	const open = title.lastIndexOf("(", end);
	const comma = title.lastIndexOf(",", end);
	if (open < 0 || comma < open) return undefined;
	const remark = text.located(comma + 1, end - 1);
	const words = remark.text.toLowerCase().split(/\s+/u).slice(-MOST_REMARK_WORDS);
	const saysSo = words.some((_, at) => {
		const wording = vocabulary.statusWording(words, at);
		return (
			wording?.tier === "active" &&
			!wording.alsoTitle &&
			!wording.alsoAdjective &&
			wording.length > 1 &&
			at + wording.length === words.length
		);
	});
	if (!saysSo) return undefined;
	return {
		...remark,
		tier: "active",
		wordTier: "active",
		markTier: undefined,
		contradiction: false,
		hasWords: true,
		place: "item",
		carrier,
	};
}

/** A heading that is struck through as a whole is dropped, whatever else it says. */
export function struckStatus(text: InlineText, carrier: SourceRange): Status | undefined {
	if (!text.isDeleted) return undefined;
	return {
		text: text.text,
		range: text.range,
		tier: "dropped",
		wordTier: undefined,
		markTier: "dropped",
		contradiction: false,
		hasWords: false,
		place: "heading",
		carrier,
	};
}

/** How many boxes of work there are, and how many are ticked. */
export interface BoxCount {
	readonly total: number;
	readonly checked: number;
}

/** Counts the boxes of items that stand for work (`Phase.work`, `Plan.work`). */
export function countBoxes(work: readonly Item[]): BoxCount {
	return { total: work.length, checked: work.filter((item) => item.box?.checked).length };
}

/**
 * The items whose boxes stand for work: neither set aside nor `[~]`. A ✅ in front of an item is a tick only among
 * deliverables; elsewhere it marks met prerequisites, targets, advantages (PLAN-FORMAT, "Status").
 */
export function workOf(items: readonly Item[], deliverables: ReadonlySet<Item>): Item[] {
	return items.filter(
		(item) => item.box && !item.box.other && !item.excluded && (item.box.kind === "task" || deliverables.has(item)),
	);
}

/** All ticked is done, some is active, none is planned; without boxes there is nothing to derive. */
export function derivedStatus(work: readonly Item[], carrier: SourceRange): Status | undefined {
	const { total, checked } = countBoxes(work);
	if (total === 0) return undefined;
	const tier: Tier = checked === total ? "done" : checked === 0 ? "planned" : "active";
	return {
		text: `${checked} of ${total} boxes ticked`,
		range: carrier,
		tier,
		wordTier: undefined,
		markTier: undefined,
		contradiction: false,
		hasWords: false,
		place: "boxes",
		carrier,
	};
}
