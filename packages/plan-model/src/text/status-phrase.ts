import type { Span } from "./span.js";
import type { Tier, Vocabulary } from "./vocabulary.js";
import {
	type Clause,
	CLOSING,
	isCircumstance,
	NOTHING,
	OPENING,
	readClause,
	splitClauses,
	type Verdict,
} from "./status-clauses.js";
import { rememberByVocabulary } from "./remember.js";
import { contradicts, readMarks, type StatusMark, tierOfMarks } from "./status-marks.js";

/** What a status value says. */
export interface StatusPhrase {
	/** The tier that the whole phrase states; undefined when it states none for certain. */
	readonly tier: Tier | undefined;
	/** The tier of the words alone. */
	readonly wordTier: Tier | undefined;
	/** The tier of the marks alone; undefined where marks of different tiers stand side by side. */
	readonly emojiTier: Tier | undefined;
	/** Words and marks cannot both be true (`✅ 80 % complete`). */
	readonly contradiction: boolean;
	/** There is a word outside brackets: dates and numbers are none. */
	readonly hasWords: boolean;
	/** From the first word to the end of the phrase, brackets included; undefined without words. */
	readonly words: Span | undefined;
	readonly marks: readonly StatusMark[];
	/** A stated degree of completion, 0 to 100. */
	readonly percent: number | undefined;
	/** It lists several states to choose from (`Proposed | Accepted`), as a template or legend does. */
	readonly isChoice: boolean;
	/** The words say nothing but the status, a date, a percentage or a note after it: sure also beside a title. */
	readonly isPlain: boolean;
	/** The words could as well be a title (`Planning`, `Draft`). */
	readonly alsoTitle: boolean;
	/** A ✅ beside the words approves them (`✅ Ready for review`) and claims no finished work. */
	readonly toleratesDoneMark: boolean;
}

/** The text with white space where its marks are, so that offsets stay. */
function withoutMarks(text: string, marks: readonly StatusMark[]): string {
	let bare = "";
	let at = 0;
	for (const mark of marks) {
		bare += text.slice(at, mark.start) + " ".repeat(mark.end - mark.start);
		at = mark.end;
	}
	return bare + text.slice(at);
}

/** A longer value is a paragraph; its first sentence is read. */
const MAX_STATUS_LENGTH = 600;

/** Longer values seldom come back. */
const LONGEST_REMEMBERED = 80;

/** Depth of brackets at a place. */
function depthAt(text: string, at: number): number {
	let depth = 0;
	for (let index = 0; index < at; index++) {
		const char = text[index] ?? "";
		if (OPENING.includes(char)) depth++;
		else if (CLOSING.includes(char) && depth > 0) depth--;
	}
	return depth;
}

function isDateClause(clause: Clause): boolean {
	return clause.percent === undefined && clause.words.every((word) => isCircumstance(word) || word === "updated");
}

/**
 * Reads the value of a status line, cell or note. The words decide, and the whole phrase does; the marks only where
 * there are no words. It is certain or undefined: `Built & bug-free`, `Production-ready interface` and
 * `Backend complete` state no tier of the work.
 */
export const readStatusPhrase: (text: string, vocabulary: Vocabulary) => StatusPhrase = rememberByVocabulary(
	readAnew,
	LONGEST_REMEMBERED,
);

function readAnew(text: string, vocabulary: Vocabulary): StatusPhrase {
	const value = text.length > MAX_STATUS_LENGTH ? text.slice(0, MAX_STATUS_LENGTH) : text;
	const marks = readMarks(value, vocabulary);
	const clauses = splitClauses(withoutMarks(value, marks));
	let topClauses = clauses.filter((clause) => clause.depth === 0);
	const onlyInBrackets = topClauses.every(isDateClause);
	if (onlyInBrackets) topClauses = clauses.filter((clause) => !isDateClause(clause));
	else {
		// A label that was not cut off: `Status: done`, `2026-01-01: done`.
		const labels = topClauses.findIndex(
			(clause) =>
				!(
					isDateClause(clause) ||
					(/^[:：]$/.test(clause.closer) && /^(?:status|estado|статус|状态|stand)$/.test(clause.words.at(-1) ?? ""))
				),
		);
		if (labels > 0) topClauses = topClauses.slice(labels);
	}
	const head = topClauses[0];
	const verdicts = clauses.map((clause) => readClause(clause, vocabulary));
	const verdictOf = (clause: Clause): Verdict => verdicts[clauses.indexOf(clause)] ?? NOTHING;

	const isChoice = isListOfStates(clauses, verdicts) || isListOfMarks(value, marks);
	const topMarks = isChoice
		? []
		: marks.filter((mark) => depthAt(value, mark.start) === 0 || (head !== undefined && head.depth > 0));
	const emojiTier = tierOfMarks(topMarks.slice(0, 3));
	let verdict: Verdict = head === undefined ? NOTHING : verdictOf(head);
	if (onlyInBrackets && verdict.kind !== "status" && verdict.kind !== "percent") verdict = NOTHING;

	let percent: number | undefined;
	let low: number | undefined;
	for (const found of verdicts) {
		if (found.kind === "percent" && percent === undefined) {
			percent = found.high;
			low = found.low;
		}
	}

	let wordTier: Tier | undefined;
	let isPlain = false;
	let alsoTitle = false;
	let toleratesDoneMark = false;
	const question = /[?？]\s*$/.test(value);
	if (!isChoice && !question && head !== undefined) {
		switch (verdict.kind) {
			case "status":
				({ tier: wordTier, isPlain, alsoTitle, toleratesDoneMark } = verdict);
				if (percent !== undefined && low !== undefined) {
					if (wordTier === "done" && low < 100) wordTier = percent === 0 ? undefined : "active";
					else if (wordTier === "planned" && percent > 0) wordTier = undefined;
				}
				break;
			case "percent":
				wordTier = verdict.high === 0 ? "planned" : verdict.low >= 100 ? "done" : "active";
				// A bare figure beside a title may be a share of something else (`Rollout (10%)`).
				isPlain = (head?.words.length ?? 0) > 1 || emojiTier !== undefined;
				break;
			case "something-done":
				if (percent !== undefined && percent > 0 && percent < 100) wordTier = "active";
				else if (saysImplementationIsAwaited(topClauses, verdictOf)) {
					wordTier = "planned";
					toleratesDoneMark = true;
				}
				break;
			case "part": {
				const found = topClauses.map(verdictOf);
				const isNext = (one: Verdict): boolean =>
					one.kind === "part" ? one.isNext : one.kind === "status" && one.tier === "active";
				if (found.some((one) => one.kind === "part" && one.isDone)) {
					if (found.some(isNext)) wordTier = "active";
				} else if (isReadyForTheFirst(head)) wordTier = "planned";
				toleratesDoneMark = true;
				break;
			}
			case "nothing":
				break;
		}
	}
	const hasWords = head !== undefined && (head.depth === 0 || wordTier !== undefined) && !isDateClause(head);
	const tier = isChoice ? undefined : (wordTier ?? (hasWords ? undefined : emojiTier));
	const contradiction =
		wordTier !== undefined &&
		emojiTier !== undefined &&
		topMarks.slice(0, 3).some((mark) => contradicts(mark, wordTier, toleratesDoneMark));
	return {
		tier,
		wordTier,
		emojiTier,
		contradiction,
		hasWords,
		words: hasWords ? { start: head.start, end: value.trimEnd().length } : undefined,
		marks,
		percent,
		isChoice,
		isPlain: isPlain && wordTier !== undefined,
		alsoTitle,
		toleratesDoneMark,
	};
}

/** `Ready to begin Phase 1`: with nothing before it. */
function isReadyForTheFirst(clause: Clause): boolean {
	return clause.words[0] === "ready" && /^0?[01]$/.test(clause.words.at(-1) ?? "");
}

function saysImplementationIsAwaited(clauses: readonly Clause[], verdictOf: (clause: Clause) => Verdict): boolean {
	return clauses.slice(1).some((clause) => {
		const found = verdictOf(clause);
		return clause.words[0] === "awaiting" && found.kind === "status" && found.tier === "planned";
	});
}

/** Two or more plain states with `|` or `/` between them, or three with commas, are a choice and state nothing. */
function isListOfStates(clauses: readonly Clause[], verdicts: readonly Verdict[]): boolean {
	const tiers = new Set<Tier>();
	let byBar = 0;
	let byComma = 0;
	clauses.forEach((clause, index) => {
		const verdict = verdicts[index];
		if (verdict?.kind !== "status" || !verdict.isPlain || clause.words.length > 3) return;
		const before = clause.opener;
		if (before === "|" || before === "/" || clause.closer === "|" || clause.closer === "/") byBar++;
		else if (before === "," || clause.closer === "," || before === "→") byComma++;
		else return;
		tiers.add(verdict.tier);
	});
	return tiers.size > 1 && (byBar > 1 || byComma > 2);
}

/** `✅ Success | ❌ Error`: each member begins with a mark. */
function isListOfMarks(text: string, marks: readonly StatusMark[]): boolean {
	if (marks.length < 2) return false;
	let members = 0;
	for (const mark of marks) {
		const before = text.slice(0, mark.start).trimEnd().at(-1);
		if ((before === "|" || before === "/") && depthAt(text, mark.start) === 0) members++;
	}
	return members > 0 && /^[\s*_`]*$/.test(text.slice(0, marks[0]?.start));
}

export { readHeadingStatus, type HeadingStatus, type HeadingStatusPart } from "./heading-status.js";
