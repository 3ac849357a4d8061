import fc from "fast-check";
import { expect, it } from "vitest";
import { lintPlan, recommendedRules, type RulesToRun } from "./lint-plan.js";
import noUndeclaredDependencies from "../src/rules/consistent/no-undeclared-dependencies.js";
import noReadConflicts from "../src/rules/isolated/no-read-conflicts.js";

const extra = { "no-read-conflicts": noReadConflicts, "no-undeclared-dependencies": noUndeclaredDependencies };
const ours: RulesToRun = { "no-read-conflicts": [], "no-undeclared-dependencies": [] };
const VERBS = ["Read", "Use", "Update", "Create", "Delete"];

const phase = fc.record({
	dependencies: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
	form: fc.constantFrom("**Depends on**: ", "- **Depends on:** ", "Depends on: ", ""),
	objective: fc.boolean(),
	steps: fc.array(fc.tuple(fc.constantFrom(...VERBS), fc.constantFrom("src/a.ts", "src/b.ts", "src/**/*.ts", "src/")), {
		maxLength: 3,
	}),
	needs: fc.option(fc.nat(4), { nil: undefined }),
	done: fc.boolean(),
});
const plans = fc.record({
	phases: fc.array(phase, { minLength: 2, maxLength: 5 }),
	eol: fc.constantFrom("\n", "\r\n"),
	mark: fc.constantFrom("", "\uFEFF"),
});

it("every suggestion to order two phases mends its finding and makes no other", { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(plans, ({ phases, eol, mark }) => {
			const text = mark + textOf(phases).replaceAll("\n", eol);
			const body = text.slice(mark.length);
			const lines = body.split(eol);
			const rules = { ...recommendedRules, ...ours };
			const before = lintPlan({ text }, rules, { extra });
			for (const finding of before) {
				expect(finding.line).toBeLessThanOrEqual(lines.length);
				if (!(String(finding.ruleId).replace("acid-plans/", "") in ours)) continue;
				for (const { fix } of finding.suggestions ?? []) {
					const mended = mark + body.slice(0, fix.range[0]) + fix.text + body.slice(fix.range[1]);
					const after = lintPlan({ text: mended }, rules, { extra });
					expect(after.length, mended).toBeLessThan(before.length);
					const kinds = before.map(({ ruleId }) => ruleId);
					for (const { ruleId } of after) expect(kinds, mended).toContain(ruleId);
				}
			}
		}),
		{ numRuns: 150 },
	);
});

function textOf(phases: readonly (typeof phase extends fc.Arbitrary<infer T> ? T : never)[]): string {
	return `# Cache Implementation Plan\n${phases
		.map(({ dependencies, form, objective, steps, needs, done }, at) => {
			const earlier = dependencies.filter((each) => each < at).map((each) => `Phase ${each + 1}`);
			return [
				`\n### Phase ${at + 1}: Part ${done ? "✅" : ""}\n`,
				objective ? "\n**Objective**: Make a part\n" : "",
				form === "" ? "" : `\n${form}${earlier.join(", ") || "None"}\n`,
				`\n**Steps**:\n${steps.map(([verb, path], step) => `${step + 1}. ${verb} \`${path}\`\n`).join("")}`,
				needs === undefined || needs >= phases.length
					? ""
					: `${steps.length + 1}. Check what needs Phase ${needs + 1}\n`,
			].join("");
		})
		.join("")}`;
}
