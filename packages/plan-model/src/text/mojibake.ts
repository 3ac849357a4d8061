/** A run of text decoded with the wrong charset, or lost characters. Offsets are UTF-16 indexes. */
export interface Mojibake {
	readonly start: number;
	readonly end: number;
	/** What was meant; undefined when it is lost (U+FFFD) or cannot be told (quotes that were straightened afterwards). */
	readonly original?: string;
}

/**
 * The bytes 0x80 to 0x9F in windows-1252 (WHATWG encoding standard): the five that it leaves open, 81 8D 8F 90 9D, stay control characters,
 * and so do all of them in Latin-1.
 */
const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTES: ReadonlyMap<number, number> = new Map(
	[...CP1252].map((character, index) => [character.codePointAt(0) ?? 0, 0x80 + index]),
);

/** The byte that a UTF-16 unit was read from; -1 when it is no character of windows-1252 or Latin-1 above ASCII. */
function byteOf(unit: number): number {
	if (unit >= 0x80 && unit <= 0xff) return unit;
	return unit < 0x80 ? -1 : (BYTES.get(unit) ?? -1);
}

/** Text that was damaged more often than this was not damaged by an editor. */
const LEVELS = 6;

/**
 * Finds text that was UTF-8 and was read as windows-1252 or Latin-1, once or several times, by the round trip: the characters are encoded back to
 * bytes and the bytes decoded as UTF-8. Letters and punctuation of many languages meet by chance in such sequences (`café…”`, `Úžasný`), so a run
 * counts only if no such text explains it. Also finds runs of U+FFFD. Never throws.
 */
export function findMojibake(text: string): Mojibake[] {
	const found: Mojibake[] = [];
	for (let at = 0; at < text.length;) {
		const unit = text.charCodeAt(at);
		if (unit === 0xfffd) {
			const start = at;
			while (text.charCodeAt(at) === 0xfffd) at++;
			found.push({ start, end: at });
			continue;
		}
		if (unit < 0xc2 || unit > 0xf4) {
			at++;
			continue;
		}
		const run = readRun(text, at);
		if (run.length === 0) {
			const end = straightenedEnd(text, at);
			if (end > at) found.push({ start: at, end });
			at = Math.max(at + 1, end);
			continue;
		}
		const end = run.at(-1)?.end ?? at + 1;
		const original = decodeRun(text, run);
		if (original !== undefined)
			found.push(original.includes("\ufffd") ? { start: at, end } : { start: at, end, original });
		at = end;
	}
	return found;
}

/** One character of UTF-8 that was read as two, three or four. */
interface Sequence {
	readonly start: number;
	readonly end: number;
	readonly codePoint: number;
}

/** The sequences that follow each other from here on. */
function readRun(text: string, from: number): Sequence[] {
	const run: Sequence[] = [];
	for (let at = from; at < text.length;) {
		const sequence = readSequence(text, at);
		if (sequence === undefined) break;
		run.push(sequence);
		at = sequence.end;
	}
	return run;
}

/** Strict UTF-8 (Unicode 3.9, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF. */
function readSequence(text: string, at: number): Sequence | undefined {
	const lead = byteOf(text.charCodeAt(at));
	const length =
		lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
	if (length === 0 || at + length > text.length) return undefined;
	let codePoint = lead & (0xff >> (length + 1));
	for (let index = 1; index < length; index++) {
		const byte = byteOf(text.charCodeAt(at + index));
		if (byte < 0x80 || byte > 0xbf) return undefined;
		codePoint = (codePoint << 6) | (byte & 0x3f);
	}
	if (length === 3 && (codePoint < 0x800 || (codePoint >= 0xd800 && codePoint <= 0xdfff))) return undefined;
	if (length === 4 && (codePoint < 0x10000 || codePoint > 0x10ffff)) return undefined;
	return { start: at, end: at + length, codePoint };
}

/** Assigned and seen, or a format character that emoji and word breaks need. */
const PLAUSIBLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\p{Cf}\u2028\u2029]*$/u;

function textOf(run: readonly Sequence[]): string {
	return run.map(({ codePoint }) => String.fromCodePoint(codePoint)).join("");
}

/** What a run was, decoded as often as it was damaged; undefined when it is not certain to be damaged at all. */
function decodeRun(text: string, run: readonly Sequence[]): string | undefined {
	const first = run[0]?.start ?? 0;
	const last = run.at(-1)?.end ?? 0;
	const before = text.slice(Math.max(0, first - 2), first);
	const after = text.slice(last, last + 2);
	const decoded = textOf(run);
	const deeper = repair(decoded, before, after, LEVELS);
	const isCertain = deeper !== decoded || isCertainRun(text, run);
	return isCertain && PLAUSIBLE.test(deeper) ? deeper : undefined;
}

/** Decodes the certain runs of a decoded text once more; damage on the level above speaks for damage here. */
function repair(decoded: string, before: string, after: string, levels: number): string {
	if (levels === 0 || !/[\u00c2-\u00f4]/u.test(decoded)) return decoded;
	const text = before + decoded + after;
	const end = before.length + decoded.length;
	let out = "";
	let kept = before.length;
	for (let at = before.length; at < end;) {
		const run = readRun(text.slice(0, end), at);
		const stop = run.at(-1)?.end;
		if (stop === undefined) {
			at++;
			continue;
		}
		if (isCertainRun(text, run) || isLatinPair(text, run)) {
			out += text.slice(kept, at) + textOf(run);
			kept = stop;
		}
		at = stop;
	}
	if (kept === before.length) return decoded;
	return repair(out + text.slice(kept, end), before, after, levels - 1);
}

/** `Ã©` where damage is known: only capitals before it could make the `Ã` a letter of the text. */
function isLatinPair(text: string, run: readonly Sequence[]): boolean {
	return (
		run.every(({ start }) => /[ÂÃ]/u.test(text[start] ?? "")) && !/\p{Lu}/u.test(text[(run[0]?.start ?? 0) - 1] ?? "")
	);
}

/** Spaces, quotes, dashes: they may follow a letter in real text, and anything may follow them. */
const BREAK = /^[\u00a0\u00ad«»‹›‘’“”…–—•]$/u;
/** Marks of trade, degrees, powers, footnotes, the acute that people type for an apostrophe: they may follow a letter. */
const MARK = /^[©®™°ªº¹²³´·†‡]$/u;
/** Letters among the bytes 80 to BF: `náš`, `Úžasný`. */
const FOLLOWING_LETTER = /^[ŠšŽžŒœŸƒµ]$/u;
const CONTROL = /^[\u0080-\u009f]$/u;

/** All else among the bytes 80 to BF is strange behind a letter. */
function isStrange(character: string): boolean {
	return !BREAK.test(character) && !MARK.test(character) && !FOLLOWING_LETTER.test(character);
}

function isCertainRun(text: string, run: readonly Sequence[]): boolean {
	const start = run[0]?.start ?? 0;
	const end = run.at(-1)?.end ?? 0;
	const isInLowercase = /\p{Ll}/u.test(text[start - 1] ?? "") || /\p{Ll}/u.test(text[end] ?? "");
	const startsWord = !/[\p{L}\p{M}\p{N}]/u.test(text[start - 1] ?? "");
	return run.some((sequence) =>
		isCertainSequence(text, sequence, run.length, isInLowercase, startsWord && sequence.start === start),
	);
}

function isCertainSequence(
	text: string,
	{ start, end, codePoint }: Sequence,
	runLength: number,
	isInLowercase: boolean,
	startsWord: boolean,
): boolean {
	const lead = text.charCodeAt(start);
	const second = text[start + 1] ?? "";
	const third = text[start + 2] ?? "";
	const decoded = String.fromCodePoint(codePoint);
	if (!PLAUSIBLE.test(decoded)) return false;
	// `ð` and three such characters: no language has it.
	if (end - start === 4) return true;
	const isSecondStrange = isStrange(second);
	if (end - start === 3) {
		if (isSecondStrange || CONTROL.test(third)) return true;
		// Behind a letter or mark (`š¼`) the next one is as strange; behind a dash or a space it starts another word.
		if (!BREAK.test(second) && isStrange(third)) return true;
		// `â` is no word of its own in any language, and no two stand in a row: arrows, boxes, check marks.
		return lead === 0xe2 && (startsWord || runLength > 1);
	}
	// Two bytes. Beyond Latin, Greek and Cyrillic only runs of letters count: `×½` is a product.
	if (lead > 0xd1 || (lead > 0xc5 && lead < 0xce))
		return runLength > 1 && isSecondStrange && /\p{L}/u.test(decoded) && lead !== 0xd7;
	if (lead >= 0xc6 && !/\p{L}/u.test(decoded)) return false;
	if (isSecondStrange) return true;
	if (FOLLOWING_LETTER.test(second)) return lead <= 0xc3 || (lead === 0xc5 && isInLowercase);
	// `Â°` before or after digits; `Ã©` and `Å“` inside lower-case words. In capitals (`“AMANHÃ”`) they may be the text itself.
	if (lead === 0xc2) return !/[“”‘’»›…]/u.test(second) && !/\p{Lu}/u.test(text[start - 1] ?? "");
	return isInLowercase;
}

/**
 * `â€"`, `ðŸ"„`: damaged first, then an editor straightened the quotes among the bytes; `â€` alone lost its last byte, which
 * windows-1252 does not have (9D, of the closing quote). Which dash, quote or picture it was cannot be told from here.
 * @returns the end of the sequence, or the start when it is none
 */
function straightenedEnd(text: string, at: number): number {
	if (text.startsWith("â€", at)) return at + (/["']/u.test(text[at + 2] ?? "") ? 3 : 2);
	const four = text.slice(at, at + 4);
	return /^ðŸ(?:["'].|.["'])/u.test(four) &&
		[...four.slice(2)].every((character) => /["']/u.test(character) || isContinuation(character))
		? at + 4
		: at;
}

function isContinuation(character: string): boolean {
	const byte = byteOf(character.charCodeAt(0));
	return byte >= 0x80 && byte <= 0xbf;
}
