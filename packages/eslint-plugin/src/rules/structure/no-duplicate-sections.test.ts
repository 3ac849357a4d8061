import { testRule } from "../../../test/test-rule.js";
import rule from "./no-duplicate-sections.js";

const HEAD = "# Cache Implementation Plan\n\n## Goals\n\nText\n\n## Phase 1: Store\n\nText\n\n";

testRule(rule, [
	{ name: "is silent about a section that stands once", text: HEAD },
	{
		name: "reports the second of two, whatever number or emoji it has",
		settings: { template: "free" },
		text: `${HEAD}## 🎯 4. Goals\n\nText\n`,
		errors: [{ messageId: "section", line: 11, column: 1, endLine: 11, endColumn: 15, message: "line 3" }],
	},
	{
		name: "reports it in archives, too",
		filename: "plans/archive/cache.md",
		text: `${HEAD}## Goals\n\nText\n`,
		errors: [{ messageId: "section", line: 11, column: 1, endLine: 11, endColumn: 9 }],
	},
	{
		name: "reports a section of the team's own template",
		settings: { template: { sections: ["Costs"], fields: [] } },
		text: `${HEAD}## Costs\n\nText\n\n## Costs\n\nText\n`,
		errors: [{ messageId: "section", line: 15, column: 1, endLine: 15, endColumn: 9, message: "line 11" }],
	},
	{
		name: "leaves synonyms alone: a summary does not repeat the overview",
		text: "# A\n\n## Overview\n\nText\n\n## Phase 1: B\n\nText\n\n## Summary\n\nText\n",
	},
	{ name: "leaves sections of the team's own alone", text: `${HEAD}## Notes\n\nText\n\n## Notes\n\nText\n` },
	{
		name: "leaves sections below different headings alone",
		text: "# A\n\n## Server\n\n### Risks\n\nText\n\n## Client\n\n### Risks\n\nText\n\n## Phase 1: B\n\nText\n",
	},
	{
		name: "leaves sections of phases alone",
		text: "# A\n\n## Phase 1: B\n\n### Risks\n\nText\n\n## Phase 2: C\n\n### Risks\n\nText\n",
	},
	{
		name: "reports a field that a phase has twice",
		text: "# A\n\n## Phase 1: B\n\n**Testing**: by hand\n\n**Deliverables**: x\n\n**testing:** by robot\n",
		errors: [
			{
				messageId: "field",
				line: 9,
				column: 3,
				endLine: 9,
				endColumn: 10,
				message: 'Phase 1 has "testing" here and on line 5',
			},
		],
	},
	{
		name: "reports a heading that a phase has twice",
		text: "# A\n\n## Phase 1: B\n\n### Testing\n\nText\n\n### Steps\n\nText\n\n### Testing\n\nText\n",
		errors: [{ messageId: "field", line: 13, column: 5, endLine: 13, endColumn: 12 }],
	},
	{
		name: "leaves the parts of a phase alone",
		text: "# A\n\n## Phase 1: B\n\n### Server\n\n**Testing**: x\n\n### Client\n\n**Testing**: y\n",
	},
	{
		name: "leaves headings alone that belong to parts",
		text: "# A\n\n## Phase 1: B\n\n### Server\n\n### Testing\n\nText\n\n### Client\n\n### Testing\n\nText\n",
	},
	{
		name: "leaves what comes with every step alone",
		text: "# A\n\n## Phase 1: B\n\nRun: `a`\n\nExpected: PASS\n\nRun: `b`\n\nExpected: PASS\n",
	},
]);
