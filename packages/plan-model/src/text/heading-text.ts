/** Pieces of the text of a heading. */

import {
	combineHeadingStatus,
	type readHeadingLead,
	type HeadingPiece,
	type HeadingStatus,
	type HeadingTail,
} from "./heading-status.js";

const PADDING = /[\s*_~`\u{FE0E}\u{FE0F}\u200B]*/uy;

export const BOX: RegExp = /\[[ xX~-]\](?=\s)/y;

/** Punctuation that separates a label from its title; a dash or dot only where white space follows. */
export const SEPARATOR: RegExp = /(?:[:：、·•]|[-–](?=\s|$)|[—.](?=\s|$|\p{L})|\||-{2,3}(?=\s))/uy;

export function match(pattern: RegExp, text: string, at: number): string | undefined {
	pattern.lastIndex = at;
	const found = pattern.exec(text)?.[0];
	return found === undefined || found === "" ? undefined : found;
}

export function skip(text: string, at: number): number {
	return at + (match(PADDING, text, at)?.length ?? 0);
}

export function piece(text: string, start: number, end: number): HeadingPiece {
	return { start, end, text: text.slice(start, end) };
}

/** A piece without the padding around it. */
export function trimmed(text: string, start: number, end: number): HeadingPiece {
	let from = Math.min(skip(text, start), end);
	let to = end;
	while (to > from && /[\s*_~]/.test(text[to - 1] ?? "")) to--;
	if (to < from) from = to;
	return piece(text, from, to);
}

export function statusOf(lead: ReturnType<typeof readHeadingLead>, tail: HeadingTail): HeadingStatus | undefined {
	return combineHeadingStatus([...lead.parts, ...tail.parts]);
}

/** A heading is a line; what is longer is no heading that a person wrote. */
export const MAX_HEADING_LENGTH = 500;

/** Words that as a heading with a title have no other use than to number a phase. */
export const NEEDS_LABEL: ReadonlySet<string> = new Set([
	"phase",
	"milestone",
	"fase",
	"etapa",
	"étape",
	"этап",
	"фаза",
	"阶段",
]);
