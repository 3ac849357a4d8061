import { appendAll } from "../text/append-all.js";
import type { Heading as MdastHeading, Paragraph, Root, RootContent, ThematicBreak } from "mdast";
import { readConflictMarkers } from "./conflict-markers.js";
import { readFieldLabel, type FieldLabel } from "./field-label.js";
import { type InlineText, rangeOf, readInlineText } from "./inline-text.js";
import type { Heading } from "../plan.js";
import { LineIndex, type SourceRange } from "../text/source-range.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** A heading with the blocks that stand directly below it, before its fields and lists are read. */
export interface OutlineSection {
	readonly heading: Heading;
	readonly parent: OutlineSection | undefined;
	readonly children: OutlineSection[];
	readonly nodes: RootContent[];
	readonly range: { start: number; end: number };
	readonly contentRange: { start: number; end: number };
}

/** The headings of a document as a tree, with the blocks below each. */
export interface Outline {
	/** Every section, each before its children. */
	readonly sections: readonly OutlineSection[];
	/** Sections that stand below no other. */
	readonly roots: readonly OutlineSection[];
	/** The blocks before the first heading, front matter excepted. */
	readonly preamble: readonly RootContent[];
	readonly frontMatter: { readonly value: string; readonly range: SourceRange } | undefined;
	/** Lines with a label that the `---` right below them turns into headings. */
	readonly underlinedFields: readonly UnderlinedField[];
}

/** `**Deliverables**: x` with a `---` on the next line: meant as a separator, and in Markdown the underline of a heading. */
export interface UnderlinedField {
	readonly label: FieldLabel;
	/** Where the line of dashes begins. */
	readonly underline: number;
}

/**
 * Groups the top-level blocks of a document under its headings. Headings inside block quotes and lists are no
 * structure of the plan; PLAN-FORMAT, "Documents in a plans folder". A labelled line that a `---` underlines is read
 * as the field and the separator that its author meant: as a heading it would end the phase. So is a paragraph that
 * the `=======` of a merge conflict underlines.
 */
export function readOutline(root: Root, text: string, vocabulary: Vocabulary): Outline {
	const sections: OutlineSection[] = [];
	const roots: OutlineSection[] = [];
	const preamble: RootContent[] = [];
	const open: OutlineSection[] = [];
	let frontMatter: Outline["frontMatter"];
	const underlinedFields: UnderlinedField[] = [];
	const separators = conflictSeparators(root, text);

	const close = (level: number, at: number): void => {
		for (let last = open.at(-1); last && last.heading.level >= level; last = open.at(-1)) {
			last.range.end = at;
			last.contentRange.end = at;
			open.pop();
		}
	};

	for (const node of root.children) {
		if (node.type === "yaml") {
			frontMatter = { value: node.value, range: rangeOf(node) };
			continue;
		}
		if (node.type !== "heading") {
			(open.at(-1)?.nodes ?? preamble).push(node);
			continue;
		}
		if (separators.has(node.position?.end.line ?? 0)) {
			(open.at(-1)?.nodes ?? preamble).push({
				type: "paragraph",
				children: node.children,
				...(node.position && { position: node.position }),
			});
			continue;
		}
		const heading = readHeading(node, text);
		const field = underlinedField(heading, text, vocabulary);
		if (field) {
			underlinedFields.push(field);
			appendAll(open.at(-1)?.nodes ?? preamble, separated(node, field));
			continue;
		}
		close(heading.level, heading.range.start);
		const parent = open.at(-1);
		const section: OutlineSection = {
			heading,
			parent,
			children: [],
			nodes: [],
			range: { start: heading.range.start, end: text.length },
			contentRange: { start: heading.range.end, end: text.length },
		};
		(parent?.children ?? roots).push(section);
		sections.push(section);
		open.push(section);
	}
	return { sections, roots, preamble, frontMatter, underlinedFields };
}

/** Lines on which a `=======` divides the two versions of a merge conflict; hardly any text has one. */
function conflictSeparators(root: Root, text: string): ReadonlySet<number> {
	if (!text.includes("<<<<<<<")) return new Set();
	return new Set(
		readConflictMarkers(root, text, new LineIndex(text)).flatMap(({ separatorLine }) => separatorLine ?? []),
	);
}

function underlinedField(heading: Heading, source: string, vocabulary: Vocabulary): UnderlinedField | undefined {
	if (heading.style === "atx" || heading.level !== 2) return undefined;
	const line = heading.text.lines().at(-1) ?? heading.text;
	const label = readFieldLabel(line, vocabulary, { unknown: true });
	// A label alone may well be meant as the heading that it is.
	if (!label || line.text.slice(label.valueStart).trim() === "") return undefined;
	const raw = source.slice(heading.range.start, heading.range.end);
	return { label, underline: heading.range.start + Math.max(raw.lastIndexOf("\n"), raw.lastIndexOf("\r")) + 1 };
}

function separated(node: MdastHeading, { underline }: UnderlinedField): [Paragraph, ThematicBreak] {
	const start = node.position?.start;
	const end = node.position?.end;
	const last = node.children.at(-1)?.position?.end;
	return [
		{ type: "paragraph", children: node.children, ...(start && last && { position: { start, end: last } }) },
		{ type: "thematicBreak", ...(end && { position: { start: { ...end, column: 1, offset: underline }, end } }) },
	];
}

function readHeading(node: MdastHeading, source: string): Heading {
	const range = rangeOf(node);
	const isAtx = source.charCodeAt(range.start) === 35;
	const inner = isAtx ? { start: Math.min(range.start + node.depth + 1, range.end), end: range.end } : range;
	const text = readInlineText(node.children, source, { start: inner.start, end: inner.start });
	return { level: node.depth, text, textRange: text.range, range, style: isAtx ? "atx" : "setext" };
}

/** The inline text of a paragraph-like node. */
export function inlineTextOf(node: Extract<RootContent, { children: unknown }>, source: string): InlineText {
	const range = rangeOf(node);
	return readInlineText(node.children as Parameters<typeof readInlineText>[0], source, {
		start: range.start,
		end: range.start,
	});
}
