import fc from "fast-check";
import { expect, it } from "vitest";
import plugin from "../../packages/eslint-plugin/src/index.js";
import { fixPlan, lintPlan, type PlanInput, type RulesToRun } from "../../packages/eslint-plugin/test/lint-plan.js";
import { tryOut } from "./budget.js";
import { documents } from "./documents.js";
import { isInside } from "./is-inside.js";

const ALL: RulesToRun = Object.fromEntries(Object.keys(plugin.rules).map((name) => [name, []]));

const inputs: fc.Arbitrary<PlanInput> = fc.record({
	text: documents,
	filename: fc.constantFrom(
		"plans/a.md",
		"plans/README.md",
		"plans/archive/b.md",
		"plans/TEMPLATE.md",
		"plans/ä b'\"$(x).md",
	),
	settings: fc.constantFrom({ template: "acid" as const }, { template: "free" as const }),
	documents: fc.record({ "plans/other.md": documents, "plans/c/README.md": documents }, { requiredKeys: [] }),
	base: fc.record({ "plans/a.md": documents, "plans/README.md": documents }, { requiredKeys: [] }),
	tracked: fc.constantFrom([], ["src/a.ts", "Makefile", "packages/a/package.json"]),
});

it("no rule throws, reports outside the text, or offers an edit outside of it", () => {
	tryOut(inputs, (input) => {
		const body = input.text.replace(/^\ufeff/, "");
		const outside = lintPlan(input, ALL).filter((finding) => !isInside(body, finding));
		expect(outside).toEqual([]);
	});
});

it("fixing twice changes nothing the second time", () => {
	tryOut(inputs, (input) => {
		const once = fixPlan(input, ALL);
		expect(fixPlan({ ...input, text: once }, ALL)).toBe(once);
	});
});
