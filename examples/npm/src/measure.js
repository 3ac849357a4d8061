/** Pages by their time in milliseconds, the slowest first. */
export function slowest(requests) {
	return [...requests].sort((a, b) => b.time - a.time);
}
