import type { Plan, Status } from "../plan.js";
import type { SourceRange, TextEdit } from "../text/source-range.js";
import { readMarks } from "../text/status-marks.js";
import type { NearestName, Tier, Vocabulary } from "../text/vocabulary.js";

/** A written status with the words around which it turns. */
interface StatusHead {
	/** The words without marks and notes, as written. */
	readonly words: string;
	/** Where the head ends in the text of the status, marks behind the words included: before a note or date. */
	readonly end: number;
	/** What follows the head. */
	readonly rest: string;
}

const HEAD = /^[\p{L}\p{M}][\p{L}\p{M}'’ _-]{0,39}/u;

/** Marks, then words, then perhaps a note in brackets or behind a dash. */
function headOf(text: string, vocabulary: Vocabulary): StatusHead | undefined {
	let start = 0;
	for (const mark of readMarks(text, vocabulary)) {
		if (text.slice(start, mark.start).trim() !== "") break;
		start = mark.end;
	}
	while (start < text.length && /[\s\u{FE0E}\u{FE0F}]/u.test(text[start] ?? "")) start++;
	const written = HEAD.exec(text.slice(start))?.[0] ?? "";
	const words = written.split(/\s[-–—]/u, 1)[0]?.trimEnd() ?? "";
	let end = start + words.length;
	// `done ✅`: marks behind the words belong to them as those in front do.
	for (const mark of readMarks(text, vocabulary)) {
		if (mark.start < end) continue;
		if (!/^[\s\u{FE0E}\u{FE0F}]*$/u.test(text.slice(end, mark.start))) break;
		end = mark.end;
	}
	return words === "" ? undefined : { words, end, rest: text.slice(end) };
}

/** A status word that the vocabulary does not know. */
export interface UnknownStatus {
	readonly status: Status;
	readonly word: string;
	readonly nearest: NearestName<Tier> | undefined;
	/** Where to write another status: the marks and the word, without the note behind them. */
	readonly range: SourceRange | undefined;
}

/**
 * A status that is one word, known to nobody (`INITIATED`), or a slip away from one that is known (`Complted`). What
 * is longer is a note about the status in words of its own; what has a mark that means a status is read by that.
 */
export function findUnknownStatus(status: Status, plan: Plan, vocabulary: Vocabulary): UnknownStatus | undefined {
	if (status.tier !== undefined || status.wordTier !== undefined || status.markTier !== undefined || !status.hasWords)
		return undefined;
	const head = headOf(status.text, vocabulary);
	if (!head || !/^\s*(?:$|[(（,;])/u.test(head.rest)) return undefined;
	const close = vocabulary.nearestStatus(head.words);
	// Two slips lead from `Archived` to `Achieved`; one is a slip.
	const nearest = close?.distance === 1 ? close : undefined;
	if (!nearest && /\s/u.test(head.words)) return undefined;
	return { status, word: head.words, nearest, range: exactRange(status, head.end, plan) };
}

/** How the team writes a status that is written otherwise. */
export interface OtherForm {
	readonly form: string;
	/** Replaces marks and words, and keeps the note behind them; `undefined` where more than that is said. */
	readonly edit: TextEdit | undefined;
}

/** Compares a status with the normal form of its tier; `undefined`: it is written so, or says nothing certain. */
export function findOtherForm(status: Status, plan: Plan, vocabulary: Vocabulary): OtherForm | undefined {
	const { tier, text } = status;
	if (tier === undefined || status.contradiction) return undefined;
	const form = vocabulary.statusForm(tier);
	if (text.startsWith(form) && !/^[\p{L}\p{N}]/u.test(text.slice(form.length))) return undefined;
	const head = headOf(text, vocabulary);
	const words = head?.words.toLowerCase().split(/[\s_-]+/u) ?? [];
	const wording = vocabulary.statusWording(words, 0);
	const isWhole =
		head !== undefined &&
		wording?.tier === tier &&
		wording.length === words.length &&
		/^\s*(?:$|[(（,;]|[-–—]\s)/u.test(head.rest);
	const range = isWhole ? exactRange(status, head.end, plan) : undefined;
	return { form, edit: range && { range, text: form } };
}

/** The first characters of a status in the document, where they stand there letter for letter. */
function exactRange({ range, text }: Status, end: number, plan: Plan): SourceRange | undefined {
	return plan.text.startsWith(text.slice(0, end), range.start)
		? { start: range.start, end: range.start + end }
		: undefined;
}
