import type { Code, List, ListItem, Nodes } from "mdast";
import { InlineText, rangeOf, readInlineText } from "./inline-text.js";
import { readFieldLabel, type FieldLabel } from "./field-label.js";
import type { Box, Field, Item, Status } from "../plan.js";
import type { SourceRange } from "../text/source-range.js";
import { fieldStatus, readItemStatus } from "./statuses.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** What the lists of a block hold. */
export interface ItemList {
	/** The items of the list itself; nested ones are their children. */
	readonly items: readonly Item[];
	/** Code blocks inside the items. */
	readonly codes: readonly Code[];
	readonly ordered: boolean;
}

/** An item while its children are still being read. */
interface MutableItem extends Item {
	excluded: boolean;
	readonly children: MutableItem[];
	readonly fields: Field[];
}

/**
 * Reads a list with all lists nested in it, by a stack of its own: a list nested 50,000 deep is no reason to crash.
 */
export function readItemList(list: List, source: string, vocabulary: Vocabulary): ItemList {
	const codes: Code[] = [];
	const top: MutableItem[] = [];
	const stack: {
		readonly list: List;
		readonly into: MutableItem[];
		readonly parent: MutableItem | undefined;
		next: number;
	}[] = [{ list, into: top, parent: undefined, next: 0 }];
	for (;;) {
		const frame = stack.at(-1);
		if (!frame) break;
		const index = frame.next++;
		const node = frame.list.children[index];
		if (!node) {
			stack.pop();
			continue;
		}
		const number = frame.list.ordered ? (frame.list.start ?? 1) + index : undefined;
		const item = readItem(node, source, vocabulary, number, frame.parent);
		frame.into.push(item);
		const label = frame.parent && !item.box ? readFieldLabel(item.text, vocabulary, { unknown: false }) : undefined;
		if (label && frame.parent) frame.parent.fields.push(nestedField(item, label));
		// Pushed in reverse: the first nested list is read first, so that code blocks keep their order.
		for (let at = node.children.length - 1; at >= 0; at--) {
			const child = node.children[at];
			if (child?.type === "list") stack.push({ list: child, into: item.children, parent: item, next: 0 });
			else if (child?.type === "code") codes.push(child);
		}
	}
	for (const item of [undefined, ...flattenItems(top)]) excludeRejectedOptions(item ? item.children : top);
	codes.sort((a, b) => rangeOf(a).start - rangeOf(b).start);
	return { items: top, codes, ordered: list.ordered === true };
}

/** `- Status: DONE` below an item is a field of that item. */
function nestedField(item: MutableItem, label: FieldLabel): Field {
	return {
		name: label.name,
		label: label.label,
		form: label.form,
		container: "list-item",
		range: item.range,
		value: item.text.slice(label.valueStart),
		items: item.children,
		blocks: [],
		commandLines: [],
		isEmpty: false,
	};
}

/** The items with everything nested in them, in the order of the document. */
export function flattenItems<One extends { readonly children: readonly One[] } = Item>(items: readonly One[]): One[] {
	const flat: One[] = [];
	const stack = [...items].reverse();
	for (let item = stack.pop(); item; item = stack.pop()) {
		flat.push(item);
		for (let at = item.children.length - 1; at >= 0; at--) {
			const child = item.children[at];
			if (child) stack.push(child);
		}
	}
	return flat;
}

function readItem(
	node: ListItem,
	source: string,
	vocabulary: Vocabulary,
	number: number | undefined,
	parent: MutableItem | undefined,
): MutableItem {
	const range = rangeOf(node);
	const paragraphs: InlineText[] = [];
	for (const child of node.children) {
		if (child.type === "paragraph") {
			const at = rangeOf(child as Nodes);
			paragraphs.push(readInlineText(child.children, source, { start: at.start, end: at.start }));
		}
	}
	const whole = paragraphs[0] ?? InlineText.empty(range.end);
	const { box, text } = readBox(node, whole, source, range, vocabulary);
	const item = new ListedItem(text, range, box, number, parent, vocabulary);
	if (paragraphs.length > 1) item.paragraphs = [text, ...paragraphs.slice(1)];
	return item;
}

/** A class, since a document has hundreds of items: what few rules ask is read when they ask. */
class ListedItem implements MutableItem {
	readonly text: InlineText;
	readonly range: SourceRange;
	readonly box: Box | undefined;
	readonly number: number | undefined;
	readonly parent: MutableItem | undefined;
	readonly children: MutableItem[] = [];
	readonly fields: Field[] = [];
	paragraphs: readonly InlineText[];
	readonly #vocabulary: Vocabulary;
	#excluded: boolean | undefined;
	#status: Status | null | undefined;
	#statusBelow: Status | null | undefined;

	constructor(
		text: InlineText,
		range: SourceRange,
		box: Box | undefined,
		number: number | undefined,
		parent: MutableItem | undefined,
		vocabulary: Vocabulary,
	) {
		this.text = text;
		this.range = range;
		this.box = box;
		this.number = number;
		this.parent = parent;
		this.paragraphs = [text];
		this.#vocabulary = vocabulary;
	}

	get excluded(): boolean {
		return (this.#excluded ??= isExcluded(this.text));
	}

	set excluded(value: boolean) {
		this.#excluded = value;
	}

	get status(): Status | undefined {
		if (this.#status === undefined) this.#status = readItemStatus(this.text, this.#vocabulary, this.range) ?? null;
		return this.#status ?? undefined;
	}

	get statusBelow(): Status | undefined {
		if (this.#statusBelow === undefined) {
			const field = this.fields.find((candidate) => candidate.name === "status");
			this.#statusBelow = (field && fieldStatus(field, this.#vocabulary)) ?? null;
		}
		return this.#statusBelow ?? undefined;
	}
}

function readBox(
	node: ListItem,
	text: InlineText,
	source: string,
	range: SourceRange,
	vocabulary: Vocabulary,
): { box: Box | undefined; text: InlineText } {
	if (typeof node.checked === "boolean") {
		// The box stands between the marker and the text; `text` starts behind it.
		const at = source.slice(range.start, range.start + 200).search(/\[[ xX\t\n\r]\]/u);
		const start = at < 0 ? range.start : range.start + at;
		return { box: { checked: node.checked, kind: "task", other: false, range: { start, end: start + 3 } }, text };
	}
	const other = /^\[[~\-/>!?]\](?=\s|$)/u.exec(text.text);
	if (other) {
		return { box: { checked: false, kind: "task", other: true, range: text.rangeOf(0, 3) }, text: text.slice(3) };
	}
	const mark = /^(?:\p{Extended_Pictographic}|[✓☐])\u{FE0F}?(?=\s)/u.exec(text.text)?.[0];
	const tier = mark === undefined ? undefined : vocabulary.markTier(mark);
	if (mark !== undefined && (tier === "done" || tier === "planned")) {
		return {
			box: { checked: tier === "done", kind: "emoji", other: false, range: text.rangeOf(0, mark.length) },
			text: text.slice(mark.length),
		};
	}
	return { box: undefined, text };
}

const OPTION = /^[\s*_~]*(?:option|alternative|variant|variante|opción|opção)\s+(?:\p{L}|\d{1,2})\b/iu;

/** Among `Option A`, `Option B` one is ticked: the open ones were not chosen and are no work. */
function excludeRejectedOptions(siblings: readonly MutableItem[]): void {
	const options = siblings.filter((item) => item.box && OPTION.test(item.text.text));
	if (!options.some((item) => item.box?.checked)) return;
	for (const item of options) if (!item.box?.checked) item.excluded = true;
}

const EXCLUDED_NOTE =
	/[([~*_-] ?(?:deferred|optional|not selected|rejected|out of scope|skipped|cancell?ed|dropped|moved to|superseded|won't do|wontfix|n\/a|not needed|no longer needed|not required|not applicable|obsolete|stretch|future|post-merge|manual)\b/iu;

/** Marks items as no work: those of a section such as Open Questions or Future. */
export function excludeItems(items: readonly Item[]): void {
	for (const item of flattenItems(items)) (item as MutableItem).excluded = true;
}

/** `7.2 Manual smoke test: …`: somebody does it by hand, perhaps later, and seldom comes back to tick it. */
const MANUAL_CHECK =
	/^\s{0,4}(?:[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}[.:)]?\s{1,4})?manual(?:ly)?\s(?:[\p{L}-]{2,16}\s)?(?:check|checks|checking|test|tests|testing|verify|verification|validation|qa|smoke|review)\b/iu;

/** `N/A – no replicas`, `Deferred: a second backend`: the first words say it of all that follows. */
const EXCLUDED_FIRST =
	/^\s{0,4}(?:n\/a|not (?:needed|applicable|required)|deferred|skipped|dropped|cancell?ed|follow-up|post-merge|post-deploy)\s{0,2}(?:$|[:：–—(-])/iu;

/** Struck through, set aside by its first words or a note in brackets, or a check by hand: no work of this plan. */
function isExcluded(text: InlineText): boolean {
	return (
		isStruck(text) ||
		EXCLUDED_FIRST.test(text.withoutCode) ||
		EXCLUDED_NOTE.test(text.withoutCode) ||
		MANUAL_CHECK.test(text.text)
	);
}

/** As a whole, or all but a note behind it: `~~Tell the users~~ (nobody is left)`, `~~Index~~ → see Phase 4`. */
function isStruck(text: InlineText): boolean {
	if (text.isDeleted) return true;
	const rest = text.runs.findIndex((run) => !run.deleted && text.text.slice(run.start, run.end).trim() !== "");
	const note = text.runs[rest];
	return note !== undefined && rest > 0 && /^\s*(?:[([–—]|->|→|-\s)/u.test(text.text.slice(note.start, note.end));
}
