/**
 * Puts all of `more` behind `list`. Not `list.push(...more)`: what is spread becomes arguments on the stack, which a
 * hundred thousand lines of a document exhaust.
 */
export function appendAll<T>(list: T[], more: Iterable<T>): void {
	for (const each of more) list.push(each);
}
