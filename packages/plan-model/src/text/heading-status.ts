import { appendAll } from "./append-all.js";
import { readCalendarSpan, readEstimate, type CalendarSpan, type Estimate } from "./estimate.js";
import type { Span } from "./span.js";
import { contradicts, readMarks, type StatusMark } from "./status-marks.js";
import { readStatusPhrase, type StatusPhrase } from "./status-phrase.js";
import type { Tier, Vocabulary } from "./vocabulary.js";
import { execAll } from "./exec-all.js";

/** One place of a heading that says something about its state; the span is that of the phrase itself. */
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

/** A piece and its text. */
export interface HeadingPiece extends Span {
	readonly text: string;
}

/** What stands around a title besides a status, by kind. */
export interface HeadingNotes {
	/** `(Atomic)`, with its brackets. */
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
	/** Other notes in brackets: between a label and its separator, or after a status; the text is without brackets. */
	readonly notes: readonly HeadingPiece[];
}

/** What stands after a title. */
export interface HeadingTail extends HeadingNotes {
	/** Where the title ends. */
	readonly titleEnd: number;
	readonly parts: readonly HeadingStatusPart[];
}

/** White space and the emphasis marks that a plain text may still carry. */
function isPadding(char: string | undefined): boolean {
	return char !== undefined && /[\s*_~`\u200B]/.test(char);
}

function trimEnd(text: string, from: number, end: number): number {
	let at = end;
	while (at > from && isPadding(text[at - 1])) at--;
	return at;
}

function trimStart(text: string, from: number, end: number): number {
	let at = from;
	while (at < end && isPadding(text[at])) at++;
	return at;
}

const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "）": "（", "】": "【" };

/** The bracket that the one at `closing` closes, not before `from`. */
function openingOf(text: string, from: number, closing: number): number {
	const close = text[closing] ?? "";
	const open = PAIRS[close];
	let depth = 0;
	for (let at = closing; at >= from; at--) {
		if (text[at] === close) depth++;
		else if (text[at] === open && --depth === 0) return at;
	}
	return -1;
}

const PRIORITY =
	/^(?:priority\s?[:：]?\s?)?(?:p[0-5]|(?:very\s)?(?:critical|high|medium|low|urgent|must|should|could|nice|highest|lowest)(?:[\s-](?:priority|impact|have|to[\s-]have|effort|value|risk))?|priority|mvp)$/iu;
const PRIORITY_LABEL = /^(?:priority|priorität|prioridad|priorité)\s?[:：]/iu;
const OPTIONAL =
	/(?<![\p{L}\p{N}])(?:optional|optionnel|opcional|nice[\s-]to[\s-]have|stretch|опционально|可选)(?![\p{L}\p{N}])/iu;
const STATUS_LABEL = /^\s{0,4}(?:status|state|estado|статус|状态)\s{0,2}[:：]\s{0,4}/iu;

/** Marks that teams put before a heading as decoration, where only words or a neighbour could make them a status. */
const DECORATIVE: ReadonlySet<string> = new Set(["📋", "🏗", "🎉", "🔄", "🔜"]);

function bare(mark: StatusMark): string {
	return mark.text.replace(/[\u{FE0E}\u{FE0F}]/gu, "");
}

/** A state that nobody would take for a title: it says nothing else, in words that are no noun. */
function isPlainStatus(phrase: StatusPhrase, written: string, strict: boolean): boolean {
	if (phrase.wordTier === undefined || !phrase.isPlain) return false;
	if (!strict || !phrase.alsoTitle) return true;
	return !/\p{Ll}/u.test(written);
}

const SPACED_DASH = /\s[-–—]\s|\s?—\s?/gu;
const MAX_TAIL_STEPS = 12;
/** A longer text is a paragraph with no title to stand behind. */
const MAX_TITLE_LENGTH = 2000;
const WORD = /[\p{L}\p{N}\p{M}'’]+/gu;

/**
 * What stands after the title that begins at `from`, read from the end backwards: anchor, notes in brackets, marks,
 * and status words. Words are a status only in brackets, after a dash, after a mark, or in capitals at the end of a
 * title that is not all in capitals.
 *
 * @param from where the title may begin: after the label, or 0
 * @param dashIsSeparator the dash right at `from` separates label and title, so a title may follow it
 */
export function readHeadingTail(
	text: string,
	from: number,
	vocabulary: Vocabulary,
	dashIsSeparator = false,
): HeadingTail {
	const marks = readMarks(text, vocabulary).filter((mark) => mark.start >= from);
	const parts: HeadingStatusPart[] = [];
	const notes: HeadingPiece[] = [];
	let pending: HeadingPiece[] = [];
	let atomic: Span | undefined;
	let calendar: CalendarSpan | undefined;
	let estimate: Estimate | undefined;
	let priority: HeadingPiece | undefined;
	let optional: Span | undefined;
	let anchor: HeadingPiece | undefined;
	let end = trimEnd(text, from, text.length);
	let titleEnd = end;
	if (text.length > MAX_TITLE_LENGTH || (marks.length === 0 && isPlainEnd(text, from, end))) {
		return { titleEnd, parts, atomic, calendar, estimate, priority, optional, anchor, notes };
	}
	const commit = (at: number): void => {
		appendAll(notes, pending);
		pending = [];
		end = trimEnd(text, from, at);
		titleEnd = end;
	};
	const addStatus = (start: number, stop: number, cutStart: number, cutEnd: number): void => {
		const phrase = readStatusPhrase(text.slice(start, stop), vocabulary);
		parts.unshift({ start, end: stop, cut: { start: cutStart, end: cutEnd }, position: "after", phrase });
		commit(cutStart);
	};

	for (let step = 0; step < MAX_TAIL_STEPS && end > from; step++) {
		const last = text[end - 1] ?? "";
		if (last === "}" && anchor === undefined) {
			const opening = text.lastIndexOf("{#", end);
			if (opening < from || /\s/.test(text.slice(opening, end))) break;
			anchor = { start: opening + 2, end: end - 1, text: text.slice(opening + 2, end - 1) };
			commit(opening);
			continue;
		}
		if (PAIRS[last] !== undefined) {
			const opening = openingOf(text, from, end - 1);
			if (opening < 0) break;
			const content = text.slice(opening + 1, end - 1);
			const label = STATUS_LABEL.exec(content)?.[0] ?? "";
			const phrase = readStatusPhrase(content.slice(label.length), vocabulary);
			const start = opening + 1 + label.length;
			const onlyMark = !phrase.hasWords && phrase.emojiTier !== undefined;
			// `(proposal, design, tasks)` lists things that happen to have the name of a state.
			const isList = phrase.alsoTitle && /,\s{0,4}\p{L}/u.test(content);
			if ((isPlainStatus(phrase, content, false) && !isList) || onlyMark || label !== "") {
				addStatus(start, end - 1, cutFrom(text, from, opening), end);
				continue;
			}
			const piece: HeadingPiece = { start: opening, end, text: content };
			const bareContent = content.replace(/[*_`~]/g, "").trim();
			const isOptional = OPTIONAL.test(bareContent);
			if (/^atomic$/iu.test(bareContent)) atomic ??= { start: opening, end };
			else if (PRIORITY_LABEL.test(bareContent) || PRIORITY.test(bareContent)) priority ??= piece;
			else if (isOptional && bareContent.length < 80) optional ??= { start: opening, end };
			else {
				const span = readCalendarSpan(content);
				const duration = span === undefined ? readEstimate(content) : undefined;
				if (span !== undefined) calendar ??= { ...span, start: opening + 1 + span.start, end: opening + 1 + span.end };
				else if (duration !== undefined) estimate ??= moveEstimate(duration, opening + 1);
				else {
					pending.unshift(piece);
					end = trimEnd(text, from, opening);
					continue;
				}
			}
			commit(cutFrom(text, from, opening));
			continue;
		}
		const lastMark = marks.findLast((mark) => mark.end <= end);
		if (lastMark !== undefined && trimEnd(text, from, end) === trimEnd(text, from, lastMark.end)) {
			const words = wordsBeforeMark(text, from, lastMark, marks, vocabulary, dashIsSeparator);
			if (words !== undefined) addStatus(words.start, end, words.cut, end);
			else if (lastMark.tier !== undefined && bare(lastMark) !== "🎉" && bare(lastMark) !== "📋") {
				addStatus(lastMark.start, lastMark.end, cutFrom(text, from, lastMark.start), end);
			} else commit(lastMark.start);
			continue;
		}
		const words = trailingWords(text, from, end, lastMark, vocabulary, dashIsSeparator);
		if (words !== undefined) {
			addStatus(words.start, end, words.cut, end);
			continue;
		}
		const tail = trailingPriority(text, from, end, lastMark);
		if (tail !== undefined) {
			if (OPTIONAL.test(tail.text)) optional ??= { start: tail.start, end: tail.end };
			else priority ??= tail;
			commit(
				cutFrom(
					text,
					from,
					lastMark !== undefined && lastMark.start < tail.start && tail.fromMark ? lastMark.start : tail.start,
				),
			);
			continue;
		}
		break;
	}
	return { titleEnd, parts, atomic, calendar, estimate, priority, optional, anchor, notes };
}

/** No bracket, dash or capitals at the end: nothing but the title, as in most headings and items. */
function isPlainEnd(text: string, from: number, end: number): boolean {
	const last = text[end - 1];
	if (last !== undefined && (PAIRS[last] !== undefined || last === "}")) return false;
	if (/[A-ZÀ-ÞА-Я]$/u.test(text.slice(Math.max(from, end - 1), end))) return false;
	const region = text.slice(from, end);
	return !region.includes(" - ") && !region.includes("—") && !region.includes(" – ");
}

function moveEstimate(estimate: Estimate, by: number): Estimate {
	return {
		...estimate,
		start: estimate.start + by,
		end: estimate.end + by,
		duration:
			estimate.duration === undefined
				? undefined
				: { ...estimate.duration, start: estimate.duration.start + by, end: estimate.duration.end + by },
		alternatives: estimate.alternatives.map((other) => ({ ...other, start: other.start + by, end: other.end + by })),
	};
}

/** Where the cut begins: the dash and white space before a piece go with it. */
function cutFrom(text: string, from: number, at: number): number {
	let start = trimEnd(text, from, at);
	if (
		start > from &&
		/[-–—]/.test(text[start - 1] ?? "") &&
		(start - 1 === from || /[\s*_~]/.test(text[start - 2] ?? " "))
	) {
		start = trimEnd(text, from, start - 1);
	}
	return start;
}

interface TrailingWords {
	readonly start: number;
	readonly cut: number;
}

/** Status words that end at `end`: after the last mark, after a dash, or in capitals. */
function trailingWords(
	text: string,
	from: number,
	end: number,
	lastMark: StatusMark | undefined,
	vocabulary: Vocabulary,
	dashIsSeparator: boolean,
): TrailingWords | undefined {
	if (lastMark !== undefined) {
		const written = text.slice(lastMark.end, end);
		if (isPlainStatus(readStatusPhrase(written, vocabulary), written, false)) {
			return { start: lastMark.start, cut: cutFrom(text, from, lastMark.start) };
		}
	}
	const region = text.slice(from, end);
	const dashes = [...execAll(SPACED_DASH, region)].slice(-3);
	for (const dash of dashes) {
		const start = trimStart(text, from + dash.index + dash[0].length, end);
		if (lastMark !== undefined && start <= lastMark.start) continue;
		const written = text.slice(start, end);
		const phrase = readStatusPhrase(written, vocabulary);
		// `Phase 0 — Planning`: after the separator a word that may be a title is the title.
		const isSeparator = dashIsSeparator && trimEnd(text, from, from + dash.index) <= from;
		const mayBeTitle = isSeparator ? phrase.alsoTitle : phrase.alsoTitle && /\p{Ll}/u.test(written);
		if (!mayBeTitle && isPlainStatus(phrase, written, false))
			return { start, cut: trimEnd(text, from, from + dash.index) };
	}
	const words = [...execAll(WORD, region)].slice(-5);
	let run = words.length;
	while (run > 0) {
		const word = words[run - 1]?.[0] ?? "";
		if (/\p{Ll}/u.test(word) || !/\p{Lu}/u.test(word)) break;
		run--;
	}
	for (const word of words.slice(run)) {
		const start = from + word.index;
		const list = text
			.slice(start, end)
			.toLowerCase()
			.split(/[^\p{L}\p{N}\p{M}'’]+/u)
			.filter((part) => part !== "");
		const wording = vocabulary.statusWording(list, 0);
		const isWhole = wording?.length === list.length;
		// What stands before it in capitals is its subject (`INFRASTRUCTURE READY`), but for an abbreviation (`API DONE`).
		const subject = run < words.length && word !== words[run] ? (words[words.indexOf(word) - 1]?.[0] ?? "") : "";
		if (subject.length > 4) continue;
		if (isWhole && /\p{Ll}/u.test(text.slice(from, start)) && start > from && end - start > 3) {
			return { start, cut: cutFrom(text, from, start) };
		}
	}
	return undefined;
}

/** `— DONE ✅`, `COMPLETED ✅`: the words before a mark at the end belong to it. */
function wordsBeforeMark(
	text: string,
	from: number,
	mark: StatusMark,
	marks: readonly StatusMark[],
	vocabulary: Vocabulary,
	dashIsSeparator: boolean,
): TrailingWords | undefined {
	const end = trimEnd(text, from, mark.start);
	if (end <= from || PAIRS[text[end - 1] ?? ""] !== undefined) return undefined;
	const earlier = marks.findLast((other) => other.end <= end);
	if (earlier !== undefined && earlier.end === end) return undefined;
	return trailingWords(text, from, end, earlier, vocabulary, dashIsSeparator);
}

/** `🔴 Critical`, `💼 NICE-TO-HAVE`, `- High Priority` at the end. */
function trailingPriority(
	text: string,
	from: number,
	end: number,
	lastMark: StatusMark | undefined,
): (HeadingPiece & { readonly fromMark: boolean }) | undefined {
	const candidates: { start: number; fromMark: boolean }[] = [];
	if (lastMark !== undefined) candidates.push({ start: trimStart(text, lastMark.end, end), fromMark: true });
	const dash = [...execAll(SPACED_DASH, text.slice(from, end))].at(-1);
	if (dash !== undefined && dash.index > 0) {
		candidates.push({ start: trimStart(text, from + dash.index + dash[0].length, end), fromMark: false });
	}
	for (const { start, fromMark } of candidates) {
		const written = text.slice(start, end);
		if (written.length > 30 || start <= from) continue;
		if (PRIORITY.test(written) || (fromMark && OPTIONAL.test(written))) return { start, end, text: written, fromMark };
	}
	return undefined;
}

/** The state before a title: marks that mean one, `[DONE]`, `(done)`. */
export function readHeadingLead(
	text: string,
	from: number,
	vocabulary: Vocabulary,
): { parts: HeadingStatusPart[]; end: number } {
	const parts: HeadingStatusPart[] = [];
	let at = trimStart(text, from, text.length);
	if (/^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))) return { parts, end: at };
	const marks = readMarks(text, vocabulary);
	for (let step = 0; step < MAX_TAIL_STEPS; step++) {
		const mark = marks.find((candidate) => candidate.start === at);
		if (mark !== undefined) {
			const next = trimStart(text, mark.end, text.length);
			if (mark.tier !== undefined && !DECORATIVE.has(bare(mark))) {
				const phrase = readStatusPhrase(mark.text, vocabulary);
				parts.push({ start: mark.start, end: mark.end, cut: { start: at, end: next }, position: "before", phrase });
			}
			at = next;
			continue;
		}
		const opening = text[at];
		if (opening === "[" || opening === "(" || opening === "【") {
			const closing = text.indexOf(opening === "[" ? "]" : opening === "(" ? ")" : "】", at);
			if (closing < 0 || closing - at > 40) break;
			const written = text.slice(at + 1, closing);
			const phrase = readStatusPhrase(written, vocabulary);
			if (!isPlainStatus(phrase, written, false) && !(phrase.emojiTier !== undefined && !phrase.hasWords)) break;
			const next = trimStart(text, closing + 1, text.length);
			parts.push({ start: at + 1, end: closing, cut: { start: at, end: next }, position: "before", phrase });
			at = next;
			continue;
		}
		break;
	}
	return { parts, end: at };
}

/** One status out of what stands before and after a title; undefined for no parts. */
export function combineHeadingStatus(parts: readonly HeadingStatusPart[]): HeadingStatus | undefined {
	if (parts.length === 0) return undefined;
	const worded = parts.find((part) => part.phrase.wordTier !== undefined);
	const wordTier = worded?.phrase.wordTier;
	const tiers = new Set(parts.map((part) => part.phrase.emojiTier).filter((tier) => tier !== undefined));
	const emojiTier = tiers.size === 1 ? [...tiers][0] : undefined;
	const contradiction =
		parts.some((part) => part.phrase.contradiction) ||
		(wordTier !== undefined &&
			parts.some((part) =>
				part === worded
					? false
					: part.phrase.marks.some((mark) => contradicts(mark, wordTier, worded?.phrase.toleratesDoneMark ?? false)),
			));
	return { tier: wordTier ?? emojiTier, wordTier, emojiTier, contradiction, parts };
}

/**
 * The status marks and words before or after the title of a heading or list item.
 *
 * @returns undefined when there is none: `Complete Migration` and `Data Ready` are titles, `(optional)` is a note.
 */
export function readHeadingStatus(text: string, vocabulary: Vocabulary): HeadingStatus | undefined {
	const lead = readHeadingLead(text, 0, vocabulary);
	const tail = readHeadingTail(text, lead.end, vocabulary);
	return combineHeadingStatus([...lead.parts, ...tail.parts]);
}
