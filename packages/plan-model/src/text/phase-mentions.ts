import { readLabelAt, type Label } from "./phase-label.js";
import type { Span } from "./span.js";
import type { Vocabulary } from "./vocabulary.js";
import { execAll } from "./exec-all.js";

/** A label that a mention names. Of a range, `span` reaches from the first label to the last. */
export interface MentionedLabel {
	readonly label: Label;
	readonly span: Span;
	/** `Phases 1, 2`: the 2 is a label. `Phase 1, 2 days`: it may be one. */
	readonly isCertain: boolean;
}

/** `Phase 3`, `Phases 1, 2 and 5`, `phase-3`: a series word with labels, wherever it stands in a text. */
export interface PhaseMention extends Span {
	/** Lower-case singular. */
	readonly word: string;
	/** `phase-3`, `phase3`, `Phase #3`: a name or number of something as likely as a phase. */
	readonly isJoined: boolean;
	readonly labels: readonly MentionedLabel[];
}

const WORD = /[\p{L}\p{M}]+/gu;
/** Between word and label: one white space (a line break too), and the marks of emphasis and code around it. */
const GAP = /[*_~`]{0,3}[ \t\u00A0]{0,2}(?:\r?\n[ \t>]{0,8})?[*_~`]{0,3}/uy;
const JOINT = /[ \t]?[-_#]/uy;
/** Between two labels of a list. */
const NEXT =
	/[*_~`]{0,3}(?:\s?[,，、]\s?(?:(?:and|or|und|oder|y|o|et|ou)\s)?|\s(?:and|or|und|oder|y|o|et|ou|&|\+)\s)[*_~`]{0,3}/uy;
const MAX_LIST = 50;

/**
 * Finds every mention of a phase in a text, code and markup included; what a mention stands in is the caller's to
 * judge. Bare labels (`Depends on: 2`) are none.
 */
export function findPhaseMentions(text: string, vocabulary: Vocabulary): PhaseMention[] {
	const mentions: PhaseMention[] = [];
	for (const match of execAll(WORD, text)) {
		const word = vocabulary.seriesWord(match[0]);
		if (word === undefined) continue;
		const start = match.index;
		const wordEnd = start + match[0].length;
		const joint = length(JOINT, text, wordEnd);
		const gap = joint > 0 ? joint : length(GAP, text, wordEnd);
		const label = readLabelAt(text, wordEnd + gap);
		if (label === undefined) continue;
		const isPlural = match[0].toLowerCase() !== word;
		const labels: MentionedLabel[] = [{ label, span: { start: label.start, end: label.end }, isCertain: true }];
		let end = label.end;
		for (let count = 0; count < MAX_LIST; count++) {
			const between = length(NEXT, text, end);
			const next = between > 0 ? readLabelAt(text, end + between) : undefined;
			if (next === undefined || typeof next.parts[0] !== typeof label.parts[0]) break;
			labels.push({ label: next, span: { start: next.start, end: next.end }, isCertain: isPlural });
			end = next.end;
		}
		mentions.push({ start, end, word, isJoined: joint > 0 || gap === 0, labels });
	}
	return mentions;
}

function length(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0].length ?? 0;
}
