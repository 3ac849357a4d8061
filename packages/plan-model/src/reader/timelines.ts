import { appendAll } from "../text/append-all.js";
import type { RootContent, Table, TableRow } from "mdast";
import { readDependencyValue, type DependencyReference, type DependencyValue } from "../text/dependency-value.js";
import { readEstimate, type Estimate } from "../text/estimate.js";
import { rangeOf, readInlineText, type InlineText } from "./inline-text.js";
import { inlineTextOf, type OutlineSection } from "./outline.js";
import { readPhaseHeading, type PhaseHeading } from "../text/phase-heading.js";
import { compareLabels, labelKey, readLabelAt, type Label } from "../text/phase-label.js";
import type { Phase, Section, Series, Status, Timeline, TimelineRow, TimelineTotal } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import type { LocatedText, SourceRange } from "../text/source-range.js";
import { readStatus, titleStatus } from "./statuses.js";
import { normaliseName, type Vocabulary } from "../text/vocabulary.js";

/** A row whose dependencies are read but not resolved: that needs all phases of the document. */
export interface TimelineRowReading extends Omit<TimelineRow, "dependencies" | "saysNoDependencies"> {
	/** What the dependency column says, spans of `value` counted in `text`; `undefined`: there is no such column. */
	readonly dependencyCell: { readonly value: DependencyValue; readonly text: InlineText } | undefined;
}

/** A timeline before its dependencies are resolved. */
export interface TimelineReading extends Omit<Timeline, "rows"> {
	readonly rows: readonly TimelineRowReading[];
}

/**
 * All timelines, schedules and status tables of a document: tables (and, in the Timeline section, lists and lines)
 * whose rows name phases of one of its series.
 *
 * A table counts when it stands in the Timeline section or has a column of estimates, statuses or dependencies; when
 * at least two rows, and at least half of those that speak of phases, name phases which the document has, each once;
 * and when titles that rows give are mostly those of the phases. A table about risks, files or another plan's phases
 * fails one of these and is none. Among several series of one word the one that the titles agree with counts, then
 * the one in whose section the table stands, then the one whose phases are named most completely; where that leaves
 * two, there is no timeline.
 */
export function readTimelines(context: ReadContext, series: readonly Series[]): TimelineReading[] {
	if (series.length === 0) return [];
	return new TimelineReader(context, series).readAll();
}

/** What a row is about, before it is known whether the plan has such phases. */
interface RowDraft {
	readonly role: "phase" | "other" | "total" | "subtotal";
	readonly range: SourceRange;
	readonly text: LocatedText;
	readonly subject: Subject | undefined;
	readonly title: InlineText | undefined;
	readonly estimate: Estimate | undefined;
	readonly estimateRange: SourceRange | undefined;
	readonly status: Status | undefined;
	readonly dependencyCell: TimelineRowReading["dependencyCell"];
}

/** `Phase 1`, `Phases 1-3`, `1` in a column of phases. */
interface Subject {
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

interface Columns {
	readonly subject: number;
	readonly subjectWord: string | undefined;
	readonly title: number;
	readonly estimate: number;
	/** The unit that the header of the estimate column gives: `Effort (days)`. */
	readonly unit: string | undefined;
	readonly status: number;
	readonly dependencies: number;
}

const NOTHING: Pick<RowDraft, "title" | "status" | "dependencyCell"> = {
	title: undefined,
	status: undefined,
	dependencyCell: undefined,
};

const TOTAL_WORDS: ReadonlySet<string> = new Set([
	"total",
	"totals",
	"subtotal",
	"sum",
	"overall",
	"gesamt",
	"summe",
	"gesamtaufwand",
	"gesamtdauer",
	"somme",
	"suma",
	"итого",
	"всего",
	"合计",
	"总计",
	"总工期",
	"总时间",
]);

/** Words beside `total` that leave it the total of everything. */
const WHOLE_WORDS: ReadonlySet<string> = new Set([
	"grand",
	"estimated",
	"estimate",
	"estimates",
	"project",
	"overall",
	"time",
	"duration",
	"effort",
	"timeline",
	"development",
	"implementation",
	"all",
	"phases",
	"hours",
	"days",
	"weeks",
	"général",
	"general",
	"geral",
	"de",
	"estimado",
	"tiempo",
	"zeit",
]);

const ALL_PHASES = /^\s*all(?:\s(?:the\s)?(?:above|phases|tasks|steps|milestones))?\s*$/iu;
const TITLE_COLUMNS: ReadonlySet<string> = new Set([
	"title",
	"name",
	"phase name",
	"task name",
	"titel",
	"título",
	"titre",
	"名称",
	"название",
]);
const NUMBER_COLUMNS: ReadonlySet<string> = new Set(["", "#", "no", "nr", "id", "number", "num", "№"]);
const ACTUAL = /\b(?:actual|spent|real|remaining|left|saved|ist)\b/iu;
const STATUS_COLUMNS: ReadonlySet<string> = new Set(["progress", "✓", "✅", "done", "fortschritt", "progreso", "进度"]);
const UNIT_WORDS: Readonly<Record<string, string>> = {
	h: "hours",
	hrs: "hours",
	hours: "hours",
	days: "days",
	d: "days",
	weeks: "weeks",
	wks: "weeks",
};
const BARE_AMOUNT = /^~?\d+(?:[.,]\d+)?(?:\s?[-–—]\s?\d+(?:[.,]\d+)?)?\+?$/u;

class TimelineReader {
	readonly #context: ReadContext;
	readonly #vocabulary: Vocabulary;
	readonly #series: readonly Series[];
	readonly #byLabel = new Map<Series, Map<string, Phase[]>>();

	constructor(context: ReadContext, series: readonly Series[]) {
		this.#context = context;
		this.#vocabulary = context.vocabulary;
		this.#series = series;
		for (const each of series) {
			const labels = new Map<string, Phase[]>();
			for (const phase of each.phases) {
				const key = labelKey(phase.label);
				const same = labels.get(key);
				if (same) same.push(phase);
				else labels.set(key, [phase]);
			}
			this.#byLabel.set(each, labels);
		}
	}

	readAll(): TimelineReading[] {
		const timelines: TimelineReading[] = [];
		for (const section of [undefined, ...this.#context.outline.sections]) {
			const nodes = section?.nodes ?? this.#context.outline.preamble;
			let inTimeline: boolean | undefined;
			for (const [index, node] of nodes.entries()) {
				if (node.type === "table") {
					inTimeline ??= this.#isTimelineSection(section);
					const timeline = this.#readTable(node, section, inTimeline, nodes, index);
					if (timeline) timelines.push(timeline);
				} else if (node.type === "list" || node.type === "paragraph") {
					inTimeline ??= this.#isTimelineSection(section);
					if (!inTimeline) continue;
					const timeline = this.#readLines(node, section, nodes, index);
					if (timeline) timelines.push(timeline);
				}
			}
		}
		return timelines;
	}

	/** In the Timeline section or one below it, phases of a series excepted: they are no rows of the schedule. */
	#isTimelineSection(section: OutlineSection | undefined): boolean {
		for (let each = section; each; each = each.parent) {
			if (this.#context.section(each).name === "timeline") return true;
		}
		return false;
	}

	#cells(row: TableRow): InlineText[] {
		return row.children.map((cell) => {
			const { start } = rangeOf(cell);
			return readInlineText(cell.children, this.#context.source, { start: start + 1, end: start + 1 });
		});
	}

	#readTable(
		table: Table,
		section: OutlineSection | undefined,
		inTimeline: boolean,
		nodes: readonly RootContent[],
		index: number,
	): TimelineReading | undefined {
		const [head, ...body] = table.children;
		if (!head || body.length === 0) return undefined;
		const columns = this.#columns(this.#cells(head).map((cell) => cell.text));
		const hasFacts = columns.estimate >= 0 || columns.status >= 0 || columns.dependencies >= 0;
		if (!hasFacts && !inTimeline) return undefined;
		const rows = body.map((row) => this.#tableRow(row, columns));
		return this.#build(rows, "table", rangeOf(table), section, columns.subjectWord, this.#totalsBelow(nodes, index));
	}

	#columns(headers: readonly string[]): Columns {
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

	#tableRow(row: TableRow, columns: Columns): RowDraft {
		const cells = this.#cells(row);
		const range = rangeOf(row);
		const first = cells[columns.subject];
		const titleCell = columns.title >= 0 ? cells[columns.title] : undefined;
		let text = first ?? cells[0];
		let role = text ? this.#totalRole(text.text) : undefined;
		if (!role && titleCell) {
			role = this.#totalRole(titleCell.text);
			if (role) text = titleCell;
		}
		let subject = first && !role ? this.#subject(first, true) : undefined;
		let title = subject?.title ?? titleCell;
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
	#totalRole(text: string): "total" | "subtotal" | undefined {
		const words = normaliseName(text).split(" ");
		if (words.length > 6 || !words.some((word) => TOTAL_WORDS.has(word))) return undefined;
		if (words.includes("subtotal")) return "subtotal";
		return words.every((word) => TOTAL_WORDS.has(word) || WHOLE_WORDS.has(word)) ? "total" : "subtotal";
	}

	/** @param bare a label without a word counts: the text stands in the column of phases */
	#subject(text: InlineText, bare: boolean): Subject | undefined {
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

	#headingSubject(text: InlineText, heading: Extract<PhaseHeading, { kind: "phase" | "about" }>): Subject | undefined {
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

	/** Items of a list, or lines of a paragraph: `- **Phase 1**: Setup (2 days)`. */
	#readLines(
		node: Extract<RootContent, { type: "list" | "paragraph" }>,
		section: OutlineSection | undefined,
		nodes: readonly RootContent[],
		index: number,
	): TimelineReading | undefined {
		const { source } = this.#context;
		const lines: { readonly text: InlineText; readonly range: SourceRange }[] = [];
		if (node.type === "paragraph") {
			const whole = inlineTextOf(node, source);
			const found = whole.lines().filter((line) => line.text !== "");
			if (found.length < 2) return undefined;
			appendAll(
				lines,
				found.map((text) => ({ text, range: text.range })),
			);
		} else {
			for (const item of node.children) {
				const [paragraph] = item.children;
				if (paragraph?.type !== "paragraph") continue;
				const text = inlineTextOf(paragraph, source);
				lines.push({ text: text.lines()[0] ?? text, range: rangeOf(item) });
			}
		}
		const rows = lines.map(({ text, range }) => this.#lineRow(text, range));
		return this.#build(rows, "list", rangeOf(node), section, undefined, this.#totalsBelow(nodes, index));
	}

	#lineRow(text: InlineText, range: SourceRange): RowDraft {
		const total = this.#totalLine(text);
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
	#totalLine(line: InlineText):
		| {
				readonly role: "total" | "subtotal";
				readonly text: LocatedText;
				readonly estimate: Estimate;
				readonly range: SourceRange;
		  }
		| undefined {
		const colon = line.text.search(/[:：=]/u);
		if (colon <= 0 || colon > 60) return undefined;
		const role = this.#totalRole(line.text.slice(0, colon));
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

	/** The lines that follow a table or list, up to the next one. */
	#totalsBelow(nodes: readonly RootContent[], index: number): Timeline["totals"] {
		const totals: TimelineTotal[] = [];
		for (let at = index + 1; at < nodes.length; at++) {
			const node = nodes[at];
			if (node?.type === "thematicBreak") break;
			if (node?.type !== "paragraph") {
				if (node?.type === "html") continue;
				break;
			}
			for (const line of inlineTextOf(node, this.#context.source).lines()) {
				const total = this.#totalLine(line);
				if (total?.role === "total")
					totals.push({ text: total.text, estimate: total.estimate, estimateRange: total.range });
			}
		}
		return totals;
	}

	/** Finds the series that the rows speak of and settles what each row is; `undefined` where that is not certain. */
	#build(
		drafts: readonly RowDraft[],
		form: Timeline["form"],
		range: SourceRange,
		section: OutlineSection | undefined,
		columnWord: string | undefined,
		below: Timeline["totals"],
	): TimelineReading | undefined {
		const named = drafts.filter((draft) => draft.subject?.isWhole);
		if (named.length < 2) return undefined;
		const written = named.find((draft) => draft.subject?.series !== undefined)?.subject?.series;
		const isBare = written === undefined;
		const word = written ?? columnWord;
		if (named.some((draft) => draft.subject?.series !== undefined && draft.subject.series !== word)) return undefined;
		if (hasRepeatedLabel(named)) return undefined;
		const modelSection = section && this.#context.section(section);
		const match = this.#chooseSeries(named, word, modelSection, isBare);
		if (!match) return undefined;

		const totals: TimelineTotal[] = [];
		const rows = drafts.map((draft): TimelineRowReading => {
			const { subject } = draft;
			const phases = subject ? match.resolve(subject) : [];
			// Where two phases have one label, what the row says is said of an unknown one of them.
			const isAmbiguous = subject?.labels.length === 1 && !subject.labels[0]?.last && phases.length > 1;
			const says = isAmbiguous || !subject?.isWhole ? NOTHING : draft;
			// Sections of a phase (`Phase 1.6`), parts of one (`Phase 2 tests`), phases of a neighbouring series.
			const isElsewhere = subject !== undefined && phases.length === 0 && this.#isElsewhere(subject, match.series);
			const role = draft.role === "phase" && (isElsewhere || !subject?.isWhole) ? "other" : draft.role;
			if (role === "total" && draft.estimate) {
				totals.push({
					text: draft.text,
					estimate: draft.estimate,
					estimateRange: draft.estimateRange ?? draft.text.range,
				});
			}
			return {
				range: draft.range,
				text: draft.text,
				labels: subject?.labels ?? [],
				labelRange: subject?.labelRange ?? draft.text.range,
				word: subject?.word ?? "",
				title: says.title,
				phases,
				estimate: draft.estimate,
				estimateRange: draft.estimateRange,
				status: says.status,
				dependencyCell: says.dependencyCell,
				dependenciesRange: says.dependencyCell?.text.range,
				role,
			};
		});
		const hasDurations = rows.some((row) => row.role === "phase" && row.estimate);
		return {
			range,
			section: modelSection,
			form,
			series: match.series,
			hasDurations,
			rows,
			totals: [...totals, ...below],
		};
	}

	#chooseSeries(
		rows: readonly RowDraft[],
		word: string | undefined,
		section: Section | undefined,
		isBare: boolean,
	): Match | undefined {
		const pool = this.#series.filter((series) =>
			word === undefined ? true : series.word === word || series.word === "",
		);
		const scored: Score[] = [];
		for (const series of pool) {
			const score = this.#score(series, rows, section);
			// A bare number may count anything: all of them must be there, or the titles must say so.
			const isCertain =
				isBare && score.titlesAgreed === 0
					? score.resolved === rows.length && word !== undefined
					: score.resolved * 2 >= rows.length;
			if (score.resolved >= 2 && isCertain && score.titlesAgreed * 2 >= score.titled) scored.push(score);
		}
		scored.sort(compareScores);
		const [best, next] = scored;
		if (best) {
			if (next && compareScores(best, next) === 0) return undefined;
			return { series: best.series, resolve: (subject) => this.#phasesOf(subject, best.series) };
		}
		return word === undefined ? undefined : this.#acrossSeries(rows, word);
	}

	/** Tasks of several phases in one table (`1.1`, `1.2`, `2.1`): certain where each label stands once in the document. */
	#acrossSeries(rows: readonly RowDraft[], word: string): Match | undefined {
		const unique = new Map<string, Phase | undefined>();
		for (const series of this.#series) {
			if (series.word !== word) continue;
			for (const phase of series.phases) {
				const key = labelKey(phase.label);
				unique.set(key, unique.has(key) ? undefined : phase);
			}
		}
		const resolve = (subject: Subject): Phase[] => subject.labels.flatMap((label) => unique.get(labelKey(label)) ?? []);
		let resolved = 0;
		let titled = 0;
		let agreed = 0;
		for (const { subject, title } of rows) {
			const [phase] = subject ? resolve(subject) : [];
			if (!phase) return undefined;
			resolved++;
			const agrees = title && titlesAgree(title.text, phase.title.text);
			if (agrees !== undefined) titled++;
			if (agrees) agreed++;
		}
		return resolved >= 2 && agreed * 2 >= titled ? { series: undefined, resolve } : undefined;
	}

	#score(series: Series, rows: readonly RowDraft[], section: Section | undefined): Score {
		let resolved = 0;
		let titled = 0;
		let titlesAgreed = 0;
		const named = new Set<Phase>();
		for (const { subject, title } of rows) {
			const phases = subject ? this.#phasesOf(subject, series) : [];
			const [phase] = phases;
			if (!phase) continue;
			resolved++;
			for (const each of phases) named.add(each);
			if (!title || phases.length > 1) continue;
			const agrees = titlesAgree(title.text, phase.title.text);
			if (agrees === undefined) continue;
			titled++;
			if (agrees) titlesAgreed++;
		}
		let isAround = false;
		for (let each = section; each && !isAround; each = each.parent) isAround = each === series.parent;
		const parent = series.parent?.name;
		return {
			series,
			resolved,
			titled,
			titlesAgreed,
			isAround,
			isExact: resolved === rows.length && named.size === series.phases.length,
			isView: parent !== undefined && parent !== "breakdown",
		};
	}

	#phasesOf(subject: Subject, series: Series): Phase[] {
		const labels = this.#byLabel.get(series);
		return subject.labels.flatMap((label) => {
			const whole = labels?.get(labelKey(label));
			if (whole) return whole;
			if (!label.last) return [];
			const { last } = label;
			return series.phases.filter(
				(phase) => (compareLabels(label, phase.label) ?? 1) <= 0 && (compareLabels(phase.label, last) ?? 1) <= 0,
			);
		});
	}

	/** `Phase 1.6` where the series has a Phase 1 and counts in whole numbers; or the label of another series. */
	#isElsewhere(subject: Subject, series: Series | undefined): boolean {
		const [label] = subject.labels;
		if (!label || !series) return false;
		const labels = this.#byLabel.get(series);
		for (let length = label.parts.length - 1; length > 0; length--) {
			if (labels?.has(label.parts.slice(0, length).join("."))) return true;
		}
		return this.#series.some(
			(other) => other !== series && other.word === series.word && this.#phasesOf(subject, other).length > 0,
		);
	}
}

interface Match {
	readonly series: Series | undefined;
	resolve(subject: Subject): Phase[];
}

interface Score {
	readonly series: Series;
	readonly resolved: number;
	readonly titled: number;
	readonly titlesAgreed: number;
	/** The table stands in the section that holds the series. */
	readonly isAround: boolean;
	/** The rows name exactly the phases of the series. */
	readonly isExact: boolean;
	/** The series repeats the phases of another one, as under Success Criteria. */
	readonly isView: boolean;
}

function compareScores(a: Score, b: Score): number {
	return (
		b.titlesAgreed - a.titlesAgreed ||
		Number(a.isView) - Number(b.isView) ||
		Number(b.isExact) - Number(a.isExact) ||
		Number(b.isAround) - Number(a.isAround) ||
		b.resolved - a.resolved
	);
}

function isPhaseReference(
	reference: DependencyReference,
): reference is DependencyReference & { readonly label: Label } {
	return reference.label !== undefined && reference.plan === undefined && reference.kind === "phase";
}

/** The rows of a list of files or risks repeat their phase; those of a schedule do not. */
function hasRepeatedLabel(rows: readonly RowDraft[]): boolean {
	const seen = new Set<string>();
	for (const { subject } of rows) {
		if (!subject?.isWhole) continue;
		const key = subject.labels.map(labelKey).join(",");
		if (seen.has(key)) return true;
		seen.add(key);
	}
	return false;
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

const GENERIC = new Set([
	"the",
	"and",
	"of",
	"for",
	"to",
	"a",
	"an",
	"in",
	"with",
	"on",
	"und",
	"der",
	"die",
	"das",
	"de",
	"la",
	"el",
	"y",
	"et",
	"phase",
]);

function titleWords(text: string): string[] {
	return normaliseName(text)
		.split(/[\s/-]+/u)
		.filter((word) => word !== "" && !GENERIC.has(word));
}

/** The two titles share a word, or one is an abbreviation of a word of the other; `undefined` where one has none. */
function titlesAgree(row: string, phase: string): boolean | undefined {
	const a = titleWords(row);
	const b = titleWords(phase);
	if (a.length === 0 || b.length === 0) return undefined;
	return a.some((word) =>
		b.some(
			(other) =>
				word === other || (word.length >= 3 && other.startsWith(word)) || (other.length >= 3 && word.startsWith(other)),
		),
	);
}
