/** The number behind the last one. */
export function nextNumber(last) {
	return last + 1;
}
