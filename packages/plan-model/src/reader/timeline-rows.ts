import type { TableRow } from "mdast";
import { readDependencyValue, type DependencyReference, type DependencyValue } from "../text/dependency-value.js";
import { readEstimate, type Estimate } from "../text/estimate.js";
import { rangeOf, readInlineText, type InlineText } from "./inline-text.js";
import { readPhaseHeading, type PhaseHeading } from "../text/phase-heading.js";
import { readLabelAt, type Label } from "../text/phase-label.js";
import type { Status, TimelineRow } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import type { LocatedText, SourceRange } from "../text/source-range.js";
import { readStatus, titleStatus } from "./statuses.js";
import { normaliseName } from "../text/name-matching.js";
import {
	NUMBER_COLUMNS,
	STATUS_COLUMNS,
	TITLE_COLUMNS,
	TOTAL_WORDS,
	UNIT_WORDS,
	WHOLE_WORDS,
} from "../text/timeline-words.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** A row whose dependencies are read but not resolved: that needs all phases of the document. */
export interface TimelineRowReading extends Omit<TimelineRow, "dependencies" | "saysNoDependencies"> {
	/** What the dependency column says, spans of `value` counted in `text`; `undefined`: there is no such column. */
	readonly dependencyCell: { readonly value: DependencyValue; readonly text: InlineText } | undefined;
}

/** What a row is about, before it is known whether the plan has such phases. */
export interface RowDraft {
	readonly role: "phase" | "other" | "total" | "subtotal";
	readonly range: SourceRange;
	readonly text: LocatedText;
	readonly subject: TimelineSubject | undefined;
	readonly title: InlineText | undefined;
	readonly estimate: Estimate | undefined;
	readonly estimateRange: SourceRange | undefined;
	readonly status: Status | undefined;
	readonly dependencyCell: TimelineRowReading["dependencyCell"];
}

/** `Phase 1`, `Phases 1-3`, `1` in a column of phases. */
export interface TimelineSubject {
	/** Lower-case singular; `undefined` for a bare label. */
	readonly series: string | undefined;
	readonly word: string;
	readonly labels: readonly Label[];
	readonly labelRange: SourceRange;
	/** What follows the label in the same text. */
	readonly title: InlineText | undefined;
	/** It names the phase and nothing but the phase; `Phase 2 tests` is about a part of it. */
	readonly isWhole: boolean;
}

export interface Columns {
	readonly subject: number;
	readonly subjectWord: string | undefined;
	readonly title: number;
	readonly estimate: number;
	/** The unit that the header of the estimate column gives: `Effort (days)`. */
	readonly unit: string | undefined;
	readonly status: number;
	readonly dependencies: number;
}

const ALL_PHASES = /^\s*all(?:\s(?:the\s)?(?:above|phases|tasks|steps|milestones))?\s*$/iu;
const ACTUAL = /\b(?:actual|spent|real|remaining|left|saved|ist)\b/iu;
const BARE_AMOUNT = /^~?\d+(?:[.,]\d+)?(?:\s?[-–—]\s?\d+(?:[.,]\d+)?)?\+?$/u;

/** Reads the rows of tables and lists. */
export class TimelineRowReader {
	readonly #context: ReadContext;
	readonly #vocabulary: Vocabulary;

	constructor(context: ReadContext) {
		this.#context = context;
		this.#vocabulary = context.vocabulary;
	}

	cells(row: TableRow): InlineText[] {
		return row.children.map((cell) => {
			const { start } = rangeOf(cell);
			return readInlineText(cell.children, this.#context.source, { start: start + 1, end: start + 1 });
		});
	}

	columns(headers: readonly string[]): Columns {
		let subject = -1;
		let subjectWord: string | undefined;
		let title = -1;
		let estimate = -1;
		let unit: string | undefined;
		let status = -1;
		let progress = -1;
		let dependencies = -1;
		let number = -1;
		for (const [at, header] of headers.entries()) {
			const name = normaliseName(header);
			const word = name.split(" ").find((each) => this.#vocabulary.isSeriesWord(each));
			const field = this.#vocabulary.field(header);
			if (TITLE_COLUMNS.has(name)) title = title < 0 ? at : title;
			else if (field === "status") status = status < 0 ? at : status;
			else if (STATUS_COLUMNS.has(name) || STATUS_COLUMNS.has(header.trim())) progress = progress < 0 ? at : progress;
			else if (field === "dependsOn") dependencies = dependencies < 0 ? at : dependencies;
			else if ((field === "estimate" || this.#namesEstimate(name)) && !ACTUAL.test(header)) {
				if (estimate < 0) {
					estimate = at;
					unit = headerUnit(name);
				}
			} else if (word !== undefined && subject < 0 && name.split(" ").length <= 3) {
				subject = at;
				subjectWord = this.#vocabulary.seriesWord(word);
			} else if (NUMBER_COLUMNS.has(name) && number < 0 && at === 0) number = at;
		}
		// `| # | Phase | … |`: the number names the phase, the other column is its title.
		if (number >= 0 && subject > number && title < 0) {
			title = subject;
			subject = number;
		}
		if (subject < 0) subject = number >= 0 ? number : 0;
		return { subject, subjectWord, title, estimate, unit, status: status >= 0 ? status : progress, dependencies };
	}

	/** `Est. Time`, `Effort (days)`, `Planned Duration`: a word of an estimate with others around it. */
	#namesEstimate(name: string): boolean {
		const words = name.split(" ");
		if (words.length > 3) return false;
		const last = words.filter((word) => UNIT_WORDS[word] === undefined).at(-1);
		return last !== undefined && last !== "timeline" && (last === "est" || this.#vocabulary.field(last) === "estimate");
	}

	tableRow(row: TableRow, columns: Columns): RowDraft {
		const cells = this.cells(row);
		const range = rangeOf(row);
		const first = cells[columns.subject];
		const titleCell = columns.title >= 0 ? cells[columns.title] : undefined;
		let text = first ?? cells[0];
		let role = text ? this.totalRole(text.text) : undefined;
		if (!role && titleCell) {
			role = this.totalRole(titleCell.text);
			if (role) text = titleCell;
		}
		let subject = first && !role ? this.#subject(first, true) : undefined;
		// `5.` is a label whose title stands in its own column.
		let title = subject?.title?.text ? subject.title : titleCell;
		// `| # | Phase 1: Setup |`: the text beside the number names the phase itself.
		if (titleCell && !role) {
			const named = this.#subject(titleCell, false);
			if (named) {
				subject = named;
				title = named.title;
				text = titleCell;
			}
		}
		const estimateCell = columns.estimate >= 0 ? cells[columns.estimate] : undefined;
		const estimate = estimateCell && readCellEstimate(estimateCell.text, columns.unit);
		const statusCell = columns.status >= 0 ? cells[columns.status] : undefined;
		const dependencyCell = columns.dependencies >= 0 ? cells[columns.dependencies] : undefined;
		// `Total (MVP)` is the total of everything where its row says so: it waits for all phases.
		if (role === "subtotal" && dependencyCell && ALL_PHASES.test(dependencyCell.text)) role = "total";
		return {
			role: role ?? (subject ? "phase" : "other"),
			range,
			text: text ? text.located(0, text.text.length) : { text: "", range: { start: range.start, end: range.start } },
			subject,
			title: title && title.text.trim() !== "" ? title : undefined,
			estimate,
			estimateRange: estimate && estimateCell && amountRange(estimateCell, estimate),
			status: statusCell && !this.#isEmptyCell(statusCell.text) ? this.#cellStatus(statusCell, range) : undefined,
			dependencyCell: dependencyCell && {
				value: readDependencyValue(dependencyCell.text, this.#vocabulary),
				text: dependencyCell,
			},
		};
	}

	#cellStatus(cell: InlineText, carrier: SourceRange): Status | undefined {
		const status = readStatus(cell, "table", carrier, this.#vocabulary);
		// A date, a dash or a colour alone says nothing.
		return status && (status.hasWords || status.tier !== undefined) ? status : undefined;
	}

	#isEmptyCell(text: string): boolean {
		return text.trim() === "" || this.#vocabulary.isNone(text) || /^(?:tbd|\?+|…|\.\.\.)$/iu.test(text.trim());
	}

	/** A row of the schedule that sums others up. */
	totalRole(text: string): "total" | "subtotal" | undefined {
		const words = normaliseName(text).split(" ");
		if (words.length > 6 || !words.some((word) => TOTAL_WORDS.has(word))) return undefined;
		if (words.includes("subtotal")) return "subtotal";
		return words.every((word) => TOTAL_WORDS.has(word) || WHOLE_WORDS.has(word)) ? "total" : "subtotal";
	}

	/** @param bare a label without a word counts: the text stands in the column of phases */
	#subject(text: InlineText, bare: boolean): TimelineSubject | undefined {
		const heading = readPhaseHeading(text.text, this.#vocabulary);
		if (heading?.kind === "phase" || heading?.kind === "about") return this.#headingSubject(text, heading);
		if (!bare) return undefined;
		const start = text.text.length - text.text.trimStart().length;
		const label = readLabelAt(text.text, start);
		if (!label || label.placeholder) return undefined;
		const rest = text.text.slice(label.end);
		const separator = /^\s*(?:[:：.)—–]|-(?=\s))\s*/u.exec(rest);
		if (rest.trim() !== "" && !separator) return undefined;
		// `Setup: …` is a title, no label; letters are labels only alone (`A`, `S1`).
		if (
			typeof label.parts[0] === "string" &&
			label.parts.length === 1 &&
			label.text.length > 1 &&
			label.roman === undefined
		)
			return undefined;
		const title = separator ? text.slice(label.end + separator[0].length) : undefined;
		return {
			series: undefined,
			word: "",
			labels: [label],
			labelRange: text.rangeOf(label.start, label.end),
			title,
			isWhole: true,
		};
	}

	#headingSubject(
		text: InlineText,
		heading: Extract<PhaseHeading, { kind: "phase" | "about" }>,
	): TimelineSubject | undefined {
		const { label, word } = heading;
		if (label.placeholder) return undefined;
		const base = { series: heading.series, word: word.text };
		if (heading.kind === "phase") {
			const title =
				heading.title.end > heading.title.start ? text.slice(heading.title.start, heading.title.end) : undefined;
			return {
				...base,
				labels: [label],
				labelRange: text.rangeOf(label.start, label.last?.end ?? label.end),
				title,
				isWhole: true,
			};
		}
		if (heading.reason === "several") {
			const references = readDependencyValue(text.text, this.#vocabulary).references.filter(isPhaseReference);
			const [first] = references;
			const last = references.at(-1);
			if (!first || !last || references.some((reference) => reference.series !== heading.series)) return undefined;
			const labels = references.map((reference) => reference.label);
			return {
				...base,
				labels,
				labelRange: text.rangeOf(labels[0]?.start ?? first.start, last.end),
				title: undefined,
				isWhole: true,
			};
		}
		if (heading.reason === "words-before") return undefined;
		const isWhole = heading.reason === "status-only" || heading.title.text.trim() === "";
		return {
			...base,
			labels: [label],
			labelRange: text.rangeOf(label.start, label.last?.end ?? label.end),
			title: undefined,
			isWhole,
		};
	}

	lineRow(text: InlineText, range: SourceRange): RowDraft {
		const total = this.totalLine(text);
		if (total) {
			return {
				role: total.role,
				range,
				text: total.text,
				subject: undefined,
				title: undefined,
				estimate: total.estimate,
				estimateRange: total.range,
				status: undefined,
				dependencyCell: undefined,
			};
		}
		const noted = /^(\s*\S+\s+[\p{L}\p{N}.]+)\s*\(([^()]*)\)\s*([:：—–-])/u.exec(text.text);
		const heading = readPhaseHeading(text.text, this.#vocabulary);
		const subject =
			heading?.kind === "phase" || heading?.kind === "about" ? this.#headingSubject(text, heading) : undefined;
		const [front, estimate] = estimateAtEnd(subject?.title ?? text);
		const written = heading?.kind === "phase" ? heading.estimate : undefined;
		const status =
			heading?.kind === "phase" || heading?.kind === "about"
				? titleStatus(text, heading.status, "table", range)
				: undefined;
		// `Phase 1 (Setup): 2 days`: the note is the title.
		const noteStart = noted?.[1] !== undefined ? text.text.indexOf("(", noted[1].length) + 1 : 0;
		const note = noted?.[2] !== undefined && subject ? text.slice(noteStart, noteStart + noted[2].length) : undefined;
		const title = front && front.text !== "" ? front : note && !readEstimate(note.text) ? note : undefined;
		return {
			role: subject ? "phase" : "other",
			range,
			text: text.located(0, text.text.length),
			subject,
			title,
			estimate: estimate?.estimate ?? written,
			estimateRange: estimate?.range ?? (written && text.rangeOf(written.start, written.end)),
			status: status && (status.tier !== undefined || status.hasWords) ? status : undefined,
			dependencyCell: undefined,
		};
	}

	/** `**Total Estimated Time**: 10 weeks (2.5 months)`. */
	totalLine(line: InlineText):
		| {
				readonly role: "total" | "subtotal";
				readonly text: LocatedText;
				readonly estimate: Estimate;
				readonly range: SourceRange;
		  }
		| undefined {
		const colon = line.text.search(/[:：=]/u);
		if (colon <= 0 || colon > 60) return undefined;
		const role = this.totalRole(line.text.slice(0, colon));
		if (!role) return undefined;
		const value = line.slice(colon + 1);
		const estimate = readEstimate(value.text);
		// The amount comes first; `Total: 3 phases in 2 weeks` is a sentence.
		if (
			!estimate ||
			/\p{L}{3}/u.test(
				value.text
					.slice(0, estimate.start)
					.replace(/\b(?:about|approx|approximately|circa|around|ca|estimated)\b/giu, ""),
			)
		)
			return undefined;
		return {
			role,
			text: line.located(0, line.text.length),
			estimate,
			range: amountRange(value, estimate),
		};
	}
}

function isPhaseReference(
	reference: DependencyReference,
): reference is DependencyReference & { readonly label: Label } {
	return reference.label !== undefined && reference.plan === undefined && reference.kind === "phase";
}

function headerUnit(name: string): string | undefined {
	const words = name.split(" ");
	if (words.length < 2) return words[0] === "hours" ? "hours" : undefined;
	return words.map((word) => UNIT_WORDS[word]).find((unit) => unit !== undefined);
}

function readCellEstimate(text: string, unit: string | undefined): Estimate | undefined {
	const bare = text.trim();
	return unit !== undefined && BARE_AMOUNT.test(bare) ? readEstimate(`${bare} ${unit}`) : readEstimate(text);
}

/** The amount itself, without what stands behind it in other units; the unit may be the column's. */
function amountRange(text: InlineText, estimate: Estimate): SourceRange {
	const { start, end } = estimate.duration ?? estimate;
	return text.rangeOf(start, Math.min(end, text.text.length));
}

/** The estimate that ends a line, and what stands before it: `Setup (2 days)`, `Setup: 2 days`, `2 days`. */
function estimateAtEnd(
	text: InlineText,
): [InlineText | undefined, { readonly estimate: Estimate; readonly range: SourceRange } | undefined] {
	const estimate = readEstimate(text.text);
	if (!estimate) return [text, undefined];
	const before = text.text.slice(0, estimate.start);
	const behind = text.text.slice(estimate.end);
	const lead = /(?:~|\b(?:about|approx\.?|est(?:imated)?\.?:?|in))\s?$/iu.exec(before.slice(-12));
	const bare = (lead ? before.slice(0, before.length - lead[0].length) : before).trimEnd();
	const isSetOff = bare === "" || /(?:[:：([—–,=]|\s-)$/u.test(bare.slice(-2));
	// A number in the middle of a sentence is no estimate of the row.
	if (!isSetOff || /^\s*[\p{L}\p{N}]/u.test(behind)) return [text, undefined];
	let end = bare.length;
	while (end > 0 && /[\s:：([—–,=-]/u.test(bare.charAt(end - 1))) end--;
	const front = bare.slice(0, end);
	return [
		front.trim() === "" ? undefined : text.slice(0, front.length),
		{ estimate, range: text.rangeOf(estimate.start, estimate.end) },
	];
}
