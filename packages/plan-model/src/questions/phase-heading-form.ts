import { slug } from "github-slugger";
import type { InlineRun, InlineText } from "../reader/inline-text.js";
import { readPhaseHeading, type NumberedPhaseHeading, type PhaseHeading } from "../text/phase-heading.js";
import type { Phase, Plan } from "../plan.js";
import type { SourceRange, TextEdit } from "../text/source-range.js";
import { readMarks } from "../text/status-marks.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** How a template writes the heading of a phase: `### Phase 1: Title`. */
export interface PhaseHeadingTemplate {
	readonly phaseWord: string;
	readonly level: number;
}

/** What a heading has that the template's form has not. */
export interface PhaseHeadingFault {
	/**
	 * `word`: another word than the template's, or none; `level`: more or fewer `#`; `title`: nothing behind the
	 * number; `before`: something that is no mark of a status stands before the word; `spelling`: the same words in
	 * another spelling.
	 */
	readonly kind: "word" | "level" | "title" | "before" | "spelling";
	/** The offending token. */
	readonly range: SourceRange;
	/** As the template would have it: `### Phase 1: Title`. */
	readonly wanted: string;
	/** Writes it so, where no more than the spelling changes and nothing in the document links to the heading. */
	readonly edit: TextEdit | undefined;
}

/**
 * Compares the heading of a phase with the template's form. A mark of a status before the word, and whatever stands
 * behind the title (status, estimate, `(Atomic)`) belong to the form; a heading that is struck through is left alone.
 *
 * @returns the gravest fault, `undefined` for none and for a phase that is an item of a list
 */
export function phaseHeadingFault(
	phase: Phase,
	template: PhaseHeadingTemplate,
	plan: Plan,
	vocabulary: Vocabulary,
): PhaseHeadingFault | undefined {
	const { heading } = phase;
	if (!heading || heading.text.isDeleted) return undefined;
	const { text } = heading;
	const read = readPhaseHeading(text.text, vocabulary);
	const marks = "#".repeat(template.level);
	const wanted = `${marks} ${template.phaseWord} ${phase.label.text}: ${titleOf(phase, text, read)}`;
	const fault = (kind: PhaseHeadingFault["kind"], range: SourceRange, edit?: TextEdit): PhaseHeadingFault => ({
		kind,
		range,
		wanted,
		edit,
	});
	// Numbered headings without a word have no other reading.
	if (read?.kind !== "phase") return fault("word", phase.labelRange);
	const name = text.rangeOf(read.word.start, read.label.end);
	const word = vocabulary.seriesWord(template.phaseWord) ?? template.phaseWord.toLowerCase();
	if (read.series !== word) return fault("word", text.rangeOf(read.word.start, read.word.end));
	if (heading.level !== template.level) return fault("level", name);
	if (phase.title.text === "") return fault("title", name);
	const before = strayBefore(read, text, vocabulary);
	if (before) return fault("before", before);
	const head = headOf(read, text, plan.text);
	if (head.text === `${template.phaseWord} ${read.label.text}: `) return undefined;
	const edit = head.edit && { ...head.edit, text: `${template.phaseWord} ${read.label.text}: ${head.edit.text}` };
	const isFree = edit !== undefined && !isLinked(text, read, template.phaseWord, plan);
	return fault(
		"spelling",
		text.rangeOf(read.word.start, Math.max(read.label.end, read.separator?.end ?? 0)),
		isFree ? edit : undefined,
	);
}

/** The title with what stands behind it. */
function titleOf(phase: Phase, text: InlineText, read: PhaseHeading | undefined): string {
	if (phase.title.text === "") return "Title";
	const isBracketed = read?.kind === "phase" && read.separator !== undefined && /[(（[]/u.test(read.separator.text);
	return read?.kind === "phase" && !isBracketed ? text.text.slice(read.title.start).trim() : phase.title.text;
}

/** Circles and squares: each team has its own meaning for them, and it is a status. */
const COLOUR = /^[\u{1F534}\u{1F535}\u{1F7E0}-\u{1F7EB}\u{26AA}\u{26AB}\u{1F7E5}\u{274C}]/u;

/** A section number, a picture or a word before the phase; a mark that says how far it is may stand there. */
function strayBefore(read: NumberedPhaseHeading, text: InlineText, vocabulary: Vocabulary): SourceRange | undefined {
	let lead = text.text.slice(0, read.word.start);
	for (const { start, end, text: mark, tier } of readMarks(lead, vocabulary)) {
		if (tier !== undefined || COLOUR.test(mark))
			lead = lead.slice(0, start) + " ".repeat(end - start) + lead.slice(end);
	}
	const from = lead.length - lead.trimStart().length;
	const to = lead.trimEnd().length;
	return to > from ? text.rangeOf(from, to) : undefined;
}

/** Where the title begins in the source with the marks around it, and an edit that puts it right behind a new head. */
interface Head {
	/** The source from the word to the title, emphasis included. */
	readonly text: string;
	/** Replaces the head by what is put before its `text`: the title, where marks around it have to go as well. */
	readonly edit: TextEdit | undefined;
}

const EMPHASIS = /[*_]/u;

function headOf(read: NumberedPhaseHeading, text: InlineText, source: string): Head {
	const wordStart = text.offsetAt(read.word.start);
	const titleRun = runAt(text, read.title.start);
	const titleStart = outerStart(titleRun, text.offsetAt(read.title.start), source);
	const bold = emphasised(text, read.word.start);
	const opening = bold?.start === read.word.start ? marksBefore(source, wordStart) : 0;
	const head = source.slice(wordStart - opening, titleStart);
	// Notes in the head (`Phase 8 (optional): …`) are more than spelling; so is a label that is not written letter for letter.
	const isPlain =
		head.replace(/[*_\s]/gu, "").length === read.word.text.length + read.label.text.length + bareLength(read, text);
	if (!isPlain || text.text.slice(0, read.title.end).includes("\n")) return { text: head, edit: undefined };
	if (read.separator && /[(（[]/u.test(read.separator.text)) {
		const close = text.offsetAt(read.title.end, "end");
		const isClosed = opening === 0 && /[)）\]]/u.test(source.charAt(close));
		return {
			text: head,
			edit: isClosed
				? { range: { start: wordStart, end: close + 1 }, text: source.slice(titleStart, close) }
				: undefined,
		};
	}
	if (opening === 0 || !bold) return { text: head, edit: { range: { start: wordStart, end: titleStart }, text: "" } };
	const { closeStart } = bold;
	const closing = marksAfter(source, closeStart);
	if (closing !== opening) return { text: head, edit: undefined };
	const range = { start: wordStart - opening, end: Math.max(titleStart, closeStart + closing) };
	return { text: head, edit: { range, text: closeStart > titleStart ? source.slice(titleStart, closeStart) : "" } };
}

/** What of the head is neither word nor label nor space: the separator, and `#` or `-` before the number. */
function bareLength(read: NumberedPhaseHeading, text: InlineText): number {
	const joint = text.text.slice(read.word.end, read.label.start).replace(/[*_\s]/gu, "");
	return (read.separator?.text.length ?? 0) + (/^[-#]?$/u.test(joint) ? joint.length : Number.NaN);
}

/** The stretch of bold or italic text that the word of the phase stands in: its start in the text, its end in the source. */
function emphasised(text: InlineText, at: number): { readonly start: number; readonly closeStart: number } | undefined {
	const first = text.runs.findIndex((run) => run.start <= at && at < run.end);
	const run = text.runs[first];
	if (!run || !(run.strong || run.emphasis)) return undefined;
	let last = run;
	for (const next of text.runs.slice(first + 1)) {
		if (next.strong !== run.strong || next.emphasis !== run.emphasis) break;
		last = next;
	}
	return { start: run.start, closeStart: last.link ? last.link.range.end : last.outer.end };
}

function marksBefore(source: string, at: number): number {
	let from = at;
	while (from > 0 && EMPHASIS.test(source.charAt(from - 1))) from--;
	return at - from;
}

function marksAfter(source: string, at: number): number {
	let to = at;
	while (EMPHASIS.test(source.charAt(to))) to++;
	return to - at;
}

function runAt(text: InlineText, at: number): InlineRun | undefined {
	return text.runs.find((run) => run.start <= at && at < run.end);
}

/** The title with the backticks, brackets or asterisks it begins with. */
function outerStart(run: InlineRun | undefined, start: number, source: string): number {
	if (run?.link) return run.link.range.start;
	if (run && run.kind !== "text") return run.outer.start;
	const marks = marksBefore(source, start);
	// Behind white space they open the title; right behind the colon they close what stands before.
	return /\s/u.test(source.charAt(start - marks - 1)) ? start - marks : start;
}

/** A heading whose anchor would change and that this document links to keeps its spelling. */
function isLinked(text: InlineText, read: NumberedPhaseHeading, word: string, plan: Plan): boolean {
	const before = slug(text.text);
	const after = slug(`${word} ${read.label.text}: ${text.text.slice(read.title.start)}`);
	return before !== after && plan.links.some(({ url }) => url.toLowerCase().endsWith(`#${before}`));
}
