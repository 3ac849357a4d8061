import { appendAll } from "../text/append-all.js";
import type { Heading as MdastHeading, Paragraph, RootContent } from "mdast";
import type { InlineText } from "./inline-text.js";
import { rangeOf } from "./inline-text.js";
import { inlineTextOf, type OutlineSection } from "./outline.js";
import {
	readPhaseHeading,
	type AboutPhaseHeading,
	type NearMissHeading,
	type NumberedPhaseHeading,
} from "../text/phase-heading.js";
import { compareLabels, isSuccessor, labelKey, readLabelAt, type Label } from "../text/phase-label.js";
import type { NearMiss, Phase } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import type { SeriesReading } from "./series.js";
import type { LocatedText, TextEdit } from "../text/source-range.js";

const REASONS: Readonly<Record<NearMissHeading["reason"], string>> = {
	"spelled-number": "its number is a word",
	"misspelt-word": "its first word is misspelt",
	"no-label": "it has no number",
	joined: "word and number are written together",
};

/**
 * Headings and lines that want to be a phase. What alone could be anything (a bold line, a heading without a colon)
 * counts only where it fills a gap that the series of the plan has at this very place.
 */
export function phaseNearMisses(context: ReadContext, reading: SeriesReading, phases: readonly Phase[]): NearMiss[] {
	const misses: NearMiss[] = reading.nearMisses.map(({ section, miss }) => misreadHeading(section.heading.text, miss));
	const gaps = new Gaps(phases);
	for (const section of [undefined, ...context.outline.sections]) {
		if (section) appendAll(misses, headingWithoutColon(section, context, gaps));
		for (const node of section?.nodes ?? context.outline.preamble) {
			if (node.type === "paragraph") appendAll(misses, paragraphs(node, context, gaps));
			else if (node.type === "list")
				for (const heading of nestedHeadings(node)) appendAll(misses, nestedHeading(heading, context, gaps));
		}
	}
	return misses;
}

/** What a heading that is nearly a phase's says, and how to write it. */
export function misreadHeading(text: InlineText, miss: NearMissHeading): NearMiss {
	const located = text.located(miss.start, miss.end);
	return {
		...located,
		looksLike: "phase",
		reason: REASONS[miss.reason],
		hint: miss.suggestion === undefined ? "Write the word, a number and a colon" : `Write "${miss.suggestion}: …"`,
		edit: miss.suggestion === undefined ? undefined : { range: located.range, text: miss.suggestion },
		label: suggestedLabel(miss),
		field: undefined,
	};
}

/**
 * What is nearly the label of a phase and stands elsewhere: in a dependency, in a timeline.
 *
 * @param isPhase whether the plan has a phase of this label
 * @returns `undefined` where the plan has none that could be meant
 */
export function misreadReference(
	text: InlineText,
	start: number,
	miss: NearMissHeading,
	looksLike: "dependency" | "timeline-row",
	isPhase: (label: Label) => boolean,
): NearMiss | undefined {
	const label = miss.suggestion === undefined ? undefined : suggestedLabel(miss);
	if (miss.suggestion === undefined || !label || !isPhase(label)) return undefined;
	const part = text.located(start + miss.start, start + miss.end);
	return {
		...part,
		looksLike,
		reason: `this plan has no "${part.text}"`,
		hint: `Write "${miss.suggestion}"`,
		edit: { range: part.range, text: miss.suggestion },
		label,
		field: undefined,
	};
}

/** The label that the suggested wording has. */
function suggestedLabel(miss: NearMissHeading): Label | undefined {
	if (miss.label) return miss.label;
	const number = miss.suggestion?.slice(miss.suggestion.lastIndexOf(" ") + 1);
	return number === undefined ? undefined : readLabelAt(number, 0);
}

/** `### Phase 3 Migration` between Phase 2 and Phase 4. */
function headingWithoutColon(section: OutlineSection, context: ReadContext, gaps: Gaps): NearMiss[] {
	const heading = context.phaseHeading(section);
	if (heading?.kind !== "about" || heading.reason !== "no-separator") return [];
	const { level, range, text } = section.heading;
	if (!gaps.has(heading, range.start, level)) return [];
	const name = text.located(heading.word.start, heading.label.end);
	return [
		phaseMiss(
			name,
			"no colon stands behind its number",
			`Write "${name.text}: ${heading.title.text}"`,
			heading.label,
			insertion(name.range.end, ":"),
		),
	];
}

function paragraphs(node: Paragraph, context: ReadContext, gaps: Gaps): NearMiss[] {
	const text = inlineTextOf(node, context.source);
	const lines = text.lines();
	const [only] = lines;
	if (lines.length === 1 && only && only.text.length < 200 && isBold(only)) {
		const heading = readPhaseHeading(only.text, context.vocabulary);
		if (heading?.kind !== "phase") return [];
		const level = gaps.has(heading, node.position?.start.offset ?? 0, undefined);
		if (level === undefined) return [];
		const marks = "#".repeat(level);
		const located = only.located(0, only.text.length);
		const edit: TextEdit = { range: rangeOf(node), text: `${marks} ${located.text}` };
		return [
			phaseMiss(
				only.located(heading.word.start, heading.label.end),
				"it stands in bold type instead of a heading",
				`Write "${marks} ${located.text}"`,
				heading.label,
				isPlain(only) ? edit : undefined,
			),
		];
	}
	return lines.flatMap((line) => {
		const marks = /^#{1,6}(?=[^\s#])/u.exec(line.text)?.[0];
		if (marks === undefined) return [];
		const heading = readPhaseHeading(line.text.slice(marks.length), context.vocabulary);
		if (heading?.kind !== "phase") return [];
		const end = marks.length + heading.label.end;
		const located = line.located(0, end);
		return [
			phaseMiss(
				located,
				"no space stands between # and the word",
				`Write "${marks} ${located.text.slice(marks.length)}"`,
				heading.label,
				insertion(located.range.start + marks.length, " "),
			),
		];
	});
}

/** `- ### Phase 3: Migration`, also by an indentation that makes the heading part of the list above. */
function nestedHeading(node: MdastHeading, context: ReadContext, gaps: Gaps): NearMiss[] {
	const text = inlineTextOf(node, context.source);
	const heading = readPhaseHeading(text.text, context.vocabulary);
	if (heading?.kind !== "phase" || gaps.has(heading, rangeOf(node).start, undefined) === undefined) return [];
	const name = text.located(heading.word.start, heading.label.end);
	return [
		phaseMiss(
			name,
			"its heading stands inside a list",
			"Begin it at the start of the line, behind an empty line",
			heading.label,
			undefined,
		),
	];
}

/** Headings inside lists, by a stack of its own. */
function nestedHeadings(list: RootContent): MdastHeading[] {
	const found: MdastHeading[] = [];
	const stack: RootContent[] = [list];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.type === "heading") found.push(node);
		else if (node.type === "list" || node.type === "listItem") appendAll(stack, [...node.children].reverse());
	}
	return found;
}

function isBold(line: InlineText): boolean {
	return line.runs.every((run) => run.strong || line.text.slice(run.start, run.end).trim() === "");
}

function isPlain(line: InlineText): boolean {
	return line.runs.every((run) => run.kind === "text");
}

function phaseMiss(
	part: LocatedText,
	reason: string,
	hint: string,
	label: Label,
	edit: TextEdit | undefined,
): NearMiss {
	return { ...part, looksLike: "phase", reason, hint, edit, label, field: undefined };
}

function insertion(offset: number, text: string): TextEdit {
	return { range: { start: offset, end: offset }, text };
}

/** Where the numbers of the series skip. */
class Gaps {
	readonly #byWord = new Map<string, Phase[][]>();

	constructor(phases: readonly Phase[]) {
		const series = new Set(phases.map((phase) => phase.series));
		for (const { word, form, phases: members } of series) {
			if (form !== "heading") continue;
			const same = this.#byWord.get(word);
			if (same) same.push([...members]);
			else this.#byWord.set(word, [[...members]]);
		}
	}

	/**
	 * The level of the series in which just this label is missing at just this place.
	 *
	 * @param level of the heading in question, which must be that of the series; `undefined` for what is no heading
	 */
	has(
		heading: NumberedPhaseHeading | AboutPhaseHeading,
		offset: number,
		level: number | undefined,
	): number | undefined {
		const { label } = heading;
		const all = this.#byWord.get(heading.series) ?? [];
		const key = labelKey(label);
		if (all.some((members) => members.some((phase) => labelKey(phase.label) === key))) return undefined;
		for (const members of all) {
			const series = members[0]?.series;
			if (!series || (level !== undefined && series.level !== level)) continue;
			const next = members.find((phase) => phase.range.start > offset);
			const previous = members.findLast((phase) => phase.range.start < offset);
			const inside = level !== undefined || previous === undefined ? series.parent?.contentRange : previous.range;
			if (!next || (inside && (offset < inside.start || offset > inside.end))) continue;
			const isBefore = isSuccessor(label, next.label);
			const isBehind = previous === undefined ? isFirstLabel(label) : isSuccessor(previous.label, label);
			const isGap = previous === undefined || !isSuccessor(previous.label, next.label);
			if (isGap && isBefore && isBehind && (compareLabels(label, next.label) ?? 0) < 0) return series.level;
		}
		return undefined;
	}
}

function isFirstLabel({ parts }: Label): boolean {
	return parts.length === 1 && (parts[0] === 0 || parts[0] === 1 || parts[0] === "a");
}
