import { appendAll } from "../text/append-all.js";
import type { Plan, Section } from "../plan.js";
import type { TextEdit } from "../text/source-range.js";

/**
 * Cuts a section out, with all that is in it, and puts it in again.
 *
 * @param at the start or the end of another section, or the end of the text
 * @returns `undefined` where that place lies inside the section
 */
export function moveSection({ text }: Pick<Plan, "text">, { range }: Section, at: number): TextEdit[] | undefined {
	if (at > range.start && at < range.end) return undefined;
	const newline = text.includes("\r\n") ? "\r\n" : "\n";
	const section = text.slice(range.start, range.end).trimEnd();
	const isLast = range.end === text.length;
	// The blank line before the last section goes with it.
	const cut = isLast ? text.slice(0, range.start).trimEnd().length : range.start;
	const before = at < text.length ? "" : text.endsWith("\n") ? newline : newline + newline;
	const behind = at < text.length ? newline + newline : newline;
	return [
		{ range: { start: cut, end: range.end }, text: isLast ? newline : "" },
		{ range: { start: at, end: at }, text: before + section + behind },
	];
}

/** A `#` more for a heading and for all below it; `undefined` where one is underlined or at level 6 already. */
export function demoteSection(section: Section): TextEdit[] | undefined {
	const edits: TextEdit[] = [];
	const stack = [section];
	for (let part = stack.pop(); part; part = stack.pop()) {
		const { style, level, range } = part.heading;
		if (style === "setext" || level === 6) return undefined;
		edits.push({ range: { start: range.start, end: range.start }, text: "#" });
		appendAll(stack, part.children);
	}
	return edits.sort((a, b) => a.range.start - b.range.start);
}
