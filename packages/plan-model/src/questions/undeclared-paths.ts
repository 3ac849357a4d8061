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
	const paths = new Set(known.map(({ path }) => path));
	const ends = new Set(known.flatMap(({ path }) => endsOf(path)));
	const told = new Set<string>();
	return phase.paths.flatMap((use): UndeclaredPath[] => {
		if (use.source !== "steps" || use.action === "read" || use.outside !== undefined || told.has(use.path)) return [];
		const scope = scopes.findIndex((range) => range.start <= use.range.start && use.range.end <= range.end);
		if (
			scope < 0 ||
			!declared.meeting(use).next().done ||
			ends.has(use.path) ||
			endsOf(use.path).some((end) => paths.has(end))
		)
			return [];
		told.add(use.path);
		const field = fieldFor(use, fields) ?? fields[scope] ?? first;
		return [{ use, field, edit: insertionInto(field, use, plan, vocabulary) }];
	});
}

/** `src/a.ts` ends with `src/a.ts` and with `a.ts`. */
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

function insertionInto(field: Field, use: PathUse, plan: Plan, vocabulary: Vocabulary): TextEdit | undefined {
	const source = plan.text;
	const path = `\`${use.path}${use.directory ? "/" : ""}\``;
	const last = field.items.at(-1);
	if (last) return behindItem(last, field, use, path, plan, vocabulary);
	if (!isListOfPaths(field.value) || field.container === "line" || field.form === "table-row") return undefined;
	const lineEnd = /[^\r\n]*/uy;
	lineEnd.lastIndex = field.value.range.end;
	const rest = lineEnd.exec(source)?.[0] ?? "";
	// Closing marks and brackets are the value's; words are not.
	if (!/^[`)\]*_]*[ \t]*$/u.test(rest)) return undefined;
	const at = field.value.range.end + rest.trimEnd().length;
	return { range: { start: at, end: at }, text: `, ${path}` };
}

/** Nothing but paths with notes in brackets: behind a sentence one more path would be part of it. */
function isListOfPaths(value: InlineText): boolean {
	const rest = value.withoutCode.replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, "");
	const parts = rest.split(/[,;]|\band\b|&/u).map((part) => part.replaceAll("\u0000", "").trim());
	return value.text !== "" && parts.every((part) => !/\s/u.test(part) && (part === "" || /[./]/u.test(part)));
}

/** One more item, like the last one: with its indentation and mark, and with `Create:` where the items have such labels. */
function behindItem(
	last: Item,
	field: Field,
	use: PathUse,
	path: string,
	{ text: source, lines: { newline } }: Plan,
	vocabulary: Vocabulary,
): TextEdit | undefined {
	const { start, end } = last.range;
	let lineStart = start;
	while (lineStart > 0 && !/[\r\n]/u.test(source.charAt(lineStart - 1))) lineStart--;
	const indent = source.slice(lineStart, start);
	const mark = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/u.exec(source.slice(start, start + 40))?.[0];
	if (mark === undefined || indent.trim() !== "") return undefined;
	const next = mark.replace(/^\d+/u, (number) => String(Number(number) + 1)).replace(/\[[xX]\]/u, "[ ]");
	const action = use.action === "create" ? "create" : use.action === "delete" ? "delete" : "modify";
	const label = hasLabels(field, vocabulary) ? `${vocabulary.fieldTitle(action)}: ` : "";
	const at = start + source.slice(start, end).trimEnd().length;
	return { range: { start: at, end: at }, text: `${newline}${indent}${next}${label}${path}` };
}

/** Asked for each path that a field lacks, and the same each time. */
const labelled = new WeakMap<Field, boolean>();

/** `- Create: a.ts`: the items of the field say what is done with a path. */
function hasLabels(field: Field, vocabulary: Vocabulary): boolean {
	let known = labelled.get(field);
	if (known !== undefined) return known;
	known = field.items.some((item) => {
		const label = /^\s*([\p{L} ]{2,20})[:：]/u.exec(item.text.text)?.[1];
		const name = label === undefined ? undefined : vocabulary.field(label);
		return name !== undefined && FILES.includes(name);
	});
	labelled.set(field, known);
	return known;
}
