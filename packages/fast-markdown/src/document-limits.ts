/** What is wrong with a text that is not parsed at all. */
export interface TooMuch {
	message: string;
	line: number;
	column: number;
}

const DEEPEST = 10_000;
const MOST_RUNS = 20_000;
/** Bytes of text before each entity of a document, added up: for every document, and more for each of its characters. */
const BEFORE_ENTITIES = 100_000_000;
const BEFORE_ENTITIES_PER_CHARACTER = 16;

/** What opens blocks inside blocks at the start of a line: blanks, and markers of quotes and items. */
const DEEP = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])){10001}/gmu;
const RUN_OR_EMPTY_LINE = /[*_~]+|(?:\r\n?|\n)[ \t>]*(?=[\r\n])/gu;
const ENTITY_OR_EMPTY_LINE = /&[#\w]{1,40};|(?:\r\n?|\n)[ \t>]*(?=[\r\n])/gu;

/**
 * Three things take either parser a time that grows with their square: blocks inside blocks, and in one paragraph delimiter
 * runs that find no partner, and entities. A text with more of them than anybody writes is refused, so that the time to parse a
 * document grows with its size alone. Linear in the text; nothing is looked at in one too short to hold so much.
 */
export function findTooMuch(text: string): TooMuch | undefined {
	if (text.length < DEEPEST) return undefined;
	for (const { 0: start, index } of text.matchAll(DEEP)) {
		if (!/[^ \t]/u.test(start)) continue;
		return {
			message: `This line begins with more than ${shown(DEEPEST)} characters of indentation and markers of lists and quotes. So deep nesting is not read: take them away.`,
			...place(text, index),
		};
	}
	return findTooManyRuns(text) ?? findTooManyEntities(text);
}

function findTooManyRuns(text: string): TooMuch | undefined {
	if (text.length < 2 * MOST_RUNS) return undefined;
	let runs = 0;
	for (const { 0: found, index } of text.matchAll(RUN_OR_EMPTY_LINE)) {
		runs = /^[*_~]/u.test(found) ? runs + 1 : 0;
		if (runs <= MOST_RUNS) continue;
		return {
			message: `More than ${shown(MOST_RUNS)} runs of \`*\`, \`_\` and \`~\` stand here without an empty line between them. So long a paragraph is not read: put empty lines into it.`,
			...place(text, index),
		};
	}
	return undefined;
}

/**
 * At each entity the native parser copies the text that it has read of the paragraph so far, and keeps all copies to the end
 * of the document: a megabyte of words with an entity after every tenth would take thirty gigabytes.
 */
function findTooManyEntities(text: string): TooMuch | undefined {
	if (!text.includes("&")) return undefined;
	let left = BEFORE_ENTITIES + BEFORE_ENTITIES_PER_CHARACTER * text.length;
	let [before, from] = [0, 0];
	for (const { 0: found, index } of text.matchAll(ENTITY_OR_EMPTY_LINE)) {
		if (found.startsWith("&")) {
			// What an entity stands for takes up to four bytes.
			before += Buffer.byteLength(text.slice(from, index)) + 4;
			left -= before;
		} else before = 0;
		from = index + found.length;
		if (left >= 0) continue;
		return {
			message: `Too many entities like \`&amp;\` stand here in one text without an empty line: up to this one they would take ${shown(BEFORE_ENTITIES)} bytes and more. So long a paragraph is not read: put empty lines into it, or write the characters themselves.`,
			...place(text, index),
		};
	}
	return undefined;
}

const shown = (count: number): string => count.toLocaleString("en");

function place(text: string, offset: number): { line: number; column: number } {
	const lines = text.slice(0, offset).split(/\r\n|[\r\n]/u);
	return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
