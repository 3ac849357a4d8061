import type { Field, Phase, Plan } from "../plan.js";
import type { TextEdit } from "../text/source-range.js";
import type { Vocabulary } from "../text/vocabulary.js";

/**
 * The edit that lets a phase depend on something more. A phase without a dependency line of its own gets one, which
 * repeats what the timeline says: a line of its own takes the place of that.
 * @param reference as a dependency line has it: `Phase 1`, `[Search](search.md) Phase 1`
 * @returns `undefined` for a phase in a task list, and for a line in which no place is certain
 */
export function addedDependency(
	plan: Plan,
	phase: Phase,
	reference: string,
	vocabulary: Vocabulary,
): TextEdit | undefined {
	const field = phase.dependsOn;
	if (field) return extendedLine(field, reference, vocabulary);
	if (!phase.heading) return undefined;
	const line = `**Depends on**: ${[...new Set([...phase.dependencies.map(({ text }) => text), reference])].join(", ")}`;
	const { objective } = phase;
	const isPlain =
		objective?.container === "none" && objective.form.startsWith("bold") && endsParagraph(plan, objective.range.end);
	const at = isPlain && objective ? objective.range.end : phase.headingRange.end;
	return { range: { start: at, end: at }, text: endsParagraph(plan, at) ? `\n\n${line}` : `\n\n${line}\n` };
}

function extendedLine({ value, items }: Field, reference: string, vocabulary: Vocabulary): TextEdit | undefined {
	if (items.length > 0 || value.text.trim() === "") return undefined;
	if (vocabulary.isNone(value.text)) return { range: value.range, text: reference };
	return { range: { start: value.range.end, end: value.range.end }, text: `, ${reference}` };
}

function endsParagraph(plan: Plan, at: number): boolean {
	return /^[ \t]*(?:\r?\n[ \t]*(?:\r?\n|$)|$)/u.test(plan.text.slice(at, at + 200));
}
