import { readLabelAt, type Label } from "../text/phase-label.js";
import type { Plan } from "../plan.js";
import type { SourceRange } from "../text/source-range.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** A cell that holds a label and nothing else. */
export interface TableLabel {
	readonly range: SourceRange;
	readonly label: Label;
}

const DELIMITERS = /^[\s|:-]+$/u;

/** The bare labels in columns that are headed by a word for phases (`| Phase | Owner |`), in whatever table they stand. */
export function tableLabels(plan: Plan, word: string, vocabulary: Vocabulary): TableLabel[] {
	const found: TableLabel[] = [];
	let column = -1;
	let header: readonly Cell[] = [];
	for (let line = 1; line <= plan.lines.count; line++) {
		const start = plan.lines.start(line);
		const text = plan.text.slice(start, line < plan.lines.count ? plan.lines.start(line + 1) : undefined);
		if (!text.includes("|")) {
			column = -1;
			header = [];
			continue;
		}
		if (DELIMITERS.test(text) && text.includes("-")) {
			column = header.findIndex((cell) => vocabulary.seriesWord(withoutHash(cell.text)) === word);
			continue;
		}
		header = cellsOf(text, start);
		const cell = column < 0 ? undefined : header[column];
		const label = cell && readLabelAt(cell.text, 0);
		if (label && label.end === cell.text.length)
			found.push({ label, range: { start: cell.start, end: cell.start + cell.text.length } });
	}
	return found;
}

/** `Phase #` in the head of a table. */
function withoutHash(text: string): string {
	return text.endsWith("#") ? text.slice(0, -1).trimEnd() : text;
}

interface Cell {
	readonly text: string;
	readonly start: number;
}

/** Cells without the white space and marks of emphasis around them. */
function cellsOf(line: string, offset: number): Cell[] {
	const cells: Cell[] = [];
	let at = /^\s*\|/u.exec(line)?.[0].length ?? 0;
	for (const raw of line.slice(at).split("|")) {
		const lead = /^[\s*_]*/u.exec(raw)?.[0].length ?? 0;
		cells.push({ text: raw.slice(lead).replace(/(?<![\s*_])[\s*_]+$/u, ""), start: offset + at + lead });
		at += raw.length + 1;
	}
	return cells;
}
