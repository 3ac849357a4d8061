import { execAll } from "./exec-all.js";
/** A character that is not seen. Offsets are UTF-16 indexes. */
export interface HiddenCharacter {
	readonly start: number;
	readonly end: number;
	readonly codePoint: number;
	/** The Unicode name, `ZERO WIDTH SPACE`; of characters without a name here `U+2061`. */
	readonly name: string;
}

const NAMES: ReadonlyMap<number, string> = new Map([
	[0x00ad, "SOFT HYPHEN"],
	[0x061c, "ARABIC LETTER MARK"],
	[0x180e, "MONGOLIAN VOWEL SEPARATOR"],
	[0x200b, "ZERO WIDTH SPACE"],
	[0x200c, "ZERO WIDTH NON-JOINER"],
	[0x200d, "ZERO WIDTH JOINER"],
	[0x200e, "LEFT-TO-RIGHT MARK"],
	[0x200f, "RIGHT-TO-LEFT MARK"],
	[0x202a, "LEFT-TO-RIGHT EMBEDDING"],
	[0x202b, "RIGHT-TO-LEFT EMBEDDING"],
	[0x202c, "POP DIRECTIONAL FORMATTING"],
	[0x202d, "LEFT-TO-RIGHT OVERRIDE"],
	[0x202e, "RIGHT-TO-LEFT OVERRIDE"],
	[0x2060, "WORD JOINER"],
	[0x2061, "FUNCTION APPLICATION"],
	[0x2062, "INVISIBLE TIMES"],
	[0x2063, "INVISIBLE SEPARATOR"],
	[0x2064, "INVISIBLE PLUS"],
	[0x2066, "LEFT-TO-RIGHT ISOLATE"],
	[0x2067, "RIGHT-TO-LEFT ISOLATE"],
	[0x2068, "FIRST STRONG ISOLATE"],
	[0x2069, "POP DIRECTIONAL ISOLATE"],
	[0x3164, "HANGUL FILLER"],
	[0xfeff, "ZERO WIDTH NO-BREAK SPACE (BOM)"],
	[0xffa0, "HALFWIDTH HANGUL FILLER"],
]);

/**
 * Format characters (Unicode 4.5, Cf) and the two fillers that are letters and draw nothing. Not among them: the signs of Arabic, Syriac, Kaithi and
 * Egyptian that are drawn or arrange what is.
 */
const HIDDEN =
	/(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u{13430}-\u{1345f}])[\p{Cf}\u3164\uffa0]/gu;

const PICTURE = /\p{Extended_Pictographic}/u;
/** Scripts whose letters join or not by U+200C and U+200D (Unicode 23.2). */
const JOINING =
	/[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Scripts that write no spaces between words and mark where a line may break by U+200B. */
const SPACELESS =
	/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;
const RIGHT_TO_LEFT =
	/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}]/u;

/**
 * Finds characters that are not seen and are not needed where they stand: not the joiners and tags of emoji, not the joiners of Arabic and Indic
 * words, not the break marks of Thai, not the direction marks of a line that has right-to-left letters. A BOM at the very start is the file's, not
 * the text's. Never throws.
 */
export function findHiddenCharacters(text: string): HiddenCharacter[] {
	const found: HiddenCharacter[] = [];
	const line = { start: 0, end: -1, isRightToLeft: false };
	let tagsUntil = 0;
	for (const { 0: character, index } of execAll(HIDDEN, text)) {
		const codePoint = character.codePointAt(0) ?? 0;
		if (index < tagsUntil || (codePoint === 0xfeff && index === 0)) continue;
		const end = index + character.length;
		if (codePoint >= 0xe0020 && codePoint <= 0xe007f) {
			tagsUntil = endOfTags(text, index);
			if (tagsUntil > index) continue;
		}
		if (codePoint === 0x200d && joinsEmoji(text, index, end)) continue;
		if ((codePoint === 0x200c || codePoint === 0x200d) && joinsLetters(text, index, end)) continue;
		if (codePoint === 0x200b && SPACELESS.test(characterBefore(text, index)) && SPACELESS.test(characterAt(text, end)))
			continue;
		if (codePoint === 0x180e && /\p{Script=Mongolian}/u.test(characterBefore(text, index))) continue;
		if (codePoint === 0x200e || codePoint === 0x200f || codePoint === 0x061c) {
			if (index > line.end) {
				const newline = text.indexOf("\n", index);
				line.start = text.lastIndexOf("\n", index) + 1;
				line.end = newline < 0 ? text.length : newline;
				line.isRightToLeft = RIGHT_TO_LEFT.test(text.slice(line.start, line.end));
			}
			if (line.isRightToLeft) continue;
		}
		const name = NAMES.get(codePoint) ?? `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
		found.push({ start: index, end, codePoint, name });
	}
	return found;
}

function characterAt(text: string, at: number): string {
	const codePoint = text.codePointAt(at);
	return codePoint === undefined ? "" : String.fromCodePoint(codePoint);
}

function characterBefore(text: string, at: number): string {
	if (at === 0) return "";
	const isPair = at > 1 && /[\udc00-\udfff]/.test(text[at - 1] ?? "") && /[\ud800-\udbff]/.test(text[at - 2] ?? "");
	return characterAt(text, at - (isPair ? 2 : 1));
}

/** Unicode TR51, ED-16: a picture, its variation or skin tone, the joiner, a picture. */
function joinsEmoji(text: string, start: number, end: number): boolean {
	let at = start;
	let before = characterBefore(text, at);
	for (let modifiers = 0; modifiers < 2 && /^[\ufe0f\u{1f3fb}-\u{1f3ff}]$/u.test(before); modifiers++) {
		at -= before.length;
		before = characterBefore(text, at);
	}
	return PICTURE.test(before) && PICTURE.test(characterAt(text, end));
}

/** Between letters of such a script, or behind the mark that ends an Indic half form. */
function joinsLetters(text: string, start: number, end: number): boolean {
	const before = characterBefore(text, start);
	return (
		(JOINING.test(before) || (/\p{M}/u.test(before) && JOINING.test(characterAt(text, end)))) &&
		(/\p{M}/u.test(before) || JOINING.test(characterAt(text, end)))
	);
}

/** Unicode TR51, ED-14a: a flag of a region is a black flag, tags and the closing tag. */
function endOfTags(text: string, start: number): number {
	if (characterBefore(text, start) !== "🏴") return start;
	for (let at = start; at < text.length && at < start + 32; at += 2) {
		const codePoint = text.codePointAt(at) ?? 0;
		if (codePoint === 0xe007f) return at + 2;
		if (codePoint < 0xe0020 || codePoint > 0xe007e) return start;
	}
	return start;
}
