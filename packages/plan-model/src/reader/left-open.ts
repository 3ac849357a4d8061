import type { Root } from "mdast";

const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
/** What begins HTML that no empty line ends (CommonMark 0.31, 4.6), with what ends it. */
const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
	[/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu],
	[/^ {0,3}<!--/u, /-->/u],
	[/^ {0,3}<\?/u, /\?>/u],
	[/^ {0,3}<!\[CDATA\[/u, /\]\]>/u],
	[/^ {0,3}<![A-Za-z]/u, />/u],
];

/** Whether code or HTML at the end of a document is not closed: whatever is added below becomes a part of it. */
export function isLeftOpen(root: Root, source: string): boolean {
	const last = root.children.at(-1);
	if (!last?.position) return false;
	const text = source.slice(last.position.start.offset, last.position.end.offset);
	if (last.type === "html") {
		const ends = HTML_ENDS.find(([start]) => start.test(text));
		return ends !== undefined && !ends[1].test(text);
	}
	const marks = last.type === "code" ? FENCE.exec(text)?.[1] : undefined;
	if (marks === undefined) return false;
	const lines = text.trimEnd().split(/\r\n?|\n/u);
	const closing = lines.length > 1 ? (lines.at(-1)?.trim() ?? "") : "";
	return closing.length < marks.length || closing !== marks.charAt(0).repeat(closing.length);
}
