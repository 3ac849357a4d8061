import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixPlan, lintPlan } from "../../../test/lint-plan.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./valid-dependencies.js";

/** A plan of three phases whose second and third depend on what is given. */
function phases(second: string, third = "Phase 2"): string {
	return `# A\n\n### Phase 1: Store\n**Depends on**: None\n\n### Phase 2: Read\n**Depends on**: ${second}\n\n### Phase 3: Show\n**Depends on**: ${third}\n`;
}

const documents = {
	"plans/search.md": "# Search Implementation Plan\n\n### Phase 1: Index\n\n### Phase 2: Query\n",
	"plans/done/old-search.md": "# Old\n\n### Phase 1: Index ✅\n",
	"plans/011-mail.md": "# Mail\n\n### Phase 1: Send\n",
	"plans/012-feed.md": "# Feed\n\n### Phase 1: Poll\n",
};

testRule(rule, [
	{ name: "is silent on phases that stand above", text: phases("Phase 1", "Phases 1-2 (both merged)") },
	{
		name: "is silent on plans and phases that are there",
		documents,
		text: phases("[Search](search.md) Phase 2, Phase 1", "Plan 011 Phase 1, [Old](done/old-search.md#phase-1-index-)"),
	},
	{
		name: "takes a label in the words of a link to a plan for the name of that plan",
		documents: { ...documents, "plans/p5.md": "# P5 Implementation Plan\n\n### Phase 1: Index\n\n### Phase 2: Show\n" },
		text: phases("[Plan 011](011-mail.md), [012](012-feed.md)", "[P5](p5.md), [Search](search.md) #12"),
	},
	{
		name: "leaves plans in a submodule alone, of which nobody knows what is in it",
		documents,
		submodules: ["lib"],
		text: phases("[Library](../lib/plans/store.md) Phase 1"),
	},
	{
		name: "takes a phase that is named by its number and by its anchor for one",
		documents,
		text: phases("[Search](search.md) Phase 1, [index](search.md#phase-1-index)"),
		output: phases("[Search](search.md) Phase 1"),
		errors: [{ messageId: "twice", line: 7, column: 47, endLine: 7, endColumn: 52 }],
	},
	{
		name: "takes the bare name of a file for some document that is not there yet, and not for a missing plan",
		documents,
		text: phases("notes.md", "the findings of notes.md and of research.md"),
	},
	{
		name: "takes free text, issues and code for what it is",
		text: phases("`src/store.ts`, the merge of #12, a Redis server"),
	},
	{
		name: "reports a phase that the plan does not have",
		text: phases("Phase 1", "Phase 12"),
		errors: [
			{
				messageId: "unknown",
				message: "Phase 3 depends on Phase 12, which this plan does not have",
				line: 10,
				column: 17,
				endLine: 10,
				endColumn: 25,
				suggestions: [{ messageId: "replace", output: phases("Phase 1", "Phase 2") }],
			},
		],
	},
	{
		name: "reports the number alone in a list",
		text: phases("Phase 1", "Phases 1 and 7"),
		errors: [
			{
				messageId: "unknown",
				line: 10,
				column: 30,
				endLine: 10,
				endColumn: 31,
				suggestions: [{ messageId: "replace", output: phases("Phase 1", "Phases 1 and 2") }],
			},
		],
	},
	{
		name: "reports a phase that depends on itself",
		text: phases("Phase 2"),
		errors: [
			{
				messageId: "itself",
				line: 7,
				column: 17,
				endLine: 7,
				endColumn: 24,
				suggestions: [{ messageId: "replace", output: phases("Phase 1") }],
			},
		],
	},
	{
		name: "reports a range that reaches the phase itself, once",
		text: phases("Phase 1", "Phases 1-3"),
		errors: [{ messageId: "itself", message: '"Phases 1-3"', line: 10, column: 17, endLine: 10, endColumn: 27 }],
	},
	{
		name: "names the phases of a range that the plan does not have",
		text: phases("Phases 1-9"),
		errors: [
			{
				messageId: "unknown",
				message: "Phase 2 depends on Phase 4-9, which this plan does not have",
				line: 7,
				column: 17,
				endLine: 7,
				endColumn: 27,
			},
		],
	},
	{
		name: "takes a range for whole where the phases are out of order",
		text: phases("Phase 1", "Phase 1")
			.replace("### Phase 2: Read", "### Phase 3: Read")
			.replace("### Phase 3: Show", "### Phase 2: Show")
			.concat("\n### Phase 4: End\n**Depends on**: Phases 1-3\n"),
	},
	{
		name: "names the one phase of a range that the plan does not have",
		text: phases("Phase 1", "Phases 0–2"),
		errors: [
			{
				messageId: "unknown",
				message: "Phase 3 depends on Phase 0, which",
				line: 10,
				column: 17,
				endLine: 10,
				endColumn: 27,
			},
		],
	},
	{
		name: "reads on behind a range that is none",
		text: phases("Phase 1", "Phases 1–1, and 5"),
		errors: [
			{ messageId: "twice", line: 10, column: 26, endLine: 10, endColumn: 27 },
			{
				messageId: "unknown",
				line: 10,
				column: 33,
				endLine: 10,
				endColumn: 34,
				suggestions: [{ messageId: "replace", output: phases("Phase 1", "Phases 1–1, and 2") }],
			},
		],
		output: phases("Phase 1", "Phases 1, and 5"),
	},
	{
		name: "reports a dependency on a later phase with both places",
		text: phases("Phase 3", "None"),
		errors: [
			{
				messageId: "later",
				message: "Phase 2 (line 6) depends on Phase 3 (line 9)",
				line: 7,
				column: 17,
				endLine: 7,
				endColumn: 24,
				suggestions: [{ messageId: "replace", output: phases("Phase 1", "None") }],
			},
		],
	},
	{ name: "leaves phases that wait for each other to no-dependency-cycles", text: phases("Phase 3", "Phase 2") },
	{
		name: "takes out what is named twice",
		text: phases("Phase 1", "Phase 1, Phase 2 and Phase 1"),
		output: phases("Phase 1", "Phase 1, Phase 2"),
		errors: [{ messageId: "twice", line: 10, column: 38, endLine: 10, endColumn: 45 }],
	},
	{
		name: "of a range and a phase in it, takes out the phase",
		text: phases("Phase 1", "Phase 2, Phases 1-2"),
		output: phases("Phase 1", "Phases 1-2"),
		errors: [
			{ messageId: "twice", message: '"Phases 1-2" on line 10', line: 10, column: 17, endLine: 10, endColumn: 24 },
		],
	},
	{
		name: "reports a phase that another plan does not have",
		documents,
		text: phases("[Search](search.md) Phase 9"),
		errors: [
			{
				messageId: "unknownElsewhere",
				message: "plans/search.md has no such phase",
				line: 7,
				column: 18,
				endLine: 7,
				endColumn: 44,
			},
		],
	},
	{
		name: "reports a plan that is not there",
		documents,
		text: phases("[Search](old-serch.md)", "Plan 013 Phase 1"),
		errors: [
			{
				messageId: "missingPlan",
				message: "there is no plans/old-serch.md",
				line: 7,
				column: 18,
				endLine: 7,
				endColumn: 24,
				suggestions: [{ messageId: "replace", output: phases("[Search](done/old-search.md)", "Plan 013 Phase 1") }],
			},
			{
				messageId: "missingNumber",
				message: "no plan has the number 13",
				line: 10,
				column: 17,
				endLine: 10,
				endColumn: 33,
			},
		],
	},
	{
		name: "reports a plan that depends on itself",
		documents,
		text: "# A\n\n**Depends on**: [this](feature.md)\n\n### Phase 1: One\n\n### Phase 2: Two\n",
		errors: [
			{ messageId: "itself", message: "The plan depends on itself", line: 3, column: 18, endLine: 3, endColumn: 22 },
		],
	},
	{
		name: "does not judge a part of a plan that is split over files",
		text: "# A\n\n### Phase 4: Four\n**Depends on**: Phases 1-3\n\n### Phase 5: Five\n**Depends on**: Phase 4\n",
	},
	{
		name: "looks into archives, and offers no other phase for a range",
		filename: "plans/done/new-search.md",
		text: phases("Phase 1", "Phases 4-5"),
		errors: [{ messageId: "unknown", line: 10, column: 17, endLine: 10, endColumn: 27 }],
	},
]);

describe("the fix of valid-dependencies", () => {
	it("leaves every phase that was named, and none twice", () => {
		const reference = fc.constantFrom("Phase 1", "Phase 2", "Phase 3", "Phases 1-2", "Phases 2, 3");
		const joint = fc.constantFrom(", ", " and ", ", and ", "; ");
		fc.assert(
			fc.property(fc.array(fc.tuple(reference, joint), { minLength: 1, maxLength: 5 }), (parts) => {
				const line = parts.map(([name, join], index) => (index === 0 ? name : `${join}${name}`)).join("");
				const text = `# A\n\n### Phase 1: A\n\n### Phase 2: B\n\n### Phase 3: C\n\n### Phase 4: D\n**Depends on**: ${line}\n`;
				const fixed = fixPlan({ text }, { "valid-dependencies": [] }, { "valid-dependencies": rule });
				const fixedLine = fixed.trimEnd().split("\n").at(-1) ?? "";
				for (const digit of ["1", "2", "3"])
					expect(fixedLine.includes(digit), `${line} → ${fixedLine}`).toBe(line.includes(digit));
				expect(
					lintPlan({ text: fixed }, { "valid-dependencies": [] }, { extra: { "valid-dependencies": rule } }).filter(
						(finding) => finding.fix,
					),
				).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});
});
