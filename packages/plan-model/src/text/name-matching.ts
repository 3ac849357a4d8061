import { editDistance } from "./edit-distance.js";
import { once } from "./once.js";
import type { NearestName } from "./vocabulary.js";

/** Emoji and what holds them together. */
const MARKS_AND_JOINERS = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0E}\u{FE0F}\u200D\u20E3\uFFFD]/gu;
const NOT_WORD = /[^\p{L}\p{N}\p{M}'/∅]+/gu;
const PLAIN_WORDS = /^[A-Za-z]+(?: [A-Za-z]+)*$/;
const SECTION_NUMBER = /^(?:§\s?)?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?\s+(?=\S)/u;

/** Mark without its variation selector: `✔︎`, `✔️` and `✔` are one. */
export function bareMark(mark: string): string {
	return mark.replace(/[\u{FE0E}\u{FE0F}]/gu, "");
}

/**
 * The key under which a name is kept and looked up: lower case, without emoji, section number, punctuation around it
 * and extra white space; `&` reads as `and`.
 */
export function normaliseName(text: string): string {
	// Most names are a few plain words, and this is asked of every heading and label.
	if (PLAIN_WORDS.test(text)) return text.toLowerCase();
	const bare = text
		.normalize("NFC")
		.replace(MARKS_AND_JOINERS, " ")
		.replace(/&/g, " and ")
		.replace(/[’‘]/g, "'")
		.replace(/^[\s*_~#:>.\-–—]+/u, "")
		.replace(SECTION_NUMBER, "");
	return bare.toLowerCase().replace(NOT_WORD, " ").trim();
}

/** The text without a note in brackets at its end: `Success Criteria (MVP)` → `Success Criteria`. */
export function withoutTrailingNote(text: string): string | undefined {
	const trimmed = text.replace(/(?<![\s:：.*_])[\s:：.*_]+$/u, "");
	const last = trimmed.at(-1);
	const opening = last === ")" ? "(" : last === "]" ? "[" : last === "）" ? "（" : undefined;
	if (opening === undefined) return undefined;
	const at = trimmed.lastIndexOf(opening);
	return at > 0 ? trimmed.slice(0, at) : undefined;
}

/** A longer text names nothing: it is a paragraph. */
export const MAX_TEXT_LENGTH = 200;

/** The longest name worth comparing: what is longer is a sentence, and the distance is quadratic in it. */
export const MAX_NAME_LENGTH = 48;

/**
 * Finds the closest key within two edits and a quarter of the length of what was written; of several the first.
 *
 * @param names is read once: what it gets later is not found
 */
export function nearestIn<Name extends string>(
	names: ReadonlyMap<string, Name>,
): (written: string) => NearestName<Name> | undefined {
	const byLength = once(() => {
		const lists = new Map<number, Candidate<Name>[]>();
		let order = 0;
		for (const [wording, name] of names) {
			const candidate = { wording, name, order: order++ };
			const list = lists.get(wording.length);
			if (list) list.push(candidate);
			else lists.set(wording.length, [candidate]);
		}
		return lists;
	});
	return (written) => {
		if (written.length < 4 || written.length > MAX_NAME_LENGTH || names.has(written)) return undefined;
		let limit = Math.min(2, Math.floor(written.length / 4));
		let best: Candidate<Name> | undefined;
		for (let length = written.length - limit, end = written.length + limit; length <= end; length++) {
			for (const candidate of byLength().get(length) ?? []) {
				const { wording, order } = candidate;
				// Two slips seldom hit both ends, and comparing ends is cheap.
				if (wording[0] !== written[0] && wording.at(-1) !== written.at(-1)) continue;
				const distance = editDistance(written, wording, limit);
				if (distance > limit || (distance === limit && best !== undefined && best.order < order)) continue;
				best = candidate;
				limit = distance;
			}
		}
		return best && { name: best.name, wording: best.wording, distance: limit };
	};
}

interface Candidate<Name extends string> {
	readonly wording: string;
	readonly name: Name;
	/** Its place in the table. */
	readonly order: number;
}

/** Words of a wording as the status reader splits them. */
export function splitWords(text: string): string[] {
	// Nearly every wording of the built-in table, which is taken apart at each start.
	if (PLAIN_WORDS.test(text)) return text.toLowerCase().split(" ");
	return text
		.normalize("NFC")
		.toLowerCase()
		.replace(MARKS_AND_JOINERS, " ")
		.replace(/[’‘]/g, "'")
		.split(/[^\p{L}\p{N}\p{M}']+/u)
		.filter((word) => word !== "");
}
