import { type Fence, type FenceLine, FenceSteps, type Line, opensInside, topLevelFences } from "./fences.js";
import { readPhaseHeading, type NumberedPhaseHeading } from "../text/phase-heading.js";
import { compareLabels, isSuccessor, labelKey, type Label } from "../text/phase-label.js";
import type { Section, Series, SwallowedHeading, SwallowedPhase } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import { once } from "../text/once.js";
import type { SourceRange } from "../text/source-range.js";

/** A line inside a fence that would be a heading. */
interface FencedHeading {
	readonly text: string;
	readonly level: number;
	readonly line: Line;
	readonly lineIndex: number;
	/** The words of the heading in the document. */
	readonly range: SourceRange;
}

/** A heading inside a fence that reads as a phase of one of the document's series. */
interface Candidate extends FencedHeading {
	readonly heading: NumberedPhaseHeading;
	readonly group: Group;
}

/** A series with the labels it has outside fences, and with those that were found swallowed so far. */
interface Group {
	readonly parent: Section | undefined;
	/** Where its phases stand, in order. */
	readonly starts: number[];
	readonly keys: Set<string>;
	/** The label that comes last in the order of labels. */
	last: Label | undefined;
}

/** Blocks in these languages show Markdown; a heading and another fence inside them may be meant. */
const SHOWS_TEXT = new Set(["md", "markdown", "mdx", "gfm", "text", "txt", "plain", "plaintext", "prompt"]);

/** What the fences of a document swallow. */
export interface Swallowed {
	readonly phases: readonly SwallowedPhase[];
	/** Every heading below the title's level, phases included, behind which a fence is open by accident. */
	readonly headings: readonly SwallowedHeading[];
}

/**
 * Headings inside fences that were closed wrongly or never; PLAN-FORMAT, "Swallowed phase". The fence is an accident:
 *
 * - it is never closed; or
 * - the fences behind it are out of step, and would be less so were it closed above the heading, or (without an info
 *   string) were it not there: a later block then closes what it did not open; or
 * - it has no info string, and a fence with one stands inside it: such a line can only open a block, so the two are out
 *   of step; or a block before it held such a line, which used up its closing fence and left over the one that opens
 *   here; or it opens on the line after a closing fence; or
 * - it is in a programming language, and the next block is opened inside it: its closing fence is missing.
 *
 * What shows Markdown on purpose, with an info string and an end of its own or in a longer fence, is none.
 *
 * A phase must leave a gap besides: its word and level are those of a series outside, and its label is missing there
 * (in the series that has its parent), between the labels or right behind them.
 */
export function findSwallowed(context: ReadContext, series: readonly Series[]): Swallowed {
	const groups = groupSeries(series);
	/** Of few documents it is asked, and it reads every line. */
	const steps = once(() => new FenceSteps(context.source));
	const phases: SwallowedPhase[] = [];
	const headings: SwallowedHeading[] = [];
	let previous: Fence | undefined;
	let isLeftOver = false;
	/** The fence that puts all fences behind it out of step, once it was found. */
	let culprit: Fence | undefined;
	for (const fence of topLevelFences(context)) {
		const lines = headingsIn(fence);
		const candidates = candidatesAmong(lines, fence, groups, context);
		const inside = lines.filter(({ level }) => level > 1);
		const first = candidates[0] ?? inside[0];
		if (first && isAccident(fence, first, { isLeftOver, previous, steps, source: context.source })) {
			const missing = withGap(candidates);
			const start = missing[0] ?? (candidates.length === 0 ? first : undefined);
			const cause = culprit ?? fence;
			const place = {
				fence: cause.range,
				fenceLine: context.lines.position(cause.range.start).line,
				isOutOfStep: cause !== fence,
			};
			const close =
				missing[0] && !culprit ? closingPlace(fence, missing[0].lineIndex, context.source, steps()) : undefined;
			for (const { heading, text, range } of missing)
				phases.push({ text, range, word: heading.word.text, label: heading.label, close, ...place });
			if (start) {
				for (const { text, range, lineIndex } of inside) {
					if (lineIndex < start.lineIndex) continue;
					headings.push({ text, range, name: context.vocabulary.section(text), ...place });
				}
				if (readings(fence, start, steps()).mended === 0) culprit ??= fence;
			}
		}
		if (fence.open.info === "") isLeftOver = false;
		else if (fence.lines.some((line) => opensInside(line, fence))) isLeftOver = true;
		previous = fence;
	}
	return { phases, headings };
}

function groupKey(word: string, level: number): string {
	return `${level} ${word}`;
}

function addLabel(group: Group, label: Label): void {
	group.keys.add(labelKey(label));
	if (!group.last || (compareLabels(label, group.last) ?? 0) > 0) group.last = label;
}

/** The series of headings by word and level. */
function groupSeries(series: readonly Series[]): Map<string, Group[]> {
	const byKey = new Map<string, Group[]>();
	for (const { form, word, level, parent, phases } of series) {
		if (form !== "heading" || word === "") continue;
		const group: Group = { parent, starts: [], keys: new Set(), last: undefined };
		for (const phase of phases) {
			group.starts.push(phase.headingRange.start);
			addLabel(group, phase.label);
		}
		const key = groupKey(word, level);
		const groups = byKey.get(key);
		if (groups) groups.push(group);
		else byKey.set(key, [group]);
	}
	return byKey;
}

/**
 * The series that a heading would belong to, were it none of the fence: the one below the same parent. Without one
 * there the parent may be a heading that leaked out of a block, and the series that was under way before the fence
 * counts.
 */
function groupOf(groups: readonly Group[], fence: Fence, level: number, context: ReadContext): Group | undefined {
	let above = fence.section;
	while (above && above.heading.level >= level) above = above.parent;
	const parent = above && context.section(above);
	const sibling = groups.find((group) => group.parent === parent);
	if (sibling) return sibling;
	let best: Group | undefined;
	let bestStart = -1;
	for (const group of groups) {
		for (const start of group.starts) {
			if (start > fence.range.start || start <= bestStart) continue;
			best = group;
			bestStart = start;
		}
	}
	return best ?? groups[0];
}

/** What looks like a heading. */
function headingsIn(fence: Fence): FencedHeading[] {
	const found: FencedHeading[] = [];
	for (const [lineIndex, line] of fence.lines.entries()) {
		const match = /^( {0,3}(#{1,6})[ \t]+)(\S.*)$/u.exec(line.text);
		if (!match) continue;
		const [, before = "", marks = "", rest = ""] = match;
		const words = rest.replace(/(?<![ \t])[ \t]+#+[ \t]*$/u, "").replace(/(?<![ \t])[ \t]+$/u, "");
		const start = line.start + before.length;
		found.push({
			// Raw Markdown: emphasis around the heading is no part of its words.
			text: words.replace(/\*\*|__|`/gu, ""),
			level: marks.length,
			lineIndex,
			line,
			range: { start, end: start + words.length },
		});
	}
	return found;
}

/** The headings that would be phases that a series outside lacks. */
function candidatesAmong(
	lines: readonly FencedHeading[],
	fence: Fence,
	series: ReadonlyMap<string, readonly Group[]>,
	context: ReadContext,
): Candidate[] {
	const candidates: Candidate[] = [];
	const groupsHere = new Map<string, Group | undefined>();
	for (const line of lines) {
		const heading = readPhaseHeading(line.text, context.vocabulary);
		if (heading?.kind !== "phase" || heading.label.placeholder) continue;
		const key = groupKey(heading.series, line.level);
		if (!groupsHere.has(key)) groupsHere.set(key, groupOf(series.get(key) ?? [], fence, line.level, context));
		const group = groupsHere.get(key);
		if (group && !group.keys.has(labelKey(heading.label))) candidates.push({ ...line, heading, group });
	}
	return candidates;
}

/** Faulty blocks from a fence on: as the text is, and at best with that fence closed above the heading or taken away. */
function readings(
	fence: Fence,
	{ lineIndex, line }: FencedHeading,
	steps: FenceSteps,
): { readonly asIs: number; readonly mended: number } {
	const isOpenedInside = fence.lines.slice(0, lineIndex).some((each) => opensInside(each, fence));
	const closed = steps.faultsFrom(line.start) + (isOpenedInside ? 1 : 0);
	const removed = fence.open.info === "" ? steps.faultsFrom(fence.range.end) : Infinity;
	return { asIs: steps.faultsFrom(fence.range.start), mended: Math.min(closed, removed) };
}

function isAccident(
	fence: Fence,
	first: FencedHeading,
	surroundings: {
		readonly isLeftOver: boolean;
		readonly previous: Fence | undefined;
		readonly steps: () => FenceSteps;
		readonly source: string;
	},
): boolean {
	if (!fence.close) return true;
	if (SHOWS_TEXT.has(language(fence.open))) return false;
	const { asIs, mended } = readings(fence, first, surroundings.steps());
	if (mended < asIs) return true;
	if (fence.open.info === "") {
		const { isLeftOver, previous } = surroundings;
		return (
			isLeftOver ||
			followsDirectly(fence, previous, surroundings.source) ||
			fence.lines.some((line) => opensInside(line, fence))
		);
	}
	return fence.lines.some((line, index) => index > first.lineIndex && opensInside(line, fence));
}

function language(open: FenceLine): string {
	return (/^[^\s{,:]+/u.exec(open.info)?.[0] ?? "").toLowerCase();
}

/** Two closing fences on lines that follow each other: the second one belongs to a block that had ended before. */
function followsDirectly(fence: Fence, previous: Fence | undefined, source: string): boolean {
	if (!previous?.close) return false;
	const gap = source.slice(previous.close.start + previous.close.text.length, fence.range.start);
	return /^\r?\n[ \t]*$/u.test(gap);
}

/** Those whose label the series outside lacks in its middle, or goes on with at its end; they then count as its own. */
function withGap(candidates: readonly Candidate[]): Candidate[] {
	return candidates.filter(({ group, heading: { label } }) => {
		const key = labelKey(label);
		if (group.keys.has(key)) return false;
		const { last } = group;
		if (!last || !(isSuccessor(last, label) || (compareLabels(last, label) ?? 0) > 0)) return false;
		addLabel(group, label);
		return true;
	});
}

/**
 * A block that lacks its closing fence ends where its text ends: before the blank lines and the break that precede the
 * first heading it swallowed. That place is certain where the block has text of its own and no other Markdown stands
 * in between, and where the fences behind it are less out of step once it is closed. A fence that is left over has no such
 * place: what is wrong there is the fence itself, or the one before it.
 */
function closingPlace(fence: Fence, headingLine: number, source: string, steps: FenceSteps): SwallowedPhase["close"] {
	if (fence.open.info === "" && fence.close) return undefined;
	let last = headingLine - 1;
	while (last >= 0 && /^\s*(?:[-*_]\s*){0,}$/u.test(fence.lines[last]?.text ?? "")) last--;
	const line = fence.lines[last];
	if (!line) return undefined;
	for (let index = 0; index <= last; index++) {
		const each = fence.lines[index];
		if (each?.fence || /^ {0,3}#{2,6}\s/u.test(each?.text ?? "")) return undefined;
	}
	const heading = fence.lines[headingLine];
	if (!heading || steps.faultsFrom(heading.start) >= steps.faultsFrom(fence.range.start)) return undefined;
	const offset = line.start + line.text.length;
	const newline = source.startsWith("\r\n", offset) ? "\r\n" : "\n";
	return { offset, text: newline + fence.open.mark.repeat(fence.open.length) };
}
