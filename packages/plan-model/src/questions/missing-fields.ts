import type { Field, Phase, Plan, Section } from "../plan.js";
import type { TextEdit } from "../text/source-range.js";
import { maybeAction } from "../text/action-words.js";
import type { FieldName } from "../text/vocabulary.js";

/** A field that every phase is to have. */
export interface WantedField {
	/** As the template writes it. */
	readonly label: string;
	/** Which field of the vocabulary that is; `undefined`: one of the team's own. */
	readonly name: FieldName | undefined;
}

/** A field that a phase has not. */
export interface MissingField {
	/** The label as the template writes it. */
	readonly field: string;
	/** An insertion at the place that the order of the fields gives it; `undefined` where that is not clear. */
	readonly insertion: TextEdit | undefined;
}

/**
 * The wanted fields that a phase has in no spelling.
 *
 * Steps need no label: a list that belongs to no other field is the steps. Where the phase consists of tasks, what
 * each of them has the phase has. A label that the reader took for a slip of the field (a near miss) is not missing.
 */
export function missingFields(phase: Phase, wanted: readonly WantedField[], plan: Plan): MissingField[] {
	const tasks = plan.series.filter((series) => series.parentPhase === phase).flatMap((series) => series.phases);
	return wanted
		.filter(
			(field) =>
				!has(phase, field, plan) &&
				!(tasks.length > 0 && tasks.every((task) => has(task, field, plan))) &&
				!isNearMiss(phase, field, plan),
		)
		.map((field) => ({ field: field.label, insertion: insertionOf(phase, field, wanted, plan) }));
}

function has(phase: Phase, wanted: WantedField, plan: Plan): boolean {
	return placeOf(phase, wanted, plan) !== undefined;
}

/** Where the wanted field stands: the field itself, or the last of the steps that have no label. */
function placeOf(phase: Phase, { label, name }: WantedField, plan: Plan): Pick<Field, "range" | "form"> | undefined {
	if (name === "testing" && phase.testing) return phase.testing;
	// Where the whole file is one phase, the head and the foot of the document are the phase's own.
	const around = plan.fields.filter(({ range }) => phase.range.start <= range.start && range.end <= phase.range.end);
	const field = [...phase.fields, ...around].find((each) =>
		name === undefined ? sameText(each.label.text, label) : each.name === name,
	);
	if (field) return field;
	if (name !== "steps") return undefined;
	// The reader gives a list to the label above it, also to one of the team's own that has its value beside it: steps it
	// holds if one has a box or begins with an action; a list of things (`Technical Scope`, `Target Hardware`) has none.
	const last = phase.steps.at(-1) ?? phase.fields.findLast(holdsSteps)?.items.at(-1);
	return last && { range: last.range, form: "bold-colon-outside" };
}

function holdsSteps({ name, items }: Field): boolean {
	return (
		name === undefined &&
		items.some(({ box, text }) => box !== undefined || maybeAction(/^\p{L}+/u.exec(text.text)?.[0].toLowerCase() ?? ""))
	);
}

function sameText(a: string, b: string): boolean {
	return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function isNearMiss(phase: Phase, { name }: WantedField, plan: Plan): boolean {
	return (
		name !== undefined &&
		plan.nearMisses.some(
			({ field, range }) => field === name && range.start >= phase.range.start && range.end <= phase.range.end,
		)
	);
}

/** Behind the field that precedes it in the template, else before the next, else behind the last block of the phase. */
function insertionOf(
	phase: Phase,
	field: WantedField,
	wanted: readonly WantedField[],
	plan: Plan,
): TextEdit | undefined {
	const { section } = phase;
	if (!section) return undefined;
	const index = wanted.indexOf(field);
	const places = wanted.map((each) => placeOf(phase, each, plan));
	const before = places.slice(0, index).findLast((place) => place !== undefined);
	const after = places.slice(index + 1).find((place) => place !== undefined);
	const isHeading = (before ?? after)?.form === "heading";
	const { newline } = plan.lines;
	const lines = isHeading
		? [`${"#".repeat(Math.min(section.heading.level + 1, 6))} ${field.label}`, "", "TBD"]
		: field.name === "steps"
			? [`**${field.label}**:`, "", "1. TBD"]
			: [`**${field.label}**: TBD`];
	const behind = (end: number): TextEdit => {
		const from = section.heading.range.end;
		const at = from + plan.text.slice(from, end).trimEnd().length;
		return { range: { start: at, end: at }, text: newline + newline + lines.join(newline) };
	};
	if (before) return behind(isHeading ? before.range.end : endOfBlock(section, before.range.end));
	if (after) {
		const start = isHeading ? after.range.start : startOfBlock(section, after.range.start);
		if (start !== undefined) return { range: { start, end: start }, text: lines.join(newline) + newline + newline };
		return isHeading ? undefined : behind(section.heading.range.end);
	}
	const last = section.blocks.findLast((block) => block.type !== "break");
	return behind(field.name === "objective" || !last ? section.heading.range.end : last.range.end);
}

/** Several fields may share a paragraph, and a list runs on to its end: what is inserted stands behind the block. */
function endOfBlock(section: Section, end: number): number {
	const block = section.blocks.find(({ range }) => range.start < end && end <= range.end);
	return block?.range.end ?? end;
}

function startOfBlock(section: Section, start: number): number | undefined {
	return section.blocks.find(({ range }) => range.start <= start && start < range.end)?.range.start;
}
