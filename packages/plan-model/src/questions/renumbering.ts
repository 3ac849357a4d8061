import GithubSlugger from "github-slugger";
import { readItemLabel } from "../text/item-label.js";
import { compareLabels, labelKey, nextLabel, readLabelAt, type Label } from "../text/phase-label.js";
import { findPhaseMentions, type MentionedLabel, type PhaseMention } from "../text/phase-mentions.js";
import type { Dependency, Heading, Phase, Plan, Series } from "../plan.js";
import { tableLabels } from "./table-labels.js";
import type { SourceRange, TextEdit } from "../text/source-range.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** How the phases of a series get consecutive numbers. */
export interface Renumbering {
	/** The headings and every mention in this file, ranges, lists and anchors too; in the order of the document. */
	readonly edits: readonly TextEdit[];
	/** The phases whose label changes. */
	readonly changed: readonly { readonly phase: Phase; readonly label: string }[];
}

/** Each new number is looked for in all headings: nobody has so many phases, but a stranger may. */
const MOST_RENUMBERED = 1_000;

/** A mention that cannot be told apart or written anew: nothing is renumbered then. */
const UNCERTAIN = Symbol("uncertain");

/**
 * Numbers the phases of a series on from the first, in the order in which they stand, and follows with everything in
 * this file that names one of them: prose, dependencies, timelines, links to the headings.
 *
 * @returns `undefined` where that is not certain: labels that are no plain numbers or letters, sub-numbers of a
 * phase (`4.1` in Phase 4), more than a thousand new numbers, a second series of the same word, a mention of a label that stands twice or nowhere, a
 * mention in code or of what may be another plan's phase
 */
export function renumberPhases(series: Series, plan: Plan, vocabulary: Vocabulary): Renumbering | undefined {
	const labels = newLabels(series);
	if (!labels) return undefined;
	const changed = series.phases.flatMap((phase, index) => {
		const label = labels[index];
		return label !== undefined && label !== phase.label.text ? [{ phase, label }] : [];
	});
	if (changed.length === 0 || changed.length > MOST_RENUMBERED) return undefined;
	const renaming = new Renaming(series, labels);
	if (hasSubNumbers(plan, changed, vocabulary) || hasRival(plan, series, renaming)) return undefined;

	const edits = new Map<number, TextEdit>();
	const add = (range: SourceRange, text: string): void => {
		if (plan.text.slice(range.start, range.end) !== text) edits.set(range.start, { range, text });
	};
	for (const { phase, label } of changed) add(phase.labelRange, label);
	const covered: SourceRange[] = series.phases.map((phase) => phase.labelRange);
	for (const mention of findPhaseMentions(plan.text, vocabulary)) {
		if (mention.word !== series.word) continue;
		const place = placeOf(mention, plan);
		if (place === "elsewhere") continue;
		const range = { start: mention.start, end: mention.end };
		if (covered.some((label) => contains(range, label))) continue;
		covered.push(range);
		// `Phase 1+3`, of which the 3 is no certain label.
		const more = /^[+/&]/u.test(plan.text.charAt(range.end)) ? readLabelAt(plan.text, range.end + 1) : undefined;
		if (more && place !== "unclear" && renaming.touches(more)) return undefined;
		for (const named of mention.labels) {
			const written = renaming.write(named, plan.text);
			if (written === undefined) continue;
			if (written === UNCERTAIN || place === "unclear" || mention.isJoined || !named.isCertain) return undefined;
			add(named.span, written);
		}
	}
	for (const { range, label } of bareLabels(plan, series)) {
		if (covered.some((known) => overlaps(known, range))) continue;
		const written = label ? renaming.write({ label, span: range, isCertain: true }, plan.text) : UNCERTAIN;
		if (written === UNCERTAIN) return undefined;
		if (written !== undefined) add(range, written);
		covered.push(range);
	}
	// What a table counts that is no timeline cannot be told.
	for (const { range, label } of tableLabels(plan, series.word, vocabulary))
		if (renaming.touches(label) && !covered.some((known) => overlaps(known, range))) return undefined;
	const sorted = [...edits.values()].sort((a, b) => a.range.start - b.range.start);
	const anchors = anchorEdits(plan, sorted);
	if (!anchors) return undefined;
	return { edits: [...sorted, ...anchors].sort((a, b) => a.range.start - b.range.start), changed };
}

/** Consecutive labels from the first, or `undefined` for labels that cannot simply be counted on. */
function newLabels({ phases, word }: Series): readonly string[] | undefined {
	const [first] = phases;
	// Where the number may stand before the word (`第一阶段`) or no space around it, mentions cannot be found for certain.
	if (!first || word === "" || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)) return undefined;
	const isPlain = ({ label }: Phase): boolean =>
		label.parts.length === 1 &&
		!label.last &&
		!label.openEnded &&
		!label.placeholder &&
		typeof label.parts[0] === typeof first.label.parts[0];
	if (!phases.every(isPlain) || !/^[\dA-Za-z]+$/.test(first.label.text)) return undefined;
	const labels = [first.label.text];
	while (labels.length < phases.length) {
		const last = readLabelAt(labels.at(-1) ?? "", 0);
		const next = last && nextLabel(last);
		if (next === undefined) return undefined;
		labels.push(next);
	}
	return labels;
}

/** What the labels of a series become. */
class Renaming {
	readonly #phases: readonly Phase[];
	readonly #labels: readonly string[];
	readonly #byKey = new Map<string, number[]>();
	/** Keys of the new labels that a phase did not have before. */
	readonly #taken = new Set<string>();

	constructor({ phases }: Series, labels: readonly string[]) {
		this.#phases = phases;
		this.#labels = labels;
		phases.forEach((phase, index) => {
			const key = labelKey(phase.label);
			this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), index]);
			const written = labels[index];
			const label = written === undefined ? undefined : readLabelAt(written, 0);
			if (label && written !== phase.label.text) this.#taken.add(labelKey(label));
		});
	}

	/** The label changes, or is given to another phase. */
	touches(label: Label): boolean {
		const key = labelKey({ ...label, parts: label.parts.slice(0, 1), last: undefined, openEnded: false });
		return (
			this.#taken.has(key) ||
			(this.#byKey.get(key) ?? []).some((index) => this.#labels[index] !== this.#phases[index]?.label.text)
		);
	}

	/** How a mentioned label is to be written; `undefined`: as it is. */
	write({ label, span }: MentionedLabel, source: string): string | typeof UNCERTAIN | undefined {
		if (label.last) return this.#writeRange(label, label.last, source.slice(span.start, span.end));
		if (!this.touches(label)) return undefined;
		const index = this.#indexOf(label);
		if (index === undefined || label.openEnded) return UNCERTAIN;
		const written = this.#labels[index];
		return written === this.#phases[index]?.label.text ? undefined : written;
	}

	/** A range keeps its phases: they must still stand side by side. */
	#writeRange(first: Label, last: Label, written: string): string | typeof UNCERTAIN | undefined {
		const inside = this.#phases.flatMap(({ label }, index) => {
			const [low, high] = [compareLabels(first, label), compareLabels(label, last)];
			return low !== undefined && high !== undefined && low <= 0 && high <= 0 ? [index] : [];
		});
		const [from, to] = [this.#indexOf(first), this.#indexOf(last)];
		if (from === undefined || to === undefined) {
			return inside.some((index) => this.touches(this.#phases[index]?.label ?? first)) ||
				this.touches(first) ||
				this.touches(last)
				? UNCERTAIN
				: undefined;
		}
		if (inside.length !== to - from + 1 || inside[0] !== from) return UNCERTAIN;
		const head = /^[\p{L}\p{N}]+/u.exec(written)?.[0] ?? "";
		const tail = written.split(/[^\p{L}\p{N}]/u).at(-1) ?? "";
		const middle = written.slice(head.length, written.length - tail.length);
		return `${this.#labels[from] ?? head}${middle}${this.#labels[to] ?? tail}`;
	}

	#indexOf(label: Label): number | undefined {
		const found = this.#byKey.get(labelKey({ ...label, last: undefined }));
		return found?.length === 1 ? found[0] : undefined;
	}
}

/** `4.1` in Phase 4 would have to follow, and so would what mentions it. */
function hasSubNumbers(plan: Plan, changed: Renumbering["changed"], vocabulary: Vocabulary): boolean {
	return changed.some(({ phase }) => {
		const texts = [...plan.headings.filter((heading) => contains(phase.range, heading.range)), ...phase.items].map(
			(part) => part.text.text,
		);
		return texts.some((text) => {
			const label = readItemLabel(text, vocabulary)?.label;
			return label !== undefined && label.parts.length > 1 && label.parts[0] === phase.label.parts[0];
		});
	});
}

/** Another series of the same word has such a label: what mentions it may mean either. */
function hasRival(plan: Plan, series: Series, renaming: Renaming): boolean {
	return plan.series.some(
		(other) =>
			other !== series && other.word === series.word && other.phases.some((phase) => renaming.touches(phase.label)),
	);
}

const OTHER_PLAN_BEFORE = /\.(?:md|markdown)[)\]`*_]{0,4}[\s,:(–—-]{0,4}$/iu;
const MAYBE_OTHER_PLAN_BEFORE = /(?:\bplan\s+\S{1,20}|\))[\s,:(–—-]{1,4}$/iu;
const MAYBE_OTHER_PLAN_BEHIND = /^[\s*_]{1,4}(?:of|in|from|aus|von|de)\s+(?:the\s+)?(?:\[|`|plan\b|\S{1,80}\.md\b)/iu;

/** Whose phase a mention means: this plan's (`own`), another's (`elsewhere`), or nobody can tell. */
function placeOf(mention: PhaseMention, plan: Plan): "own" | "elsewhere" | "unclear" {
	const { text } = plan;
	for (const link of plan.links) {
		if (contains(link.urlRange, mention)) return "elsewhere";
		if (contains(link.range, mention) && !link.url.startsWith("#")) return "elsewhere";
	}
	const inProse = mention.labels.every(({ span }) =>
		plan.proseRanges.some((prose) => prose.start <= span.start && span.end <= prose.end),
	);
	if (!inProse) return mention.isJoined ? "elsewhere" : "unclear";
	const lineStart = text.lastIndexOf("\n", mention.start - 1) + 1;
	const before = text.slice(Math.max(lineStart, mention.start - 60), mention.start);
	if (OTHER_PLAN_BEFORE.test(before)) return "elsewhere";
	if (MAYBE_OTHER_PLAN_BEFORE.test(before) || MAYBE_OTHER_PLAN_BEHIND.test(text.slice(mention.end, mention.end + 100)))
		return "unclear";
	return "own";
}

/** Labels without a word: in dependencies and in the rows of timelines. No label: it cannot be told what is meant. */
function bareLabels(plan: Plan, series: Series): { readonly range: SourceRange; readonly label: Label | undefined }[] {
	const found: { range: SourceRange; label: Label | undefined }[] = [];
	const read = (range: SourceRange): void => {
		const label = readLabelAt(plan.text, range.start);
		found.push({
			range: label ? { start: label.start, end: label.end } : range,
			label: label?.end === range.end ? label : undefined,
		});
	};
	const dependencies = [
		...plan.allPhases.flatMap((phase) => phase.dependencies),
		...plan.timelines.flatMap((each) => each.rows.flatMap((row) => row.dependencies ?? [])),
	];
	const told = new Set<number>();
	for (const dependency of dependencies) {
		if (!meansSeries(dependency, series)) continue;
		const { range } = dependency.expandedFrom ?? dependency;
		if (!told.has(range.start)) read(range);
		told.add(range.start);
	}
	for (const timeline of plan.timelines) {
		if (timeline.series !== series) continue;
		for (const row of timeline.rows) if (row.labels.length > 0) read(row.labelRange);
	}
	return found;
}

function meansSeries({ target }: Dependency, series: Series): boolean {
	if (target.kind === "phase") return target.phase.series === series;
	return target.kind === "unknown-phase" && target.word === series.word;
}

/** Links to headings whose anchor changes with their number; `undefined`: an anchor is written in a way not understood. */
function anchorEdits(plan: Plan, edits: readonly TextEdit[]): TextEdit[] | undefined {
	const [before, after] = [new GithubSlugger(), new GithubSlugger()];
	const renamed = new Map<string, string>();
	for (const heading of plan.headings) {
		const old = before.slug(heading.text.text);
		const now = after.slug(editedText(heading, edits));
		if (old !== now) renamed.set(old, now);
	}
	const result: TextEdit[] = [];
	for (const link of plan.links) {
		const slug = link.url.startsWith("#") ? renamed.get(link.url.slice(1)) : undefined;
		if (slug === undefined) continue;
		if (plan.text.slice(link.urlRange.start, link.urlRange.end) !== link.url) return undefined;
		result.push({ range: link.urlRange, text: `#${slug}` });
	}
	return result;
}

function editedText(heading: Heading, edits: readonly TextEdit[]): string {
	const { text } = heading;
	let result = "";
	let at = 0;
	for (const edit of edits) {
		if (!contains(heading.range, edit.range)) continue;
		const length = edit.range.end - edit.range.start;
		for (let index = at; index + length <= text.text.length; index++) {
			const { start, end } = text.rangeOf(index, index + length);
			if (start !== edit.range.start || end !== edit.range.end) continue;
			result += text.text.slice(at, index) + edit.text;
			at = index + length;
			break;
		}
	}
	return result + text.text.slice(at);
}

function contains(outer: SourceRange, inner: SourceRange): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

function overlaps(a: SourceRange, b: SourceRange): boolean {
	return a.start < b.end && b.start < a.end;
}
