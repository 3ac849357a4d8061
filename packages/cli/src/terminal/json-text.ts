/**
 * A value as JSON for the standard output, which is often a terminal or a log. What `JSON.stringify` leaves as it is and a
 * terminal or a CI system may obey is written as escapes: to a program the data are the same.
 */
export function jsonText(value: unknown): string {
	return `${escapeJson(JSON.stringify(value, undefined, "\t"))}\n`;
}

/** The same for JSON that somebody else wrote. */
export function escapeJson(json: string): string {
	return json
		.replace(
			/[\u007f-\u009f\u2028\u2029]|\p{Bidi_Control}/gu,
			(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
		)
		.replaceAll("##[", "##\\u005b");
}
