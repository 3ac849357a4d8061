/**
 * Texts that the native parser is known to read differently from micromark. `parser: "auto"` gives them to micromark, so that
 * a document has the same findings wherever it is linted. Each pattern takes time linear in the text; one that matches more
 * than the texts that differ costs speed only. Of 554 real plans none matches.
 */
const READ_DIFFERENTLY: readonly RegExp[] = [
	// Control characters in addresses; U+0085, the byte order mark and line separators, each white space to one of the two only.
	/[\u0001-\u0008\v\f\u000E-\u001F\u007F\u0085\u2028\u2029\uFEFF]/u,
	// A delimiter run between an astral character and something that is no blank. Emoji are punctuation to CommonMark 0.31,
	// but micromark looks at single UTF-16 units, of which none is: `**Status:**🟡` is strong for one of the two only.
	/[*_~](?:(?<=[^\s*_~][*_~])[*_~]*[\u{10000}-\u{10FFFF}]|(?<=[\u{10000}-\u{10FFFF}][*_~])[*_~]*[^\s*_~])/u,
	// An escaped delimiter before another one, and one between two of another kind: `*_*b`.
	/\\[*_~][*_~]|([*_~])(?!\1)([*_~])\2*\1/u,
	// A run of several kinds of delimiters inside a word: `**0_**i`. It begins with what is rare, so that the engine skips the rest.
	/([*_~])(?<=[\p{L}\p{N}]\1)\1*(?!\1)[*_~]+[\p{L}\p{N}]/u,
	// A bare address whose host begins with a full stop, that is one of XMPP, or that ends at the end of a table cell.
	/:\/\/\.|xmpp:/iu,
	/(?:^|[\s|(*_~])(?:https?:\/\/|www\.)[^\s|]*\|/iu,
	// A line below a quote, with the cells of a table: part of the quote to one of the two, a table to the other.
	/^[ \t]*>[^\r\n]*(?:\r\n?|\n)(?![ \t]*[>\r\n])[^\r\n|]*\|/mu,
	// A task box with its text on the next line, with a tab before it, or alone on the line below its marker.
	/\[[ \txX]\][ \t]*[\r\n]|(?<![ \t]) *\t[ \t]*\[[ \txX]\]|(?:[-*+]|\d[.)])[ \t]*(?:\r\n|[\r\n])[ \t>]*\[[ \txX]\]/u,
];

/**
 * Longer texts are never given to micromark instead of the native parser, for the sake of equality or after a failure: on hostile runs of delimiters it takes 2.5 seconds for
 * 35,000 characters, and the time grows faster than the text.
 */
const LONGEST = 50_000;

/** Whether micromark may have this text in place of the native parser: `parser: "auto"` must not take hours. */
export function isShortEnough(text: string): boolean {
	return text.length <= LONGEST;
}

/** Whether the native parser may have this text: it would read it as micromark does, as far as is known. */
export function isReadAlike(text: string): boolean {
	if (!isShortEnough(text)) return true;
	// UTF-8 has no lone surrogates: they reach the native parser as U+FFFD.
	return text.isWellFormed() && !READ_DIFFERENTLY.some((pattern) => pattern.test(text));
}
