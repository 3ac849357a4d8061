import { labelKey } from "../text/phase-label.js";
import { hasSameLabel, pairPhases } from "./phase-pairs.js";
import type { Item, Phase, Plan, Status } from "../plan.js";
import { unreadPaths } from "../graph/unread-plans.js";
import type { DocumentSummary, Workspace } from "../workspace/workspace.js";

/** What happened to a phase that was done. */
export type CompletedPhaseFault = {
	/** As it was. */
	readonly before: Phase;
} &
	/** Only of the main series: an overview of milestones is no record of the work. */
	(
		| { readonly kind: "gone" }
		/** It says that it is not done; `status` says so. */
		| { readonly kind: "reopened"; readonly now: Phase; readonly status: Status }
		/** It says no longer that it is done. */
		| { readonly kind: "unmarked"; readonly now: Phase }
		/** A box was ticked and is not. */
		| { readonly kind: "unticked"; readonly now: Phase; readonly item: Item }
		| { readonly kind: "renumbered"; readonly now: Phase }
		/** `kept` of its words are still there, from 0 to 1. */
		| { readonly kind: "rewritten"; readonly now: Phase; readonly kept: number }
	);

/** Fewer words say too little to be rewritten. */
const FEWEST_WORDS = 8;

/**
 * What became of the phases that were done in an earlier state of a plan: PLAN-FORMAT, "Durable". Typo-sized edits,
 * links, added notes and a shorter account of what was done are no rewrite; a phase that says other things than it did
 * in place of most of what it said is one.
 *
 * @param share of its words that a done phase has to keep, from 0 to 1
 * @returns the outermost phase for what happened to a phase and its tasks; one fault for a phase
 */
export function completedPhaseFaults(before: Plan, now: Plan, share: number): CompletedPhaseFault[] {
	// A plan that is given up makes room for what takes its place.
	if (now.status?.tier === "dropped") return [];
	const labels = new Map<string, number>();
	for (const phase of before.allPhases) labels.set(placeKey(phase), (labels.get(placeKey(phase)) ?? 0) + 1);
	const told = new Set<Phase>();
	return pairPhases(before, now).flatMap(({ before: old, now: phase }): CompletedPhaseFault[] => {
		const { parentPhase } = old.series;
		if (parentPhase && told.has(parentPhase)) {
			told.add(old);
			return [];
		}
		if (old.status?.tier !== "done" || old.status.contradiction) return [];
		const fault = phase
			? changed(old, phase, share, (labels.get(placeKey(old)) ?? 0) > 1)
			: isHidden(old, now) || old.series !== before.mainSeries
				? undefined
				: ({ before: old, kind: "gone" } as const);
		if (!fault) return [];
		told.add(old);
		return [fault];
	});
}

/** Labels that stand twice among siblings are mended by renumbering. */
function placeKey(phase: Phase): string {
	return `${phase.series.parent?.range.start} ${phase.series.word} ${labelKey(phase.label)}`;
}

/** The reader could not read something that looks like the phase. */
function isHidden(phase: Phase, now: Plan): boolean {
	const key = labelKey(phase.label);
	return (
		now.swallowedPhases.some(({ label }) => labelKey(label) === key) ||
		now.nearMisses.some(({ looksLike, text }) => looksLike === "phase" && text.includes(phase.label.text))
	);
}

function changed(before: Phase, now: Phase, share: number, isRepeated: boolean): CompletedPhaseFault | undefined {
	const kept = overlap(before, now);
	if (kept.isRewritten(share)) return { before, now, kind: "rewritten", kept: kept.ofBefore };
	const { status } = now;
	if (before.status?.place !== "boxes") {
		if (
			status &&
			status.tier !== undefined &&
			status.tier !== "done" &&
			status.tier !== "dropped" &&
			status.place !== "boxes"
		)
			return { before, now, kind: "reopened", status };
		if (status?.tier !== "done" && status?.tier !== "dropped" && (status === undefined || status.place === "boxes"))
			return { before, now, kind: "unmarked" };
	}
	const item = unticked(before, now);
	if (item) return { before, now, kind: "unticked", item };
	return hasSameLabel(before, now) || isRepeated ? undefined : { before, now, kind: "renumbered" };
}

/** An item that was ticked and has the same words and an open box. */
function unticked(before: Phase, now: Phase): Item | undefined {
	const ticked = new Set(before.work.flatMap((item) => (item.box?.checked ? [item.text.text.trim()] : [])));
	const stillTicked = new Set(now.work.flatMap((item) => (item.box?.checked ? [item.text.text.trim()] : [])));
	return now.work.find(
		(item) =>
			item.box &&
			!item.box.checked &&
			!item.box.other &&
			ticked.has(item.text.text.trim()) &&
			!stillTicked.has(item.text.text.trim()),
	);
}

/** How much of what a phase said is still said, and how much of what it says was. */
function overlap(before: Phase, now: Phase): { readonly ofBefore: number; isRewritten(share: number): boolean } {
	const [old, current] = [wordsOf(before), wordsOf(now)];
	const counts = new Map<string, number>();
	for (const word of current) counts.set(word, (counts.get(word) ?? 0) + 1);
	let shared = 0;
	for (const word of old) {
		const count = counts.get(word) ?? 0;
		if (count === 0) continue;
		shared++;
		counts.set(word, count - 1);
	}
	const ofBefore = old.length === 0 ? 1 : shared / old.length;
	const ofNow = current.length === 0 ? 1 : shared / current.length;
	// A summary of what was done keeps few of the words, and says little else.
	return { ofBefore, isRewritten: (share) => old.length >= FEWEST_WORDS && ofBefore < share && ofNow < share };
}

/** The words of title, fields and items: without link targets, code blocks and marks. */
function wordsOf(phase: Phase): string[] {
	const texts = [
		phase.title.text,
		...phase.fields.map((field) => field.value.text),
		...phase.items.flatMap((item) => item.paragraphs.map((paragraph) => paragraph.text)),
	];
	return texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Paths of plans by the titles of their done phases; the documents of a workspace stay the same array as long as nothing changed. */
const doneTitles = new WeakMap<readonly DocumentSummary[], ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * Whether another plan has a phase of that title that is done: a plan was split, or what is done was taken elsewhere.
 * Where a document that could not be read has changed, it may be there.
 * @param path of the plan that had the phase
 * @param hasChanged whether a document may say other things than it did
 */
export function mayBeDoneElsewhere(
	phase: Phase,
	path: string | undefined,
	workspace: Workspace | undefined,
	hasChanged: (path: string) => boolean,
): boolean {
	if (workspace === undefined) return false;
	if (unreadPaths(workspace.problems).some(hasChanged)) return true;
	const { documents } = workspace;
	let titles = doneTitles.get(documents);
	if (!titles) doneTitles.set(documents, (titles = findDoneTitles(documents)));
	const paths = titles.get(phase.title.text);
	return paths !== undefined && (paths.size > 1 || path === undefined || !paths.has(path));
}

function findDoneTitles(documents: readonly DocumentSummary[]): ReadonlyMap<string, ReadonlySet<string>> {
	const titles = new Map<string, Set<string>>();
	for (const { path, phases } of documents) {
		for (const { title, status } of phases) {
			if (status !== "done") continue;
			const paths = titles.get(title);
			if (paths) paths.add(path);
			else titles.set(title, new Set([path]));
		}
	}
	return titles;
}
