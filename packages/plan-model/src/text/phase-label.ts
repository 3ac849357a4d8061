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

/** Longer runs are words or hashes, not labels. */
const MAX_LABEL_LENGTH = 16;

/** Letters and digits, joined by single dots; a hyphen joins what `joinsHyphen` allows. */
const PIECE = /(?:\p{N}+|\p{L}+)/uy;

const PLACEHOLDER = /(?:\{\{\s?[\w ]{1,16}\s?\}\}|\[[NXnx#]\]|<[NXnx]>|\{[NXnx]\})/y;

const ROMAN = /^(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romanValue(text: string): number | undefined {
	if (!ROMAN.test(text)) return undefined;
	let value = 0;
	for (let index = 0; index < text.length; index++) {
		const here = ROMAN_VALUES[text[index] ?? ""] ?? 0;
		value += here < (ROMAN_VALUES[text[index + 1] ?? ""] ?? 0) ? -here : here;
	}
	return value;
}

function isLetterOrDigit(char: string | undefined): boolean {
	return char !== undefined && /[\p{L}\p{N}\p{M}_]/u.test(char);
}

/** A label that is no range, from `at`. */
function readSingle(text: string, at: number): Label | undefined {
	PLACEHOLDER.lastIndex = at;
	const placeholder = PLACEHOLDER.exec(text);
	if (placeholder !== null) {
		return {
			start: at,
			end: at + placeholder[0].length,
			text: placeholder[0],
			parts: [placeholder[0].toLowerCase()],
			roman: undefined,
			last: undefined,
			openEnded: false,
			placeholder: true,
		};
	}
	const parts: (number | string)[] = [];
	let end = at;
	let cursor = at;
	let hasDigit = false;
	let longestLetters = 0;
	while (cursor - at <= MAX_LABEL_LENGTH) {
		PIECE.lastIndex = cursor;
		const piece = PIECE.exec(text)?.[0];
		if (piece === undefined) break;
		const digits = /^\d+$/.test(piece);
		if (digits) {
			if (piece.length > 6) return undefined;
			parts.push(Number(piece));
			hasDigit = true;
		} else {
			parts.push(piece.toLowerCase());
			longestLetters = Math.max(longestLetters, piece.length);
		}
		cursor += piece.length;
		end = cursor;
		const next = text[cursor];
		if (next === "." && isLetterOrDigit(text[cursor + 1])) {
			// `2.Setup` is the label 2, a full stop and a title; `2.1`, `M7.b` are one label.
			PIECE.lastIndex = cursor + 1;
			const after = PIECE.exec(text)?.[0] ?? "";
			if (!/^\d+$/.test(after) && (after.length > 1 || isLetterOrDigit(text[cursor + 1 + after.length]))) break;
			cursor++;
		} else if (next === "-" && joinsHyphen(text, at, cursor)) cursor++;
		else if (!isLetterOrDigit(next)) break;
	}
	if (parts.length === 0 || isLetterOrDigit(text[end])) return undefined;
	const written = text.slice(at, end);
	const lone = parts.length === 1 && typeof parts[0] === "string";
	const roman = lone ? romanValue(written) : undefined;
	// Without a digit only a capital letter, two of them, or a Roman numeral is a label: `Phase one`, `Part of` have none.
	if (
		!hasDigit &&
		roman === undefined &&
		!(lone && /^\p{Lu}{1,2}$/u.test(written)) &&
		!/^\p{Lu}\.\p{Ll}$/u.test(written)
	) {
		return undefined;
	}
	// `2nd`, `10x`, `1st`, `3rd`, `5min` are words; a label has at most one letter after its number.
	if (typeof parts[0] === "number" && (longestLetters > 1 || /\dx$/.test(written))) return undefined;
	if (longestLetters > 4 && /\p{Ll}/u.test(written)) return undefined;
	return {
		start: at,
		end,
		text: written,
		parts,
		roman,
		last: undefined,
		openEnded: false,
		placeholder: written === "N" || written === "X" || written === "XX" || written === "NN",
	};
}

/** A hyphen belongs to the label in `PC-1`, `TASK-001`, `P1-T3`, `3.0-A`; in `1-2`, `A-C` it makes a range. */
function joinsHyphen(text: string, at: number, hyphen: number): boolean {
	const next = text[hyphen + 1];
	if (next === undefined) return false;
	const before = text.slice(at, hyphen);
	if (/^\p{Lu}{2,8}$/u.test(before)) return /\d/.test(next);
	if (/^\p{Lu}\d+$/u.test(before)) {
		// `P1-T3`: the second part starts with another letter; `S0-S5` is a range.
		return /\p{Lu}/u.test(next) && next !== before[0] && /\d/.test(text[hyphen + 2] ?? "");
	}
	if (/^\d+(?:\.\d+){0,4}$/.test(before)) return /\p{Lu}/u.test(next) && !isLetterOrDigit(text[hyphen + 2]);
	return false;
}

const RANGE = /(?:\s?[–—]\s?|-|\/|\s?(?:→|\.\.\.?|…)\s?|\s(?:to|through|thru|until|bis|a|à|до)\s)/uy;

/** A range goes up and keeps its shape; `1-React` and `2-1` are none. */
function isRange(first: Label, last: Label): boolean {
	if (first.placeholder || last.placeholder) return first.placeholder && last.placeholder;
	if (first.roman !== undefined && last.roman !== undefined) return first.roman < last.roman;
	const order = compareLabels(first, last);
	return order !== undefined && order < 0;
}

/**
 * The label that starts at `at`: a number, dotted number, number with a letter, letter, letters with a number, Roman
 * numeral or placeholder, each also as a range (`1-2`, `10–12`, `2/3`) or open (`6+`).
 *
 * @returns undefined when no label starts there, also when a longer word does (`2nd`, `Setup`).
 */
export function readLabelAt(text: string, at: number): Label | undefined {
	const first = readSingle(text, at);
	if (first === undefined) return undefined;
	RANGE.lastIndex = first.end;
	const joint = RANGE.exec(text);
	if (joint !== null) {
		const last = readSingle(text, first.end + joint[0].length);
		// `Phase 1 — 2 services`: with white space around it a dash separates label and title.
		const spacedDash = /^\s?[–—]\s?$/u.test(joint[0]) && joint[0].length > 1;
		if (last !== undefined && !spacedDash && isRange(first, last)) {
			return { ...first, end: last.end, text: text.slice(at, last.end), last };
		}
	}
	if (text[first.end] === "+" && !isLetterOrDigit(text[first.end + 1])) {
		return { ...first, end: first.end + 1, text: text.slice(at, first.end + 1), openEnded: true };
	}
	return first;
}

/**
 * A string that is equal for two labels exactly when they are the same, however written: `03.1` and `3.1`, `5A` and
 * `5a`. A range is the same as that very range only.
 */
export function labelKey(label: Label): string {
	const own = label.parts.join(".") + (label.openEnded ? "+" : "");
	return label.last === undefined ? own : `${own}-${labelKey(label.last)}`;
}

/** Are both Roman numerals longer than a letter, or one such and the other a Roman letter? Then they count as numbers. */
function bothRoman(a: Label, b: Label): boolean {
	if (a.roman === undefined || b.roman === undefined) return false;
	const letters = a.parts[0] === undefined || b.parts[0] === undefined ? 0 : a.text.length + b.text.length;
	// `C` and `D` are letters, `I` begins a Roman series far more often than it follows `H`.
	return letters > 2 || (a.text === "I" && b.text === "I");
}

/**
 * Which label comes first: negative, zero or positive. `5` < `5a` < `6`, `1.9` < `1.10`, `IV` < `V`.
 *
 * @returns undefined where labels of different shapes have no order (`A` and `3`, `S1` and `T1`).
 */
export function compareLabels(a: Label, b: Label): number | undefined {
	if (a.placeholder !== b.placeholder && a.roman === undefined && b.roman === undefined) return undefined;
	if (bothRoman(a, b)) return (a.roman ?? 0) - (b.roman ?? 0);
	const length = Math.min(a.parts.length, b.parts.length);
	for (let index = 0; index < length; index++) {
		const left = a.parts[index];
		const right = b.parts[index];
		if (left === right) continue;
		if (typeof left === "number" && typeof right === "number") return left - right;
		if (typeof left === "string" && typeof right === "string") {
			// A series prefix (`S1`, `T1`) orders nothing; a single letter label or suffix does.
			if (index === 0 && (a.parts.length > 1 || b.parts.length > 1)) {
				return left.length === 1 && right.length === 1 ? (left < right ? -1 : 1) : undefined;
			}
			return left.length !== right.length ? left.length - right.length : left < right ? -1 : 1;
		}
		// `5a` and `5.1` both refine 5; neither is first.
		return undefined;
	}
	return a.parts.length - b.parts.length;
}

/** Where counting on starts: of a range its last label. */
function lastOf(label: Label): Label {
	return label.last ?? label;
}

function isLetterSuccessor(a: string, b: string): boolean {
	const left = [...a];
	const right = [...b];
	if (left.length !== 1 || right.length !== 1) return false;
	return (right[0]?.codePointAt(0) ?? 0) - (left[0]?.codePointAt(0) ?? 0) === 1;
}

/** The first value that a new level may start with. */
function isFirst(part: number | string | undefined): boolean {
	return part === 0 || part === 1 || part === "a" || part === "а" || part === "i";
}

/**
 * May `b` follow `a` in one series with nothing missing between? `1` → `2`, `2A` → `2B`, `2D` → `3`, `1.9` → `1.10`,
 * `1.4` → `2.1`, `1-2` → `3`, `5` → `5a` → `6`, `A` → `B`, `IV` → `V`, `3` → `3.5` (an inserted phase) → `4`.
 */
export function isSuccessor(a: Label, b: Label): boolean {
	const left = lastOf(a);
	const right = b;
	if (left.placeholder || right.placeholder || a.openEnded) return true;
	if (left.roman !== undefined && right.roman !== undefined && right.roman - left.roman === 1) return true;
	const l = left.parts;
	const r = right.parts;
	let same = 0;
	while (same < l.length && same < r.length && l[same] === r[same]) same++;
	if (same === l.length) {
		// Deeper: `5` → `5a`, `3` → `3.1`; and any inserted decimal (`3` → `3.5`), which is written on purpose.
		if (r.length === same) return false;
		return r.length === same + 1 && (isFirst(r[same]) || typeof r[same] === "number" || r[same] === "b");
	}
	if (same === r.length) return false;
	const from = l[same];
	const to = r[same];
	const rest = r.slice(same + 1);
	// What is counted on further up starts anew below: `1.4` → `2.1`, `2D` → `3A`; the rest of `a` does not matter.
	if (!rest.every(isFirst)) return false;
	if (typeof from === "number" && typeof to === "number") {
		return to === from + 1;
	}
	if (typeof from === "string" && typeof to === "string") return isLetterSuccessor(from, to);
	// `5a` → `5.1`, `2.1` → `2b`: another way of refining the same number.
	return same > 0 && isFirst(to);
}

/**
 * The label that most simply follows, in the same shape: `03` → `04`, `2.9` → `2.10`, `5a` → `5b`, `IV` → `V`.
 *
 * @returns undefined after `Z`, a placeholder or an open range.
 */
export function nextLabel(label: Label): string | undefined {
	const from = lastOf(label);
	if (from.placeholder || label.openEnded) return undefined;
	if (from.roman !== undefined && (from.text.length > 1 || from.text === "I" || from.text === "V")) {
		return toRoman(from.roman + 1);
	}
	const tail = /(?:(?<!\d)\d+|\p{L})$/u.exec(from.text)?.[0];
	if (tail === undefined) return undefined;
	const head = from.text.slice(0, from.text.length - tail.length);
	if (/^\d/.test(tail)) return head + String(Number(tail) + 1).padStart(tail.length, "0");
	if (/[zZяЯ]/u.test(tail)) return undefined;
	const next = String.fromCodePoint((tail.codePointAt(0) ?? 0) + 1);
	return /\p{L}/u.test(next) ? head + next : undefined;
}

function toRoman(value: number): string | undefined {
	if (value > 99) return undefined;
	const tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"][Math.floor(value / 10)] ?? "";
	const ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][value % 10] ?? "";
	return tens + ones;
}
