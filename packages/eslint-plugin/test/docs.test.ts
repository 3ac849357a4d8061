import { describe, expect, it } from "vitest";
import { lintPlan } from "./lint-plan.js";
import { examplesOf, rulePages } from "./rule-pages.js";

for (const [rule, page] of rulePages()) {
	describe(`the page of ${rule}`, () => {
		const examples = examplesOf(page);
		it("has examples of both kinds", () => {
			expect(new Set(examples.map((example) => example.kind))).toEqual(new Set(["incorrect", "correct"]));
		});
		it("says when not to use the rule", () => {
			expect(page).toMatch(/^## When not to use it\n\n\S/m);
		});
		for (const { kind, line, input, options } of examples) {
			it(`is right about the ${kind} example in line ${line}`, () => {
				const findings = lintPlan(input, { [rule]: options ? [options] : [] });
				if (kind === "incorrect") expect(findings, "an incorrect example in which nothing is found").not.toEqual([]);
				else expect(findings).toEqual([]);
			});
		}
	});
}
