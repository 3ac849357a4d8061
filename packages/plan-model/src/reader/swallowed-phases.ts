import type { Code } from "mdast";
import { rangeOf } from "./inline-text.js";
import { readPhaseHeading, type NumberedPhaseHeading } from "../text/phase-heading.js";
import { compareLabels, isSuccessor, labelKey, type Label } from "../text/phase-label.js";
import type { OutlineSection } from "./outline.js";
import type { Section, Series, SwallowedPhase } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import type { SourceRange } from "../text/source-range.js";

/** A line that may open or close a fenced block (CommonMark 4.5). */
interface FenceLine {
	/** "`" or "~". */
	readonly mark: string;
	readonly length: number;
	/** What follows the marks: an opening fence may have an info string, a closing one never. */
	readonly info: string;
}

interface Line {
	readonly text: string;
	readonly start: number;
	readonly fence: FenceLine | undefined;
}

/** A fenced block at the top level of the document. */
interface Fence {
	readonly open: FenceLine;
	readonly section: OutlineSection | undefined;
	/** The opening line. */
	readonly range: SourceRange;
	/** What stands between the fences. */
	readonly lines: readonly Line[];
	readonly close: Line | undefined;
}

/** A heading inside a fence that reads as a phase of one of the document's series. */
interface Candidate {
	readonly heading: NumberedPhaseHeading;
	readonly text: string;
	readonly group: Group;
	readonly lineIndex: number;
	/** The words of the heading in the document. */
	readonly range: SourceRange;
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

/**
 * Headings of the plan's own series inside fences that were closed wrongly or never; PLAN-FORMAT, "Swallowed phase".
 *
 * Two things must come together. The heading leaves a gap: its word and level are those of a series outside, and its
 * label is missing there (in the series that has its parent), between the labels or right behind them. And the fence is an accident:
 *
 * - it is never closed; or
 * - it has no info string, and a fence with one stands inside it: such a line can only open a block, so the two are out
 *   of step; or a block before it held such a line, which used up its closing fence and left over the one that opens
 *   here; or it opens on the line after a closing fence; or
 * - it is in a programming language, and the next block is opened inside it: its closing fence is missing.
 *
 * What shows Markdown on purpose, with an info string and an end of its own or in a longer fence, is none.
 */
export function findSwallowedPhases(context: ReadContext, series: readonly Series[]): SwallowedPhase[] {
	const groups = groupSeries(series);
	if (groups.size === 0) return [];
	const found: SwallowedPhase[] = [];
	let previous: Fence | undefined;
	let isLeftOver = false;
	for (const fence of topLevelFences(context)) {
		const candidates = candidatesIn(fence, groups, context);
		if (candidates.length > 0 && isAccident(fence, candidates, isLeftOver, previous)) {
			const missing = withGap(candidates);
			const close = missing[0] && closingPlace(fence, missing[0].lineIndex, context.source);
			for (const { heading, text, range } of missing) {
				found.push({
					text,
					range,
					word: heading.word.text,
					label: heading.label,
					fence: fence.range,
					fenceLine: context.lines.position(fence.range.start).line,
					close,
				});
			}
		}
		if (fence.open.info === "") isLeftOver = false;
		else if (fence.lines.some((line) => opensInside(line, fence))) isLeftOver = true;
		previous = fence;
	}
	return found;
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

/** Blocks in lists and quotes end with their container: a fence left open there swallows no heading of the plan. */
function* topLevelFences(context: ReadContext): Generator<Fence> {
	const { outline, source } = context;
	for (const section of [undefined, ...outline.sections]) {
		for (const node of section?.nodes ?? outline.preamble) {
			if (node.type !== "code") continue;
			const fence = readFence(node, section, source);
			if (fence) yield fence;
		}
	}
}

function readFence(node: Code, section: OutlineSection | undefined, source: string): Fence | undefined {
	const { start, end } = rangeOf(node);
	const all: Line[] = [];
	for (let at = start; at <= end;) {
		const newline = source.indexOf("\n", at);
		const to = newline < 0 || newline > end ? end : newline;
		const text = source.slice(at, to).replace(/\r$/u, "");
		all.push({ text, start: at, fence: readFenceLine(text) });
		if (newline < 0 || newline >= end) break;
		at = to + 1;
	}
	const [first, ...lines] = all;
	// An indented block has no fence.
	if (!first?.fence) return undefined;
	const open = first.fence;
	const last = lines.at(-1);
	const isClosed = last?.fence !== undefined && closes(last.fence, open);
	return {
		open,
		section,
		range: { start: first.start, end: first.start + first.text.length },
		lines: isClosed ? lines.slice(0, -1) : lines,
		close: isClosed ? last : undefined,
	};
}

function readFenceLine(text: string): FenceLine | undefined {
	const match = /^ {0,3}(`{3,}|~{3,})(.*)/u.exec(text);
	const marks = match?.[1];
	if (marks === undefined) return undefined;
	const mark = marks.charAt(0);
	const info = (match?.[2] ?? "").trim();
	// The info string of a backtick fence holds no backtick: "```js```" is a code span.
	return mark === "`" && info.includes("`") ? undefined : { mark, length: marks.length, info };
}

function closes(fence: FenceLine, open: FenceLine): boolean {
	return fence.mark === open.mark && fence.length >= open.length && fence.info === "";
}

/** The line is meant to open a block, though it stands in one already and the fence around it is no longer than its own. */
function opensInside(line: Line, fence: Fence): boolean {
	const inner = line.fence;
	return (
		inner !== undefined && inner.info !== "" && inner.mark === fence.open.mark && inner.length >= fence.open.length
	);
}

function candidatesIn(fence: Fence, series: ReadonlyMap<string, readonly Group[]>, context: ReadContext): Candidate[] {
	const candidates: Candidate[] = [];
	const groupsHere = new Map<string, Group | undefined>();
	for (const [lineIndex, line] of fence.lines.entries()) {
		const match = /^( {0,3}(#{1,6})[ \t]+)(\S.*)$/u.exec(line.text);
		if (!match) continue;
		const [, before = "", marks = "", rest = ""] = match;
		const words = rest.replace(/[ \t]+#+[ \t]*$|[ \t]+$/u, "");
		// Raw Markdown: emphasis around the heading is no part of its words.
		const text = words.replace(/\*\*|__|`/gu, "");
		const heading = readPhaseHeading(text, context.vocabulary);
		if (heading?.kind !== "phase" || heading.label.placeholder) continue;
		const key = groupKey(heading.series, marks.length);
		if (!groupsHere.has(key)) groupsHere.set(key, groupOf(series.get(key) ?? [], fence, marks.length, context));
		const group = groupsHere.get(key);
		if (!group || group.keys.has(labelKey(heading.label))) continue;
		const start = line.start + before.length;
		candidates.push({ heading, text, group, lineIndex, range: { start, end: start + words.length } });
	}
	return candidates;
}

function isAccident(
	fence: Fence,
	candidates: readonly Candidate[],
	isLeftOver: boolean,
	previous: Fence | undefined,
): boolean {
	if (!fence.close) return true;
	if (fence.open.info === "") {
		return isLeftOver || followsDirectly(fence, previous) || fence.lines.some((line) => opensInside(line, fence));
	}
	if (SHOWS_TEXT.has(language(fence.open))) return false;
	const first = candidates[0]?.lineIndex ?? 0;
	return fence.lines.some((line, index) => index > first && opensInside(line, fence));
}

function language(open: FenceLine): string {
	return (/^[^\s{,:]+/u.exec(open.info)?.[0] ?? "").toLowerCase();
}

/** Two closing fences on lines that follow each other: the second one belongs to a block that had ended before. */
function followsDirectly(fence: Fence, previous: Fence | undefined): boolean {
	if (!previous?.close) return false;
	const gap = fence.range.start - (previous.close.start + previous.close.text.length);
	return gap <= 2;
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
 * in between, and where all fences behind it are in step once it is closed. A fence that is left over has no such
 * place: what is wrong there is the fence itself, or the one before it.
 */
function closingPlace(fence: Fence, headingLine: number, source: string): SwallowedPhase["close"] {
	if (fence.open.info === "" && fence.close) return undefined;
	let last = headingLine - 1;
	while (last >= 0 && /^\s*(?:[-*_]\s*){0,}$/u.test(fence.lines[last]?.text ?? "")) last--;
	const line = fence.lines[last];
	if (!line) return undefined;
	for (let index = 0; index <= last; index++) {
		const each = fence.lines[index];
		if (each?.fence || /^ {0,3}#{2,6}\s/u.test(each?.text ?? "")) return undefined;
	}
	let open: FenceLine | undefined;
	for (const each of [...fence.lines.slice(last + 1), ...(fence.close ? [fence.close] : [])]) {
		if (!each.fence) continue;
		if (!open) open = each.fence;
		else if (closes(each.fence, open)) open = undefined;
	}
	if (open) return undefined;
	const offset = line.start + line.text.length;
	const newline = source.startsWith("\r\n", offset) ? "\r\n" : "\n";
	return { offset, text: newline + fence.open.mark.repeat(fence.open.length) };
}
