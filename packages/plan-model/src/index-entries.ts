import type { IndexEntry } from "./plan.js";
import type { ReadContext } from "./read-context.js";

/** What an index lists; PLAN-FORMAT, "The index". */
export function readIndexEntries(context: ReadContext): IndexEntry[] {
	void context;
	return [];
}
