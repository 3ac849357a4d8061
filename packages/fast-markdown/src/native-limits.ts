/**
 * Texts that the native parser is known to read differently from micromark. `parser: "auto"` gives them to micromark, so that
 * a document has the same findings wherever it is linted. Each pattern takes time linear in the text; what it lets through
 * beyond the texts that differ costs speed only. In 554 real plans none of them matched more than a handful.
 */
const READ_DIFFERENTLY: readonly RegExp[] = [
	// Blanks: micromark takes what JavaScript calls white space, the native parser what Rust does; a BOM is dropped by one.
	/[\v\f\u0085\u2028\u2029\uFEFF]/u,
	// A delimiter run between an astral character and something that is no blank. Emoji are punctuation to CommonMark 0.31,
	// but micromark looks at single UTF-16 units, of which none is: `**Status:**🟡` is strong for one of the two only.
	/[^\s*_~][*_~]+[\u{10000}-\u{10FFFF}]|[\u{10000}-\u{10FFFF}][*_~]+[^\s*_~]/u,
	// A task box with its text on the next line, with a tab before it, or alone on the line below its marker.
	/\[[ \txX]\][ \t]*[\r\n]|\t[ \t]*\[[ \txX]\]|(?:[-*+]|\d[.)])[ \t]*(?:\r\n|[\r\n])[ \t>]*\[[ \txX]\]/u,
];

/** Whether the native parser would read this text as micromark does, as far as is known. */
export function isReadAlike(text: string): boolean {
	// UTF-8 has no lone surrogates: they reach the native parser as U+FFFD.
	return text.isWellFormed() && !READ_DIFFERENTLY.some((pattern) => pattern.test(text));
}
