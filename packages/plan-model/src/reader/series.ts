import { appendAll } from "../text/append-all.js";
import type { OutlineSection } from "./outline.js";
import { readItemLabel } from "../text/item-label.js";
import type { HeadingFacts, NearMissHeading, NumberedPhaseHeading } from "../text/phase-heading.js";
import type { Label } from "../text/phase-label.js";
import type { Item } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import type { Span } from "../text/span.js";

/** A phase before its content is read: where it stands and what its heading says. */
export interface PhaseDraft {
	readonly word: string;
	/** As written, for messages; empty for bare labels. */
	readonly writtenWord: string;
	readonly label: Label;
	/** Spans in the text of the heading or item. */
	readonly name: Span;
	readonly title: Span;
	readonly facts: Partial<HeadingFacts>;
	readonly section: OutlineSection | undefined;
	readonly item: Item | undefined;
}

/** Sibling phases before their content is read. */
export interface SeriesDraft {
	readonly word: string;
	readonly form: "heading" | "list";
	readonly level: number;
	readonly parent: OutlineSection | undefined;
	readonly phases: readonly PhaseDraft[];
}

/** What the headings of a document say of its phases. */
export interface SeriesReading {
	readonly series: readonly SeriesDraft[];
	/** Headings that want to be a phase and cannot be read as one. */
	readonly nearMisses: readonly { readonly section: OutlineSection; readonly miss: NearMissHeading }[];
}

/**
 * Groups phase headings into series: same parent heading, same level, same word (PLAN-FORMAT, "Series"). Documents
 * without such headings may number their units without a word (`### 1.1 Parser`, `#### A1: Loader`); those count
 * where they carry the fields of a phase. Task lists with labels are series too.
 */
export function readSeries(context: ReadContext): SeriesReading {
	const groups = new Map<OutlineSection | undefined, Map<string, PhaseDraft[]>>();
	const nearMisses: { section: OutlineSection; miss: NearMissHeading }[] = [];
	for (const section of context.outline.sections) {
		const heading = context.phaseHeading(section);
		if (heading?.kind === "near-miss") nearMisses.push({ section, miss: heading });
		if (heading?.kind !== "phase") continue;
		add(groups, section, `${section.heading.level}|${heading.series}`, {
			word: heading.series,
			writtenWord: heading.word.text,
			label: heading.label,
			name: nameOf(heading, section.heading.text.text),
			title: heading.title,
			facts: heading,
			section,
			item: undefined,
		});
	}
	const series = [...drafts(groups, "heading")];
	if (series.length === 0) appendAll(series, bareSeries(context));
	appendAll(series, listSeries(context));
	return { series, nearMisses };
}

/** `Phase 3`; in `第 2 阶段` the number stands before the word. */
function nameOf({ word, label }: NumberedPhaseHeading, text: string): Span {
	if (word.start < label.start) return { start: word.start, end: label.last?.end ?? label.end };
	return { start: text.lastIndexOf("第", label.start), end: word.end };
}

function add(
	groups: Map<OutlineSection | undefined, Map<string, PhaseDraft[]>>,
	section: OutlineSection,
	key: string,
	draft: PhaseDraft,
): void {
	let bySibling = groups.get(section.parent);
	if (!bySibling) groups.set(section.parent, (bySibling = new Map<string, PhaseDraft[]>()));
	const phases = bySibling.get(key);
	if (phases) phases.push(draft);
	else bySibling.set(key, [draft]);
}

function* drafts(
	groups: Map<OutlineSection | undefined, Map<string, PhaseDraft[]>>,
	form: "heading" | "list",
): Generator<SeriesDraft> {
	for (const [parent, bySibling] of groups) {
		for (const phases of bySibling.values()) {
			const [first] = phases;
			if (first) yield { word: first.word, form, level: first.section?.heading.level ?? 0, parent, phases };
		}
	}
}

/** Numbered headings without a word: below a section of tasks, or where at least half carry the fields of a phase. */
function bareSeries(context: ReadContext): SeriesDraft[] {
	const groups = new Map<OutlineSection | undefined, Map<string, PhaseDraft[]>>();
	for (const section of context.outline.sections) {
		if (section.heading.level === 1) continue;
		const text = section.heading.text.text;
		const label = readItemLabel(text, context.vocabulary);
		if (!label || label.word || context.vocabulary.section(text)) continue;
		add(groups, section, `${section.heading.level}|${label.label.parts.map((part) => typeof part).join(".")}`, {
			word: "",
			writtenWord: "",
			label: label.label,
			name: { start: label.label.start, end: label.label.end },
			title: label.title,
			facts: { status: label.status },
			section,
			item: undefined,
		});
	}
	return [...drafts(groups, "heading")].filter((series) => {
		if (series.phases.length < 2) return false;
		// Numbered headings below `## Tasks` or `## Implementation Steps` are the units of the plan by their place.
		const place = series.parent?.heading.text.text;
		if (
			place !== undefined &&
			(context.vocabulary.section(place) === "breakdown" || context.vocabulary.field(place) === "steps")
		)
			return true;
		const withFields = series.phases.filter((phase) => phase.section && hasPhaseFields(phase.section, context));
		return withFields.length * 2 >= series.phases.length;
	});
}

function hasPhaseFields(section: OutlineSection, context: ReadContext): boolean {
	const names = new Set(context.content(section).fields.map((field) => field.name));
	for (const child of section.children) names.add(context.vocabulary.field(child.heading.text.text));
	return names.has("testing") || names.has("deliverables") || (names.has("objective") && names.has("steps"));
}

/** Task lists whose items carry labels: `- [ ] 1.1 …`, `- [ ] T001 [P] …`. */
function listSeries(context: ReadContext): SeriesDraft[] {
	const series: SeriesDraft[] = [];
	for (const section of [undefined, ...context.outline.sections]) {
		const content = section ? context.content(section) : context.preamble;
		const byWord = new Map<string, PhaseDraft[]>();
		for (const item of content.items) {
			if (item.box?.kind !== "task") continue;
			const label = readItemLabel(item.text.text, context.vocabulary);
			if (!label) continue;
			const word = label.series ?? "";
			const draft: PhaseDraft = {
				word,
				writtenWord: label.word?.text ?? "",
				label: label.label,
				name: { start: label.word?.start ?? label.label.start, end: label.label.end },
				title: label.title,
				facts: { status: label.status },
				section: undefined,
				item,
			};
			const phases = byWord.get(word);
			if (phases) phases.push(draft);
			else byWord.set(word, [draft]);
		}
		for (const [word, phases] of byWord) {
			if (phases.length >= 2) series.push({ word, form: "list", level: 0, parent: section, phases });
		}
	}
	return series;
}
