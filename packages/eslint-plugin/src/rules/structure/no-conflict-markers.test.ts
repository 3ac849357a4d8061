import { expect, it } from "vitest";
import { lintPlan, recommendedRules } from "../../../test/lint-plan.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./no-conflict-markers.js";

const START = "<".repeat(7);
const MIDDLE = "=".repeat(7);
const END = ">".repeat(7);

it("is the only rule that tells of what stands between the markers", () => {
	const text = `# Cache Plan\n\n## Goals\n\n- Fast\n\n${START} HEAD\n## Risks\n\n- TBD\n\n${MIDDLE}\n## Risks\n\n**Status**:\n${END} other\n\n## Goals\n\n- Small\n\n## Phase 1: Store\n\nA map.\n`;
	const found = lintPlan({ text, settings: { template: "free" } }, recommendedRules);
	expect(found.map(({ ruleId, line }) => `${line} ${ruleId}`)).toEqual([
		"7 acid-plans/no-conflict-markers",
		"18 acid-plans/no-duplicate-sections",
	]);
});

testRule(rule, [
	{ name: "is silent about a plan without", text: "Title\n=======\n\nText\n" },
	{
		name: "reports a conflict once, with both its versions",
		text: `# A\n\n${START} HEAD\n**Status**: Planned\n${MIDDLE}\n**Status**: Done\n${END} feature/cache\n`,
		errors: [
			{
				messageId: "conflict",
				line: 3,
				column: 1,
				endLine: 3,
				endColumn: 13,
				message: '"HEAD" from here and "feature/cache" up to line 7',
			},
		],
	},
	{
		name: "reports a marker that was left behind, in an index too",
		filename: "plans/README.md",
		text: `# Plans\r\n\r\n- [A](a.md)\r\n\r\n${END} main\r\n`,
		errors: [{ messageId: "rest", line: 5, column: 1, endLine: 5, endColumn: 13 }],
	},
	{ name: "leaves code alone", text: `# A\n\n\`\`\`text\n${START} HEAD\n${MIDDLE}\n${END} main\n\`\`\`\n` },
]);
