import { readFrontMatter } from "./front-matter.js";

const LINE = /(.*?)(?:\r\n?|\n|$)/suy;
/** A fence at the very start of a line: it ends every quote, item and paragraph before it, so that none of them can hold it. */
const OPENING = /^(`{3,}(?=[^`]*$)|~{3,})/u;
const CLOSING = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u;
const MARKS_OF_FENCE = /```|~~~/u;
/** Perhaps the first line of a block of HTML, in which fences and backticks mean nothing. */
const HTML = /^ {0,3}</u;
const SPAN = /`[^`|]+`/gu;

/**
 * The text without what is code for certain: the lines inside fences that begin at the start of a line, and code spans.
 * No parser reads Markdown in either.
 *
 * Behind a fence in an item or quote and behind HTML nothing is certain any more: from there on, the text stays as it
 * is, and so do all code spans. Linear in the text.
 */
export function withoutCode(text: string): string {
	const frontMatter = readFrontMatter(text, "yaml") ?? readFrontMatter(text, "toml");
	if (frontMatter && MARKS_OF_FENCE.test(text.slice(0, frontMatter.end))) return text;
	const outside: string[] = [];
	let open: string | undefined;
	let at = 0;
	while (at < text.length) {
		LINE.lastIndex = at;
		const line = LINE.exec(text)?.[1] ?? "";
		if (open !== undefined) {
			if (CLOSING.exec(line)?.[1]?.startsWith(open)) open = undefined;
		} else {
			open = OPENING.exec(line)?.[1];
			if (open === undefined && (MARKS_OF_FENCE.test(line) || HTML.test(line))) break;
			// The marks of a fence are no backticks of a span.
			outside.push(open === undefined ? line : "");
		}
		at = LINE.lastIndex;
	}
	const rest = text.slice(at);
	// A code span may reach over lines: with one line that has half a span, none is certain.
	const lines = rest === "" && outside.every(hasWholeSpans) ? outside.map((line) => line.replace(SPAN, "``")) : outside;
	return [...lines, rest].join("\n");
}

/** Every backtick has its partner, with no escape, tag or border of a cell that could come between them. */
function hasWholeSpans(line: string): boolean {
	return !line.includes("`") || !/[`<\\]/u.test(line.replace(SPAN, ""));
}
