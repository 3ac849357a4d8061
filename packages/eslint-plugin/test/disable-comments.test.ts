import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.js";
import { lintPlan, type PlanInput, type RulesToRun } from "./lint-plan.js";
import { examplesOf, rulePages } from "./rule-pages.js";

/*
 * The suggestion that lets a finding stand: the comment silences this rule on this line, and nothing else in the
 * document changes by it.
 */

const ALL: RulesToRun = Object.fromEntries(Object.keys(plugin.rules).map((name) => [name, []]));

type Suggestion = Linter.LintSuggestion;

function offered(input: PlanInput, rules: RulesToRun = ALL): { finding: Linter.LintMessage; suggestion: Suggestion }[] {
	const asked = { ...input, settings: { ...input.settings, suggestDisableComments: true } };
	return lintPlan(asked, rules).flatMap((finding) =>
		(finding.suggestions ?? [])
			.filter(({ desc }) => desc.startsWith("Let it stand"))
			.map((suggestion) => ({ finding, suggestion })),
	);
}

function applied(text: string, { fix }: Suggestion): string {
	return text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
}

/** Findings without their places, and without the lines that their messages name: both move down by one. */
function told(findings: readonly Linter.LintMessage[]): string[] {
	return findings
		.map(
			({ ruleId, message }) => `${ruleId}: ${message.replaceAll(/\b(?:lines? (?:\d+, )*\d+(?: and \d+)?)/g, "line")}`,
		)
		.sort();
}

const PLACES: readonly { readonly where: string; readonly text: string; readonly after: string | undefined }[] = [
	{
		where: "above a heading",
		text: "# A\n\n### Phase 1: B\n\n### Phase 3: C\n",
		after:
			"# A\n\n### Phase 1: B\n\n<!-- eslint-disable-next-line acid-plans/phase-numbering -- say why -->\n### Phase 3: C\n",
	},
	{
		where: "with the document's line ends",
		text: "# A\r\n\r\n### Phase 1: B\r\n### Phase 3: C\r\n",
		after:
			"# A\r\n\r\n### Phase 1: B\r\n<!-- eslint-disable-next-line acid-plans/phase-numbering -- say why -->\r\n### Phase 3: C\r\n",
	},
	{
		where: "beside another rule in the comment that is there",
		text: "# A\n\n### Phase 1: B\n\n<!-- eslint-disable-next-line acid-plans/no-placeholders -- a reason -->\n### Phase 3: [Atomic Unit 2]\n",
		after:
			"# A\n\n### Phase 1: B\n\n<!-- eslint-disable-next-line acid-plans/no-placeholders, acid-plans/phase-numbering -- a reason -->\n### Phase 3: [Atomic Unit 2]\n",
	},
	{
		where: "beside another rule in a comment without a reason",
		text: "# A\n\n### Phase 1: B\n\n<!-- eslint-disable-next-line acid-plans/no-placeholders -->\n### Phase 3: [Atomic Unit 2]\n",
		after:
			"# A\n\n### Phase 1: B\n\n<!-- eslint-disable-next-line acid-plans/no-placeholders, acid-plans/phase-numbering -->\n### Phase 3: [Atomic Unit 2]\n",
	},
	{
		where: "not under another directive, which would no longer stand where it does",
		text: "# A\n\n### Phase 1: B\n\n<!-- eslint acid-plans/phase-numbering: error -->\n### Phase 3: C\n",
		after: undefined,
	},
	{
		where: "not inside a paragraph, which would end there",
		text: "# A\n\n### Phase 1: B\n\n**Objective**: It is stored.\n**Depends on**: Phase 7\n\n### Phase 2: C\n",
		after: undefined,
	},
	{
		where: "not in a list",
		text: "# A\n\n### Phase 1: B\n\n- **Objective**: It is stored.\n- **Depends on**: Phase 7\n\n### Phase 2: C\n",
		after: undefined,
	},
	{
		where: "not in front of a list, which belongs to its field",
		text: "# A\n\n### Phase 1: B\n\n- **Depends on**: Phase 7\n\n### Phase 2: C\n",
		after: undefined,
	},
	{
		where: "not in a table",
		text: "# A\n\n### Phase 1: B\n\n| | |\n| --- | --- |\n| Objective | Stored |\n| Depends on | Phase 7 |\n\n### Phase 2: C\n",
		after: undefined,
	},
	{
		where: "not in a quote",
		text: "# A\n\n### Phase 1: B\n\n> **Depends on**: Phase 7\n\n### Phase 2: C\n",
		after: undefined,
	},
];

describe("where the comment goes", () => {
	const rules: RulesToRun = { "phase-numbering": [], "valid-dependencies": [], "no-placeholders": [] };

	it.each(PLACES)("$where", ({ text, after }) => {
		const input: PlanInput = { text, settings: { template: "free" } };
		expect(lintPlan(input, rules).length, "there is a finding").toBeGreaterThan(0);
		const [first] = offered(input, rules);
		expect(first && applied(text, first.suggestion)).toBe(after);
	});

	it("can be put around a block by hand where none is offered", () => {
		const list = "- **Objective**: It is stored.\n- **Depends on**: Phase 7\n";
		const around = `<!-- eslint-disable acid-plans/valid-dependencies -->\n\n${list}\n<!-- eslint-enable acid-plans/valid-dependencies -->\n`;
		const text = (block: string): string => `# A\n\n### Phase 1: B\n\n${block}\n### Phase 2: C\n`;
		expect(lintPlan({ text: text(list), settings: { template: "free" } }, rules)).toHaveLength(1);
		expect(lintPlan({ text: text(around), settings: { template: "free" } }, rules)).toEqual([]);
	});

	it("is offered to nobody who does not ask for it", () => {
		const text = "# A\n\n### Phase 1: B\n\n### Phase 3: C\n";
		const suggestions = lintPlan({ text, settings: { template: "free" } }, rules).flatMap(
			(finding) => finding.suggestions ?? [],
		);
		expect(suggestions.filter(({ desc }) => desc.startsWith("Let it stand"))).toEqual([]);
	});
});

describe("what the comment does", () => {
	for (const [rule, page] of rulePages()) {
		const wrong = examplesOf(page).filter(({ kind }) => kind === "incorrect");
		it.each(wrong.map((example) => [example.line, example] as const))(
			`silences its finding and changes no other in the page of ${rule}, line %i`,
			(_line, { input, options }) => {
				const rules = { ...ALL, [rule]: options ? [options] : [] };
				const before = lintPlan(input, rules);
				// What a comment does to the document is the same for all findings of a line.
				const byLine = new Map(offered(input, rules).map((each) => [each.finding.line, each]));
				for (const { finding, suggestion } of byLine.values()) {
					const text = applied(input.text, suggestion);
					const left = before.filter(({ ruleId, line }) => ruleId !== finding.ruleId || line !== finding.line);
					expect(told(lintPlan({ ...input, text }, rules)), text).toEqual(told(left));
				}
			},
		);
	}
});
