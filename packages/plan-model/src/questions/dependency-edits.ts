import type { Dependency, Plan } from "../plan.js";
import type { SourceRange, TextEdit } from "../text/source-range.js";

/** What joins a reference to the one before it. */
const JOINT_BEFORE = /\s{0,4}(?:[,;+&、，]\s{0,4}(?:(?:and|und|y|et|и)\s{1,4})?|\s(?:and|und|y|et|и)\s{1,4}|[-–])$/u;
const JOINT_BEHIND = /^\s{0,4}(?:[,;+&、，]\s{0,4}|\s(?:and|und|y|et|и)\s{1,4})/u;
/** The beginning of a list item that holds the reference and nothing else. */
const ITEM_BEFORE = /\r?\n[ \t]{0,40}[-*+][ \t]{1,4}$/u;
const MARKS = /[*_~`[\]()]/u;

/**
 * The edit that takes one reference out of a dependency line, with the comma or `and` that joined it.
 *
 * @param siblings all references of the same phase or plan
 * @returns `undefined` where the reference is part of a range, stands alone, or marks and words belong to it
 */
export function withoutDependency(
	plan: Plan,
	dependency: Dependency,
	siblings: readonly Dependency[],
): TextEdit | undefined {
	if (dependency.expandedFrom) return undefined;
	const range = wholeRange(plan, dependency);
	const others = siblings.filter((other) => other !== dependency).map((other) => wholeRange(plan, other));
	const before = others.filter((other) => other.end <= range.start).sort((a, b) => b.end - a.end)[0];
	const behind = others.filter((other) => other.start >= range.end).sort((a, b) => a.start - b.start)[0];
	const isMarked = MARKS.test(plan.text.charAt(range.start - 1)) || MARKS.test(plan.text.charAt(range.end));
	if (isMarked) return undefined;
	if (before) {
		const gap = plan.text.slice(before.end, range.start);
		const isAlone = /^[ \t]*(?:\r?\n|$)/u.test(plan.text.slice(range.end));
		const joint = JOINT_BEFORE.exec(gap) ?? (isAlone ? ITEM_BEFORE.exec(gap) : null);
		if (joint) return { range: { start: before.end + joint.index, end: range.end }, text: "" };
	}
	if (behind) {
		// `Phases 2, 1-3`: the word stands before the first label, which is then not the whole reference.
		const joint = JOINT_BEHIND.exec(plan.text.slice(range.end, behind.start));
		if (joint && joint[0].length === behind.start - range.end)
			return { range: { start: range.start, end: behind.start }, text: "" };
	}
	return undefined;
}

/** The reference with the brackets and the target of its link. */
function wholeRange(plan: Plan, { range }: Dependency): SourceRange {
	const link = plan.links.find((each) => each.range.start <= range.start && range.start < each.range.end);
	return link ? { start: link.range.start, end: Math.max(link.range.end, range.end) } : range;
}
