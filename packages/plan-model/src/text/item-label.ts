import { readHeadingLead, readHeadingTail, type HeadingPiece, type HeadingStatus } from "./heading-status.js";
import { readLabelAt, type Label } from "./phase-label.js";
import type { Span } from "./span.js";
import type { Vocabulary } from "./vocabulary.js";
import { BOX, match, MAX_HEADING_LENGTH, piece, SEPARATOR, skip, statusOf, trimmed } from "./heading-text.js";
import { readWordAndLabel } from "./word-and-label.js";

/** The label that a task-list item or heading without a series word begins with. */
export interface ItemLabel extends Span {
	/** `Task` in `Task 5: …`; undefined for `1.1 …`, `T001 …`. */
	readonly word: HeadingPiece | undefined;
	readonly series: string | undefined;
	readonly label: Label;
	readonly separator: HeadingPiece | undefined;
	/** `P`, `US1` of `[P] [US1]` after the label; the text is without brackets. */
	readonly tags: readonly HeadingPiece[];
	readonly title: HeadingPiece;
	readonly status: HeadingStatus | undefined;
}

/** `3.5 GB`, `1.5 hours`, `99.9 %`: a decimal before a unit is a quantity. */
const UNIT_AFTER =
	/^(?:[kmgt]i?b|[munp]?s|sec|mins?|hrs?|hours?|days?|weeks?|months?|px|rem|em|pts?|x|k|%|×)(?![\p{L}\p{N}])/iu;

const TAG = /\[(P|P\?|\p{Lu}{1,3}\d{1,3}|parallel)\]/uy;

const BRACKETED_LABEL = /\[(?=[\p{Lu}\d])[\p{Lu}\d][\p{L}\d.-]{0,11}\](?=\s)/uy;

/**
 * The label at the beginning of a list item or of a heading that uses no series word: `1.1 Title`, `T001 [P] Title`,
 * `[P1-T3] Title`, `A1: Title`, `Task 5: Title`.
 *
 * A plain integer counts only with a separator (`1. Title`), a letter only with a colon or dash.
 *
 * @returns undefined when the text begins with no label.
 */
export function readItemLabel(text: string, vocabulary: Vocabulary): ItemLabel | undefined {
	if (text.length > MAX_HEADING_LENGTH * 4) return undefined;
	let at = skip(text, 0);
	const box = match(BOX, text, at);
	if (box !== undefined) at = skip(text, at + box.length);
	const lead = readHeadingLead(text, at, vocabulary);
	at = skip(text, lead.end);
	const start = at;
	const tags: HeadingPiece[] = [];
	let word: HeadingPiece | undefined;
	let series: string | undefined;
	let label: Label | undefined;
	let end: number;

	const named = readWordAndLabel(text, at, (candidate) => vocabulary.isSeriesWord(candidate));
	const bracketed = match(BRACKETED_LABEL, text, at);
	if (named !== undefined && !named.isGlued) {
		word = named.word;
		series = vocabulary.seriesWord(word.text);
		label = named.label;
		end = label.end;
	} else if (bracketed !== undefined && readTag(text, at) === undefined) {
		label = readLabelAt(text, at + 1);
		end = at + bracketed.length;
		if (label === undefined || label.end !== end - 1) return undefined;
	} else {
		label = readLabelAt(text, at);
		if (label === undefined) return undefined;
		end = label.end;
	}
	const separatorAt = skip(text, end);
	const written = match(SEPARATOR, text, separatorAt) ?? (text[separatorAt] === ")" ? ")" : undefined);
	let separator: HeadingPiece | undefined;
	if (written !== undefined) {
		separator = piece(text, separatorAt, separatorAt + written.length);
		end = separator.end;
	}
	if (word === undefined && bracketed === undefined && separator === undefined && !isSelfEvident(label))
		return undefined;
	if (
		word === undefined &&
		!/\d/.test(label.text) &&
		separator?.text !== ":" &&
		!/^[-–—.)]$/.test(separator?.text ?? "")
	)
		return undefined;
	if (
		word !== undefined &&
		separator === undefined &&
		skip(text, end) < text.length &&
		readTag(text, skip(text, end)) === undefined
	) {
		return undefined;
	}
	at = skip(text, end);
	for (let tag = readTag(text, at); tag !== undefined; tag = readTag(text, at)) {
		tags.push(tag);
		at = skip(text, tag.end + 1);
	}
	const tail = readHeadingTail(text, at, vocabulary);
	const title = trimmed(text, at, Math.max(at, tail.titleEnd));
	if (separator === undefined && word === undefined && bracketed === undefined && UNIT_AFTER.test(title.text))
		return undefined;
	return { start, end: text.length, word, series, label, separator, tags, title, status: statusOf(lead, tail) };
}

/** `1.1`, `T001`, `P1-T3` are labels also without a separator; `3 files` and `A file` are not. */
function isSelfEvident(label: Label): boolean {
	return label.parts.length > 1 && /\d/.test(label.text);
}

function readTag(text: string, at: number): HeadingPiece | undefined {
	const tag = match(TAG, text, at);
	return tag === undefined ? undefined : piece(text, at + 1, at + tag.length - 1);
}
