import type { TextEdit } from "@acid-plans/model";

/** What a short document may take, and what each of its characters adds. */
const AT_LEAST = 1_000_000;
const PER_CHARACTER = 32;

/**
 * How much text the edits of a document's findings may span. ESLint makes one replacement of the edits of a remedy, from
 * the first to the last: ten thousand findings that each number the whole plan anew would take ten thousand copies of it.
 * The findings behind the last one that is served are told without an edit; fixing the first ones mends them, too.
 */
export class RemedyBudget {
	#left: number;

	/** @param length of the document */
	constructor(length: number) {
		this.#left = AT_LEAST + PER_CHARACTER * length;
	}

	/** Whether these edits may be offered. */
	take(edits: readonly TextEdit[]): boolean {
		if (this.#left < 0) return false;
		let [start, end] = [Number.POSITIVE_INFINITY, 0];
		for (const { range, text } of edits) {
			start = Math.min(start, range.start);
			end = Math.max(end, range.end);
			this.#left -= text.length;
		}
		this.#left -= Math.max(0, end - start);
		return this.#left >= 0;
	}
}
