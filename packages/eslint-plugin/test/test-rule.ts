import { describe, expect, it } from "vitest";
import type { Linter } from "eslint";
import type { PlanRule } from "../src/define-plan-rule.js";
import { fixPlan, lintPlan, type PlanInput, recommendedRules, type RulesToRun } from "./lint-plan.js";

/** A finding that a case expects: which message, and where. */
export interface ExpectedFinding {
	readonly messageId: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	/** A part of the message, where its names and numbers matter. */
	readonly message?: string | undefined;
	/** In the order in which the rule offers them, each with the text that it leads to. */
	readonly suggestions?: readonly { readonly messageId: string; readonly output: string }[] | undefined;
}

/** A document, and what the rule says about it. */
export interface RuleCase extends PlanInput {
	/** Ends the sentence "it …". */
	readonly name: string;
	/** The options of the rule. */
	readonly options?: Readonly<Record<string, unknown>> | undefined;
	/** Left out or empty: the rule is silent. */
	readonly errors?: readonly ExpectedFinding[] | undefined;
	/** The text after `--fix`; needed exactly where a finding has a fix. */
	readonly output?: string | undefined;
}

/**
 * Tests a rule through the real ESLint. Besides what the case says, these hold for every case:
 *
 * - the findings are the same with @eslint/markdown's parser;
 * - the fixed text has nothing left to fix, and no rule of the recommended preset finds more in it than before;
 * - a text to which a suggestion was applied can be linted, and has one finding of that kind less.
 */
export function testRule(rule: PlanRule, cases: readonly RuleCase[]): void {
	const name = rule.meta.docs.url.replace(/^.*\/|\.md$/g, "");
	describe(name, () => {
		for (const testCase of cases) it(testCase.name, () => testCaseOf(rule, name, testCase));
	});
}

function testCaseOf(rule: PlanRule, name: string, testCase: RuleCase): void {
	const extra = { [name]: rule };
	const rules: RulesToRun = { [name]: testCase.options ? [testCase.options] : [] };
	const found = lintPlan(testCase, rules, { extra });
	expect(found.map((finding) => described(finding, testCase.text))).toEqual((testCase.errors ?? []).map(expected));
	for (const [index, { message }] of (testCase.errors ?? []).entries())
		if (message !== undefined) expect(found[index]?.message).toContain(message);
	for (const { message } of found) {
		expect(message, "a placeholder without a value").not.toContain("{{");
		expect(message, "what is wrong, and what to do").toMatch(/\S[.?](?: \S.*)?$/s);
	}
	expect(
		places(lintPlan(testCase, rules, { extra, language: "markdown/gfm" })),
		"with @eslint/markdown's parser",
	).toEqual(places(found));

	const output = fixPlan(testCase, rules, extra);
	if (found.some((finding) => finding.fix)) expect(output, "the text after --fix").toBe(testCase.output);
	else expect(testCase.output, "an output without a fix").toBeUndefined();
	if (output !== testCase.text) expectSound(testCase, output, rules, extra);
	for (const finding of found)
		for (const suggestion of finding.suggestions ?? []) expectMended(testCase, finding, suggestion, rules, extra);
}

/** A finding as a case describes it. */
function described(finding: Linter.LintMessage, text: string): object {
	const { messageId, line, column, endLine, endColumn, suggestions = [] } = finding;
	return {
		messageId,
		line,
		column,
		endLine,
		endColumn,
		suggestions: suggestions.map((each) => ({ messageId: each.messageId, output: applied(each.fix, text) })),
	};
}

function expected({ message: _, suggestions = [], ...finding }: ExpectedFinding): object {
	return { ...finding, suggestions };
}

function places(findings: readonly Linter.LintMessage[]): object[] {
	return findings.map(({ messageId, message, line, column, endLine, endColumn, fix }) => ({
		messageId,
		message,
		line,
		column,
		endLine,
		endColumn,
		fix,
	}));
}

/** The text with an edit applied; offsets do not count a byte order mark. */
function applied(
	{ range: [start, end], text: replacement }: { range: [number, number]; text: string },
	text: string,
): string {
	const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
	const body = text.slice(mark.length);
	return mark + body.slice(0, start) + replacement + body.slice(end);
}

function expectSound(
	input: PlanInput,
	output: string,
	rules: RulesToRun,
	extra: Readonly<Record<string, PlanRule>>,
): void {
	expect(fixPlan({ ...input, text: output }, rules, extra), "--fix a second time").toBe(output);
	const before = tally(lintPlan(input, { ...recommendedRules, ...rules }, { extra }));
	const after = tally(lintPlan({ ...input, text: output }, { ...recommendedRules, ...rules }, { extra }));
	const more = [...after].filter(([kind, count]) => count > (before.get(kind) ?? 0)).map(([kind]) => kind);
	expect(more, "findings that the fix brought about").toEqual([]);
}

function expectMended(
	input: PlanInput,
	finding: Linter.LintMessage,
	suggestion: Linter.LintSuggestion,
	rules: RulesToRun,
	extra: Readonly<Record<string, PlanRule>>,
): void {
	const same = (text: string): number =>
		lintPlan({ ...input, text }, rules, { extra }).filter((other) => other.message === finding.message).length;
	expect(same(applied(suggestion.fix, input.text)), `"${finding.message}" after "${suggestion.desc}"`).toBeLessThan(
		same(input.text),
	);
}

function tally(findings: readonly Linter.LintMessage[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { ruleId, messageId } of findings)
		counts.set(`${ruleId} ${messageId}`, (counts.get(`${ruleId} ${messageId}`) ?? 0) + 1);
	return counts;
}
