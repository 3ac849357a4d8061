import {
	combineHeadingStatus,
	readHeadingLead,
	readHeadingTail,
	type HeadingNotes,
	type HeadingPiece,
	type HeadingStatus,
	type HeadingTail,
} from "./heading-status.js";
import { readLabelAt, type Label } from "./phase-label.js";
import type { Span } from "./span.js";
import { readStatusPhrase } from "./status-phrase.js";
import type { Vocabulary } from "./vocabulary.js";
export type { HeadingPiece } from "./heading-status.js";
import {
	BOX,
	match,
	MAX_HEADING_LENGTH,
	NEEDS_LABEL,
	piece,
	SEPARATOR,
	skip,
	statusOf,
	trimmed,
} from "./heading-text.js";
import {
	CHINESE_ORDINAL,
	cjkPrefix,
	ORDINALS,
	readAbbreviated,
	readChineseNumber,
	readWordAndLabel,
	SPELLED,
	WORD,
	type WordAndLabel,
} from "./word-and-label.js";
import { execAll } from "./exec-all.js";
import { rememberByVocabulary } from "./remember.js";

/** What stands around the title of a phase heading. */
export interface HeadingFacts extends HeadingNotes {
	readonly status: HeadingStatus | undefined;
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
	/** Empty (start = end) when there is no title. */
	readonly title: HeadingPiece;
}

/** A heading that speaks about a phase. */
export interface AboutPhaseHeading {
	readonly kind: "about";
	/**
	 * `words-before`: `Commit Phase 3`; `about-word`: `Phase 5 Summary`; `several`: `Phase 1, 2 & 3A Progress`;
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
	/** `spelled-number`: `Phase One: …`; `misspelt-word`: `Fhase 3: …`; `no-label`: `Phase: …`; `joined`: `Phase1: …`. */
	readonly reason: "spelled-number" | "misspelt-word" | "no-label" | "joined";
	readonly word: HeadingPiece;
	/** The series it seems to belong to. */
	readonly series: string;
	readonly label: Label | undefined;
	/** How it should begin: `Phase 1`. */
	readonly suggestion: string | undefined;
}

export type PhaseHeading = NumberedPhaseHeading | AboutPhaseHeading | CalendarHeading | NearMissHeading;

const SECTION_NUMBER = /(?:§\s?)?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?(?=[\s*_]+\S)/uy;

/** A word that may stand between other words and the series word of a heading that still is a phase. */
const BEFORE_WORD: ReadonlySet<string> = new Set(["atomic"]);

/** Longer headings seldom come back. */
const LONGEST_REMEMBERED = 120;

const CLOSINGS: Readonly<Record<string, string>> = { "(": ")", "（": "）", "[": "]" };

/** Notes in brackets between a label and its separator: `Phase 8 (optional, if time permits): …`. */
function readNoteBeforeSeparator(
	text: string,
	at: number,
): { note: HeadingPiece; end: number; separator: HeadingPiece } | undefined {
	const closing = CLOSINGS[text[at] ?? ""];
	if (closing === undefined) return undefined;
	const end = text.indexOf(closing, at);
	if (end < 0 || end - at > 120) return undefined;
	const after = skip(text, end + 1);
	const separator = match(SEPARATOR, text, after);
	if (separator === undefined) return undefined;
	return {
		note: piece(text, at + 1, end),
		end: after + separator.length,
		separator: piece(text, after, after + separator.length),
	};
}

/** The place after marks, boxes and a section number at the beginning of a heading. */
function readPrefix(
	text: string,
	vocabulary: Vocabulary,
): { at: number; lead: ReturnType<typeof readHeadingLead>; sectionNumber: HeadingPiece | undefined } {
	let at = skip(text, 0);
	const box = match(BOX, text, at);
	if (box !== undefined) at = skip(text, at + box.length);
	let lead = readHeadingLead(text, at, vocabulary);
	at = skip(text, lead.end);
	let sectionNumber: HeadingPiece | undefined;
	const number = match(SECTION_NUMBER, text, at);
	if (number !== undefined) {
		sectionNumber = piece(text, at, at + number.length);
		const more = readHeadingLead(text, at + number.length, vocabulary);
		lead = { parts: [...lead.parts, ...more.parts], end: more.end };
		at = skip(text, more.end);
	}
	return { at, lead, sectionNumber };
}

/** What comes after the label decides what a heading is. */
function readAfterLabel(
	text: string,
	start: number,
	found: WordAndLabel,
	series: string,
	prefix: ReturnType<typeof readPrefix>,
	vocabulary: Vocabulary,
): NumberedPhaseHeading | AboutPhaseHeading {
	const { word, label } = found;
	let at = skip(text, label.end);
	let separator: HeadingPiece | undefined;
	let inner: HeadingTail | undefined;
	const written = match(SEPARATOR, text, at);
	if (written !== undefined) {
		separator = piece(text, at, at + written.length);
		at = separator.end;
	} else {
		const noted = readNoteBeforeSeparator(text, at);
		if (noted !== undefined) {
			inner = readHeadingTail(text.slice(0, noted.note.end + 1), label.end, vocabulary);
			if (inner.titleEnd > label.end) inner = { ...inner, notes: [...inner.notes, noted.note] };
			separator = noted.separator;
			at = noted.end;
		}
	}
	const isDash = separator !== undefined && /[-–—]/.test(separator.text);
	const from = isDash && separator !== undefined ? separator.start : at;
	let tail = readHeadingTail(text, from, vocabulary, isDash);
	// The words right after a dash were the status and not the title: `Phase 1 — complete`.
	let title = tail.titleEnd <= at ? piece(text, at, at) : trimmed(text, at, tail.titleEnd);
	if (separator !== undefined && !isDash && title.text === "" && tail.parts.length === 0 && at < text.length) {
		tail = readHeadingTail(text, at, vocabulary);
		title = trimmed(text, at, Math.max(at, tail.titleEnd));
	}
	// `Phase 3: IN PROGRESS`: nothing but a state.
	const stated = separator === undefined || title.text === "" ? undefined : readStatusPhrase(title.text, vocabulary);
	const words = title.text.toLowerCase().split(/[^\p{L}\p{N}\p{M}']+/u);
	const isOnlyStatus =
		stated?.wordTier !== undefined && !stated.alsoTitle && vocabulary.statusWording(words, 0)?.length === words.length;
	let parts = [...prefix.lead.parts, ...(inner?.parts ?? []), ...tail.parts];
	if (stated !== undefined && isOnlyStatus) {
		const { start: from, end } = title;
		parts = [...parts, { start: from, end, cut: { start: from, end }, position: "after", phrase: stated }];
		title = piece(text, from, from);
	}
	// `Phase 1 (Foundation) - DONE`: with nothing else for a title the note is it.
	const [onlyNote] = inner?.notes ?? [];
	if (title.text === "" && inner !== undefined && onlyNote !== undefined) {
		title = piece(text, onlyNote.start, onlyNote.end);
		inner = { ...inner, notes: inner.notes.slice(1) };
	}
	const status = combineHeadingStatus(parts);
	const about = (reason: AboutPhaseHeading["reason"]): AboutPhaseHeading => ({
		kind: "about",
		reason,
		word,
		series,
		label,
		title,
		status,
	});
	if (separator === undefined) {
		const first = match(WORD, title.text, 0) ?? "";
		if (title.text !== "") {
			if (/^(?:,|&|and\b|und\b|y\b|et\b|\+)/u.test(title.text)) return about("several");
			const closing = CLOSINGS[title.text[0] ?? ""];
			if (closing !== undefined && title.text.indexOf(closing) === title.text.length - 1) {
				// `Phase 1 (Foundation)`: the bracket separates and holds the title.
				separator = piece(text, title.start, title.start + 1);
				title = piece(text, title.start + 1, title.end - 1);
				return phase();
			}
			if (vocabulary.isAboutWord(first.toLowerCase()) || /[=:：]\s*$/.test(title.text)) return about("about-word");
			return about("no-separator");
		}
		// A lone mark after the label reports on the phase; with a bracketed status or note it may be the phase itself.
		const onlyMark = tail.parts.length > 0 && tail.parts.every((part) => part.phrase.wordTier === undefined);
		if (onlyMark) return about("status-only");
		if (
			tail.parts.some((part) => part.phrase.wordTier !== undefined && text.slice(label.end, part.start).trim() === "")
		) {
			return about("about-word");
		}
	}
	return phase();

	function phase(): NumberedPhaseHeading {
		return {
			kind: "phase",
			start,
			end: text.length,
			word,
			series,
			label,
			separator,
			sectionNumber: prefix.sectionNumber,
			title,
			status,
			atomic: tail.atomic ?? inner?.atomic,
			calendar: tail.calendar ?? inner?.calendar,
			estimate: tail.estimate ?? inner?.estimate,
			priority: tail.priority ?? inner?.priority,
			optional: tail.optional ?? inner?.optional,
			anchor: tail.anchor,
			notes: [...(inner?.notes ?? []), ...tail.notes],
		};
	}
}

/**
 * Reads the plain text of a heading.
 *
 * The mark of a phase is a series word, a label, and a separator or the end of the line (`Phase 4: Testing`). Without
 * the separator, or with words before it, the heading speaks about a phase (`Phase 5 Summary`, `Commit Phase 3`);
 * `no-separator` and `status-only` are such by default and leave it to who sees the siblings to think better of it.
 *
 * @returns undefined when nothing in it looks like a phase.
 */
export const readPhaseHeading: (text: string, vocabulary: Vocabulary) => PhaseHeading | undefined =
	rememberByVocabulary(readAnew, LONGEST_REMEMBERED);

function readAnew(text: string, vocabulary: Vocabulary): PhaseHeading | undefined {
	if (text.length > MAX_HEADING_LENGTH) return undefined;
	const prefix = readPrefix(text, vocabulary);
	const { lead } = prefix;
	let { at } = prefix;
	const before = match(WORD, text, at);
	if (before !== undefined && BEFORE_WORD.has(before.toLowerCase())) at = skip(text, at + before.length);

	const chinese = ((CHINESE_ORDINAL.lastIndex = at), CHINESE_ORDINAL.exec(text));
	if (chinese !== null) {
		const number = chinese[1] ?? "";
		const start = at + chinese[0].indexOf(number);
		const label = readLabelAt(number, 0) ?? readChineseNumber(number, 0);
		const word = chinese[2] ?? "";
		if (label !== undefined) {
			const end = at + chinese[0].length;
			const moved: Label = { ...label, start, end: start + label.text.length };
			const found: WordAndLabel = {
				word: piece(text, end - word.length, end),
				label: { ...moved, end },
				isGlued: false,
			};
			if (word === "周" || word === "天") return calendar(text, { ...found, label: moved }, prefix, vocabulary, end);
			const series = vocabulary.seriesWord(word) ?? vocabulary.seriesWord("步骤") ?? word;
			const read = readAfterLabel(text, at, found, series, prefix, vocabulary);
			return { ...read, label: moved };
		}
	}

	const found = readWordAndLabel(text, at, (word) => vocabulary.isSeriesWord(word));
	if (found !== undefined) {
		const series = vocabulary.seriesWord(found.word.text) ?? found.word.text.toLowerCase();
		const read = readAfterLabel(text, at, found, series, prefix, vocabulary);
		if (!found.isGlued || read.kind !== "phase") return found.isGlued ? undefined : read;
		return nearMiss("joined", found.word, series, found.label, found.label.text);
	}
	const abbreviated = readAbbreviated(text, at);
	if (abbreviated !== undefined) {
		const read = readAfterLabel(text, at, abbreviated, "фаза", prefix, vocabulary);
		if (read.kind === "phase") return read;
	}
	const day = readWordAndLabel(text, at, (word) => vocabulary.isCalendarWord(word));
	if (day !== undefined) return calendar(text, day, prefix, vocabulary, day.label.end);
	const miss = readNearMiss(text, at, vocabulary);
	if (miss !== undefined) return miss;

	if (!MAY_HAVE_LABEL.test(text)) return undefined;
	// Words before it: the first series word with a label after it, wherever it stands.
	for (const mention of execAll(/[\p{L}\p{M}]+/gu, text)) {
		if (mention.index <= at || !mayBeSeriesWord(mention[0], vocabulary)) continue;
		const inside = readWordAndLabel(text, mention.index, (word) => vocabulary.isSeriesWord(word));
		if (inside === undefined || inside.isGlued) continue;
		let from = skip(text, inside.label.end);
		from += match(SEPARATOR, text, from)?.length ?? 0;
		const tail = readHeadingTail(text, from, vocabulary);
		return {
			kind: "about",
			reason: "words-before",
			word: inside.word,
			series: vocabulary.seriesWord(inside.word.text) ?? inside.word.text.toLowerCase(),
			label: inside.label,
			title: trimmed(text, from, Math.max(from, tail.titleEnd)),
			status: statusOf(lead, tail),
		};
	}
	return undefined;
}

/** A digit, a lone capital or Roman numeral, a Chinese number, a placeholder. */
const MAY_HAVE_LABEL = /\d|(?<!\p{L})\p{Lu}{1,4}(?!\p{L})|[〇一二三四五六七八九十{]/u;

function mayBeSeriesWord(word: string, vocabulary: Vocabulary): boolean {
	return (
		vocabulary.isSeriesWord(word) || cjkPrefix(word, (candidate) => vocabulary.isSeriesWord(candidate)) !== undefined
	);
}

function calendar(
	text: string,
	found: WordAndLabel,
	prefix: ReturnType<typeof readPrefix>,
	vocabulary: Vocabulary,
	end: number,
): CalendarHeading {
	let at = skip(text, end);
	at += match(SEPARATOR, text, at)?.length ?? 0;
	const tail = readHeadingTail(text, at, vocabulary);
	return {
		kind: "calendar",
		word: found.word,
		label: found.label,
		title: trimmed(text, at, Math.max(at, tail.titleEnd)),
		status: statusOf(prefix.lead, tail),
	};
}

function capitalised(word: string): string {
	const [first = ""] = word;
	return first.toUpperCase() + word.slice(first.length);
}

function nearMiss(
	reason: NearMissHeading["reason"],
	word: HeadingPiece,
	series: string,
	label: Label | undefined,
	number: string | undefined,
): NearMissHeading {
	const suggestion = number === undefined ? undefined : `${capitalised(series)} ${number}`;
	return { kind: "near-miss", reason, start: word.start, end: label?.end ?? word.end, word, series, label, suggestion };
}

/** Only what certainly wants to be a phase: a separator must follow, as in a phase heading. */
function readNearMiss(text: string, at: number, vocabulary: Vocabulary): NearMissHeading | undefined {
	const written = match(WORD, text, at);
	if (written === undefined) return undefined;
	const word = piece(text, at, at + written.length);
	const series = vocabulary.seriesWord(written);
	const after = skip(text, word.end);
	if (series === undefined) {
		const label = after > word.end && written.length > 3 ? readLabelAt(text, after) : undefined;
		if (label !== undefined && /\d/.test(label.text) && match(SEPARATOR, text, skip(text, label.end)) !== undefined) {
			const close = vocabulary.isCalendarWord(written) ? undefined : vocabulary.nearestSeriesWord(written);
			if (close?.distance === 1) return nearMiss("misspelt-word", word, close.name, label, label.text);
		}
		const ordinal = ORDINALS.get(written.toLowerCase());
		if (ordinal !== undefined) {
			const next = match(WORD, text, after) ?? "";
			const ofSeries = vocabulary.seriesWord(next);
			if (ofSeries !== undefined && match(SEPARATOR, text, skip(text, after + next.length)) !== undefined) {
				return nearMiss("spelled-number", piece(text, at, after + next.length), ofSeries, undefined, ordinal);
			}
		}
		return undefined;
	}
	// `Steps:` and `Tasks:` head a list; only the singular asks for a number. `Part:` and `Step:` are field labels too.
	const next = match(WORD, text, after) ?? "";
	const number = SPELLED.get(next.toLowerCase());
	if (number !== undefined) {
		const end = skip(text, after + next.length);
		if (end >= text.length || match(SEPARATOR, text, end) !== undefined) {
			return nearMiss("spelled-number", piece(text, at, after + next.length), series, undefined, number);
		}
		return undefined;
	}
	const separator = match(SEPARATOR, text, after);
	const isSingularPhase = series === written.toLowerCase() && NEEDS_LABEL.has(series);
	if (separator !== undefined && isSingularPhase && /[:：—–]/.test(separator)) {
		const rest = text.slice(after + separator.length).trim();
		// Letters without case (`阶段：准备`) begin a title as capitals do.
		if (/^[\p{Lu}\p{Lo}]/u.test(rest)) return nearMiss("no-label", word, series, undefined, undefined);
	}
	return undefined;
}
