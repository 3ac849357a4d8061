import type { Nodes, PhrasingContent } from "mdast";
import type { LocatedText, SourceRange } from "../text/source-range.js";

/** A word stands near the end of the one before it: to look for each word in the whole line would be quadratic. */
const FARTHEST = 400;

/** What a run of an inline text is; emphasis is a property of the run, not a run of its own. */
export type RunKind = "text" | "code" | "image" | "break" | "html";

/** A piece of an inline text with the place it came from. */
export interface InlineRun {
	readonly kind: RunKind;
	/** Where it stands in `InlineText.text`. */
	readonly start: number;
	readonly end: number;
	/** Where it stands in the document; for code the text between the fences. */
	readonly range: SourceRange;
	/** The range of the whole node (with backticks, `![]()`). */
	readonly outer: SourceRange;
	readonly strong: boolean;
	readonly emphasis: boolean;
	readonly deleted: boolean;
	/** The link it stands in. */
	readonly link: { readonly url: string; readonly range: SourceRange } | undefined;
	/** The text stands in the source letter for letter, so that places inside it are exact. */
	readonly exact: boolean;
}

const NOTHING: readonly InlineRun[] = [];

/**
 * The text of a heading, paragraph or table cell as a reader sees it, and for every character of it the place it
 * stands at in the document. The grammars of the model work on the plain string; this maps what they find back.
 */
export class InlineText implements LocatedText {
	readonly text: string;
	readonly runs: readonly InlineRun[];
	readonly range: SourceRange;
	#withoutCode: string | undefined;

	constructor(text: string, runs: readonly InlineRun[], range: SourceRange) {
		this.text = text;
		this.runs = runs;
		this.range = range;
	}

	/** An empty text that stands at an offset. */
	static empty(offset: number): InlineText {
		return new InlineText("", NOTHING, { start: offset, end: offset });
	}

	/** The offset in the document of a place in the text; `side` decides between the end of a run and the start of the next. */
	offsetAt(index: number, side: "start" | "end" = "start"): number {
		const at = this.#firstRunBehind(side === "start" ? index : index - 1);
		const last = this.runs[at - 1];
		const run = this.runs[at];
		if (!run) return last ? last.range.end : this.range.end;
		if (index < run.start) return side === "end" && last ? last.range.end : run.range.start;
		if (run.exact) return run.range.start + (index - run.start);
		return side === "end" && index === run.end ? run.range.end : run.range.start;
	}

	/** The first run that ends behind a place; by halves, since one paragraph may hold a million runs. */
	#firstRunBehind(index: number): number {
		let low = 0;
		let high = this.runs.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.runs[middle]?.end ?? 0) > index) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	/** The place in the document of `[start, end)` of the text. */
	rangeOf(start: number, end: number): SourceRange {
		const from = this.offsetAt(start, "start");
		const to = start === end ? from : this.offsetAt(end, "end");
		return { start: from, end: Math.max(from, to) };
	}

	/** `[start, end)` of the text, trimmed of white space, with its place. */
	located(start: number, end: number): LocatedText {
		let from = start;
		let to = end;
		while (from < to && isSpace(this.text.charCodeAt(from))) from++;
		while (to > from && isSpace(this.text.charCodeAt(to - 1))) to--;
		return { text: this.text.slice(from, to), range: this.rangeOf(from, to) };
	}

	/** The part `[start, end)` as an inline text of its own, trimmed of white space. */
	slice(start: number, end: number = this.text.length): InlineText {
		let from = Math.max(0, start);
		let to = Math.min(end, this.text.length);
		while (from < to && isSpace(this.text.charCodeAt(from))) from++;
		while (to > from && isSpace(this.text.charCodeAt(to - 1))) to--;
		if (from >= to) return InlineText.empty(this.offsetAt(from, "start"));
		const runs: InlineRun[] = [];
		for (let at = this.#firstRunBehind(from); at < this.runs.length; at++) {
			const run = this.runs[at];
			if (!run || run.start >= to) break;
			const a = Math.max(run.start, from);
			const b = Math.min(run.end, to);
			const range =
				run.exact && (a !== run.start || b !== run.end)
					? { start: run.range.start + (a - run.start), end: run.range.start + (b - run.start) }
					: run.range;
			runs.push({ ...run, start: a - from, end: b - from, range });
		}
		return new InlineText(this.text.slice(from, to), runs, this.rangeOf(from, to));
	}

	/** The lines of the text: a paragraph broken in the source, or by `<br>` or two spaces, gives several. */
	lines(): readonly InlineText[] {
		if (!this.text.includes("\n")) return [this];
		const lines: InlineText[] = [];
		let from = 0;
		for (;;) {
			const to = this.text.indexOf("\n", from);
			if (to < 0) break;
			lines.push(this.slice(from, to));
			from = to + 1;
		}
		lines.push(this.slice(from));
		return lines;
	}

	/** The text with code spans blanked out, same length: for words that must not come from code. */
	get withoutCode(): string {
		return (this.#withoutCode ??= this.#blankCode());
	}

	#blankCode(): string {
		if (!this.runs.some((run) => run.kind === "code")) return this.text;
		let text = "";
		for (const run of this.runs) {
			text += run.kind === "code" ? "\u0000".repeat(run.end - run.start) : this.text.slice(run.start, run.end);
		}
		return text;
	}

	/** Every visible character is struck through. */
	get isDeleted(): boolean {
		return (
			this.runs.length > 0 && this.runs.every((run) => run.deleted || this.text.slice(run.start, run.end).trim() === "")
		);
	}
}

function isSpace(unit: number): boolean {
	return unit === 32 || unit === 9 || unit === 10 || unit === 13 || unit === 0xa0;
}

interface Marks {
	readonly strong: boolean;
	readonly emphasis: boolean;
	readonly deleted: boolean;
	readonly link: InlineRun["link"];
}

const PLAIN: Marks = { strong: false, emphasis: false, deleted: false, link: undefined };

/**
 * Reads the inline children of a node.
 *
 * @param children phrasing content in order
 * @param source the whole document
 * @param range where the content stands; used when there is none
 */
export function readInlineText(children: readonly PhrasingContent[], source: string, range: SourceRange): InlineText {
	const reader = new InlineReader(source);
	reader.readAll(children);
	const first = reader.runs[0];
	const last = reader.runs.at(-1);
	return new InlineText(
		reader.text,
		reader.runs,
		first && last ? { start: first.outer.start, end: last.outer.end } : range,
	);
}

/** Walks phrasing content with a stack of its own, so that deeply nested emphasis cannot exhaust the call stack. */
class InlineReader {
	text = "";
	readonly runs: InlineRun[] = [];
	readonly #source: string;

	constructor(source: string) {
		this.#source = source;
	}

	readAll(children: readonly PhrasingContent[]): void {
		const stack: { readonly nodes: readonly Nodes[]; next: number; readonly marks: Marks }[] = [
			{ nodes: children, next: 0, marks: PLAIN },
		];
		for (;;) {
			const frame = stack.at(-1);
			if (!frame) return;
			const node = frame.nodes[frame.next++];
			if (!node) {
				stack.pop();
				continue;
			}
			const inner = this.#read(node, frame.marks);
			if (inner && "children" in node) stack.push({ nodes: node.children as readonly Nodes[], next: 0, marks: inner });
		}
	}

	/** Reads a leaf; for a parent, gives the marks that hold inside. */
	#read(node: Nodes, marks: Marks): Marks | undefined {
		const outer = rangeOf(node);
		switch (node.type) {
			case "text":
				this.#readText(node.value, outer, marks);
				return undefined;
			case "inlineCode": {
				const at = this.#find(node.value, outer);
				const exact = at >= 0;
				const range = exact ? { start: at, end: at + node.value.length } : outer;
				this.#push("code", node.value.replaceAll("\n", " "), range, outer, marks, exact);
				return undefined;
			}
			case "image":
			case "imageReference":
				this.#push("image", node.alt ?? "", outer, outer, marks, false);
				return undefined;
			case "break":
				this.#push("break", "\n", outer, outer, marks, false);
				return undefined;
			case "html":
				if (/^<br\s*\/?>$/i.test(node.value)) this.#push("break", "\n", outer, outer, marks, false);
				else this.#push("html", "", outer, outer, marks, false);
				return undefined;
			case "footnoteReference":
				return undefined;
			case "strong":
				return { ...marks, strong: true };
			case "emphasis":
				return { ...marks, emphasis: true };
			case "delete":
				return { ...marks, deleted: true };
			case "link":
				return { ...marks, link: { url: node.url, range: outer } };
			default:
				return marks;
		}
	}

	/** A text node may hold escapes, entities and soft breaks with indentation: lines are matched one by one. */
	#readText(value: string, outer: SourceRange, marks: Marks): void {
		if (outer.end - outer.start === value.length && this.#source.startsWith(value, outer.start)) {
			this.#push("text", value, outer, outer, marks, true);
			return;
		}
		let from = outer.start;
		let rest = value;
		while (rest !== "") {
			const newline = rest.indexOf("\n");
			const line = newline < 0 ? rest : rest.slice(0, newline);
			const newlineInSource = newline < 0 ? -1 : this.#find("\n", { start: from, end: outer.end });
			const lineEnd = newlineInSource < 0 ? outer.end : newlineInSource;
			if (line !== "") this.#readTextLine(line, { start: from, end: lineEnd }, marks);
			if (newline < 0) return;
			const next = Math.min(lineEnd + 1, outer.end);
			this.#push("text", "\n", { start: lineEnd, end: next }, { start: lineEnd, end: next }, marks, false);
			from = next;
			rest = rest.slice(newline + 1);
		}
	}

	#readTextLine(line: string, source: SourceRange, marks: Marks): number {
		const at = this.#find(line, source);
		if (at >= 0) {
			const range = { start: at, end: at + line.length };
			this.#push("text", line, range, range, marks, true);
			return range.end;
		}
		// Escapes (`\*`) and entities (`&amp;`): word by word, so that what follows one is exact again.
		let from = source.start;
		for (const piece of line.split(/(?<=\s)/u)) {
			const found = this.#find(piece, { start: from, end: Math.min(source.end, from + piece.length + FARTHEST) });
			if (found >= 0) {
				const range = { start: found, end: found + piece.length };
				this.#push("text", piece, range, range, marks, true);
				from = range.end;
			} else {
				const end = nextSpace(this.#source, from, source.end);
				this.#push("text", piece, { start: from, end }, { start: from, end }, marks, false);
				from = end;
			}
		}
		return from;
	}

	/** Searches inside a range only: a search to the end of the document for each node would be quadratic. */
	#find(text: string, range: SourceRange): number {
		const at = this.#source.slice(range.start, range.end).indexOf(text);
		return at < 0 ? -1 : range.start + at;
	}

	#push(kind: RunKind, text: string, range: SourceRange, outer: SourceRange, marks: Marks, exact: boolean): void {
		const start = this.text.length;
		this.text += text;
		const { strong, emphasis, deleted, link } = marks;
		this.runs.push({ kind, start, end: this.text.length, range, outer, exact, strong, emphasis, deleted, link });
	}
}

function nextSpace(source: string, from: number, end: number): number {
	let at = from;
	while (at < end && isSpace(source.charCodeAt(at))) at++;
	while (at < end && !isSpace(source.charCodeAt(at))) at++;
	return at;
}

/** The place of a node; nodes made by a plugin may have none. */
export function rangeOf(node: Nodes): SourceRange {
	return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
