import { groupAgrees, readGroupTier } from "../text/index-groups.js";
import { relativeLink } from "../text/link-target.js";
import { isPlanUrl } from "../reader/index-entries.js";
import type { IndexEntry, Plan, Section } from "../plan.js";
import type { TextEdit } from "../text/source-range.js";
import type { Tier, Vocabulary } from "../text/vocabulary.js";
import type { DocumentSummary } from "../workspace/workspace.js";

/** Where an entry goes: behind another one, in its form; or into an empty group. */
type Place = { readonly behind: IndexEntry } | { readonly into: Section | undefined };
type Placed = { readonly place: Place; readonly text: string };

/**
 * The edits that add plans to an index, each at the end of the group that fits its status, in the form of the entries
 * there. A plan without a status goes where planned ones go.
 * @returns no edit for plans whose group is not certain
 */
export function additions(index: Plan, documents: readonly DocumentSummary[], vocabulary: Vocabulary): TextEdit[] {
	return insertions(
		documents.flatMap((document) => {
			const place = placeFor(index, document.status ?? "planned", vocabulary);
			// A name with a placeholder in it: the entry would not be taken for one, and be added again.
			const isEntry = isPlanUrl(relativeLink(index.path ?? "", document.path), "link");
			return place && isEntry ? [{ place, text: renderEntry(index, document, place, vocabulary) }] : [];
		}),
		index,
	);
}

/** The edit that takes an entry and its line out of an index; `undefined` for a heading, which has a section of its own. */
export function removal(index: Plan, entry: IndexEntry): TextEdit | undefined {
	if (entry.container === "heading" || entry.container === "paragraph") return undefined;
	return { range: lineRange(index, entry), text: "" };
}

/**
 * The edits that move entries to the group that fits the status of their plan, each as it is written.
 * @returns no edit for entries whose group is not certain or has another form
 */
export function moves(
	index: Plan,
	entries: readonly { readonly entry: IndexEntry; readonly status: Tier }[],
	vocabulary: Vocabulary,
): TextEdit[] {
	// By place: the workspace's entries are the plan's with a target added.
	const removed = new Map<number, { readonly entry: IndexEntry; readonly inStead: string }>();
	const placed: Placed[] = [];
	for (const { entry, status } of entries) {
		const place = placeFor(index, status, vocabulary);
		if (!place || !canMove(index, entry, place)) continue;
		removed.set(entry.range.start, { entry, inStead: "" });
		placed.push({ place, text: index.text.slice(entry.range.start, entry.range.end) });
	}
	// Behind an entry that moves away itself: in its stead.
	const stay = placed.filter(({ place, text }) => {
		const gone = "behind" in place ? removed.get(place.behind.range.start) : undefined;
		if (gone) removed.set(gone.entry.range.start, { entry: gone.entry, inStead: `${gone.inStead}${text}\n` });
		return !gone;
	});
	const removals = [...removed.values()].map(({ entry, inStead }): TextEdit => ({
		range: lineRange(index, entry),
		text: endOfLines(index, inStead),
	}));
	return [...removals, ...insertions(stay, index)].sort((a, b) => a.range.start - b.range.start);
}

/** Between lists, or between tables with as many columns. A nested item does not move: it belongs to the one above. */
function canMove(index: Plan, entry: IndexEntry, place: Place): boolean {
	const isWhole = (each: IndexEntry): boolean =>
		each.container !== "heading" && each.container !== "paragraph" && startOfLine(index, each) === each.range.start;
	if (!("behind" in place)) return isWhole(entry) && entry.container === "list-item";
	return (
		isWhole(entry) &&
		isWhole(place.behind) &&
		place.behind.container === entry.container &&
		cellsOf(index, place.behind).length === cellsOf(index, entry).length
	);
}

/** The last entry of the group that fits; in an index without groups by state, the last entry of all. */
function placeFor(index: Plan, status: Tier, vocabulary: Vocabulary): Place | undefined {
	const groups = index.sections.flatMap((section) => {
		const tier = section.heading.level > 1 ? readGroupTier(section.heading.text.text, vocabulary) : undefined;
		return tier === undefined ? [] : [{ section, tier }];
	});
	const lines = index.entries.filter(({ container }) => container === "list-item" || container === "table-row");
	if (groups.length > 0) {
		const group = groups.find(({ tier }) => tier === status) ?? groups.find(({ tier }) => groupAgrees(tier, status));
		if (!group) return undefined;
		const last = lines.filter((entry) => entry.group?.section === group.section).at(-1);
		if (last) return { behind: last };
		return !endsOpen(index, group.section.range.end) &&
			group.section.children.length === 0 &&
			group.section.blocks.every(({ type }) => type === "paragraph" || type === "html")
			? { into: group.section }
			: undefined;
	}
	const sections = new Set(index.entries.map((entry) => entry.group?.section));
	const last = lines.at(-1);
	if (last) return sections.size === 1 ? { behind: last } : undefined;
	return index.entries.length === 0 && !index.isLeftOpen ? { into: undefined } : undefined;
}

/** What is added at this place would be a part of the code or HTML above it. */
function endsOpen(index: Plan, place: number): boolean {
	return index.isLeftOpen && index.text.slice(place).trim() === "";
}

/** Several texts at one place become one edit. */
function insertions(placed: readonly Placed[], index: Plan): TextEdit[] {
	const byOffset = new Map<number, string>();
	for (const { place, text } of placed) {
		if ("behind" in place) {
			const at = place.behind.range.end;
			byOffset.set(at, `${byOffset.get(at) ?? ""}\n${text}`);
		} else {
			const { start, end } = place.into?.contentRange ?? index.range;
			const at = start + index.text.slice(start, end).trimEnd().length;
			byOffset.set(
				at,
				`${byOffset.get(at) ?? (at === 0 ? "" : "\n")}${at === 0 && !byOffset.has(at) ? "" : "\n"}${text}`,
			);
		}
	}
	return [...byOffset].map(([at, text]) => ({ range: { start: at, end: at }, text: endOfLines(index, text) }));
}

function endOfLines(index: Plan, text: string): string {
	return index.text.includes("\r\n") ? text.replace(/\r?\n/gu, "\r\n") : text;
}

function renderEntry(index: Plan, document: DocumentSummary, place: Place, vocabulary: Vocabulary): string {
	const url = relativeLink(index.path ?? "", document.path);
	const model = "behind" in place ? place.behind : index.entries.find(({ container }) => container === "list-item");
	const file = document.path.slice(document.path.lastIndexOf("/") + 1);
	const name =
		model?.hasTitle === false && model.form === "link"
			? model.title.text.endsWith(".md")
				? file
				: file.replace(/\.md$/u, "")
			: (document.feature ?? document.title ?? file);
	const title = entryText(name === "" ? file : name);
	const named =
		model?.form === "code"
			? `\`${decodeURIComponent(url)}\``
			: model?.form === "text"
				? decodeURIComponent(url)
				: `[${title}](${url})`;
	const status = document.status === undefined ? undefined : entryStatus(index, document.status, vocabulary);
	const description = document.description === undefined ? undefined : entryText(document.description);
	if (model?.container === "table-row")
		return renderRow(index, model, { named, title, status: status ?? "", description: description ?? "" });
	const states =
		!model ||
		index.entries.some((entry) => entry.status?.place === "item" && entry.group?.section === model.group?.section);
	const separator = model ? separatorOf(index, model) : " - ";
	return `${markerOf(index, model, document.status)}${[named, ...(states && status !== undefined ? [status] : []), ...(description === undefined ? [] : [description])].join(separator)}`;
}

/** A status as this index writes it; where it has none of that tier, in normal form. */
export function entryStatus(index: Plan, status: Tier, vocabulary: Vocabulary): string {
	const same = index.entries.find(
		(entry) => entry.status?.tier === status && entry.status.hasWords && !entry.status.contradiction,
	);
	return same?.status?.text ?? vocabulary.statusForm(status);
}

/** Plain words for an entry: what would end a link or a cell is escaped. */
export function entryText(text: string): string {
	return text.replace(/[[\]|\\]/gu, "\\$&").replace(/\s+/gu, " ");
}

/** Indent, bullet or number, and box of an item, as the next one has them. */
function markerOf(index: Plan, model: IndexEntry | undefined, status: Tier | undefined): string {
	if (!model) return "- ";
	const indent = index.text.slice(startOfLine(index, model), model.range.start);
	const marker = /^([-*+]|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?/u.exec(
		index.text.slice(model.range.start, model.range.end),
	);
	const [, bullet = "-", number, delimiter = ".", space = " ", box] = marker ?? [];
	const next = number === undefined ? bullet : `${Number(number) + 1}${delimiter}`;
	return `${/^\s*$/u.test(indent) ? indent : ""}${next}${space}${box === undefined ? "" : status === "done" ? "[x] " : "[ ] "}`;
}

/** What stands between the name and what follows it. */
function separatorOf(index: Plan, { urlRange, status, description }: IndexEntry): string {
	const next = [status?.range.start, description?.range.start].filter(
		(start) => start !== undefined && start > urlRange.end,
	);
	if (next.length === 0) return " - ";
	const gap = index.text.slice(urlRange.end, Math.min(...(next as number[])));
	return /^[)`*\s]{0,8}?(\s?[-–—:|•·]\s)\s*$/u.exec(gap)?.[1] ?? " - ";
}

function startOfLine(index: Plan, entry: IndexEntry): number {
	return index.text.lastIndexOf("\n", entry.range.start - 1) + 1;
}

/** The lines of an entry with the end of the last one. */
function lineRange(index: Plan, entry: IndexEntry): { start: number; end: number } {
	const next = index.text.indexOf("\n", entry.range.end);
	return { start: startOfLine(index, entry), end: next < 0 ? index.text.length : next + 1 };
}

interface Cell {
	readonly start: number;
	readonly end: number;
}

/** Where the cells of a row stand; a pipe that is escaped separates nothing. */
function cellsOf(index: Plan, { range, container }: IndexEntry): Cell[] {
	if (container !== "table-row") return [];
	const cells: Cell[] = [];
	const line = index.text.slice(range.start, range.end);
	let start = line.startsWith("|") ? 1 : 0;
	for (let at = start; at <= line.length; at++) {
		if (at < line.length && (line.charAt(at) !== "|" || line.charAt(at - 1) === "\\")) continue;
		if (at === line.length && line.slice(start).trim() === "") break;
		cells.push({ start: range.start + start, end: range.start + at });
		start = at + 1;
	}
	return cells;
}

/** A row with the cells of another one: file, title, status and description in their columns, the others empty. */
function renderRow(
	index: Plan,
	model: IndexEntry,
	values: { readonly named: string; readonly title: string; readonly status: string; readonly description: string },
): string {
	const rows = index.entries.filter(
		(entry) => entry.container === "table-row" && entry.group?.section === model.group?.section,
	);
	const columnOf = (offsetOf: (entry: IndexEntry) => number | undefined): number => {
		for (const entry of [model, ...rows]) {
			const offset = offsetOf(entry);
			const column =
				offset === undefined
					? -1
					: cellsOf(index, entry).findIndex(({ start, end }) => start <= offset && offset < end);
			if (column >= 0) return column;
		}
		return -1;
	};
	const fileAt = columnOf((entry) => entry.urlRange.start);
	const titleAt = columnOf((entry) => entry.title.range.start);
	const statusAt = columnOf((entry) => entry.status?.range.start);
	const descriptionAt = columnOf((entry) => entry.description?.range.start);
	const cells = cellsOf(index, model).map((_cell, column) => {
		if (column === fileAt) return values.named;
		if (column === titleAt) return values.title;
		if (column === statusAt) return values.status;
		return column === descriptionAt ? values.description : "";
	});
	return `|${cells.map((cell) => (cell === "" ? "  " : ` ${cell} `)).join("|")}|`;
}
