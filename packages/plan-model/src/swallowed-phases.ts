import type { Series, SwallowedPhase } from "./plan.js";
import type { ReadContext } from "./read-context.js";

/** Headings of the plan's own series inside fences that were closed wrongly or never; PLAN-FORMAT, "Swallowed phase". */
export function findSwallowedPhases(context: ReadContext, series: readonly Series[]): SwallowedPhase[] {
	void context;
	void series;
	return [];
}
