import { labelKey } from "../text/phase-label.js";
import type { Phase, Plan } from "../plan.js";
import { titlesAgree } from "../text/title-agreement.js";
import { normaliseName } from "../text/name-matching.js";

/** A phase of an earlier state of a plan with what became of it; `undefined`: it is gone. */
export interface PhasePair {
	readonly before: Phase;
	readonly now: Phase | undefined;
}

/**
 * Finds the phases of an earlier state of a plan again: by label and title, else by the title alone (it was renumbered),
 * else by the label alone (it was renamed). No phase is taken twice.
 */
export function pairPhases(before: Plan, now: Plan): PhasePair[] {
	const free = new Set(now.allPhases);
	const byLabel = groupBy(now.allPhases, (phase) => labelKey(phase.label));
	const byTitle = groupBy(now.allPhases, titleKey);
	const pairs = new Map<Phase, Phase>();
	const pass = (candidatesOf: (phase: Phase) => readonly Phase[], isSame: (a: Phase, b: Phase) => boolean): void => {
		for (const phase of before.allPhases) {
			if (pairs.has(phase)) continue;
			const parent = parentName(phase);
			let found: Phase | undefined;
			for (const other of candidatesOf(phase)) {
				if (!free.has(other) || phase.series.form !== other.series.form || !isSame(phase, other)) continue;
				const isSibling = parentName(other) === parent;
				if (isSibling || !found) found = other;
				if (isSibling) break;
			}
			if (!found) continue;
			pairs.set(phase, found);
			free.delete(found);
		}
	};
	const ofLabel = (phase: Phase): readonly Phase[] => byLabel.get(labelKey(phase.label)) ?? [];
	const ofTitle = (phase: Phase): readonly Phase[] => {
		const title = titleKey(phase);
		return title === "" ? [] : (byTitle.get(title) ?? []);
	};
	pass(ofTitle, hasSameLabel);
	pass(ofLabel, (a, b) => titlesAgree(a.title.text, b.title.text));
	pass(ofTitle, () => true);
	pass(ofLabel, () => true);
	return before.allPhases.map((phase) => ({ before: phase, now: pairs.get(phase) }));
}

/** Word and label are those of the other phase; a series may have got another word as a whole. */
export function hasSameLabel(a: Phase, b: Phase): boolean {
	return labelKey(a.label) === labelKey(b.label);
}

function groupBy(phases: readonly Phase[], keyOf: (phase: Phase) => string): ReadonlyMap<string, readonly Phase[]> {
	const groups = new Map<string, Phase[]>();
	for (const phase of phases) {
		const key = keyOf(phase);
		const group = groups.get(key);
		if (group) group.push(phase);
		else groups.set(key, [phase]);
	}
	return groups;
}

function titleKey(phase: Phase): string {
	return normaliseName(phase.title.text);
}

/** Tasks of two phases may have the same labels. */
function parentName(phase: Phase): string {
	const { parentPhase, parent, word } = phase.series;
	return `${word.toLowerCase()} ${normaliseName(parentPhase?.title.text ?? parent?.heading.text.text ?? "")}`;
}
