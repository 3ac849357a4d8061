/**
 * A text of a document, safe to print: control characters and those that turn the direction of writing would let a plan
 * from a stranger steer the terminal, or hide what it says. Each is replaced by one character, so that columns stay
 * right; tabs and line ends are kept.
 */
export function printable(text: string): string {
	return text.replace(/[^\P{Cc}\t\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, "\u{fffd}");
}

/** The same on one line, for a table or a label. */
export function printableLine(text: string): string {
	return printable(text.replace(/\s+/gu, " ").trim());
}
