/** The word of a series with the label behind it, in the ways languages write them. */

import { type HeadingPiece } from "./heading-status.js";
import { readLabelAt, type Label } from "./phase-label.js";
import { match, piece, skip } from "./heading-text.js";

export const WORD: RegExp = /[\p{L}\p{M}]+/uy;

export const SPELLED: ReadonlyMap<string, string> = new Map(
	"zero one two three four five six seven eight nine ten"
		.split(" ")
		.map((word, value) => [word, String(value)] as const),
);

export const ORDINALS: ReadonlyMap<string, string> = new Map(
	"first second third fourth fifth sixth seventh eighth ninth tenth"
		.split(" ")
		.map((word, index) => [word, String(index + 1)] as const),
);

/** A number or code glued to the word (`Phase1`) or joined by a hyphen or underscore (`TASK-001`). */
const GLUED = /[-_#]?(?=\d)/y;

export interface WordAndLabel {
	readonly word: HeadingPiece;
	readonly label: Label;
	/** `Phase1`: nothing between word and label. */
	readonly isGlued: boolean;
}

/** A series or calendar word with a label after it, at `at`. */
export function readWordAndLabel(
	text: string,
	at: number,
	isWord: (word: string) => boolean,
): WordAndLabel | undefined {
	const written = match(WORD, text, at);
	if (written === undefined) return undefined;
	const prefix = cjkPrefix(written, isWord);
	const word = prefix ?? written;
	if (!isWord(word)) return undefined;
	const end = at + word.length;
	let from = skip(text, end);
	let isGlued = false;
	if (from === end) {
		const joint = GLUED.test(resetAt(GLUED, text, end)) ? (text[end] ?? "") : undefined;
		if (joint === undefined && prefix === undefined && !/[[({<]/.test(text[end] ?? "")) return undefined;
		if (joint !== undefined && /[-_#]/.test(joint)) from = end + 1;
		else isGlued = prefix === undefined && /\d/.test(joint ?? "");
	} else if (text[from] === "#" && /\d/.test(text[from + 1] ?? "")) from++;
	const label = readLabelAt(text, from) ?? readChineseNumber(text, from);
	return label === undefined ? undefined : { word: piece(text, at, end), label, isGlued };
}

/** `Ф0`: Russian plans write the initial of the word for phase; word and label share it. */
export function readAbbreviated(text: string, at: number): WordAndLabel | undefined {
	if (text[at] !== "Ф" || !/\d/.test(text[at + 1] ?? "")) return undefined;
	const label = readLabelAt(text, at);
	return label === undefined ? undefined : { word: piece(text, at, at + 1), label, isGlued: false };
}

/** Sets where a sticky pattern starts and hands the text on. */
function resetAt(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return text;
}

/** Chinese and Japanese write no space between the word and its number: `阶段一`, `阶段1`, `フェーズ1`. */
export function cjkPrefix(written: string, isWord: (word: string) => boolean): string | undefined {
	const word = /^(?:\p{Script=Han}{2}|[\p{Script=Katakana}ー]{2,8})/u.exec(written)?.[0];
	return word !== undefined && isWord(word) ? word : undefined;
}

const CHINESE_DIGITS = "〇一二三四五六七八九十";

export function readChineseNumber(text: string, at: number): Label | undefined {
	const char = text[at];
	if (char === undefined || !CHINESE_DIGITS.includes(char) || CHINESE_DIGITS.includes(text[at + 1] ?? " "))
		return undefined;
	const value = CHINESE_DIGITS.indexOf(char);
	return {
		start: at,
		end: at + 1,
		text: char,
		parts: [value],
		roman: undefined,
		last: undefined,
		openEnded: false,
		placeholder: false,
	};
}

/** `第一阶段`, `第 2 阶段`: the number stands before the word. */
export const CHINESE_ORDINAL: RegExp = /第\s?(\d{1,3}|[一二三四五六七八九十])\s?(阶段|步骤|步|周|天)/y;
