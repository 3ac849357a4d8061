import { appendAll } from "../text/append-all.js";
import type { List, ListItem, Paragraph, RootContent, Table } from "mdast";
import { readFieldLabel } from "./field-label.js";
import { readGroupTier } from "../text/index-groups.js";
import { rangeOf, readInlineText, type InlineText } from "./inline-text.js";
import { inlineTextOf, type OutlineSection } from "./outline.js";
import type { IndexEntry, Status } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import type { LocatedText, SourceRange } from "../text/source-range.js";
import { readHeadingStatus, readStatusPhrase } from "../text/status-phrase.js";
import { readStatus, titleStatus } from "./statuses.js";
import { normaliseName } from "../text/name-matching.js";
import {
	DESCRIPTION_COLUMNS,
	FILE_LABELS,
	GENERIC_WORDS,
	NO_ENTRIES_BELOW,
	NO_ENTRIES_FIRST,
	OTHER_COLUMNS,
	REMARKS,
	TITLE_COLUMNS,
} from "../text/index-words.js";
import type { Tier, Vocabulary } from "../text/vocabulary.js";

/**
 * What an index lists; PLAN-FORMAT, "The index": items of lists, rows of tables, headings and paragraphs whose subject is
 * a file below the folder of the index, named by a link, a code span or (in a table) bare.
 *
 * A link is the subject where nothing stands before it but marks, numbers and dates, the label `File:` or `Plan:`, or
 * the plan's title with a separator. A link in a sentence, one that leaves the folder, an anchor, a web address, and
 * whatever stands below References, Related, Notes and the like is no entry; neither are fenced and quoted templates.
 *
 * A code span with a folder in it may be meant from the root of the repository (`docs/plans/a.md`), and one that names
 * no file at all may be an example: only a link says for certain that a file should be there.
 */
export function readIndexEntries(context: ReadContext): IndexEntry[] {
	return new EntryReader(context).readAll();
}

/** The file that a text is about, and where it is named. */
interface Subject {
	readonly form: IndexEntry["form"];
	readonly url: string;
	readonly urlRange: SourceRange;
	/** The words of the link, or the name of the file. */
	readonly words: InlineText;
	/** The title before the link: `Search revamp — [plan](search.md)`. */
	readonly titleBefore: InlineText | undefined;
	/** What stands before the link, where that is only marks and numbers. */
	readonly marksBefore: InlineText | undefined;
	/** Where the naming ends in the text. */
	readonly end: number;
}

interface Rest {
	readonly status: Status | undefined;
	readonly description: LocatedText | undefined;
}

/** `[docs/](docs/)` names a folder; `YYYY-MM-DD-<feature>.md` shows how files are named. */
const PLACEHOLDER = /[<>{}*[\]$…]|YYYY|NNN|XXX|\[name\]/u;
const FILE_NAME = /^[\p{L}\p{N}_@.()+,'/-]+\.(?:md|markdown|mdx)$/iu;
const SEPARATOR = /\s[-–|•·→]{1,3}\s|[:：](?=\s)|(?<=\s)—|—(?=\s)/gu;

/** A status is a phrase; what is longer describes. */
const LONGEST_STATUS = 80;

class EntryReader {
	readonly #context: ReadContext;
	readonly #vocabulary: Vocabulary;
	readonly #entries: IndexEntry[] = [];
	readonly #groupTiers = new Map<OutlineSection, Tier | undefined>();

	constructor(context: ReadContext) {
		this.#context = context;
		this.#vocabulary = context.vocabulary;
	}

	readAll(): IndexEntry[] {
		this.#readNodes(this.#context.outline.preamble, undefined);
		const excluded = new Set<OutlineSection>();
		for (const section of this.#context.outline.sections) {
			if ((section.parent && excluded.has(section.parent)) || this.#isExcluded(section)) {
				excluded.add(section);
				continue;
			}
			this.#readHeading(section);
			this.#readNodes(section.nodes, section);
		}
		return this.#entries;
	}

	#isExcluded(section: OutlineSection): boolean {
		if (section.heading.level === 1) return false;
		const name = normaliseName(section.heading.text.text);
		return NO_ENTRIES_BELOW.has(name) || NO_ENTRIES_FIRST.has(name.split(" ", 1)[0] ?? "");
	}

	#readNodes(nodes: readonly RootContent[], section: OutlineSection | undefined): void {
		for (const node of nodes) {
			if (node.type === "list") this.#readList(node, section);
			else if (node.type === "table") this.#readTable(node, section);
			else if (node.type === "paragraph") this.#readParagraph(node, section);
		}
	}

	#readHeading(section: OutlineSection): void {
		const { text, range } = section.heading;
		if (section.heading.level === 1) return;
		const subject = this.#subjectOf(text, "heading");
		if (!subject) return;
		const mark = titleStatus(text, readHeadingStatus(text.text, this.#vocabulary), "heading", range);
		const field = this.#context.content(section).fields.find((each) => each.name === "status");
		const status = mark ?? (field && readStatus(field.value, "line", field.range, this.#vocabulary));
		this.#add(subject, { status, description: undefined }, range, section.parent, "heading");
	}

	#readParagraph(node: Paragraph, section: OutlineSection | undefined): void {
		const text = inlineTextOf(node, this.#context.source);
		for (const line of text.lines()) {
			const subject = this.#subjectOf(line, "paragraph");
			if (!subject) continue;
			const rest = line.text.slice(subject.end).trim();
			// Only a name that stands alone or is set off: `[Search](search.md) describes …` is a sentence.
			if (rest !== "" && !/^(?:[-–—:：|•·(]|\p{Extended_Pictographic})/u.test(rest)) continue;
			this.#add(subject, this.#rest(line, subject, line.range), line.range, section, "paragraph");
		}
	}

	/** Every item of a list and of the lists in it, by a stack of its own. */
	#readList(list: List, section: OutlineSection | undefined): void {
		const stack: ListItem[] = [...list.children].reverse();
		for (let item = stack.pop(); item; item = stack.pop()) {
			this.#readItem(item, section);
			for (let at = item.children.length - 1; at >= 0; at--) {
				const child = item.children[at];
				if (child?.type === "list")
					for (let index = child.children.length - 1; index >= 0; index--)
						stack.push(child.children[index] as ListItem);
			}
		}
	}

	#readItem(item: ListItem, section: OutlineSection | undefined): void {
		const paragraph = item.children.find((child) => child.type === "paragraph");
		if (!paragraph) return;
		const range = rangeOf(item);
		const text = inlineTextOf(paragraph, this.#context.source);
		const [line = text, ...moreLines] = text.lines();
		const subject = this.#subjectOf(line, "list-item");
		if (!subject) return;
		const rest = this.#rest(line, subject, range);
		const labelled = this.#labelled(item, paragraph, moreLines);
		const open = this.#context.source.indexOf("[", range.start);
		const box: Status | undefined =
			item.checked === true
				? {
						text: "[x]",
						range: { start: open, end: open + "[x]".length },
						tier: "done",
						wordTier: undefined,
						markTier: "done",
						contradiction: false,
						hasWords: false,
						place: "boxes",
						carrier: range,
					}
				: undefined;
		this.#add(
			subject,
			{ status: rest.status ?? labelled.status ?? box, description: rest.description ?? labelled.description },
			range,
			section,
			"list-item",
		);
	}

	/** `- **Status**: …` below an item, or on a line of its own in it. */
	#labelled(item: ListItem, first: Paragraph, moreLines: readonly InlineText[]): Rest {
		const { source } = this.#context;
		const lines = [...moreLines];
		for (const child of item.children) {
			if (child.type === "paragraph" && child !== first) appendAll(lines, inlineTextOf(child, source).lines());
			if (child.type !== "list") continue;
			for (const nested of child.children) {
				const [paragraph] = nested.children;
				if (paragraph?.type === "paragraph") appendAll(lines, inlineTextOf(paragraph, source).lines());
			}
		}
		let status: Status | undefined;
		let description: LocatedText | undefined;
		for (const line of lines) {
			const label = readFieldLabel(line, this.#vocabulary, { unknown: true });
			if (!label) {
				const plain = /^(\p{L}{3,20})\s?[:：]\s/u.exec(line.text);
				if (plain?.[1] !== undefined && DESCRIPTION_COLUMNS.has(normaliseName(plain[1])))
					description ??= line.slice(plain[0].length);
				continue;
			}
			const value = line.slice(label.valueStart);
			if (label.name === "status") status ??= readStatus(value, "line", line.range, this.#vocabulary);
			else if (DESCRIPTION_COLUMNS.has(normaliseName(label.label.text)) && value.text !== "") description ??= value;
		}
		return { status, description };
	}

	#readTable(table: Table, section: OutlineSection | undefined): void {
		const [head, ...body] = table.children;
		if (!head) return;
		const headers = this.#cells(head).map((cell) => cell.text);
		const names = headers.map(normaliseName);
		const fields = headers.map((header) => this.#vocabulary.field(header));
		const statusAt = fields.indexOf("status");
		const descriptionAt = names.findIndex((name) => DESCRIPTION_COLUMNS.has(name));
		const titleAt = names.findIndex((name) => TITLE_COLUMNS.has(name));
		for (const row of body) {
			const cells = this.#cells(row);
			const range = rangeOf(row);
			for (const [at, cell] of cells.entries()) {
				const field = fields[at];
				if (
					at === statusAt ||
					at === descriptionAt ||
					field === "dependsOn" ||
					field === "blocks" ||
					OTHER_COLUMNS.has(names[at] ?? "")
				)
					continue;
				const subject = this.#subjectOf(cell, "table-row");
				if (!subject) continue;
				const statusCell = cells[statusAt];
				const descriptionCell = cells[descriptionAt];
				const written =
					statusCell && !this.#vocabulary.isNone(statusCell.text)
						? readStatus(statusCell, "table", range, this.#vocabulary)
						: undefined;
				const inCell = this.#rest(cell, subject, range).status;
				const titleCell = titleAt === at ? undefined : cells[titleAt];
				this.#add(
					subject.titleBefore || !titleCell || titleCell.text === ""
						? subject
						: { ...subject, titleBefore: this.#isTitle(subject) ? undefined : titleCell },
					{
						status: written && (written.hasWords || written.tier) ? written : inCell,
						description: descriptionCell && descriptionCell.text !== "" ? descriptionCell : undefined,
					},
					range,
					section,
					"table-row",
				);
				break;
			}
		}
	}

	#cells(row: Table["children"][number]): InlineText[] {
		return row.children.map((cell) => {
			const { start } = rangeOf(cell);
			return readInlineText(cell.children, this.#context.source, { start: start + 1, end: start + 1 });
		});
	}

	/** The file that a text is about: the first link or code span, where what stands before it leaves it the subject. */
	#subjectOf(text: InlineText, container: IndexEntry["container"]): Subject | undefined {
		const run = text.runs.find((each) => each.kind === "code" || (each.link !== undefined && each.kind !== "image"));
		if (!run) return container === "table-row" ? this.#bareName(text) : undefined;
		let end = run.end;
		if (run.link) for (const each of text.runs) if (each.link?.range === run.link.range) end = each.end;
		// A code span names a file in lists and tables; elsewhere it is a word of a sentence.
		if (!run.link && (container === "heading" || container === "paragraph")) return undefined;
		const words = text.slice(run.start, end);
		const url = run.link ? run.link.url : run.kind === "code" ? text.text.slice(run.start, run.end).trim() : "";
		if (!isPlanUrl(url, run.link ? "link" : "code")) return undefined;
		const isFolder = !/\.(?:md|markdown|mdx)$/iu.test(url);
		if (isFolder && isFolderName(words.text, url)) return undefined;
		const before = text.slice(0, run.start);
		const front = this.#before(before, container);
		if (!front) return undefined;
		return {
			form: run.link ? "link" : "code",
			url,
			urlRange: run.link ? this.#urlRange(run.link.range, url) : run.range,
			words,
			// Before a code span stands a remark as often as a title.
			titleBefore: run.link ? front.title : undefined,
			marksBefore: front.title ? undefined : before,
			// `Search ([plan](search.md)) 🟡`: the bracket around the link is no part of what follows.
			end: front.title && text.text[end] === ")" ? end + 1 : end,
		};
	}

	#bareName(text: InlineText): Subject | undefined {
		const name = text.text.trim();
		if (!FILE_NAME.test(name) || !isPlanUrl(name, "code")) return undefined;
		const words = text.slice(0);
		return {
			form: "text",
			url: name,
			urlRange: words.range,
			words,
			titleBefore: undefined,
			marksBefore: undefined,
			end: text.text.length,
		};
	}

	/** What stands before the link leaves it the subject; `title` where that is the plan's. */
	#before(
		before: InlineText,
		container: IndexEntry["container"],
	): { readonly title: InlineText | undefined } | undefined {
		const words = normaliseName(before.text)
			.replace(/[\d\s]+/gu, " ")
			.trim();
		if (words === "" || !/\p{L}{2}/u.test(words)) return { title: undefined };
		const label = normaliseName(before.text.replace(/[:：]\s*$/u, ""));
		if (FILE_LABELS.has(label) || (/^(?:plan|story|epic)(?: [\d. ]+)?$/u.test(label) && container !== "paragraph"))
			return { title: undefined };
		// In a table the cell is the link; in a paragraph words before it make a sentence.
		if (container !== "list-item") return undefined;
		const separator = /(?<!\s)\s*(?:[:：—–→(]|\s-)\s*$/u.exec(before.text.slice(-8));
		if (!separator) return undefined;
		const title = before.slice(0, before.text.length - separator[0].length);
		const count = title.text.split(/\s+/u).length;
		const firstWord = normaliseName(title.text).split(" ", 1)[0] ?? "";
		if (count > 10 || /[.!?;]\s/u.test(title.text) || REMARKS.has(firstWord) || this.#vocabulary.field(title.text))
			return undefined;
		return { title };
	}

	/** Where the target stands in `[words](target)`. */
	#urlRange(range: SourceRange, url: string): SourceRange {
		const raw = this.#context.source.slice(range.start, range.end);
		const at = raw.lastIndexOf(url);
		return at < 0 ? range : { start: range.start + at, end: range.start + at + url.length };
	}

	/** What follows the name: ` - 🟡 Planned - one-line description`. */
	#rest(line: InlineText, subject: Subject, carrier: SourceRange): Rest {
		const pieces = splitPieces(line, subject.end);
		let status = subject.marksBefore && this.#statusPiece(subject.marksBefore, carrier);
		let description: { from: number; to: number } | undefined;
		for (const piece of pieces) {
			const found = status && description ? undefined : this.#statusPiece(line.slice(piece.start, piece.end), carrier);
			if (found && !description) status ??= found;
			else if (found && piece === pieces.at(-1)) {
				status ??= found;
			} else if (description) description.to = piece.end;
			else description = { from: piece.start, to: piece.end };
		}
		if (!description) return { status, description: undefined };
		const located = line.located(description.from, description.to);
		return { status, description: /\p{L}/u.test(located.text) ? located : undefined };
	}

	/** A piece that says a state and nothing else: short, and of a certain tier. */
	#statusPiece(piece: InlineText, carrier: SourceRange): Status | undefined {
		if (piece.text.length > LONGEST_STATUS) return undefined;
		const bare = piece.text.replace(/^[\s([*_]+/u, "").replace(/(?<![\s)\]*_.])[\s)\]*_.]+$/u, "");
		if (bare === "" || bare.split(/\s+/u).length > 6) return undefined;
		const phrase = readStatusPhrase(bare, this.#vocabulary);
		if (phrase.tier === undefined || phrase.isChoice) return undefined;
		const start = piece.text.indexOf(bare);
		return readStatus(piece.slice(start, start + bare.length), "item", carrier, this.#vocabulary);
	}

	#isTitle(subject: Subject): boolean {
		const words = normaliseName(subject.words.text);
		if (subject.form !== "link" || GENERIC_WORDS.has(words) || !/\p{L}{2}/u.test(words)) return false;
		return !isFileName(subject.words.text, subject.url);
	}

	#add(
		subject: Subject,
		rest: Rest,
		range: SourceRange,
		section: OutlineSection | undefined,
		container: IndexEntry["container"],
	): void {
		const named = subject.titleBefore ?? subject.words;
		const hasTitle = subject.titleBefore !== undefined || this.#isTitle(subject);
		this.#entries.push({
			range,
			title: hasTitle ? this.#withoutStatus(named) : named,
			url: subject.url,
			urlRange: subject.urlRange,
			form: subject.form,
			hasTitle,
			status:
				rest.status ??
				(hasTitle ? titleStatus(named, readHeadingStatus(named.text, this.#vocabulary), "item", range) : undefined),
			group: this.#group(section),
			description: rest.description,
			container,
		});
	}

	#withoutStatus(title: InlineText): LocatedText {
		let start = 0;
		let end = title.text.length;
		for (const part of readHeadingStatus(title.text, this.#vocabulary)?.parts ?? []) {
			if (part.position === "before") start = Math.max(start, part.cut.end);
			else end = Math.min(end, part.cut.start);
		}
		start += /^[^\p{L}\p{N}"'“«([`]*/u.exec(title.text.slice(start, end))?.[0].length ?? 0;
		return start < end ? title.located(start, end) : title;
	}

	/** The nearest heading that names a state; without one, the nearest heading. The title of the index groups nothing. */
	#group(section: OutlineSection | undefined): IndexEntry["group"] {
		let nearest: OutlineSection | undefined;
		for (let each = section; each && each.heading.level > 1; each = each.parent) {
			nearest ??= each;
			if (!this.#groupTiers.has(each))
				this.#groupTiers.set(each, readGroupTier(each.heading.text.text, this.#vocabulary));
			const tier = this.#groupTiers.get(each);
			if (tier) return { section: this.#context.section(each), tier };
		}
		return nearest && { section: this.#context.section(nearest), tier: undefined };
	}
}

/** A Markdown file or a folder below the folder of the index, other than the index itself. */
export function isPlanUrl(url: string, form: "link" | "code"): boolean {
	if (url === "" || /^(?:[a-z][a-z0-9+.-]*:|[/#?\\])/iu.test(url) || /[#?]/u.test(url) || PLACEHOLDER.test(url))
		return false;
	const segments: string[] = [];
	for (const segment of url.split("/")) {
		if (segment === "..") {
			if (segments.pop() === undefined) return false;
		} else if (segment !== "" && segment !== ".") segments.push(segment);
	}
	const last = segments.at(-1);
	if (last === undefined) return false;
	if (form === "code") return FILE_NAME.test(url) && !isIndexName(segments);
	if (/\.(?:md|markdown|mdx)$/iu.test(last)) return !isIndexName(segments);
	// A link to a folder: with a slash at its end, or without any extension.
	return url.endsWith("/") || !/\.[\p{L}\p{N}]{1,8}$/u.test(last);
}

function isIndexName(segments: readonly string[]): boolean {
	return segments.length === 1 && /^(?:readme|index)\.(?:md|markdown|mdx)$/iu.test(segments[0] ?? "");
}

/** The words are the name of the file, with or without folder and extension; `Search` for `search.md` is a title. */
function isFileName(words: string, url: string): boolean {
	const bare = (text: string): string => text.replace(/^\.\//u, "").replace(/\.(?:md|markdown|mdx)$/iu, "");
	const name = bare(words.trim());
	const path = bare(url);
	return FILE_NAME.test(words.trim()) || (name !== "" && (path === name || path.endsWith(`/${name}`)));
}

/** `[archive/](archive/)`, `[Archive](archive/)`: the folder as such, no plan in it. */
function isFolderName(words: string, url: string): boolean {
	const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
	return !/\s/u.test(words.trim()) && bare(url).endsWith(bare(words));
}

function splitPieces(line: InlineText, from: number): { readonly start: number; readonly end: number }[] {
	const text = line.text;
	const pieces: { start: number; end: number }[] = [];
	let start = from;
	const push = (end: number): void => {
		if (/[^\s*_)\]]/u.test(text.slice(start, end))) pieces.push({ start, end });
	};
	const separator = new RegExp(SEPARATOR.source, SEPARATOR.flags);
	separator.lastIndex = from;
	for (let match = separator.exec(text); match; match = separator.exec(text)) {
		push(match.index);
		start = match.index + match[0].length;
		if (match[0].length === 0) separator.lastIndex++;
	}
	push(text.length);
	return pieces;
}
