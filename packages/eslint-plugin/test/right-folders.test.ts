import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintPlan, recommendedRules } from "./lint-plan.js";
import { rightFolders } from "./right-folder.js";

/*
 * Folders that are right by construction have no finding in any of their documents: plans that wait for each other,
 * several series, lists of tasks, archived plans, templates and the index. `FAST_CHECK_RUNS=500` looks at more folders. Each lint reads the
 * whole folder, so few of them are looked at in each run of all tests.
 */

const RUNS = Number(process.env["FAST_CHECK_RUNS"] ?? 0) || 4;

describe.each(["acid", "free"] as const)("a right folder under template %s", (template) => {
	it("has no finding in any document, with either parser", { timeout: RUNS * 30_000 }, () => {
		fc.assert(
			fc.property(rightFolders(template), ({ documents, tracked }) => {
				for (const [filename, text] of Object.entries(documents)) {
					const { [filename]: _, ...others } = documents;
					const input = { text, filename, documents: others, tracked, settings: { template } };
					for (const language of ["acid-plans/plan", "markdown/gfm"] as const) {
						const found = lintPlan(input, recommendedRules, { language });
						expect(
							found.map(({ line, ruleId, message }) => `${filename}:${line} ${ruleId}: ${message}`),
							text,
						).toEqual([]);
					}
				}
			}),
			{ numRuns: RUNS },
		);
	});
});
