/**
 * Text of a document for a terminal: without control characters, with which a plan from a stranger could move the cursor
 * or rename the window, and on one line.
 */
export function plainText(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, " ").trim();
}
