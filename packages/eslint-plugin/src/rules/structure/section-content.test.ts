import { testRule } from "../../../test/test-rule.js";
import rule from "./section-content.js";

const FREE = { template: "free" } as const;
const PHASE = "\n### Phase 1: Store\n\n**Steps**:\n1. Write\n";

testRule(rule, [
	{
		name: "is silent about a plan with content",
		text: `# A Implementation Plan\n\n## Goals\n\n- Fast\n\n## ACID Breakdown\n${PHASE}\n## Timeline\n\n| Phase | Duration |\n| --- | --- |\n| Phase 1 | 2 days |\n`,
	},
	{
		name: "reports an empty section",
		settings: FREE,
		text: `# A\n${PHASE}\n## Risks\n\n## Timeline\n\nTwo days\n\n## Notes\n\n---\n`,
		errors: [
			{ messageId: "section", line: 8, column: 1, endLine: 8, endColumn: 9, message: '"Risks"' },
			{ messageId: "section", line: 14, column: 1, endLine: 14, endColumn: 9 },
		],
	},
	{
		name: "reports an empty phase where no template asks for its fields",
		settings: FREE,
		text: `# A\n${PHASE}\n### Phase 2: Evict\n\n### Phase 3: Measure\n\nText\n`,
		errors: [{ messageId: "section", line: 8, column: 1, endLine: 8, endColumn: 19 }],
	},
	{
		name: "leaves an empty phase to require-phase-fields under a template",
		text: `# A\n${PHASE}\n### Phase 2: Evict\n\n### Phase 3: Measure\n\nText\n`,
	},
	{
		name: "reports a field with nothing behind it, in archives too",
		filename: "plans/archive/a.md",
		text: "# A\n\n### Phase 1: Store\n\n**Testing**:\n\n**Deliverables**: `a.ts`\n",
		errors: [{ messageId: "field", line: 5, column: 3, endLine: 5, endColumn: 10 }],
	},
	{
		name: "reports a question without an answer, in a README too",
		filename: "plans/a/README.md",
		settings: FREE,
		text: "# A\n\n## Who needs it?\n\nAll\n\n## What may fail?\n\n## Who pays?\n\nNobody\n\n## Active Plans\n",
		errors: [{ messageId: "question", line: 7, column: 1, endLine: 7, endColumn: 18 }],
	},
	{
		name: "takes a heading that is the content",
		settings: FREE,
		text: `# A\n${PHASE}\n## Costs\n\n### Total: 3 days\n\n## Notes\n\n### Moved to Phase 1\n`,
	},
	{
		name: "reports sections and steps in another form than the template's",
		text: "# A Implementation Plan\n\n## Goals\n\nFast\n\n## ACID Breakdown\n\n### Phase 1: Store\n\n**Steps**:\n- Write\n\n## Timeline\n\nTwo days\n",
		errors: [
			{ messageId: "form", line: 3, column: 1, endLine: 3, endColumn: 9, message: 'asks for a list in "Goals"' },
			{ messageId: "form", line: 14, column: 1, endLine: 14, endColumn: 12, message: "a table or a list" },
			{ messageId: "form", line: 11, column: 3, endLine: 11, endColumn: 8, message: "an ordered list" },
		].sort((a, b) => a.line - b.line),
	},
	{
		name: "leaves what is yet to be written to no-placeholders",
		text: "# A Implementation Plan\n\n## Goals\n\nTBD\n\n### Phase 1: Store\n\n**Steps**: TBD\n",
	},
	{
		name: "asks for no form under the free template",
		settings: FREE,
		text: "# A\n\n## Goals\n\nFast\n\n### Phase 1: Store\n\n**Steps**:\n- Write\n",
	},
	{
		name: "finds the form in sub-sections, and takes none for an answer",
		text: "# A Implementation Plan\n\n## Risks\n\n### Cold start\n\n- Slow\n\n## Prerequisites\n\nNone - all there\n",
	},
	{
		name: "takes other forms when told so",
		options: { forms: { goals: ["paragraph"], timeline: [] } },
		text: "# A Implementation Plan\n\n## Goals\n\nFast\n\n## Timeline\n\nTwo days\n",
	},
	{ name: "asks nothing of templates", filename: "plans/TEMPLATE.md", text: "# A\n\n## Risks\n\n## Timeline\n" },
	{
		name: "names the forms that it was told",
		options: { forms: { goals: ["code", "ordered-list"] } },
		text: "# A Implementation Plan\n\n## Goals\n\nFast\n",
		errors: [
			{
				messageId: "form",
				message: "a code block or an ordered list",
				line: 3,
				column: 1,
				endLine: 3,
				endColumn: 9,
			},
		],
	},
]);
