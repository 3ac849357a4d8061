import type { Linter } from "eslint";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.js";
import { fixPlan, lintPlan, type PlanInput, recommendedRules, type RulesToRun } from "./lint-plan.js";
import { PLAN_DEFECTS } from "./plan-defects.js";
import { type PlanDraft, planText, trackedFiles } from "./right-plan.js";
import { rightPlans, type TemplateName } from "./right-plan-arbitrary.js";

/*
 * Plans that are right by construction have no finding, and one defect is told by its rule. A failure names seed and
 * path, and the smallest plan that fails; `FAST_CHECK_RUNS=2000` looks at more plans.
 */

const asked = Number(process.env["FAST_CHECK_RUNS"] ?? 0);
/** How many plans a property looks at: few in each run of all tests, as many as one likes in a night. */
const RUNS = asked || 40;
const RUNS_OF_A_DEFECT = asked || 4;

/** Rules of the preset `strict` that ask for agreement and not for a style: a right plan satisfies them, too. */
const AGREEMENT = ["consistent-fields", "stated-counts"];

const rulesOf: Readonly<Record<TemplateName, RulesToRun>> = {
	acid: recommendedRules,
	free: { ...recommendedRules, ...Object.fromEntries(AGREEMENT.map((name) => [name, []])) },
};

function inputOf(draft: PlanDraft, template: TemplateName): PlanInput {
	return { text: planText(draft), tracked: trackedFiles(draft), settings: { template } };
}

function told(findings: readonly Linter.LintMessage[]): string[] {
	return findings.map(
		({ ruleId, message, line, column, endLine, endColumn }) =>
			`${line}:${column}-${endLine}:${endColumn} ${ruleId}: ${message}`,
	);
}

function rulesIn(findings: readonly Linter.LintMessage[]): Set<string> {
	return new Set(findings.map(({ ruleId }) => (ruleId ?? "").replace("acid-plans/", "")));
}

/** Findings whose place is none of the text. */
function outside(findings: readonly Linter.LintMessage[], text: string): Linter.LintMessage[] {
	const widths = text
		.replace(/^\uFEFF/, "")
		.split(/\r?\n/)
		.map((line) => line.length);
	return findings.filter(({ line, column, endLine = line, endColumn = column }) => {
		const isOrdered = endLine > line || (endLine === line && endColumn >= column);
		return (
			!isOrdered || column < 1 || column - 1 > (widths[line - 1] ?? -1) || endColumn - 1 > (widths[endLine - 1] ?? -1)
		);
	});
}

describe.each(["acid", "free"] as const)("a right plan under template %s", (template) => {
	it("has no finding, with either parser", () => {
		const rules = rulesOf[template];
		fc.assert(
			fc.property(rightPlans(template), (draft) => {
				const input = inputOf(draft, template);
				expect(told(lintPlan(input, rules)), input.text).toEqual([]);
				expect(told(lintPlan(input, rules, { language: "markdown/gfm" })), input.text).toEqual([]);
			}),
			{ numRuns: RUNS },
		);
	});
});

it("every rule that a defect names is a rule", () => {
	const named = PLAN_DEFECTS.flatMap(({ rules, alsoAllowed = [] }) => [...rules, ...alsoAllowed]);
	expect(named.filter((name) => plugin.rules[name]?.meta.docs.preset !== "recommended")).toEqual([]);
});

describe("a plan that", () => {
	it.each(PLAN_DEFECTS)("$name is told so, and mended without harm", ({ rules, alsoAllowed = [], apply }) => {
		const broken = rightPlans("acid").map((draft) => ({
			text: apply(draft),
			tracked: trackedFiles(draft, ["planned", "active", "done", "blocked", "dropped"]),
		}));
		fc.assert(
			fc.property(
				broken.filter((each): each is typeof each & { text: string } => each.text !== undefined),
				(input) => {
					const findings = lintPlan(input, recommendedRules);
					const names = rulesIn(findings);
					expect(
						[...names].some((name) => rules.includes(name)),
						`${input.text}\n${told(findings).join("\n")}`,
					).toBe(true);
					expect(
						[...names].filter((name) => !rules.includes(name) && !alsoAllowed.includes(name)),
						`${input.text}\n${told(findings).join("\n")}`,
					).toEqual([]);
					expect(outside(findings, input.text)).toEqual([]);
					expect(told(lintPlan(input, recommendedRules, { language: "markdown/gfm" }))).toEqual(told(findings));

					const fixed = fixPlan(input, recommendedRules);
					if (fixed === input.text) return;
					expect(fixPlan({ ...input, text: fixed }, recommendedRules), "--fix a second time").toBe(fixed);
					const after = rulesIn(lintPlan({ ...input, text: fixed }, recommendedRules));
					expect(
						[...after].filter((name) => !names.has(name)),
						"rules that the fix breaks",
					).toEqual([]);
				},
			),
			{ numRuns: RUNS_OF_A_DEFECT },
		);
	});
});
