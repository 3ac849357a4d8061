import { compareLabels, isSuccessor, labelKey, type Label } from "../text/phase-label.js";
import { KnownLabels } from "./known-labels.js";
import type { Heading, Phase, Plan, Section, Series } from "../plan.js";

/** A place where the numbers of sibling phases do not go on by one. */
export interface NumberingFault {
	/**
	 * `repeat`: the label stands twice; `restart`: the series begins anew, as if a second plan followed; `gap`: labels
	 * are missing before this one; `back`: it is lower than the one above it, and stands nowhere else.
	 */
	readonly kind: "repeat" | "restart" | "gap" | "back";
	readonly phase: Phase;
	/** The phase above it in the series. */
	readonly previous: Phase;
	/** Of a repeat or restart: the phase that has the label first. */
	readonly first: Phase | undefined;
	/** Of a gap: how many labels are missing. */
	readonly missing: number;
}

/** A second plan in the same file: a title of its own, below which the same series begins anew. */
export interface PastedPlan {
	readonly title: Heading;
	readonly first: Phase;
	/** The title above it that has the same series, and the phase with the same label there. */
	readonly otherTitle: Heading;
	readonly otherFirst: Phase;
}

/**
 * Where the labels of a series repeat, skip or go back; PLAN-FORMAT, "Series": a series may start anywhere, and a
 * range, a letter or an inserted decimal goes on like any label.
 *
 * What a fence has swallowed and what a later phase of the series brings is not missing. Task lists and headings
 * without a word are looked at for repeats only: their labels are often those of something else, and a part of the
 * list may stand in another section.
 */
export function findNumberingFaults(series: Series, plan: Plan): NumberingFault[] {
	const { phases } = series;
	const isCertain = series.form === "heading" && series.word !== "";
	if (!isCertain && !isMostlyInOrder(phases)) return [];
	const faults: NumberingFault[] = [];
	const seen = new Map<string, Phase>();
	let restarted: Phase | undefined;
	for (const [index, phase] of phases.entries()) {
		const key = labelKey(phase.label);
		const previous = phases[index - 1];
		const first = seen.get(key);
		if (first === undefined) seen.set(key, phase);
		if (phase.label.placeholder || previous === undefined) continue;
		if (first !== undefined) {
			// A phase that was dropped may keep its number beside the one that took its place.
			if (phase.status?.tier === "dropped" || first.status?.tier === "dropped") continue;
			// One restart is one fault, however many labels it repeats.
			if (restarted !== undefined && isSuccessor(previous.label, phase.label)) continue;
			const restarts = first === phases[0] && isRun(phases, index, seen);
			faults.push({ kind: restarts ? "restart" : "repeat", phase, previous, first, missing: 0 });
			restarted = restarts ? phase : undefined;
		} else if (isCertain && !isSuccessor(previous.label, phase.label)) {
			const order = compareLabels(lastOf(previous.label), phase.label);
			if (order !== undefined && order > 0)
				faults.push({ kind: "back", phase, previous, first: undefined, missing: 0 });
			else if (order !== undefined && order < 0) {
				const missing = missingBetween(previous, phase, series, plan);
				if (missing > 0) faults.push({ kind: "gap", phase, previous, first: undefined, missing });
			}
		}
	}
	return faults;
}

/**
 * Plans that were pasted into one file: each has a title of level 1 that calls itself a plan, and a series of phases
 * whose numbers begin as those of an earlier one.
 */
export function findPastedPlans(plan: Plan): PastedPlan[] {
	const pasted: PastedPlan[] = [];
	const known: { readonly title: Heading; readonly series: Series }[] = [];
	const told = new Set<Heading>();
	for (const series of plan.series) {
		const title = titleOf(series.parent);
		const [first] = series.phases;
		if (series.form !== "heading" || series.parentPhase || !title || !first || series.phases.length < 2) continue;
		const other = known.find(
			(each) => each.title !== title && each.series.word === series.word && startsAlike(each.series, series),
		);
		const otherFirst = other?.series.phases[0];
		if (other && otherFirst && !told.has(title) && (isPlanTitle(title) || title.text.text === other.title.text.text)) {
			told.add(title);
			pasted.push({ title, first, otherTitle: other.title, otherFirst });
		}
		known.push({ title, series });
	}
	return pasted;
}

function titleOf(section: Section | undefined): Heading | undefined {
	let top = section;
	while (top?.parent) top = top.parent;
	return top?.heading.level === 1 ? top.heading : undefined;
}

function isPlanTitle(heading: Heading): boolean {
	return /(?:plan|roadmap)\s*$/iu.test(heading.text.text);
}

function startsAlike(a: Series, b: Series): boolean {
	return [0, 1].every((index) => {
		const [left, right] = [a.phases[index], b.phases[index]];
		return left !== undefined && right !== undefined && labelKey(left.label) === labelKey(right.label);
	});
}

/** At least half of the labels follow the one above them: `2D view` and `3D view` number nothing. */
function isMostlyInOrder(phases: readonly Phase[]): boolean {
	let follows = 0;
	for (let index = 1; index < phases.length; index++) {
		const [previous, phase] = [phases[index - 1], phases[index]];
		if (previous && phase && isSuccessor(previous.label, phase.label)) follows++;
	}
	return follows > 1 && follows * 2 >= phases.length - 1;
}

/** The next phases repeat labels in their order, too. */
function isRun(phases: readonly Phase[], from: number, seen: ReadonlyMap<string, Phase>): boolean {
	const [phase, next] = [phases[from], phases[from + 1]];
	return (
		phase !== undefined && next !== undefined && isSuccessor(phase.label, next.label) && seen.has(labelKey(next.label))
	);
}

function lastOf(label: Label): Label {
	return label.last ?? label;
}

/** What a plan has of a word's labels; asked for by each of thousands of phases. */
const known = new WeakMap<Plan, Map<string, KnownLabels>>();

/** A list of some phases only (who does them, what they cost) may leave out those that the plan has elsewhere. */
function labelsOf(word: string, plan: Plan): KnownLabels {
	let ofPlan = known.get(plan);
	if (!ofPlan) known.set(plan, (ofPlan = new Map<string, KnownLabels>()));
	let labels = ofPlan.get(word);
	if (labels) return labels;
	ofPlan.set(word, (labels = new KnownLabels()));
	for (const series of plan.series) if (series.word === word) for (const { label } of series.phases) labels.add(label);
	for (const { label } of [...plan.swallowedPhases, ...plan.nearMisses])
		if (label && !label.last && !label.openEnded) labels.add(label);
	return labels;
}

/** How many labels are missing between two neighbours: only labels that differ in their last number have a distance. */
function missingBetween(previous: Phase, phase: Phase, series: Series, plan: Plan): number {
	if (previous.label.openEnded) return 0;
	return labelsOf(series.word, plan).missingBetween(lastOf(previous.label).parts, phase.label.parts);
}
