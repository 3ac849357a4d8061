/** Whether a text is another one with something put in at one place. */
export function isInsertion(before: string, after: string): boolean {
	let same = 0;
	while (same < before.length && before.charCodeAt(same) === after.charCodeAt(same)) same++;
	return after.length > before.length && after.endsWith(before.slice(same));
}
