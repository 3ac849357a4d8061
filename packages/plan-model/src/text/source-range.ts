/**
 * A half-open range `[start, end)` of UTF-16 code units in the text of a document, counted from 0.
 * The text is the one ESLint holds: without a byte order mark at its start.
 */
export interface SourceRange {
	readonly start: number;
	readonly end: number;
}

/** Anything that stands somewhere in a document. */
export interface Located {
	readonly range: SourceRange;
}

/** Some text of a document with the place it stands at. */
export interface LocatedText extends Located {
	/** The text as a reader sees it: without emphasis marks, code span fences, list markers or escapes. */
	readonly text: string;
}

/** A replacement of a range of the document by a text; an empty range inserts. */
export interface TextEdit extends Located {
	readonly text: string;
}

/** A place as people name it: the line counted from 1, the column from 0 (ESLint's convention). */
export interface SourcePosition {
	readonly line: number;
	readonly column: number;
}

/** The lines of a text: answers which line an offset stands on. */
export class LineIndex {
	readonly #starts: readonly number[];
	readonly #length: number;
	/** How the document ends its lines, for edits that add some: `\r\n` where one line does. */
	readonly newline: "\n" | "\r\n";

	/** @param text the whole document; `\n`, `\r\n` and `\r` end a line, as in CommonMark. */
	constructor(text: string) {
		const starts = [0];
		let hasPairs = false;
		for (let offset = 0; offset < text.length; offset++) {
			const unit = text.charCodeAt(offset);
			if (unit === 10) starts.push(offset + 1);
			else if (unit === 13) {
				if (text.charCodeAt(offset + 1) === 10) hasPairs = true;
				else starts.push(offset + 1);
			}
		}
		this.newline = hasPairs ? "\r\n" : "\n";
		this.#starts = starts;
		this.#length = text.length;
	}

	/** How many lines there are; a text has at least one. */
	get count(): number {
		return this.#starts.length;
	}

	/** The line (from 1) and column (from 0) of an offset; offsets beyond the text count as its end. */
	position(offset: number): SourcePosition {
		const at = Math.max(0, Math.min(offset, this.#length));
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= at) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: at - (this.#starts[low] ?? 0) };
	}

	/** The offset at which a line (from 1) starts; lines beyond the text give its length. */
	start(line: number): number {
		return this.#starts[line - 1] ?? this.#length;
	}
}
