/** A half-open range `[start, end)` in UTF-16 code units of the string that was read. */
export interface Span {
	readonly start: number;
	readonly end: number;
}
