import { labelKey } from "./phase-label.js";
import type { Phase, Plan } from "./plan.js";
import { titlesAgree } from "./title-agreement.js";
import { normaliseName } from "./vocabulary.js";

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
	const pairs = new Map<Phase, Phase>();
	const pass = (isSame: (a: Phase, b: Phase) => boolean): void => {
		for (const phase of before.allPhases) {
			if (pairs.has(phase)) continue;
			const candidates = [...free].filter((other) => phase.series.form === other.series.form && isSame(phase, other));
			const found = candidates.find((other) => parentName(other) === parentName(phase)) ?? candidates[0];
			if (!found) continue;
			pairs.set(phase, found);
			free.delete(found);
		}
	};
	// A document has few phases: comparing each with each costs less than an index.
	pass((a, b) => hasSameLabel(a, b) && sameTitle(a, b));
	pass((a, b) => hasSameLabel(a, b) && titlesAgree(a.title.text, b.title.text));
	pass(sameTitle);
	pass(hasSameLabel);
	return before.allPhases.map((phase) => ({ before: phase, now: pairs.get(phase) }));
}

/** Word and label are those of the other phase; a series may have got another word as a whole. */
export function hasSameLabel(a: Phase, b: Phase): boolean {
	return labelKey(a.label) === labelKey(b.label);
}

function sameTitle(a: Phase, b: Phase): boolean {
	const title = normaliseName(a.title.text);
	return title !== "" && title === normaliseName(b.title.text);
}

/** Tasks of two phases may have the same labels. */
function parentName(phase: Phase): string {
	const { parentPhase, parent, word } = phase.series;
	return `${word.toLowerCase()} ${normaliseName(parentPhase?.title.text ?? parent?.heading.text.text ?? "")}`;
}
