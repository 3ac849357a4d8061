import type { Plan } from "../plan.js";
import { readPlan, type ReadOptions } from "../reader/read-plan.js";
import { parseMarkdown } from "./parse.js";

/** Test only: a text as a plan, parsed by micromark. */
export function read(text: string, options: ReadOptions = {}): Plan {
	return readPlan(parseMarkdown(text), text, { path: "plans/a.md", ...options });
}
