import { appendAll } from "../text/append-all.js";
import { readDependencyValue, type DependencyReference, type DependencyValue } from "../text/dependency-value.js";
import type { InlineText } from "./inline-text.js";
import { compareLabels, labelKey, nextLabel, type Label } from "../text/phase-label.js";
import type { Dependency, DependencyTarget, Phase, Series } from "../plan.js";
import type { LocatedText } from "../text/source-range.js";
import type { Span } from "../text/span.js";
import type { Vocabulary } from "../text/vocabulary.js";

/**
 * So many phases are looked at for the ranges of one plan: three hundred phases that each depend on all before them. Beyond
 * that the time would grow with the square of the plan.
 */
const MOST_LOOKS = 100_000;

/** Finds phases of a plan by what a reference names. */
export class PhaseIndex {
	readonly #byWord = new Map<string, Series[]>();
	readonly #byLabel = new Map<Series, Map<string, Phase>>();
	/** The phases that stand for several (`Phase 1-2`). */
	readonly #joined = new Map<Series, readonly Phase[]>();
	#looksLeft = MOST_LOOKS;
	readonly #byAnchor: () => ReadonlyMap<string, Phase>;

	/** @param anchors the phases by the slug of their heading; made when a reference first names one */
	constructor(series: readonly Series[], anchors: () => ReadonlyMap<string, Phase>) {
		this.#byAnchor = anchors;
		for (const each of series) {
			const same = this.#byWord.get(each.word);
			if (same) same.push(each);
			else this.#byWord.set(each.word, [each]);
			const labels = new Map<string, Phase>();
			for (const phase of each.phases) {
				const key = labelKey(phase.label);
				if (!labels.has(key)) labels.set(key, phase);
			}
			this.#byLabel.set(each, labels);
			this.#joined.set(
				each,
				each.phases.filter((phase) => phase.label.last),
			);
		}
	}

	/** The series that a reference from `from` may speak of, nearest first. */
	candidates(word: string | undefined, from: Series | undefined): readonly Series[] {
		if (from && (word === undefined || word === from.word)) {
			const around: Series[] = [];
			for (let series: Series | undefined = from; series; series = series.parentPhase?.series) around.push(series);
			if (word === undefined) return around;
			return [
				...around.filter((series) => series.word === word),
				...(this.#byWord.get(word) ?? []).filter((series) => !around.includes(series)),
			];
		}
		return word === undefined ? [] : (this.#byWord.get(word) ?? []);
	}

	/** The phase of one label; `Phase 1-2` is found by `1`, `2` and `1-2`. */
	find(series: Series, label: Label): Phase | undefined {
		const found = this.#byLabel.get(series)?.get(labelKey(label));
		if (found) return found;
		const single = singleLabel(label);
		if (single !== label) return undefined;
		return this.#joined.get(series)?.find((phase) => {
			if (!phase.label.last) return false;
			const low = compareLabels(phase.label, single);
			const high = compareLabels(single, phase.label.last);
			return low !== undefined && high !== undefined && low <= 0 && high <= 0;
		});
	}

	/**
	 * The phases of a range, to the end of the series without `last`; `undefined` where ranges over and over name thousands
	 * of phases: then only the ends are read. `Phase 2-4` has a part in `3-5`.
	 */
	within(series: Series, first: Label, last: Label | undefined): readonly Phase[] | undefined {
		const phases = this.#phasesToLookAt(series);
		if (!phases) return undefined;
		return phases.filter((phase) => {
			const low = compareLabels(first, phase.label.last ?? phase.label);
			const high = last ? compareLabels(phase.label, last) : 0;
			return low !== undefined && high !== undefined && low <= 0 && high <= 0;
		});
	}

	/** All phases of its series before a phase; under the same condition only the last of them. */
	before({ series, position }: Phase): readonly Phase[] {
		return this.#phasesToLookAt(series)?.slice(0, position) ?? series.phases.slice(Math.max(0, position - 1), position);
	}

	#phasesToLookAt({ phases }: Series): readonly Phase[] | undefined {
		this.#looksLeft -= phases.length;
		return this.#looksLeft < 0 ? undefined : phases;
	}

	anchor(slug: string): Phase | undefined {
		return this.#byAnchor().get(slug);
	}
}

/**
 * What a dependency line points at.
 *
 * @param from the phase whose line it is; `undefined` for a line of the plan as a whole, whose phases are other plans'
 */
export function resolveDependencies(
	text: InlineText,
	from: Phase | undefined,
	index: PhaseIndex,
	place: Dependency["place"],
	vocabulary: Vocabulary,
	value: DependencyValue = readDependencyValue(text.text, vocabulary),
): Dependency[] {
	if (value.none) return [];
	const dependencies: Dependency[] = [];
	const consumed = new Set<DependencyReference>();

	for (const link of linkSpans(text)) {
		// `[Plan 2](002-search.md)`, `[002](002-search.md)` and `[P2](p2.md)` name the plan: only a word makes a number in it that of a phase.
		const inside = value.references.find(
			(reference) => reference.start >= link.start && reference.end <= link.end && reference.kind === "phase",
		);
		const behind = value.references.find(
			(reference) =>
				reference.start >= link.end &&
				(reference.kind === "phase" || reference.kind === "label") &&
				/^[\s,–—-]*$/u.test(text.text.slice(link.end, reference.start)) &&
				!text.text.slice(link.end, reference.start).includes(","),
		);
		const named = inside ?? behind;
		for (const reference of value.references)
			if (reference.start >= link.start && reference.end <= link.end) consumed.add(reference);
		if (behind?.label) consumed.add(behind);
		const end = behind?.label && !inside ? behind.end : link.end;
		const located: LocatedText = { text: text.text.slice(link.start, end), range: text.rangeOf(link.start, end) };
		const target = linkTarget(link.url, text.text.slice(link.start, link.end), named, index);
		dependencies.push({ ...located, target, place, expandedFrom: undefined });
	}

	for (const reference of value.references) {
		if (consumed.has(reference)) continue;
		appendAll(dependencies, resolveReference(reference, text, from, index, place));
	}
	if (value.allPrevious && from) {
		const whole: LocatedText = {
			text: value.allPrevious.text,
			range: text.rangeOf(value.allPrevious.start, value.allPrevious.end),
		};
		for (const phase of index.before(from)) {
			dependencies.push({ ...whole, target: { kind: "phase", phase }, place, expandedFrom: whole });
		}
	}
	return dependencies.sort((a, b) => a.range.start - b.range.start);
}

function resolveReference(
	reference: DependencyReference,
	text: InlineText,
	from: Phase | undefined,
	index: PhaseIndex,
	place: Dependency["place"],
): Dependency[] {
	const { start, end } = wholeSpan(reference);
	const located: LocatedText = { text: text.text.slice(start, end), range: text.rangeOf(start, end) };
	const make = (target: DependencyTarget, expandedFrom?: LocatedText): Dependency => ({
		...located,
		target,
		place,
		expandedFrom,
	});

	if (reference.kind === "anchor") {
		const phase = index.anchor(reference.text.replace(/^#/u, ""));
		return [make(phase && from ? { kind: "phase", phase } : { kind: "text" })];
	}
	if (reference.kind === "issue") return [make({ kind: "text" })];
	if (reference.plan || reference.kind === "plan" || reference.kind === "file") {
		const name = reference.plan?.text ?? reference.text;
		const isFile = /^[^#]*\.(?:md|markdown)(?:#\S*)?$/iu.test(name);
		const [file, anchor] = name.split("#");
		const isPhase = reference.kind === "phase" || reference.kind === "label";
		return [
			make({
				kind: "plan",
				link: isFile ? file : undefined,
				title: isFile ? "" : name,
				anchor: isFile ? anchor : undefined,
				word: isPhase ? reference.series : undefined,
				label: isPhase ? reference.label : undefined,
			}),
		];
	}
	// A line of the whole plan that says "Phase 5" speaks of another file of a split plan.
	if (!reference.label || !from) return [make({ kind: "text" })];
	const label = reference.label;
	const candidates = index.candidates(reference.series, from.series);
	for (const series of candidates) {
		if (label.last) {
			const whole = index.find(series, label);
			if (whole) return [make({ kind: "phase", phase: whole }, located)];
			const first = index.find(series, singleLabel(label));
			const last = index.find(series, label.last);
			if (first || last) {
				const within = index.within(series, label, label.last);
				if (!within) return [first, last].flatMap((phase) => (phase ? [make({ kind: "phase", phase }, located)] : []));
				return [
					...missingOf(within, label, label.last).map((missing) =>
						make({ kind: "unknown-phase", word: series.word, label: missing }, located),
					),
					...within.map((phase) => make({ kind: "phase", phase }, located)),
				];
			}
		} else {
			const phase = index.find(series, label);
			if (phase) return [make({ kind: "phase", phase })];
			// `Phases 5+` are Phase 5 and all behind it.
			const start = label.openEnded ? { ...label, openEnded: false } : undefined;
			const least = start && index.find(series, start);
			if (start && least)
				return (index.within(series, start, undefined) ?? [least]).map((each) =>
					make({ kind: "phase", phase: each }, located),
				);
		}
	}
	const own = candidates[0];
	if (own && isUnknown(label, own)) return [make({ kind: "unknown-phase", word: own.word, label })];
	return [make({ kind: "text" })];
}

/** With the name of the other plan, where that belongs to this reference alone: not in `other.md Phases 1 and 2`. */
function wholeSpan({ start, end, plan, label }: DependencyReference): Span {
	if (!plan || (label && start === label.start)) return { start, end };
	return { start: Math.min(start, plan.start), end: Math.max(end, plan.end) };
}

/**
 * A label that the series does not have is wrong only where the series is whole: a file that starts at Phase 5 is one
 * of several, and its Phase 2 stands in another one.
 */
function isUnknown(label: Label, series: Series): boolean {
	const first = series.phases[0]?.label.parts[0];
	const shape = typeof label.parts[0];
	if (typeof first !== shape) return false;
	if (typeof first === "number") return first <= 1 && series.phases.length > 1;
	return first === "a" && label.parts.length === 1;
}

/** The first label of a range, alone. */
function singleLabel(label: Label): Label {
	return label.last ? { ...label, last: undefined } : label;
}

/** What a range names before the first phase of a series and behind its last one: `4-9` of `1-9` where there are three. */
function missingOf(phases: readonly Phase[], label: Label, last: Label): Label[] {
	const missing: Label[] = [];
	// A series that is out of order has its last label anywhere.
	const within = phases.map((phase) => phase.label).sort((a, b) => compareLabels(a, b) ?? 0);
	const lowest = within[0];
	const highest = within.at(-1);
	const first = singleLabel(label);
	if (lowest && (compareLabels(first, lowest) ?? 0) < 0) {
		const end = `${Number(lowest.text) - 1}`;
		missing.push(rangeLabel(first, isWhole(lowest) ? { ...first, parts: [Number(end)], text: end } : first));
	}
	const end = highest && singleLabel(highest.last ?? highest);
	if (end && (compareLabels(end, last) ?? 0) < 0) {
		const start = nextLabel(end);
		const isCounted = start !== undefined && isWhole(end) && isWhole(last);
		missing.push(rangeLabel(isCounted ? { ...last, parts: [Number(start)], text: start } : last, last));
	}
	return missing;
}

function isWhole({ text }: Label): boolean {
	return /^\d+$/u.test(text);
}

function rangeLabel(first: Label, last: Label): Label {
	return labelKey(first) === labelKey(last) ? last : { ...first, text: `${first.text}-${last.text}`, last };
}

function linkTarget(
	url: string,
	words: string,
	named: DependencyReference | undefined,
	index: PhaseIndex,
): DependencyTarget {
	const [file = "", anchor] = url.split("#");
	if (file === "") {
		const phase = anchor === undefined ? undefined : index.anchor(anchor);
		return phase ? { kind: "phase", phase } : { kind: "text" };
	}
	if (/^[a-z][a-z0-9+.-]*:/iu.test(file) || !/(?:\.(?:md|markdown)|\/)$/iu.test(file)) return { kind: "text" };
	return {
		kind: "plan",
		link: file,
		title: words,
		anchor,
		word: named?.label ? named.series : undefined,
		label: named?.label,
	};
}

function linkSpans(text: InlineText): { readonly url: string; readonly start: number; end: number }[] {
	const spans: { url: string; start: number; end: number; range: object }[] = [];
	for (const run of text.runs) {
		if (!run.link) continue;
		const last = spans.at(-1);
		if (last && last.range === run.link.range) last.end = run.end;
		else spans.push({ url: run.link.url, start: run.start, end: run.end, range: run.link.range });
	}
	return spans;
}
