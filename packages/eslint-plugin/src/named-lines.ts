import type { Located, Plan } from "@acid-plans/model";

const MOST_LINES = 3;

/** Where parts of a plan stand, for a message: `line 4`, `lines 4, 5 and 9`, `lines 4, 5, 9 and more`. */
export function namedLines(plan: Plan, parts: readonly Located[]): string {
	const lines = [...new Set(parts.map((part) => plan.lines.position(part.range.start).line))];
	if (lines.length === 1) return `line ${lines[0]}`;
	const named = lines.slice(0, MOST_LINES);
	const last = lines.length > MOST_LINES ? "more" : String(named.pop());
	return `lines ${named.join(", ")} and ${last}`;
}
