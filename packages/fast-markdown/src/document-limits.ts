/** What is wrong with a text that is not parsed at all. */
export interface TooMuch {
	message: string;
	line: number;
	column: number;
}

const DEEPEST = 10_000;
const MOST_RUNS = 20_000;

/** What opens blocks inside blocks at the start of a line: blanks, and markers of quotes and items. */
const DEEP = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])){10000}/gmu;
const RUN_OR_EMPTY_LINE = /[*_~]+|&[#\w]{1,40};|(?:\r\n?|\n)[ \t>]*(?=[\r\n])/gu;

/**
 * Two things take either parser a time that grows with their square: blocks inside blocks, and delimiter runs that find
 * no partner, or entities, in one paragraph. A text with more of them than anybody writes is refused, so that the time to parse a
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
	if (text.length < 2 * MOST_RUNS) return undefined;
	let runs = 0;
	for (const { 0: found, index } of text.matchAll(RUN_OR_EMPTY_LINE)) {
		runs = /^[*_~&]/u.test(found) ? runs + 1 : 0;
		if (runs <= MOST_RUNS) continue;
		return {
			message: `More than ${shown(MOST_RUNS)} runs of \`*\`, \`_\` and \`~\`, or entities, stand here without an empty line between them. So long a paragraph is not read: put empty lines into it.`,
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
