import { slug } from "github-slugger";
import type { Block, Field, Phase, Plan, Section } from "../plan.js";
import type { SourceRange, TextEdit } from "../text/source-range.js";
import type { FieldName } from "../text/vocabulary.js";

/** A field that is not written `**Label**: value` at the start of a line. */
export interface FieldFormFault {
	/** `label`: other marks around the label; the others name what it stands in or is. */
	readonly kind: "label" | "heading" | "list" | "quote" | "table" | "line";
	readonly field: Field;
	readonly range: SourceRange;
	/** Writes it, and what has to change with it, in the normal form; empty where that might change what is said. */
	readonly edits: readonly TextEdit[];
}

/**
 * Fields that speak of a phrase: what follows a filled one is not theirs, so a heading above more than a paragraph
 * cannot become one.
 */
const PHRASES: ReadonlySet<FieldName | undefined> = new Set<FieldName>([
	"objective",
	"dependsOn",
	"status",
	"estimate",
]);

/**
 * The fields of a phase that are not in normal form (PLAN-FORMAT, "Fields may be written as").
 *
 * @param isAsked which fields count: those of the template
 */
export function fieldFormFaults(phase: Phase, plan: Plan, isAsked: (field: Field) => boolean): FieldFormFault[] {
	const { section } = phase;
	if (!section) return [];
	const own = new Set(section.fields);
	const faults: FieldFormFault[] = [];
	const headings = headingEdits(section, phase, plan, isAsked);
	let table = -1;
	for (const field of phase.fields) {
		if (!isAsked(field) || !(own.has(field) || field.form === "heading")) continue;
		const fault = (kind: FieldFormFault["kind"], edits: readonly TextEdit[] = []): number =>
			faults.push({ kind, field, range: field.label.range, edits });
		if (field.form === "heading") fault("heading", headings.get(field) ?? []);
		else if (field.form === "table-row") {
			// One table is one fault.
			const at = section.blocks.findIndex((block) => isWithin(field.range, block.range));
			if (at !== table) fault("table");
			table = at;
		} else if (field.container === "list-item") fault("list", listEdits(field, section, plan, isAsked));
		else if (field.container === "blockquote") fault("quote");
		else if (field.container === "line" && !isFirstOnLine(field, section, plan)) fault("line", lineEdits(field, plan));
		else if (field.form !== "bold-colon-outside") fault("label", labelEdits(field, plan));
	}
	return faults;
}

function isWithin(inner: SourceRange, outer: SourceRange): boolean {
	return inner.start >= outer.start && inner.end <= outer.end;
}

/** The label with its marks and colon in the source, and what it is in normal form. */
function headOf(field: Field, { text }: Plan): { readonly range: SourceRange; readonly text: string } | undefined {
	const { start, end } = field.label.range;
	const label = text.slice(start, end);
	// A label with marks of its own would need care that it is not worth.
	if (/[*_`[\]\\\n]/u.test(label)) return undefined;
	const opening = text.slice(start - 2, start);
	const isBold = opening === "**" || opening === "__";
	const patterns: Partial<Record<Field["form"], RegExp>> = {
		"bold-colon-outside": /(\*\*|__)[ \t]*[:：][ \t]*/uy,
		"bold-colon-inside": /[ \t]*[:：][ \t]*(\*\*|__)[ \t]*/uy,
		"bold-period": /[ \t]*\.[ \t]*(\*\*|__)[ \t]*/uy,
		"bold-dash": /(\*\*|__)[ \t]*[—–-][ \t]*/uy,
		"bold-alone": /(\*\*|__)[ \t]*/uy,
		"plain-colon": /[ \t]*[:：][ \t]*/uy,
	};
	const pattern = patterns[field.form];
	if (!pattern || isBold !== (field.form !== "plain-colon")) return undefined;
	if (/[*_]/u.test(text.charAt(start - (isBold ? 3 : 1)))) return undefined;
	pattern.lastIndex = end;
	const match = pattern.exec(text);
	if (!match || (isBold && match[1] !== opening)) return undefined;
	const to = end + match[0].length;
	const isLast = to >= text.length || /[\r\n]/u.test(text.charAt(to));
	// Two spaces at the end of the line break it: they belong to what follows.
	const trailing = /(?<![ \t])[ \t]*$/u.exec(match[0])?.[0] ?? "";
	return { range: { start: isBold ? start - 2 : start, end: to }, text: `**${label}**:${isLast ? trailing : " "}` };
}

function labelEdits(field: Field, plan: Plan): TextEdit[] {
	const head = headOf(field, plan);
	return head ? [head] : [];
}

function isFirstOnLine(field: Field, section: Section, plan: Plan): boolean {
	const { line } = plan.lines.position(field.label.range.start);
	return section.fields.find((other) => plan.lines.position(other.label.range.start).line === line) === field;
}

/** `**Status**: x | **Estimate**: y`: the separator becomes an empty line. */
function lineEdits(field: Field, { text, lines: { newline } }: Plan): TextEdit[] {
	const end = field.range.start;
	const before = text.slice(Math.max(0, end - 40), end);
	const separator = /(?<![ \t])[ \t]*[|•·│][ \t]*$/u.exec(before)?.[0];
	if (separator === undefined) return [];
	return [{ range: { start: end - separator.length, end }, text: newline + newline }];
}

/** A list of nothing but fields becomes a paragraph for each; what else the list or the next block holds would change hands. */
function listEdits(field: Field, section: Section, plan: Plan, isAsked: (field: Field) => boolean): TextEdit[] {
	const at = section.blocks.findIndex((block) => isWithin(field.range, block.range));
	const block = section.blocks[at];
	if (!block || !isFollowedByEnd(at, section)) return [];
	const lines: string[] = [];
	for (const item of section.items) {
		if (!isWithin(item.range, block.range)) continue;
		const own = section.fields.find(
			(other) => other.container === "list-item" && other.range.start === item.range.start,
		);
		const head = own && headOf(own, plan);
		if (!own || !head || !isAsked(own) || item.children.length > 0 || item.paragraphs.length !== 1) return [];
		const value = plan.text.slice(head.range.end, item.range.end).trim();
		// What the item holds besides its paragraph (code, a quote) is no value.
		if (/[\r\n]/u.test(value)) return [];
		lines.push(`${head.text.trimEnd()} ${value}`.trimEnd());
	}
	const { newline } = plan.lines;
	if (lines.length === 0) return [];
	// A list may touch its neighbours; a paragraph would go on with a quote above it, or become a heading over `---`.
	const above = /(?<![^\r\n])[^\r\n]*\r?\n[ \t]*$/u.exec(
		plan.text.slice(Math.max(0, block.range.start - 400), block.range.start),
	);
	const before = above && above[0].trim() !== "" ? newline : "";
	const after = /^[ \t]*\r?\n[ \t]*\S/u.test(plan.text.slice(block.range.end, block.range.end + 400)) ? newline : "";
	return [{ range: block.range, text: before + lines.join(newline + newline) + after }];
}

/** Nothing follows that the last field would take for its own. */
function isFollowedByEnd(at: number, section: Section): boolean {
	const next = section.blocks.slice(at + 1).find((block) => block.type !== "html");
	return (
		next === undefined ||
		next.type === "break" ||
		section.fields.some((field) => field.range.start === next.range.start)
	);
}

/**
 * `#### Objective` becomes a label where the heading stands before every other sub-heading that stays: else its text
 * would end up below that one. All that can be mended are mended together.
 */
function headingEdits(
	section: Section,
	phase: Phase,
	plan: Plan,
	isAsked: (field: Field) => boolean,
): Map<Field, readonly TextEdit[]> {
	const edits: TextEdit[] = [];
	const fields: Field[] = [];
	// Labels below the title of the document are the document's.
	if (section.heading.level === 1) return new Map();
	for (const child of section.children) {
		const field = phase.fields.find(
			(each) => each.form === "heading" && each.label.range.start === child.heading.textRange.start,
		);
		const own = field && isAsked(field) ? headingEdit(field, child, plan) : undefined;
		if (!field || !own) break;
		edits.push(own);
		fields.push(field);
	}
	return new Map(fields.map((field) => [field, edits]));
}

function headingEdit(
	field: Field,
	{ heading, children, blocks, fields, range }: Section,
	plan: Plan,
): TextEdit | undefined {
	const { text } = plan;
	const label = text.slice(heading.textRange.start, heading.textRange.end).replace(/(?<!\s)\s*[:：]\s*$/u, "");
	const anchor = slug(heading.text.text);
	if (/[*_`[\]\\\r\n]/u.test(label) || (field.value.text !== "" && field.range === heading.range)) return undefined;
	if (
		children.length > 0 ||
		fields.length > 0 ||
		plan.links.some(({ url }) => url.toLowerCase().includes(`#${anchor}`))
	)
		return undefined;
	const [first, ...others] = blocks.filter((block) => block.type !== "html");
	const content = others.filter((block) => block.type !== "break");
	if (PHRASES.has(field.name) && content.length > 0) return undefined;
	// Behind a break nothing belongs to the label any more.
	if (
		blocks.some(
			(block, index) =>
				block.type === "break" && blocks.slice(index + 1).some(({ type }) => type !== "break" && type !== "html"),
		)
	)
		return undefined;
	const { newline } = plan.lines;
	const start = range.start;
	const isSetOff =
		/(?:^|\n)[ \t]*\r?\n[ \t]*$/u.test(text.slice(Math.max(0, start - 200), start)) ||
		text.slice(0, start).trim() === "";
	const before = isSetOff ? "" : newline;
	if (first && isParagraph(first) && blocks[0] === first)
		return { range: { start, end: first.range.start }, text: `${before}**${label}**: ` };
	const isBlankBehind = /^[ \t]*(?:$|\r?\n[ \t]*(?:\r?\n|$))/u.test(
		text.slice(heading.range.end, heading.range.end + 200),
	);
	return { range: { start, end: heading.range.end }, text: `${before}**${label}**:${isBlankBehind ? "" : newline}` };
}

function isParagraph(block: Block): boolean {
	return block.type === "paragraph";
}
