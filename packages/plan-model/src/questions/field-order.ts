import type { Field, Phase, Plan } from "../plan.js";
import type { TextEdit } from "../text/source-range.js";

/** A field that stands behind one that the order puts after it. */
export interface FieldOrderFault {
	readonly field: Field;
	/** The field above it that should come later. */
	readonly after: Field;
	/** Puts all fields of the phase in order; `undefined` where what stands between them might change hands. */
	readonly edit: TextEdit | undefined;
}

/**
 * The first field of a phase that is out of order.
 *
 * @param rankOf the place of a field in the order; `undefined` for one that may stand anywhere
 */
export function fieldOrderFault(
	phase: Phase,
	plan: Plan,
	rankOf: (field: Field) => number | undefined,
): FieldOrderFault | undefined {
	let last: { readonly field: Field; readonly rank: number } | undefined;
	const own = new Set(phase.section?.fields);
	for (const field of phase.fields) {
		const rank = own.has(field) || field.form === "heading" ? rankOf(field) : undefined;
		if (rank === undefined) continue;
		if (last && rank < last.rank) return { field, after: last.field, edit: reordered(phase, plan, rankOf) };
		last = { field, rank };
	}
	return undefined;
}

/** Exchanges the texts of the ranked fields; the others stay where they are. */
function reordered(phase: Phase, plan: Plan, rankOf: (field: Field) => number | undefined): TextEdit | undefined {
	const { section } = phase;
	const fields = section?.fields ?? [];
	const [first] = fields;
	const ranked = fields.filter((field) => rankOf(field) !== undefined);
	if (!section || !first || ranked.length !== phase.fields.filter((field) => rankOf(field) !== undefined).length)
		return undefined;
	if (fields.some(({ form, container }) => form !== "bold-colon-outside" || container !== "none")) return undefined;
	if (new Set(ranked.map(rankOf)).size !== ranked.length) return undefined;
	const starts = fields.map((field) => lineStart(field.range.start, plan.text));
	const blocks = section.blocks.filter((block) => block.range.start >= (starts[0] ?? 0));
	const end = blocks.findLast((block) => block.type !== "break" && block.type !== "html")?.range.end;
	if (end === undefined) return undefined;
	// Every block behind the first label must be one field's; a break between fields belongs to none.
	for (const block of blocks) {
		const isTrailing = block.range.start >= end;
		const isOwned = fields.some(({ range }) => range.start <= block.range.start && block.range.end <= range.end + 3);
		if (!isTrailing && !isOwned && !startsBlock(fields, block.range.start, block.range.end)) return undefined;
	}
	const parts = fields.map((field, index) => {
		const text = plan.text.slice(starts[index], starts[index + 1] ?? end);
		const body = text.trimEnd();
		return { field, body, gap: text.slice(body.length) };
	});
	// Two fields in one paragraph: a list behind the upper one would swallow the lower.
	if (parts.slice(0, -1).some(({ gap }) => (gap.match(/\n/gu) ?? []).length < 2)) return undefined;
	const queue = parts
		.filter(({ field }) => rankOf(field) !== undefined)
		.sort((a, b) => (rankOf(a.field) ?? 0) - (rankOf(b.field) ?? 0));
	const text = parts
		.map(({ field, body, gap }) => (rankOf(field) === undefined ? body : (queue.shift()?.body ?? body)) + gap)
		.join("");
	return { range: { start: starts[0] ?? 0, end }, text };
}

function startsBlock(fields: readonly Field[], start: number, end: number): boolean {
	return fields.some((field) => field.range.start >= start && field.range.start < end);
}

function lineStart(offset: number, text: string): number {
	let at = offset;
	while (at > 0 && !/[\r\n]/u.test(text.charAt(at - 1))) at--;
	return at;
}
