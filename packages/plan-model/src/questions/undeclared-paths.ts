import type { InlineText } from "../reader/inline-text.js";
import type { Field, Item, PathUse, Phase, Plan, Section } from "../plan.js";
import { PathIndex } from "../text/path-overlaps.js";
import type { SourceRange, TextEdit } from "../text/source-range.js";
import type { FieldName, Vocabulary } from "../text/vocabulary.js";

/** A path that a step writes and that the files field of its phase does not have. */
export interface UndeclaredPath {
	readonly use: PathUse;
	/** The field that should list it. */
	readonly field: Field;
	/** Adds it to that field; `undefined` where the form of the field leaves its place open. */
	readonly edit: TextEdit | undefined;
}

const FILES: readonly FieldName[] = ["files", "create", "modify", "delete"];

/**
 * The paths that steps of a phase write although its files field, which says what the phase writes (PLAN-FORMAT,
 * "paths"), does not cover them: by the path, a folder above it, or a pattern. `a.ts` is covered by `src/a.ts` too, since
 * steps shorten what the field spells out. A field below a sub-heading speaks of the steps below that heading.
 */
export function undeclaredPaths(phase: Phase, plan: Plan, vocabulary: Vocabulary): UndeclaredPath[] {
	const fields = phase.fields.filter(({ name }) => name !== undefined && FILES.includes(name));
	const listed = phase.paths.filter(({ source }) => source === "files");
	const [first] = fields;
	if (listed.length === 0 || !first) return [];
	const scopes = fields.map((field) => scopeOf(field, phase, plan.sections));
	// What the phase names among its tests or deliverables is no secret either.
	const known = phase.paths.filter(
		({ source }) => source === "files" || source === "testing" || source === "deliverables",
	);
	const declared = new PathIndex(known);
	const knownPaths = new Set(known.map(({ path }) => path));
	const knownEnds = new Set(known.flatMap(({ path }) => endsOf(path)));
	const insert = insertions(plan, vocabulary);
	const told = new Set<string>();
	return phase.paths.flatMap((use): UndeclaredPath[] => {
		if (use.source !== "steps" || use.action === "read" || use.outside !== undefined || told.has(use.path)) return [];
		const scope = scopes.findIndex((range) => range.start <= use.range.start && use.range.end <= range.end);
		if (
			scope < 0 ||
			!declared.meeting(use).next().done ||
			knownEnds.has(use.path) ||
			endsOf(use.path).some((end) => knownPaths.has(end))
		)
			return [];
		told.add(use.path);
		const field = fieldFor(use, fields) ?? fields[scope] ?? first;
		return [{ use, field, edit: insert(field, use) }];
	});
}

/** `src/a.ts` ends with itself and with `a.ts`. */
function endsOf(path: string): string[] {
	const ends = [path];
	for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1))
		ends.push(path.slice(slash + 1));
	return ends;
}

/** Of several fields the one that is there for what the step does. */
function fieldFor({ action }: PathUse, fields: readonly Field[]): Field | undefined {
	const name = action === "create" ? "create" : action === "delete" ? "delete" : "modify";
	return fields.find((field) => field.name === name);
}

/** The phase, or the sub-heading that the field stands below. */
function scopeOf(field: Field, phase: Phase, sections: readonly Section[]): SourceRange {
	const { section } = phase;
	if (!section) return phase.range;
	const own = sections.findLast(
		({ range }) => range.start <= field.label.range.start && field.label.range.end <= range.end,
	);
	const holder = field.form === "heading" ? own?.parent : own;
	return holder?.range ?? phase.range;
}

/** Where one more path goes, and what stands before it; with `Create: ` where the items of the field have such labels. */
interface Place {
	readonly at: number;
	readonly before: string;
	readonly hasLabels: boolean;
}

/** Adds paths to fields; each field is read once for all of them. */
function insertions(plan: Plan, vocabulary: Vocabulary): (field: Field, use: PathUse) => TextEdit | undefined {
	const places = new Map<Field, Place | undefined>();
	return (field, use) => {
		if (!places.has(field)) places.set(field, placeIn(field, plan, vocabulary));
		const place = places.get(field);
		if (!place) return undefined;
		const { at, before, hasLabels } = place;
		const action = use.action === "create" ? "create" : use.action === "delete" ? "delete" : "modify";
		const label = hasLabels ? `${vocabulary.fieldTitle(action)}: ` : "";
		return { range: { start: at, end: at }, text: `${before}${label}\`${use.path}${use.directory ? "/" : ""}\`` };
	};
}

function placeIn(field: Field, plan: Plan, vocabulary: Vocabulary): Place | undefined {
	const source = plan.text;
	const last = field.items.at(-1);
	if (last) return behindItem(last, field, plan, vocabulary);
	if (!isListOfPaths(field.value) || field.container === "line" || field.form === "table-row") return undefined;
	const lineEnd = /[^\r\n]*/uy;
	lineEnd.lastIndex = field.value.range.end;
	const rest = lineEnd.exec(source)?.[0] ?? "";
	// Closing marks and brackets are the value's; words are not.
	if (!/^[`)\]*_]*[ \t]*$/u.test(rest)) return undefined;
	return { at: field.value.range.end + rest.trimEnd().length, before: ", ", hasLabels: false };
}

/** Nothing but paths with notes in brackets: behind a sentence one more path would be part of it. */
function isListOfPaths(value: InlineText): boolean {
	const rest = value.withoutCode.replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, "");
	const parts = rest.split(/[,;]|\band\b|&/u).map((part) => part.replaceAll("\u0000", "").trim());
	return value.text !== "" && parts.every((part) => !/\s/u.test(part) && (part === "" || /[./]/u.test(part)));
}

/** One more item, like the last one: with its indentation and mark. */
function behindItem(
	last: Item,
	field: Field,
	{ text: source, lines }: Plan,
	vocabulary: Vocabulary,
): Place | undefined {
	const { start, end } = last.range;
	let lineStart = start;
	while (lineStart > 0 && !/[\r\n]/u.test(source.charAt(lineStart - 1))) lineStart--;
	const indent = source.slice(lineStart, start);
	const mark = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/u.exec(source.slice(start, start + 40))?.[0];
	if (mark === undefined || indent.trim() !== "") return undefined;
	const next = mark.replace(/^\d+/u, (number) => String(Number(number) + 1)).replace(/\[[xX]\]/u, "[ ]");
	const hasLabels = field.items.some((item) => {
		const label = /^\s*([\p{L} ]{2,20})[:：]/u.exec(item.text.text)?.[1];
		const name = label === undefined ? undefined : vocabulary.field(label);
		return name !== undefined && FILES.includes(name);
	});
	const at = start + source.slice(start, end).trimEnd().length;
	return { at, before: `${lines.newline}${indent}${next}`, hasLabels };
}
