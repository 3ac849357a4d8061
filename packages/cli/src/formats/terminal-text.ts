/**
 * A text of a plan, safe to print: control characters would steer the terminal of whoever reads the findings. Each is
 * replaced by one character, so that columns stay right; tabs and line ends are kept.
 */
export function printable(text: string): string {
	return text.replace(/[^\P{Cc}\t\n]|[\u2028\u2029]/gu, "\u{fffd}");
}
