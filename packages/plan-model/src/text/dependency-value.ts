import { readLabelAt, type Label } from "./phase-label.js";
import type { Span } from "./span.js";
import { readMarks } from "./status-marks.js";
import type { Vocabulary } from "./vocabulary.js";
import { execAll } from "./exec-all.js";

/** A piece of the value. */
export interface DependencyPiece extends Span {
	readonly text: string;
}

/** One thing that a dependency line names; the span is the smallest that names it (`3` in `Phases 1 and 3`). */
export interface DependencyReference extends Span {
	/** The characters of the span. */
	readonly text: string;
	/**
	 * `phase`: `Phase 2`; `label`: a bare label (`H1`, `TASK-001`, `2.1`); `issue`: `#288`; `anchor`: `#step-1`;
	 * `plan`: `Plan 063` as a whole; `file`: `other.md` as a whole.
	 */
	readonly kind: "phase" | "label" | "issue" | "anchor" | "plan" | "file";
	/** As written: `Phases`. */
	readonly word: string | undefined;
	/** Lower-case singular: `phase`. */
	readonly series: string | undefined;
	/** A range has its last label in `label.last`, to be expanded by who knows which labels there are (`5a`). */
	readonly label: Label | undefined;
	/** What stands before the label and may name another plan: `Plan 063`, `other.md`, a title, or plain words. */
	readonly plan: DependencyPiece | undefined;
}

/** What a dependency line says. */
export interface DependencyValue {
	/** It says that there are none. */
	readonly none: boolean;
	readonly references: readonly DependencyReference[];
	/** `All previous phases`. */
	readonly allPrevious: DependencyPiece | undefined;
	/** There are words that are no reference: kept as text, never an error. */
	readonly isFreeText: boolean;
}

/** A longer value is prose. */
const MAX_VALUE_LENGTH = 2000;

const CLOSINGS: Readonly<Record<string, string>> = { "(": ")", "（": "）", "[": "]" };

/**
 * The text with white space where notes in brackets stand, so that offsets stay. A bracket that is never closed opens
 * nothing; a link text `[Title]` and a bracketed label `[P1-T3]` are no notes.
 */
function withoutNotes(text: string): string {
	let bare = "";
	let at = 0;
	let searchedFrom = -1;
	while (at < text.length) {
		const char = text[at] ?? "";
		const closing = char === "[" ? undefined : CLOSINGS[char];
		if (closing === undefined || searchedFrom === text.length) {
			bare += char;
			at++;
			continue;
		}
		let depth = 0;
		let end = at;
		for (; end < text.length; end++) {
			if (text[end] === char) depth++;
			else if (text[end] === closing && --depth === 0) break;
		}
		if (end >= text.length) {
			// Unclosed: nothing later can close it either, so do not look again.
			searchedFrom = text.length;
			bare += char;
			at++;
			continue;
		}
		bare += " ".repeat(end + 1 - at);
		at = end + 1;
	}
	return bare;
}

const CLAUSE_BREAK = /[;\n|•。；]|\.(?=\s|$)|\s[—–-]\s|—/gu;
/** Joins members of one list. */
const JOINER =
	/(?:\s|[*_`])*(?:(?:[,;+&、，/]|→|->)(?:\s|[*_`])*(?:and\s|und\s|y\s|et\s|e\s|и\s|&\s?)?|(?:and|und|y|et|e|и|or|plus|then)\s|和|及)(?:\s|[*_`])*/iuy;
const WORDS = /[\p{L}\p{M}]+/gu;
/** What may follow a reference and says only that it must be finished, or what it is a reference to. */
const TRAILING = new Set(
	"complete completed completes completion done finished finish merged merge merges landed lands shipped ready approved implemented passing green must be is are been has have first fully fertig abgeschlossen completado terminado".split(
		" ",
	),
);
/** Said before a reference without naming another plan. */
const LEADING = new Set(
	"after requires require required depends depend on upon needs need waits wait waiting for blocked by until the of completion complete completed finish finished finishing all both from with in and or as also only once when merge merged result results output outputs building builds upon see same this plan plans previous prior plus then ждёт ждет после nach benötigt requiere depende de tras después après nécessite depois".split(
		" ",
	),
);
/** With one of these before it in the clause, a phase is named for something else than depending on it. */
const NOT_A_DEPENDENCY = new Set(
	"no not never independent parallel before without unlike instead nor alongside concurrent concurrently simultaneously unblocks blocks nothing none except".split(
		" ",
	),
);
/** `Can start with Phase 2` orders nothing, `can start after Phase 2` does. */
const POSSIBLE = new Set("can could may might".split(" "));
const ORDERING = new Set("after once requires require needs need until following when".split(" "));

const PLAN_NUMBER = /\bplan\s{1,2}#?(?<number>\d{1,4}[a-z]?)(?![\p{L}\p{N}.-])/giu;
const FILE =
	/(?<![\p{L}\p{N}_.~/-])(?:[\p{L}\p{N}_.~-]+\/)*[\p{L}\p{N}_.-]+\.mdx?(?:#[\p{L}\p{N}_-]+)?(?![\p{L}\p{N}])/gu;
const ISSUE = /(?<![\p{L}\p{N}/&])#(?<number>\d{1,6})(?![\p{L}\p{N}-])/gu;
const ANCHOR = /(?<![\p{L}\p{N}/&])#(?<name>\p{L}[\p{L}\p{N}_-]{1,60})/gu;
const ALL_PREVIOUS =
	/\b(?:all|every)\s(?:of\s)?(?:the\s)?(?:previous|prior|preceding|above|earlier)(?:\s\p{L}+)?|\b(?:previous|preceding|prior)\s(?:phases?|steps?|tasks?)\b/iu;
const BARE_ABBREVIATION = /(?<![\p{L}\p{N}])Ф\d{1,3}(?![\p{L}\p{N}])/gu;

function isNumberish(char: string | undefined): boolean {
	return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

/**
 * Reads what a phase or plan says it depends on: lists (`Phases 1, 2 and 3`), ranges (`Tasks 2.1-2.4`), bare labels
 * (`H1, M7.a`), phases of other plans (`Plan 063 Phase 3.5`, `other.md Phase 2`), issues and anchors. Notes in brackets
 * are ignored, `None (can run beside Phase 0)` is none, and what remains is free text.
 */
export function readDependencyValue(text: string, vocabulary: Vocabulary): DependencyValue {
	const value = text.length > MAX_VALUE_LENGTH ? text.slice(0, MAX_VALUE_LENGTH) : text;
	let bare = withoutNotes(value);
	for (const mark of readMarks(value, vocabulary)) {
		bare = bare.slice(0, mark.start) + " ".repeat(mark.end - mark.start) + bare.slice(mark.end);
	}
	if (saysNone(bare, value, vocabulary)) {
		return { none: true, references: [], allPrevious: undefined, isFreeText: false };
	}
	const references: DependencyReference[] = [];
	const taken: Span[] = [];
	const isTaken = (start: number, end: number): boolean => taken.some((span) => start < span.end && end > span.start);
	const clauses = splitClauses(bare);

	readNamedLabels(value, bare, clauses, vocabulary, references, taken);
	for (const clause of clauses) readBareLabels(value, bare, clause, references, taken, isTaken);
	for (const match of execAll(BARE_ABBREVIATION, bare)) {
		const label = readLabelAt(value, match.index);
		if (label === undefined || isTaken(label.start, label.end)) continue;
		references.push(reference(value, "phase", label.start, label.end, "Ф", "фаза", label, undefined));
		taken.push(label);
	}
	for (const match of execAll(FILE, bare)) {
		const end = match.index + match[0].length;
		if (isTaken(match.index, end)) continue;
		references.push(reference(value, "file", match.index, end));
		taken.push({ start: match.index, end });
	}
	for (const match of execAll(PLAN_NUMBER, bare)) {
		const end = match.index + match[0].length;
		if (isTaken(match.index, end) || isDenied(bare, clauses, match.index)) continue;
		references.push(
			reference(
				value,
				"plan",
				match.index,
				end,
				undefined,
				undefined,
				readLabelAt(value, end - (match.groups?.["number"] ?? "").length),
			),
		);
		taken.push({ start: match.index, end });
	}
	for (const match of execAll(ISSUE, bare)) {
		const end = match.index + match[0].length;
		if (isTaken(match.index, end) || isDenied(bare, clauses, match.index)) continue;
		references.push(
			reference(value, "issue", match.index, end, undefined, undefined, readLabelAt(value, match.index + 1)),
		);
		taken.push({ start: match.index, end });
	}
	for (const match of execAll(ANCHOR, bare)) {
		const end = match.index + match[0].length;
		if (isTaken(match.index, end)) continue;
		references.push(reference(value, "anchor", match.index, end));
		taken.push({ start: match.index, end });
	}
	const all = ALL_PREVIOUS.exec(bare);
	let allPrevious: DependencyPiece | undefined;
	if (all !== null && !isDenied(bare, clauses, all.index)) {
		const end = all.index + all[0].length;
		allPrevious = { start: all.index, end, text: value.slice(all.index, end) };
		taken.push({ start: all.index, end });
	}
	references.sort((a, b) => a.start - b.start);
	const isEmpty = references.length === 0 && allPrevious === undefined;
	return {
		none: false,
		references,
		allPrevious,
		isFreeText: hasOtherWords(bare, taken) || (isEmpty && /[\p{L}\p{N}]/u.test(value)),
	};
}

function reference(
	value: string,
	kind: DependencyReference["kind"],
	start: number,
	end: number,
	word?: string,
	series?: string,
	label?: Label,
	plan?: DependencyPiece,
): DependencyReference {
	return { start, end, text: value.slice(start, end), kind, word, series, label, plan };
}

/** The first clause, up to a comma or dash, is a word for none. */
function saysNone(bare: string, value: string, vocabulary: Vocabulary): boolean {
	if (value.trim() === "") return false;
	if (vocabulary.isNone(bare.trim()) || vocabulary.isNone(value)) return true;
	const first = /^[^,;:.—–\n|•]{1,40}(?=[,;:.—–\n|•]|$)/u.exec(bare)?.[0] ?? "";
	const beforeDash = first.split(" - ", 1)[0] ?? "";
	return (
		beforeDash.trim() !== "" &&
		/\p{L}/u.test(beforeDash) &&
		vocabulary.isNone(beforeDash) &&
		!/^no$/iu.test(beforeDash.trim())
	);
}

interface Clause extends Span {}

function splitClauses(bare: string): Clause[] {
	const clauses: Clause[] = [];
	let start = 0;
	for (const match of execAll(CLAUSE_BREAK, bare)) {
		clauses.push({ start, end: match.index });
		start = match.index + match[0].length;
	}
	clauses.push({ start, end: bare.length });
	return clauses;
}

function clauseStart(clauses: readonly Clause[], at: number): number {
	return clauses.findLast((clause) => clause.start <= at)?.start ?? 0;
}

function isDenied(bare: string, clauses: readonly Clause[], at: number): boolean {
	const before = bare.slice(clauseStart(clauses, at), at).toLowerCase();
	let isPossible = false;
	for (const match of execAll(WORDS, before)) {
		if (NOT_A_DEPENDENCY.has(match[0])) return true;
		if (POSSIBLE.has(match[0])) isPossible = true;
		else if (ORDERING.has(match[0])) isPossible = false;
	}
	return isPossible;
}

/** `Phase 2`, `Phases 1, 2 and 3`, `PR #11`, each with what stands before it. */
function readNamedLabels(
	value: string,
	bare: string,
	clauses: readonly Clause[],
	vocabulary: Vocabulary,
	references: DependencyReference[],
	taken: Span[],
): void {
	let after = 0;
	for (const match of execAll(WORDS, bare)) {
		const start = match.index;
		if (start < after || isNumberish(bare[start - 1]) || !vocabulary.isSeriesWord(match[0])) continue;
		if (/[-_#]/.test(bare[start - 1] ?? "")) continue;
		const wordEnd = start + match[0].length;
		const gap = /^(?:\s{1,3}#?|[-_](?=\d)|(?=\d))/.exec(bare.slice(wordEnd, wordEnd + 5))?.[0];
		if (gap === undefined) continue;
		// `TASK-001` is the label of its series as much as `Task 001`; glued `Phase1` is read here too: nobody means else.
		let label = readLabelAt(bare, wordEnd + gap.length);
		if (label === undefined) continue;
		if (isDenied(bare, clauses, start)) {
			after = label.end;
			taken.push({ start, end: label.end });
			continue;
		}
		const series = vocabulary.seriesWord(match[0]);
		const plan =
			readPlanBefore(value, bare, clauseStart(clauses, start), start, after) ?? readPlanAfter(value, bare, label.end);
		if (plan !== undefined) taken.push(plan);
		let isFirst = true;
		for (;;) {
			const next = readJoined(bare, label.end);
			// In a list the word belongs to all of them, so each is its label alone.
			const from = isFirst && next === undefined ? start : label.start;
			references.push(reference(value, "phase", from, label.end, match[0], series, label, plan));
			taken.push({ start: isFirst ? start : label.start, end: label.end });
			after = label.end;
			isFirst = false;
			if (next === undefined) break;
			label = next;
		}
	}
}

function readJoint(bare: string, at: number): string | undefined {
	JOINER.lastIndex = at;
	// A dash between labels that make no range (`1–1`) is left over: both are named, and the list goes on.
	return (JOINER.exec(bare)?.[0] || /^[-–](?=\d)/u.exec(bare.slice(at, at + 2))?.[0]) ?? undefined;
}

/** The next label of a list; not one that a word begins (`Phase 1 and A/B tests`, `Phase 1, 3 engineers`). */
function readJoined(bare: string, at: number): Label | undefined {
	const joint = readJoint(bare, at);
	if (joint === undefined) return undefined;
	const label = readLabelAt(bare, at + joint.length);
	if (label === undefined || label.placeholder) return undefined;
	const rest = bare.slice(label.end, label.end + 24);
	// `PR 1, PR 3`: two capitals could be a label, but for the number behind them.
	if (/^\p{L}+$/u.test(label.text) && /^\s+#?\d/u.test(rest)) return undefined;
	const follows = /^[\s*_`]*(?<word>\p{L}+)?/u.exec(rest)?.groups?.["word"]?.toLowerCase();
	if (follows !== undefined && !TRAILING.has(follows) && !/^(?:and|und|y|et|or|plus|then|и)$/.test(follows))
		return undefined;
	return label;
}

/** The words between the beginning of the clause, or the last reference, and a phase: perhaps another plan's name. */
function readPlanBefore(
	value: string,
	bare: string,
	clause: number,
	start: number,
	after: number,
): DependencyPiece | undefined {
	let from = Math.max(clause, after);
	const before = bare.slice(from, start);
	const separator = Math.max(before.lastIndexOf(", "), before.lastIndexOf("+ "));
	if (separator >= 0) from += separator + 2;
	let end = start;
	while (end > from && /[\s,:'’"”*_`\])§]/u.test(bare[end - 1] ?? "")) end--;
	for (;;) {
		const lead = /^[\s,;:+&→"“'*_`[(]*(?:(?<word>[\p{L}\p{M}]+)(?![\p{L}\p{N}]))?/u.exec(bare.slice(from, end));
		const word = lead?.groups?.["word"];
		if (lead === null || lead[0] === "") break;
		// `Plan 063` begins with a word that is otherwise skipped.
		if (
			word !== undefined &&
			(!LEADING.has(word.toLowerCase()) || /^plan\s#?\d/iu.test(bare.slice(from + lead[0].length - word.length, end)))
		) {
			from += lead[0].length - word.length;
			break;
		}
		from += lead[0].length;
	}
	if (from >= end) return undefined;
	const text = value.slice(from, end);
	const lastWord = [...execAll(WORDS, text)].at(-1)?.[0].toLowerCase() ?? "";
	const isNumbered = /\d$/.test(text) || /\.mdx?$/i.test(text);
	if (!isNumbered && (lastWord === "" || (lastWord !== "plan" && LEADING.has(lastWord)))) return undefined;
	return text.length > 120 ? undefined : { start: from, end, text };
}

const OF_PLAN =
	/[\s*_`]{1,3}(?:of|in|from|von|de|из)\s(?:the\s)?(?<plan>plan\s#?\d{1,4}(?![\p{L}\p{N}.-])|[\p{L}\p{N}_./-]{1,120}\.mdx?(?![\p{L}\p{N}]))/iuy;

/** `Phase 2 of Plan 063`, `Phase 2 in other.md`. */
function readPlanAfter(value: string, bare: string, at: number): DependencyPiece | undefined {
	OF_PLAN.lastIndex = at;
	const match = OF_PLAN.exec(bare);
	const plan = match?.groups?.["plan"];
	if (match === null || plan === undefined) return undefined;
	const end = at + match[0].length;
	return { start: end - plan.length, end, text: value.slice(end - plan.length, end) };
}

/** A clause that is a list of labels and nothing else but `completion`, `merge` and the like: `H1, M7.a`, `A3 completion`. */
function readBareLabels(
	value: string,
	bare: string,
	clause: Clause,
	references: DependencyReference[],
	taken: Span[],
	isTaken: (start: number, end: number) => boolean,
): void {
	const lead = /^[\s*_`,:;[]*/u.exec(bare.slice(clause.start, clause.end))?.[0].length ?? 0;
	let label = readLabelAt(bare, clause.start + lead);
	const found: Label[] = [];
	while (label !== undefined && label.end <= clause.end && !isTaken(label.start, label.end)) {
		found.push(label);
		const joint = readJoint(bare, label.end);
		label = joint === undefined ? undefined : readLabelAt(bare, label.end + joint.length);
	}
	const last = found.at(-1);
	if (last === undefined) return;
	const rest = bare.slice(last.end, clause.end);
	for (const match of execAll(/[\p{L}\p{N}]+/gu, rest)) if (!TRAILING.has(match[0].toLowerCase())) return;
	// A lone capital may be a word of the language; a lone letter list (`A, B`) is one of labels.
	for (const one of found) {
		references.push(reference(value, "label", one.start, one.end, undefined, undefined, one));
		taken.push(one);
	}
}

const CONNECTING = new Set([
	...TRAILING,
	..."and or und y et e и plus then after requires depends on upon needs for the of all both only also".split(" "),
]);

function hasOtherWords(bare: string, taken: readonly Span[]): boolean {
	for (const match of execAll(/[\p{L}\p{N}]+/gu, bare)) {
		const start = match.index;
		if (taken.some((span) => start >= span.start && start < span.end)) continue;
		if (!CONNECTING.has(match[0].toLowerCase())) return true;
	}
	return false;
}
