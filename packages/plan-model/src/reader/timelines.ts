import { appendAll } from "../text/append-all.js";
import type { RootContent, Table } from "mdast";
import { rangeOf, type InlineText } from "./inline-text.js";
import { inlineTextOf, type OutlineSection } from "./outline.js";
import { labelKey } from "../text/phase-label.js";
import type { Series, Timeline, TimelineTotal } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import type { SourceRange } from "../text/source-range.js";
import { type RowDraft, type TimelineRowReading, TimelineRowReader } from "./timeline-rows.js";
import { SeriesMatcher } from "./timeline-series.js";

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

const NOTHING: Pick<RowDraft, "title" | "status" | "dependencyCell"> = {
	title: undefined,
	status: undefined,
	dependencyCell: undefined,
};

class TimelineReader {
	readonly #context: ReadContext;
	readonly #rows: TimelineRowReader;
	readonly #matcher: SeriesMatcher;

	constructor(context: ReadContext, series: readonly Series[]) {
		this.#context = context;
		this.#rows = new TimelineRowReader(context);
		this.#matcher = new SeriesMatcher(series);
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

	#readTable(
		table: Table,
		section: OutlineSection | undefined,
		inTimeline: boolean,
		nodes: readonly RootContent[],
		index: number,
	): TimelineReading | undefined {
		const [head, ...body] = table.children;
		if (!head || body.length === 0) return undefined;
		const columns = this.#rows.columns(this.#rows.cells(head).map((cell) => cell.text));
		const hasFacts = columns.estimate >= 0 || columns.status >= 0 || columns.dependencies >= 0;
		if (!hasFacts && !inTimeline) return undefined;
		const rows = body.map((row) => this.#rows.tableRow(row, columns));
		return this.#build(rows, "table", rangeOf(table), section, columns.subjectWord, this.#totalsBelow(nodes, index));
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
		const rows = lines.map(({ text, range }) => this.#rows.lineRow(text, range));
		return this.#build(rows, "list", rangeOf(node), section, undefined, this.#totalsBelow(nodes, index));
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
				const total = this.#rows.totalLine(line);
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
		const match = this.#matcher.choose(named, word, modelSection, isBare);
		if (!match) return undefined;

		const totals: TimelineTotal[] = [];
		const rows = drafts.map((draft): TimelineRowReading => {
			const { subject } = draft;
			const phases = subject ? match.resolve(subject) : [];
			// Where two phases have one label, what the row says is said of an unknown one of them.
			const isAmbiguous = subject?.labels.length === 1 && !subject.labels[0]?.last && phases.length > 1;
			const says = isAmbiguous || !subject?.isWhole ? NOTHING : draft;
			// Sections of a phase (`Phase 1.6`), parts of one (`Phase 2 tests`), phases of a neighbouring series.
			const isElsewhere =
				subject !== undefined && phases.length === 0 && this.#matcher.isElsewhere(subject, match.series);
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
