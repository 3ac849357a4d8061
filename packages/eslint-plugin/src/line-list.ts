/** Lines as a message names them: `line 5`, `lines 5, 9 and 12`. */
export function lineList(lines: readonly number[]): string {
	const numbers = [...new Set(lines)];
	const last = numbers.pop();
	return numbers.length === 0 ? `line ${last}` : `lines ${numbers.join(", ")} and ${last}`;
}
