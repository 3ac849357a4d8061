import { withoutCode } from "./without-code.js";

/**
 * Texts that the native parser is known to read differently from micromark. `parser: "auto"` gives them to micromark, so that
 * a document has the same findings wherever it is linted. Each pattern takes time linear in the text; one that matches more
 * than the texts that differ costs speed only.
 */
const READ_DIFFERENTLY: readonly RegExp[] = [
	// Control characters in addresses; U+0085, the byte order mark and line separators, each white space to one of the two only.
	/[\u0001-\u0008\v\f\u000E-\u001F\u007F\u0085\u2028\u2029\uFEFF]/u,
	// A NUL beside a delimiter.
	/[*_~]\0|\0[*_~]/u,
];

/** The same, where it does not stand in code: many a plan has such an address or name in a listing. */
const READ_DIFFERENTLY_AS_MARKDOWN: readonly RegExp[] = [
	// A delimiter run between an astral character and something that is no blank. Emoji are punctuation to CommonMark 0.31,
	// but micromark looks at single UTF-16 units, of which none is: `**Status:**🟡` is strong for one of the two only.
	/[*_~][\u{10000}-\u{10FFFF}](?<=[^\s*_~][*_~]+.)|[\u{10000}-\u{10FFFF}][*_~]+[^\s*_~]/u,
	// An escaped delimiter before another one, and one between two of another kind: `*_*b`.
	/\\[*_~][*_~]|([*_~])(?!\1)([*_~])\2*\1/u,
	// A run of several kinds of delimiters inside a word, `**0_**i`; a long one between a word and a mark, `a**_-`.
	/([*_~])(?<=[\p{L}\p{N}].)\1*(?!\1)[*_~]+[\p{L}\p{N}]/u,
	/([*_~])(?<=[^\s*_~`].)(?=[*_~]{2})\1*(?!\1)[*_~]+[\p{L}\p{N}]/u,
	/([*_~])(?<=[\p{L}\p{N}].)(?=[*_~]{2})\1*(?!\1)[*_~]+[^\s*_~`]/u,
	// A bare address whose host begins with a full stop, that is one of XMPP, or that ends at the end of a table cell.
	/:\/\/\.|xmpp:|(?<![(<])mailto:/iu,
	/\|(?<=(?:(?<![a-z])https?:\/\/|(?<![^\s|(*_~[\]>])www\.)[^\s|]*\|)/iu,
	// A bare address of the web behind an emoji, and one of mail behind a slash or a letter that is not ASCII's.
	/[\u{10000}-\u{10FFFF}](?:www\.|https?:)/iu,
	/[/\u{80}-\u{10FFFF}][\w.+-]+@(?=[\w-]*\.)[\w.-]*[A-Za-z]/u,
	// A footnote in a footnote, one that holds an empty item, and a row of a table below the definition of a link.
	/\[\^[^[\]\r\n]+\]:[\s>]*\[\^/u,
	/\[\^[^[\]\r\n]+\]:(?=[ \t>]*(?:[-*+]|\d))[ \t>\d.)*+-]+$/mu,
	/^[ \t>-]*[|:][ \t>|:-]*$(?<=\]:.*(?:\r\n?|\n).*)/mu,
	// An item that holds a bar and nothing else, below a paragraph: nearly the marks below the head of a table.
	/^[ \t>]*-[ \t]+\|[ \t]*$/mu,
	// A task box below the definition of a link, an entity at the end of a bare address.
	/^[ \t>]*\[[ \txX]\](?<=\]:.*(?:\r\n?|\n).*)/mu,
	/&[\w#]+;(?<=(?:https?:\/\/|www\.)[^\s<;]*;)/iu,
	// A lone tag below a row of a table, a declaration that goes on in the next line of a quote.
	/\|[^\r\n|]*(?:\r\n?|\n)[ \t>]*<\/?[a-z][^<>\r\n]*>[ \t]*$/imu,
	/^[ \t]*>(?<=<(?:![A-Za-z][^>\r\n]*|\?.*)(?:\r\n?|\n)[ \t]*>)/mu,
	// A line below a quote, with the cells of a table (part of the quote to one of the two, a table to the other) or an
	// indented tag.
	/^[ \t]*>.*(?:\r\n?|\n)(?:(?![ \t]*[>\r\n])[^\r\n\u2028\u2029|]*\||[ \t]+<)/mu,
	// A task box with its text on the next line, with a tab before it, or alone on the line below its marker.
	/\[[ \txX]\][ \t]*[\r\n]|(?<![ \t]) *\t[ \t]*\[[ \txX]\]|(?:[-*+]|\d[.)])[ \t]*(?:\r\n|[\r\n])[ \t>]*\[[ \txX]\]/u,
];

/** What is read differently only together. */
const READ_DIFFERENTLY_TOGETHER: readonly (readonly [RegExp, RegExp])[] = [
	// A blank of Unicode behind the marks of a fence.
	[/[^\S \t\r\n]/u, /^[^\r\n\u2028\u2029`~]*(?:```|~~~).*[^\S \t\r\n]/mu],
	// Footnotes, and lines of HTML in them or behind them.
	[/\[\^[^[\]\r\n]+\]:/u, /^[ \t>]*<\/?[A-Za-z]/mu],
	// A quote, and code that is indented by a tab and then by blanks.
	[/^[ \t]*>/mu, /^\t.*(?:\r\n?|\n) {4}/mu],
];

/** The row of marks below the head of a table, with its indent. */
const DELIMITER_ROW = /^([ \t>]*)(?:-[ \t-]*)?[|:][ \t|:-]*$/gmu;

/** The next line if it is not blank, with its indent. */
const LINE_BELOW = /(?:\r\n?|\n)([ \t>]*)[^ \t>\r\n][^\r\n]*/uy;

/**
 * Whether indented code stands directly below the rows of a table: behind a list or an empty quote, the native parser
 * makes two of it. Each line is looked at once.
 */
function hasCodeBelowTable(text: string): boolean {
	DELIMITER_ROW.lastIndex = 0;
	for (let row = DELIMITER_ROW.exec(text); row; row = DELIMITER_ROW.exec(text)) {
		const own = row[1]?.length ?? 0;
		LINE_BELOW.lastIndex = DELIMITER_ROW.lastIndex;
		for (let line = LINE_BELOW.exec(text); line; line = LINE_BELOW.exec(text)) {
			const indent = line[1] ?? "";
			if (indent.length > own && (indent.length >= 4 || indent.includes("\t"))) return true;
			DELIMITER_ROW.lastIndex = LINE_BELOW.lastIndex;
		}
	}
	return false;
}

/** micromark takes any text of this length in a time that a user waits for. */
const LONGEST = 50_000;

/** A longer text may have so many characters, if it has empty lines often enough and no deep nesting. */
const LONGEST_IN_PIECES = 200_000;
const LONGEST_PIECE = 5_000;
const EMPTY_LINE = /(?:\r\n?|\n)[ \t>]*(?=[\r\n])/gu;
const DEEP_NESTING = /^[ \t>*+-]{200}/mu;

/**
 * Whether micromark may have this text in place of the native parser, for the sake of equality or after a failure:
 * `parser: "auto"` must not take hours. On runs of delimiters in one paragraph and on quotes in quotes micromark takes a
 * time that grows with their square (2.5 seconds for 35,000 characters); on plans, 4 microseconds a character.
 */
export function isShortEnough(text: string): boolean {
	if (text.length <= LONGEST) return true;
	if (text.length > LONGEST_IN_PIECES || DEEP_NESTING.test(text)) return false;
	let start = 0;
	for (const { index } of text.matchAll(EMPTY_LINE)) {
		if (index - start > LONGEST_PIECE) return false;
		start = index;
	}
	return text.length - start <= LONGEST_PIECE;
}

/** Whether the native parser may have this text: it would read it as micromark does, as far as is known. */
export function isReadAlike(text: string): boolean {
	if (!isShortEnough(text)) return true;
	// UTF-8 has no lone surrogates: they reach the native parser as U+FFFD.
	return (
		text.isWellFormed() &&
		!READ_DIFFERENTLY.some((pattern) => pattern.test(text)) &&
		!READ_DIFFERENTLY_TOGETHER.some((patterns) => patterns.every((pattern) => pattern.test(text))) &&
		(!mayBeReadDifferently(text) || !mayBeReadDifferently(withoutCode(text)))
	);
}

function mayBeReadDifferently(text: string): boolean {
	return hasCodeBelowTable(text) || READ_DIFFERENTLY_AS_MARKDOWN.some((pattern) => pattern.test(text));
}
