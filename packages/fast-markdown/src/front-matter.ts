import type { RootContent } from "mdast";

/** Front matter at the start of a document. */
export interface FrontMatter {
	node: RootContent;
	/** Where it ends: the offset behind its closing fence, before the line's end. */
	end: number;
}

/**
 * A fence is three markers at the start of a line and nothing but blanks behind them; the first one is the document's first
 * line. These are the rules of micromark-extension-frontmatter. The native parser knows YAML and TOML only together, no JSON
 * and no blanks behind a fence, and micromark misreads a document whose first line is a break and no fence: so front
 * matter is found here, for both parsers.
 */
const DASHES = { open: /^---[ \t]*(?:\r\n|\r|\n)/u, close: /(?:^|(?<=[\r\n]))---[ \t]*(?=[\r\n]|$)/u };
const PLUSES = { open: /^\+\+\+[ \t]*(?:\r\n|\r|\n)/u, close: /(?:^|(?<=[\r\n]))\+\+\+[ \t]*(?=[\r\n]|$)/u };
const FENCES = { yaml: DASHES, json: DASHES, toml: PLUSES };

/** The front matter of a document, or `undefined` where there is none or it is not closed. */
export function readFrontMatter(text: string, kind: "yaml" | "toml" | "json"): FrontMatter | undefined {
	const fences = FENCES[kind];
	const open = fences.open.exec(text);
	if (open === null) return undefined;
	const content = text.slice(open[0].length);
	const close = fences.close.exec(content);
	if (close === null) return undefined;
	const end = open[0].length + close.index + close[0].length;
	const lines = text.slice(0, end).split(/\r\n|\r|\n/u);
	const node = {
		type: kind,
		// The last line's end belongs to the closing fence.
		value: content
			.slice(0, close.index)
			.replace(/(?:\r\n|\r|\n)$/u, "")
			.replaceAll("\0", "\uFFFD"),
		position: {
			start: { line: 1, column: 1, offset: 0 },
			end: { line: lines.length, column: (lines.at(-1) ?? "").length + 1, offset: end },
		},
	};
	// mdast itself has no node for TOML and JSON.
	return { node: node as RootContent, end };
}

/** The text with its front matter blanked out: every offset, line and column behind it stays. */
export function blankFrontMatter(text: string, { end }: FrontMatter): string {
	return text.slice(0, end).replace(/[^\r\n]/gu, (character) => " ".repeat(character.length)) + text.slice(end);
}
