import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixPlan, lintPlan } from "../../../test/lint-plan.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./phase-numbering.js";

const plan = (...parts: readonly string[]): string => `# Cache Implementation Plan\n\n${parts.join("\n\n")}\n`;
const phases = (...labels: readonly string[]): string => plan(...labels.map((label) => `### Phase ${label}: Part`));
const at = (
	line: number,
	messageId: string,
	length = 1,
): { messageId: string; line: number; column: number; endLine: number; endColumn: number } => ({
	messageId,
	line,
	column: 11,
	endLine: line,
	endColumn: 11 + length,
});

testRule(rule, [
	{
		name: "takes a series that starts anywhere, with ranges, letters and decimals",
		text: phases("5", "6-7", "8A", "8B", "9", "9.5", "10"),
	},
	{
		name: "takes headings about a phase and a second series for none",
		text: plan(
			"## Work\n\n### Phase 1: A\n\n### Phase 2: B\n\n### Phase 1 Checklist",
			"## Rollout\n\n### Phase 1: Flag",
		),
	},
	{
		name: "reports a number that stands twice",
		text: phases("1", "2", "2"),
		errors: [
			{
				...at(7, "repeat"),
				message: 'here and at line 5 ("Part")',
				suggestions: [{ messageId: "renumber", output: phases("1", "2", "3") }],
			},
		],
	},
	{
		name: "offers nothing where a mention could mean either",
		text: plan("### Phase 1: A", "### Phase 1: B", "Phase 1 comes first."),
		errors: [at(5, "repeat")],
	},
	{
		name: "fixes a gap with every mention, range, list, row and link",
		text: plan(
			"See [the end](#phase-4-c) and Phases 1, 2 and 4.",
			"### Phase 1: A",
			"### Phase 2: B",
			"### Phase 4: C",
			"**Depends on**: Phases 1-2",
			"## Timeline\n\n- Phase 1: 1 day\n- Phase 4: 2 days",
			"After Phases 1–4 all is done.",
		),
		errors: [{ ...at(9, "gap"), message: "with 1 number missing in between" }],
		output: plan(
			"See [the end](#phase-3-c) and Phases 1, 2 and 3.",
			"### Phase 1: A",
			"### Phase 2: B",
			"### Phase 3: C",
			"**Depends on**: Phases 1-2",
			"## Timeline\n\n- Phase 1: 1 day\n- Phase 3: 2 days",
			"After Phases 1–3 all is done.",
		),
	},
	{
		name: "only suggests it where a phase that is done would be called otherwise",
		text: plan("### Phase 1: A", "### Phase 3: B ✅"),
		errors: [
			{
				...at(5, "gap"),
				suggestions: [{ messageId: "renumber", output: plan("### Phase 1: A", "### Phase 2: B ✅") }],
			},
		],
	},
	{
		name: "only suggests it where another plan names a phase that would be called otherwise",
		text: plan("### Phase 1: A", "### Phase 3: B"),
		documents: {
			"plans/other.md":
				"# Other Implementation Plan\n\n### Phase 1: C\n\n**Depends on**: [Cache](feature.md) Phase 3\n",
		},
		errors: [
			{ ...at(5, "gap"), suggestions: [{ messageId: "renumber", output: plan("### Phase 1: A", "### Phase 2: B") }] },
		],
	},
	{
		name: "fixes it where another plan names a phase that keeps its number",
		text: plan("### Phase 1: A", "### Phase 3: B"),
		documents: {
			"plans/other.md":
				"# Other Implementation Plan\n\n### Phase 1: C\n\n**Depends on**: [Cache](feature.md) Phase 1\n",
		},
		errors: [at(5, "gap")],
		output: plan("### Phase 1: A", "### Phase 2: B"),
	},
	{
		name: "leaves a mention in code to the author",
		text: plan("### Phase 1: A", "### Phase 3: B", 'Run `make "Phase 3"`.'),
		errors: [at(5, "gap")],
	},
	{
		name: "leaves sub-numbers to the author",
		text: plan("### Phase 1: A", "### Phase 3: B", "- [ ] 3.1 Read"),
		errors: [at(5, "gap")],
	},
	{
		name: "reports a number that goes back, once",
		text: phases("1", "3", "2", "4"),
		errors: [at(7, "back")],
		output: phases("1", "2", "3", "4"),
	},
	{
		name: "tells a restart once",
		text: phases("1", "2", "3", "1", "2", "3"),
		errors: [
			{ ...at(9, "restart"), suggestions: [{ messageId: "renumber", output: phases("1", "2", "3", "4", "5", "6") }] },
		],
	},
	{
		name: "names two plans in one file",
		text: "# Cache Plan\n\n## Phase 1: A\n\n## Phase 2: B\n\n# Search Plan\n\n## Phase 1: C\n\n## Phase 2: D\n",
		errors: [{ messageId: "pasted", message: '"Cache Plan" (line 1)', line: 7, column: 1, endLine: 7, endColumn: 14 }],
	},
	{
		name: "leaves what a fence has swallowed to no-swallowed-phases",
		text: "# Cache Plan\n\n### Phase 1: A\n\n```sh\nls\n\n### Phase 2: B\n\n```sh\nls\n```\n\n### Phase 3: C\n",
	},
	{
		name: "leaves two versions of a phase to no-conflict-markers, and the numbers behind them",
		text: plan(
			"### Phase 1: A",
			`${"<".repeat(7)} HEAD\n### Phase 2: B\n\n### Phase 3: C\n${"=".repeat(7)}\n### Phase 2: D\n${">".repeat(7)} other`,
			"### Phase 4: E",
		),
	},
	{
		name: "fixes nothing where the other plans cannot be read, and one of them may name the phase",
		text: phases("1", "3"),
		problem: "Git could not be started.",
		errors: [
			{ messageId: "unavailable", line: 1, column: 1, endLine: 1, endColumn: 28 },
			{ ...at(5, "gap"), suggestions: [{ messageId: "renumber", output: phases("1", "2") }] },
		],
	},
	{
		name: "says nothing of the numbers around a merge conflict, of which neither version has all",
		text: plan(
			"### Phase 1: A",
			"<<<<<<< HEAD\n\n### Phase 2: B\n\n=======\n\n### Phase 2: B\n\n### Phase 3: C\n\n>>>>>>> main",
			"### Phase 3: D",
			"### Phase 5: E",
		),
	},
	{
		name: "takes a dropped phase beside its successor",
		text: plan("### Phase 1: A", "### Phase 2: B 🚫", "### Phase 2: C"),
	},
]);

describe("the fix of phase-numbering", () => {
	it("leaves consecutive numbers, and every mention with the phase it meant", () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 6 }).map((rest) => [1, ...rest]),
				fc.array(fc.nat(5), { maxLength: 4 }),
				(labels, picks) => {
					const mentioned = picks.flatMap((pick) => labels[pick] ?? []);
					const text = plan(
						...labels.map((each) => `### Phase ${each}: Part ${"abcdefghij"[each]}`),
						...mentioned.map((each) => `Part ${"abcdefghij"[each]} is Phase ${each}.`),
					);
					const extra = { "phase-numbering": rule };
					const fixed = fixPlan({ text }, { "phase-numbering": [] }, extra);
					const found = lintPlan({ text: fixed }, { "phase-numbering": [] }, { extra });
					expect(found).toEqual([]);
					const names = new Map(
						[...fixed.matchAll(/^### Phase (\d+): Part (\w)$/gm)].map((match) => [match[2], match[1]]),
					);
					for (const match of fixed.matchAll(/^Part (\w) is Phase (\d+)\.$/gm))
						expect(match[2]).toBe(names.get(match[1]));
				},
			),
			{ numRuns: 60 },
		);
	});
});
