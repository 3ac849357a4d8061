import { appendAll } from "../text/append-all.js";
import type { Blockquote, Code, Nodes, RootContent, Table } from "mdast";
import { InlineText, rangeOf, readInlineText } from "./inline-text.js";
import { flattenItems, readItemList } from "./items.js";
import { readFieldLabel, type FieldLabel } from "./field-label.js";
import { inlineTextOf } from "./outline.js";
import type { Block, Field, FieldForm, Item } from "../plan.js";
import type { LocatedText, SourceRange } from "../text/source-range.js";
import type { FieldName, Vocabulary } from "../text/vocabulary.js";

/** What the blocks of a section hold. */
export interface SectionContent {
	readonly blocks: readonly Block[];
	readonly fields: readonly Field[];
	/** Items that belong to no field. */
	readonly looseItems: readonly Item[];
	/** Every top-level item, those of fields included. */
	readonly items: readonly Item[];
	/** Paragraph texts that belong to no field. */
	readonly looseParagraphs: readonly InlineText[];
	/** Every inline text of the blocks (paragraphs and cells; items carry their own). */
	readonly paragraphs: readonly InlineText[];
	readonly tables: readonly Table[];
	/** Lines of shell fences that belong to no field. */
	readonly looseCommandLines: readonly LocatedText[];
	readonly isEmpty: boolean;
}

/** A field while the blocks behind it are still being read. */
export interface OpenField extends Field {
	readonly range: { start: number; end: number };
	value: InlineText;
	readonly items: Item[];
	readonly blocks: Block[];
	readonly commandLines: LocatedText[];
	isEmpty: boolean;
}

/** Fields whose value is a phrase: a list behind a filled one is not theirs. */
const PHRASES: ReadonlySet<FieldName | undefined> = new Set<FieldName>([
	"objective",
	"dependsOn",
	"blocks",
	"status",
	"estimate",
	"owner",
	"lastUpdated",
]);

const SHELL_LANGUAGES = new Set([
	"bash",
	"sh",
	"shell",
	"zsh",
	"console",
	"terminal",
	"shell-session",
	"shellsession",
	"powershell",
	"ps1",
]);

/** Whether the lines of a fence with this language are commands. */
export function isShellLanguage(language: string | null | undefined): boolean {
	return SHELL_LANGUAGES.has((language ?? "").toLowerCase());
}

/**
 * Reads the blocks that stand directly in a section: labelled fields in every spelling of PLAN-FORMAT, lists, tables,
 * shell lines. A field reaches to the next label or to the end of the blocks.
 */
export function readSectionContent(
	nodes: readonly RootContent[],
	source: string,
	vocabulary: Vocabulary,
): SectionContent {
	const reader = new ContentReader(source, vocabulary);
	for (const node of nodes) reader.read(node);
	return reader.finish();
}

/** A field whose label is a heading (`#### Objective`): everything below the heading is its value. */
export function headingField(
	label: LocatedText,
	name: FieldName | undefined,
	range: SourceRange,
	contents: readonly SectionContent[],
): Field {
	const items = contents.flatMap((content) => content.items);
	const blocks = contents.flatMap((content) => content.blocks);
	const paragraphs = contents.flatMap((content) => content.paragraphs);
	return {
		name,
		label,
		form: "heading",
		container: "none",
		range,
		value: paragraphs[0] ?? InlineText.empty(label.range.end),
		items,
		blocks,
		commandLines: contents.flatMap((content) => [
			...content.fields.flatMap((field) => field.commandLines),
			...content.looseCommandLines,
		]),
		isEmpty: contents.every((content) => content.isEmpty),
	};
}

class ContentReader {
	readonly #source: string;
	readonly #vocabulary: Vocabulary;
	readonly #blocks: Block[] = [];
	readonly #fields: OpenField[] = [];
	readonly #looseItems: Item[] = [];
	readonly #items: Item[] = [];
	readonly #looseParagraphs: InlineText[] = [];
	readonly #paragraphs: InlineText[] = [];
	readonly #tables: Table[] = [];
	readonly #looseCommandLines: LocatedText[] = [];
	#current: OpenField | undefined;
	#isEmpty = true;

	constructor(source: string, vocabulary: Vocabulary) {
		this.#source = source;
		this.#vocabulary = vocabulary;
	}

	read(node: RootContent): void {
		const block: Block = { type: blockType(node), range: rangeOf(node) };
		this.#blocks.push(block);
		if (node.type !== "thematicBreak" && !isComment(node) && node.type !== "definition") this.#isEmpty = false;
		switch (node.type) {
			case "paragraph":
				this.#readParagraph(inlineTextOf(node, this.#source), block, "none");
				return;
			case "list": {
				const list = readItemList(node, this.#source, this.#vocabulary);
				const taken = this.#readList(list.items, block, list.codes);
				for (const code of list.codes) if (!taken.has(code)) this.#readCode(code);
				return;
			}
			case "blockquote":
				this.#readQuote(node, block);
				return;
			case "table":
				this.#readTable(node, block);
				return;
			case "code":
				this.#readCode(node);
				this.#extend(block);
				return;
			case "thematicBreak":
				// `---` ends what stands above it: a footer is not part of the last field.
				this.#current = undefined;
				return;
			default:
				if (!isComment(node)) this.#extend(block);
		}
	}

	finish(): SectionContent {
		for (const field of this.#fields) {
			field.isEmpty =
				field.value.text.trim() === "" &&
				field.items.length === 0 &&
				field.blocks.length === 0 &&
				field.commandLines.length === 0;
		}
		return {
			blocks: this.#blocks,
			fields: this.#fields,
			looseItems: this.#looseItems,
			items: this.#items,
			looseParagraphs: this.#looseParagraphs,
			paragraphs: this.#paragraphs,
			tables: this.#tables,
			looseCommandLines: this.#looseCommandLines,
			isEmpty: this.#isEmpty,
		};
	}

	#readParagraph(text: InlineText, block: Block, container: Field["container"]): void {
		this.#paragraphs.push(text);
		let continued: { readonly field: OpenField | undefined; readonly start: number } = { field: undefined, start: 0 };
		let opened = false;
		let from = 0;
		const close = (end: number): void => {
			const part = text.slice(continued.start, end);
			if (continued.field) {
				continued.field.value = part;
				continued.field.range.end = Math.max(continued.field.range.end, part.range.end);
			} else if (part.text !== "") {
				if (this.#current && !opened) this.#extend({ ...block, range: part.range });
				else this.#looseParagraphs.push(part);
			}
		};
		for (;;) {
			const newline = text.text.indexOf("\n", from);
			const end = newline < 0 ? text.text.length : newline;
			const labels = this.#labelsOf(text.slice(from, end));
			labels.forEach((label, index) => {
				close(index === 0 ? from : from + this.#leading(text, from) + label.start);
				const next = labels[index + 1];
				const lineStart = from + this.#leading(text, from);
				const valueStart = lineStart + label.valueStart;
				const field = this.#open(label, labels.length > 1 && container === "none" ? "line" : container);
				opened = true;
				continued = { field, start: valueStart };
				if (next) {
					const valueEnd = lineStart + next.separatorStart;
					field.value = text.slice(valueStart, valueEnd);
					field.range.end = Math.max(field.range.end, field.value.range.end);
					continued = { field: undefined, start: valueEnd + (next.start - next.separatorStart) };
				}
			});
			if (newline < 0) {
				close(text.text.length);
				return;
			}
			from = newline + 1;
		}
	}

	/** `slice` trims: how much it took away at the start of a line. */
	#leading(text: InlineText, from: number): number {
		const rest = text.text.slice(from);
		return rest.length - rest.trimStart().length;
	}

	/** The label of a line, and those that follow behind `|`, `•` or `·` on the same line. */
	#labelsOf(line: InlineText): readonly (FieldLabel & { readonly separatorStart: number })[] {
		const first = readFieldLabel(line, this.#vocabulary, { unknown: true });
		if (!first) return [];
		const labels = [{ ...first, separatorStart: 0 }];
		const separators = /[|•·│]/gu;
		separators.lastIndex = first.valueStart;
		for (let match = separators.exec(line.text); match; match = separators.exec(line.text)) {
			const at = match.index + match[0].length;
			const rest = line.text.slice(at);
			const offset = at + (rest.length - rest.trimStart().length);
			const label = readFieldLabel(line.slice(at), this.#vocabulary, { unknown: true });
			if (!label) continue;
			labels.push({
				...label,
				start: offset + label.start,
				valueStart: offset + label.valueStart,
				separatorStart: match.index,
			});
		}
		return labels;
	}

	#open(label: FieldLabel, container: Field["container"]): OpenField {
		const field: OpenField = {
			name: label.name,
			label: label.label,
			form: label.form,
			container,
			range: { start: label.outerStart, end: label.label.range.end },
			value: InlineText.empty(label.label.range.end),
			items: [],
			blocks: [],
			commandLines: [],
			isEmpty: false,
		};
		this.#fields.push(field);
		this.#current = field;
		return field;
	}

	/** @returns the code blocks that belong to a label of the list */
	#readList(items: readonly Item[], block: Block, codes: readonly Code[]): ReadonlySet<Code> {
		const taken = new Set<Code>();
		appendAll(this.#items, items);
		const current = this.#current;
		const isFilled = current !== undefined && current.value.text !== "";
		// Behind `**File**: src/a.ts` a list of anything but files says what is done there: the steps.
		const isOther = current?.name === "files" && !beginsWithFile(items[0], this.#vocabulary);
		const takes = current !== undefined && !(isFilled && (PHRASES.has(current.name) || isOther));
		if (current && takes) {
			appendAll(current.items, items);
			current.range.end = block.range.end;
			return taken;
		}
		this.#current = undefined;
		for (const item of items) {
			const label = item.box ? undefined : readFieldLabel(item.text, this.#vocabulary, { unknown: false });
			if (!label) {
				this.#looseItems.push(item);
				continue;
			}
			const field = this.#open(label, "list-item");
			field.value = item.text.slice(label.valueStart);
			field.range.start = item.range.start;
			field.range.end = item.range.end;
			appendAll(field.items, item.children);
			for (const code of codes) {
				const range = rangeOf(code);
				if (range.start < item.range.start || range.end > item.range.end) continue;
				field.blocks.push({ type: "code", range });
				this.#readCode(code);
				taken.add(code);
			}
			for (const paragraph of item.paragraphs.slice(1))
				field.blocks.push({ type: "paragraph", range: paragraph.range });
			this.#current = undefined;
		}
		return taken;
	}

	#readQuote(node: Blockquote, block: Block): void {
		let any = false;
		for (const child of node.children) {
			if (child.type !== "paragraph") {
				// A list behind a label in the quote is its value.
				if (any) this.#fields.at(-1)?.blocks.push({ type: blockType(child), range: rangeOf(child) });
				continue;
			}
			const text = inlineTextOf(child, this.#source);
			if (this.#labelsOf(text.lines()[0] ?? text).length > 0) {
				this.#readParagraph(text, block, "blockquote");
				this.#current = undefined;
				any = true;
			} else this.#paragraphs.push(text);
		}
		if (!any) this.#extend(block);
	}

	/** A two-column table whose first column holds labels is a list of fields; any other table is a table. */
	#readTable(node: Table, block: Block): void {
		const rows = node.children.map((row) => row.children.map((cell) => this.#cell(cell)));
		for (const row of rows) appendAll(this.#paragraphs, row);
		const labels = rows.map((row) =>
			row.length === 2 && row[0] ? this.#vocabulary.field(row[0].text.replace(/[:：]\s*$/u, "")) : undefined,
		);
		// `| File | Change |` heads a list of files: what the first row names alone makes no fields of the others.
		const known = labels.slice(1).filter((name) => name !== undefined).length;
		const bodyRows = rows.slice(1);
		if (known === 0 || rows.some((row) => row.length !== 2) || known * 2 < bodyRows.length) {
			this.#tables.push(node);
			this.#extend(block);
			return;
		}
		rows.forEach((row, index) => {
			const [cell, value] = row;
			const name = labels[index];
			if (!cell || !value || (index === 0 && name === undefined)) return;
			const field = this.#open(
				{
					name,
					label: { text: cell.text.replace(/[:：]\s*$/u, ""), range: cell.range },
					form: "table-row",
					start: 0,
					valueStart: 0,
					outerStart: cell.range.start,
				},
				"none",
			);
			field.value = value;
			field.range.end = value.range.end;
		});
		this.#current = undefined;
	}

	#cell(cell: Table["children"][number]["children"][number]): InlineText {
		const range = rangeOf(cell as Nodes);
		return readInlineText(cell.children, this.#source, { start: range.start, end: range.start });
	}

	#readCode(node: Code): void {
		if (!isShellLanguage(node.lang)) return;
		const into = this.#current ? this.#current.commandLines : this.#looseCommandLines;
		appendAll(into, codeLines(node, this.#source));
	}

	#extend(block: Block): void {
		const current = this.#current;
		if (!current) return;
		if (PHRASES.has(current.name) && current.value.text !== "") return;
		current.blocks.push(block);
		current.range.end = Math.max(current.range.end, block.range.end);
	}
}

/** `- src/a.ts`, `` - `a.ts` `` or `- Create: …`. */
function beginsWithFile(item: Item | undefined, vocabulary: Vocabulary): boolean {
	const run = item?.text.runs.find((each) => item.text.text.slice(each.start, each.end).trim() !== "");
	if (!item || !run) return false;
	if (run.kind === "code" || run.link) return true;
	const [word = ""] = item.text.text.trim().split(/\s/u);
	return /[^.]\.\p{L}|\//u.test(word) || readFieldLabel(item.text, vocabulary, { unknown: false }) !== undefined;
}

/** The lines of a code block with their places; the fences themselves are none. */
export function codeLines(node: Code, source: string): LocatedText[] {
	const range = rangeOf(node);
	const lines: LocatedText[] = [];
	let at = range.start;
	// The first line of a fenced block is its fence; an indented block has none.
	const raw = source.slice(range.start, range.end);
	const isFenced = /^(?:`{3}|~{3})/u.test(raw);
	if (isFenced) {
		const newline = raw.indexOf("\n");
		if (newline < 0) return [];
		at = range.start + newline + 1;
	}
	for (const line of node.value.split("\n")) {
		const newline = source.indexOf("\n", at);
		const end = newline < 0 || newline > range.end ? range.end : newline;
		const trimmed = line.trim();
		const found = trimmed === "" ? -1 : source.slice(at, end).indexOf(trimmed);
		if (found >= 0) lines.push({ text: trimmed, range: { start: at + found, end: at + found + trimmed.length } });
		at = Math.min(end + 1, range.end);
	}
	return lines;
}

function isComment(node: RootContent): boolean {
	return node.type === "html" && /^\s*<!--/u.test(node.value) && /-->\s*$/u.test(node.value);
}

function blockType(node: RootContent): Block["type"] {
	switch (node.type) {
		case "paragraph":
		case "table":
		case "code":
		case "blockquote":
		case "html":
			return node.type;
		case "list":
			return node.ordered ? "ordered-list" : "list";
		case "thematicBreak":
			return "break";
		default:
			return "other";
	}
}

/** All items of fields and lists with everything nested in them. */
export function allItems(content: SectionContent): Item[] {
	return flattenItems(content.items);
}

export type { FieldForm };
