import type { Plan } from "../plan.js";
import type { SourceRange } from "../text/source-range.js";

/**
 * Whether something stands between the markers of a merge conflict. Both versions stand in the text there: two phases
 * with one number are none of the author's, and go away with the markers. A conflict without its end has no inside.
 */
export function isInConflict(plan: Plan, { start }: SourceRange): boolean {
	if (plan.conflictMarkers.length === 0) return false;
	const { line } = plan.lines.position(start);
	return plan.conflictMarkers.some(
		({ range, ours, endLine }) =>
			ours !== undefined && endLine !== undefined && plan.lines.position(range.start).line < line && line <= endLine,
	);
}
