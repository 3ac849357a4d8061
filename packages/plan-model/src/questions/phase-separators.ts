import type { Block, Phase, Plan, Section } from "../plan.js";
import type { TextEdit } from "../text/source-range.js";

/** Two neighbours of a series with nothing but an empty line between them. */
export interface MissingSeparator {
	readonly previous: Phase;
	readonly phase: Phase;
	/** Puts `---` before the heading of the phase. */
	readonly edit: TextEdit;
}

/** The phases of the main series that no `---` parts from the phase above. */
export function missingSeparators(plan: Plan): MissingSeparator[] {
	const { phases } = plan;
	const missing: MissingSeparator[] = [];
	const { newline } = plan.lines;
	let from = 0;
	for (const [index, phase] of phases.entries()) {
		const previous = phases[index - 1];
		if (!previous) continue;
		// Phases and sections both stand in the order of the document.
		while ((plan.sections[from]?.range.start ?? Infinity) < previous.range.start) from++;
		let to = from;
		while ((plan.sections[to]?.range.start ?? Infinity) < phase.range.start) to++;
		if (!phase.heading || isParted(previous, plan.sections.slice(from, to))) continue;
		missing.push({ previous, phase, edit: separatorBefore(phase.heading.range.start, plan.text, newline) });
	}
	return missing;
}

/**
 * A separator stands at the end of the phase, or right before the next one where another section follows the phase.
 * @param sections from the phase to the next one
 */
function isParted(previous: Phase, sections: readonly Section[]): boolean {
	let last: Block | undefined;
	let lastOfPhase: Block | undefined;
	for (const { range, blocks } of sections) {
		// A comment or a definition below the separator is not seen.
		const seen = blocks.findLast(({ type }) => type !== "html" && type !== "other");
		last = seen ?? last;
		if (range.start < previous.range.end) lastOfPhase = last;
	}
	return last?.type === "break" || lastOfPhase?.type === "break";
}

/** With an empty line around: right below a line of text, `---` would make a heading of it. */
function separatorBefore(start: number, text: string, newline: string): TextEdit {
	// The heading may be indented by up to three spaces.
	let at = start;
	while (at > 0 && /[ \t]/u.test(text.charAt(at - 1))) at--;
	const before = text.slice(Math.max(0, at - 200), at);
	const isSetOff = /(?:^|\n)[ \t]*\r?\n$/u.test(before);
	return { range: { start: at, end: at }, text: `${isSetOff ? "" : newline}---${newline}${newline}` };
}
