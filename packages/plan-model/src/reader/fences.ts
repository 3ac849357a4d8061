import type { Code } from "mdast";
import { rangeOf } from "./inline-text.js";
import type { OutlineSection } from "./outline.js";
import type { ReadContext } from "./read-context.js";
import type { SourceRange } from "../text/source-range.js";

/** A line that may open or close a fenced block (CommonMark 4.5). */
export interface FenceLine {
	/** "`" or "~". */
	readonly mark: string;
	readonly length: number;
	/** What follows the marks: an opening fence may have an info string, a closing one never. */
	readonly info: string;
}

export interface Line {
	readonly text: string;
	readonly start: number;
	readonly fence: FenceLine | undefined;
}

/** A fenced block at the top level of the document. */
export interface Fence {
	readonly open: FenceLine;
	readonly section: OutlineSection | undefined;
	/** The opening line. */
	readonly range: SourceRange;
	/** What stands between the fences. */
	readonly lines: readonly Line[];
	readonly close: Line | undefined;
}

/** Blocks in lists and quotes end with their container: a fence left open there swallows no heading of the plan. */
export function* topLevelFences(context: ReadContext): Generator<Fence> {
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

export function closes(fence: FenceLine, open: FenceLine): boolean {
	return fence.mark === open.mark && fence.length >= open.length && fence.info === "";
}

/** The line is meant to open a block, though it stands in one already and the fence around it is no longer than its own. */
export function opensInside(line: Line, fence: Fence): boolean {
	const inner = line.fence;
	return (
		inner !== undefined && inner.info !== "" && inner.mark === fence.open.mark && inner.length >= fence.open.length
	);
}

/**
 * Whether the fences of a document are in step: read as CommonMark does from a given line on, how many blocks are never
 * closed, or hold a line that can only open one. What such a reading says is compared with the same reading of the
 * text in which one fence is closed earlier, or is not there.
 */
export class FenceSteps {
	readonly #lines: readonly (FenceLine & { readonly start: number })[];
	/** Faulty blocks from each line on, if that line opens one. */
	readonly #faults: number[];

	constructor(source: string) {
		const lines: (FenceLine & { start: number })[] = [];
		for (const match of source.matchAll(/^( {0,3})(?:`{3}|~{3}).*$/gmu)) {
			const fence = readFenceLine(match[0]);
			if (fence) lines.push({ ...fence, start: match.index + (match[1]?.length ?? 0) });
		}
		this.#lines = lines;
		this.#faults = new Array<number>(lines.length + 1).fill(0);
		const closers = new NextLonger();
		const openers = new NextLonger();
		for (let index = lines.length - 1; index >= 0; index--) {
			const line = lines[index];
			if (!line) continue;
			const close = closers.next(line);
			const open = openers.next(line);
			const isFaulty = close === undefined || (open !== undefined && open < close);
			const rest = close === undefined ? 0 : (this.#faults[close + 1] ?? 0);
			this.#faults[index] = rest + (isFaulty ? 1 : 0);
			(line.info === "" ? closers : openers).add(line, index);
		}
	}

	/** Faulty blocks behind an offset at which no block is open. */
	faultsFrom(offset: number): number {
		let low = 0;
		let high = this.#lines.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#lines[middle]?.start ?? 0) < offset) low = middle + 1;
			else high = middle;
		}
		return this.#faults[low] ?? 0;
	}
}

/** Of the lines added so far, from the last to the first: the next one with the same mark and at least the same length. */
class NextLonger {
	readonly #stacks = new Map<string, { readonly length: number; readonly index: number }[]>();

	next({ mark, length }: FenceLine): number | undefined {
		// The lengths fall towards the end of the stack, where the nearest line is.
		const stack = this.#stacks.get(mark) ?? [];
		let low = 0;
		let high = stack.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((stack[middle]?.length ?? 0) >= length) low = middle + 1;
			else high = middle;
		}
		return stack[low - 1]?.index;
	}

	add({ mark, length }: FenceLine, index: number): void {
		let stack = this.#stacks.get(mark);
		if (!stack) this.#stacks.set(mark, (stack = []));
		while ((stack.at(-1)?.length ?? Infinity) <= length) stack.pop();
		stack.push({ length, index });
	}
}
