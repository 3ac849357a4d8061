/** What one clause of a status says. */

import type { StatusWording, Tier, Vocabulary } from "./vocabulary.js";
import { execAll } from "./exec-all.js";

/** Words between two breaks, at one depth of brackets. */
export interface Clause {
	readonly words: string[];
	readonly start: number;
	end: number;
	readonly depth: number;
	/** What stands before it: a bracket or punctuation mark, or nothing at the beginning. */
	readonly opener: string;
	/** What stands after it. */
	closer: string;
	percent: readonly [number, number] | undefined;
}

const TOKEN =
	/(?<percent>\d{1,3}(?:\.\d{1,3})?(?:\s?[-–]\s?\d{1,3})?\s?%)|(?<word>[\p{L}\p{N}\p{M}'’]+)|(?<other>\S)/gu;

export const OPENING = "([{（【";

export const CLOSING = ")]}）】";

const BREAKS = ",;:!?|/•·，；：、。！？→";

const DASHES = "-–—";

export function splitClauses(text: string): Clause[] {
	const clauses: Clause[] = [];
	let depth = 0;
	let current: Clause | undefined;
	let opener = "";
	const close = (by: string): void => {
		if (current !== undefined) current.closer = by;
		current = undefined;
		opener = by;
	};
	for (const match of execAll(TOKEN, text)) {
		const start = match.index;
		const end = start + match[0].length;
		const { percent, word, other } = match.groups ?? {};
		if (other !== undefined) {
			if (OPENING.includes(other)) {
				close(other);
				depth++;
			} else if (CLOSING.includes(other)) {
				close(other);
				if (depth > 0) depth--;
			} else if (BREAKS.includes(other)) close(other);
			else if (other === "." && !/[\p{L}\p{N}]/u.test(text[end] ?? " ")) close(other);
			else if (DASHES.includes(other) && !(isWordChar(text[start - 1]) && isWordChar(text[end]))) close("-");
			continue;
		}
		if (current === undefined) {
			current = { words: [], start, end, depth, opener, closer: "", percent: undefined };
			clauses.push(current);
		}
		current.end = end;
		if (percent !== undefined) {
			const numbers = percent.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
			const low = numbers[0] ?? 0;
			const high = numbers[1] ?? low;
			if (high <= 100) current.percent = [low, high];
			current.words.push("%");
		} else if (word !== undefined) current.words.push(word.normalize("NFC").toLowerCase().replace(/’/g, "'"));
	}
	return clauses;
}

function isWordChar(char: string | undefined): boolean {
	return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

const HEDGES: ReadonlySet<string> = new Set(
	"partial partially partly mostly largely nearly almost substantially mainly teilweise fast größtenteils weitgehend parcialmente casi partiellement presque quase частично почти".split(
		" ",
	),
);

/** Said before a state without changing it. */
const ADVERBS: ReadonlySet<string> = new Set(
	"now currently fully already newly successfully officially recently just still all both is are was were been has have being completely technically yet bereits schon vollständig ya ahora déjà já уже".split(
		" ",
	),
);

/** A plan of which only these are finished has not begun. */
const PLANNING_SUBJECTS: ReadonlySet<string> = new Set(
	"plan planning design specification spec proposal rfc prd planung entwurf diseño planificación conception".split(" "),
);

/** What, when finished, leaves nothing. */
const WHOLE_SUBJECTS: ReadonlySet<string> = new Set(
	"implementation development work project everything migration refactoring feature umsetzung implementierung projekt implementación proyecto projet projeto".split(
		" ",
	),
);

/** After a finished state these only say when, where or how. */
const CIRCUMSTANCE: ReadonlySet<string> = new Set(
	"in on at by via with as since and per through during under pr prs commit commits see using from today yesterday date am mit seit im en el le con avec em в с january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(
		" ",
	),
);

/** After a finished state these make it a condition or take it back. */
const TAKEN_BACK: ReadonlySet<string> = new Set(
	"when if until unless once before first but except without criteria definition means pending required checklist".split(
		" ",
	),
);

const CONDITIONAL: ReadonlySet<string> = new Set(
	"must should shall will would can could may might to be not no never needs need when if until unless once before cannot definition likely probably possibly maybe perhaps".split(
		" ",
	),
);

/** `Ready for …` these is not before the work but after it, or says nothing about the work. */
const READY_AFTER_WORK: ReadonlySet<string> = new Set(
	"production prod deployment deploy deploying release releasing merge merging testing test qa use launch ship shipping handoff handover next phase step stage demo users beta commit validation verification competition".split(
		" ",
	),
);

const AWAITED_BEFORE_WORK: ReadonlySet<string> = new Set(
	"implementation approval start execution kickoff development sign signoff prioritization scheduling planning".split(
		" ",
	),
);

/** What a clause says. */
export type Verdict =
	| {
			readonly kind: "status";
			readonly tier: Tier;
			readonly isPlain: boolean;
			readonly alsoTitle: boolean;
			readonly toleratesDoneMark: boolean;
	  }
	/** One part of the work is finished, or (`next`) the following one named. */
	| { readonly kind: "part"; readonly isDone: boolean; readonly isNext: boolean }
	/** Something is said to be finished; and whether that is all of it is open. */
	| { readonly kind: "something-done" }
	| { readonly kind: "percent"; readonly low: number; readonly high: number }
	| { readonly kind: "nothing" };

export const NOTHING: Verdict = { kind: "nothing" };

function status(tier: Tier, isPlain: boolean, alsoTitle = false, toleratesDoneMark = false): Verdict {
	return { kind: "status", tier, isPlain, alsoTitle, toleratesDoneMark };
}

const IS_NUMBER = /^[\p{N}]+(?:st|nd|rd|th|z)?$/u;

export function isCircumstance(word: string | undefined): boolean {
	return word === undefined || word === "%" || /^\p{N}/u.test(word) || CIRCUMSTANCE.has(word);
}

/** Where the clause names a phase by its label: `Phase 3A`. */
function partAt(words: readonly string[], vocabulary: Vocabulary): number {
	for (let index = 0; index + 1 < words.length; index++) {
		const after = words[index + 1] ?? "";
		if (/^(?:\p{N}+\p{L}?|\p{L}\p{N}*)$/u.test(after) && vocabulary.isSeriesWord(words[index] ?? "")) return index;
	}
	return -1;
}

function doneWordingAfter(words: readonly string[], from: number, vocabulary: Vocabulary): number {
	for (let index = from; index < words.length; index++) {
		if (vocabulary.statusWording(words, index)?.tier === "done") return index;
	}
	return -1;
}

function readReady(words: readonly string[], at: number): Verdict {
	const rest = words.slice(at + 1);
	if (rest.length === 0) return status("planned", true, true, true);
	if (rest[0] !== "for" && rest[0] !== "to" && rest[0] !== "zur" && rest[0] !== "para" && rest[0] !== "pour") {
		return isCircumstance(rest[0]) ? status("planned", true, true, true) : NOTHING;
	}
	if (rest.includes("review")) return status("active", true, false, true);
	return rest.slice(1).some((word) => READY_AFTER_WORK.has(word)) ? NOTHING : status("planned", true, false, true);
}

/** Words said of approval, not of work: a ✅ before them is the approval. */
const APPROVALS: ReadonlySet<string> = new Set(["approved", "accepted", "ready", "active", "started", "scheduled"]);

function readWording(wording: StatusWording, words: readonly string[], at: number): Verdict {
	const rest = words.slice(at + wording.length);
	const first = words[at] ?? "";
	if (first === "ready" && wording.length === 1) return readReady(words, at);
	if (wording.tier === "done") {
		if (rest.some((word) => TAKEN_BACK.has(word))) return NOTHING;
		if (isCircumstance(rest[0])) return status("done", true);
		// `Complete framework …` and `Completed tasks` describe a thing; `Implemented the parser` tells of work.
		return wording.alsoAdjective || first === "completed" || first === "完成" ? NOTHING : status("done", false);
	}
	const isPlain = isCircumstance(rest[0]) || rest[0] === "for" || rest[0] === "until" || rest[0] === "to";
	const approves = APPROVALS.has(first) || PLANNING_SUBJECTS.has(first);
	return status(wording.tier, isPlain, wording.alsoTitle, approves);
}

export function readClause(clause: Clause, vocabulary: Vocabulary): Verdict {
	const { words } = clause;
	if (words.length === 0) return NOTHING;
	if (clause.percent !== undefined) {
		const [low, high] = clause.percent;
		const at = words.indexOf("%");
		const before = words.slice(0, at).filter((word) => !ADVERBS.has(word));
		const after = words.slice(at + 1);
		const wording = vocabulary.statusWording(after, 0);
		const afterOk = after.length === 0 || wording?.tier === "done" || after[0] === "done" || after[0] === "of";
		const beforeOk =
			before.length === 0 ||
			before.every(
				(word) => word === "about" || word === "approximately" || word === "progress" || word === "roughly",
			) ||
			vocabulary.statusWording(before, 0)?.tier === "done";
		if (afterOk && beforeOk) return { kind: "percent", low, high };
	}
	let at = 0;
	while (at < words.length && ADVERBS.has(words[at] ?? "") && vocabulary.statusWording(words, at) === undefined) at++;
	const first = words[at] ?? "";
	// `5 of 47 commands refactored`
	if (IS_NUMBER.test(first) && words[at + 1] === "of" && IS_NUMBER.test(words[at + 2] ?? "")) {
		const [some, all] = [Number.parseInt(first, 10), Number.parseInt(words[at + 2] ?? "", 10)];
		const says =
			words.slice(at + 3).some((word) => /ed$/.test(word)) || doneWordingAfter(words, at + 3, vocabulary) >= 0;
		if (says && some < all) return status(some === 0 ? "planned" : "active", true);
		return says ? { kind: "something-done" } : NOTHING;
	}
	if (HEDGES.has(first)) {
		const after = words[at + 1];
		const wording = vocabulary.statusWording(words, at + 1);
		if (after === undefined || wording?.tier === "done" || /(?:ed|ready)$/.test(after)) {
			if (wording === undefined || wording.tier === "done") return status("active", true);
		}
		return NOTHING;
	}
	const part = partAt(words, vocabulary);
	if (first === "awaiting" || first === "awaits") {
		return status(
			words.slice(at + 1).some((word) => AWAITED_BEFORE_WORK.has(word)) ? "planned" : "blocked",
			true,
			false,
			true,
		);
	}
	if (part >= 0) {
		const wording = vocabulary.statusWording(words, at);
		const saysNext = words.slice(0, part).some((word) => /^(?:ready|begin|start|starting|next|begins|now)$/.test(word));
		if (wording !== undefined && !(first === "ready") && !(first === "started" || wording.tier === "done")) {
			return readWording(wording, words, at);
		}
		for (let index = part + 2; index < words.length; index++) {
			const after = vocabulary.statusWording(words, index);
			if (after?.tier === "done") return { kind: "part", isDone: true, isNext: false };
			if (after?.tier === "active" || words[index] === "starting" || words[index] === "next") {
				return { kind: "part", isDone: false, isNext: true };
			}
			if (after !== undefined) return { kind: "part", isDone: false, isNext: true };
		}
		if (saysNext) return { kind: "part", isDone: false, isNext: true };
		if (wording?.tier === "done") return readWording(wording, words, at);
		return { kind: "part", isDone: false, isNext: false };
	}
	const wording = vocabulary.statusWording(words, at);
	if (wording !== undefined) {
		// `Planning complete`: what is finished is the planning.
		return readWording(wording, words, at);
	}
	if (words.slice(at).some((word) => CONDITIONAL.has(word))) return NOTHING;
	// A subject before its state: `Design complete`, `Implementation planned`, `Backend complete`.
	for (let index = at + 1; index < words.length && index <= at + 6; index++) {
		const after = vocabulary.statusWording(words, index);
		if (after === undefined) continue;
		const rest = words.slice(index + after.length);
		if (!isCircumstance(rest[0]) || rest.some((word) => TAKEN_BACK.has(word))) return NOTHING;
		const subject = words.slice(at, index);
		const last = subject.at(-1) ?? "";
		if (subject.length <= 2 && PLANNING_SUBJECTS.has(last)) {
			return after.tier === "done" || after.tier === "planned" ? status("planned", true, false, true) : NOTHING;
		}
		const isEvery = words.slice(0, at).includes("all") && subject.length === 1 && /s$/.test(last);
		const isWhole =
			isEvery ||
			((subject.length === 1 || /^(?:the|full|entire|whole)$/.test(subject[0] ?? "")) && WHOLE_SUBJECTS.has(last));
		if (isWhole && !after.alsoTitle) return status(after.tier, true);
		if (after.tier === "done") return { kind: "something-done" };
		return NOTHING;
	}
	return NOTHING;
}
