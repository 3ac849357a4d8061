import { testRule } from "../../../test/test-rule.js";
import rule from "./plan-title.js";

const BODY = "\n\n### Phase 1: Store\n\nText\n";

testRule(rule, [
	{ name: "is silent about a title with the ending", text: `# Cache Implementation Plan${BODY}` },
	{ name: "looks past status marks", text: `# ✅ Cache Implementation Plan - COMPLETED${BODY}` },
	{ name: "takes capitals as they come", text: `# Cache implementation plan${BODY}` },
	{ name: "is silent under the free template", text: `# Cache${BODY}`, settings: { template: "free" } },
	{ name: "is silent in archives", filename: "plans/archive/old.md", text: `# Cache${BODY}` },
	{
		name: "asks for no ending where the team's template has none",
		text: `# Cache${BODY}`,
		settings: { template: { sections: [], fields: [] } },
	},
	{ name: "asks for no ending when told so", text: `# Cache${BODY}`, options: { checkEnding: false } },
	{
		name: "reports a missing ending and puts it in the place of a shorter one",
		text: `# 007: Cache Plan 🚧${BODY}`,
		errors: [
			{
				messageId: "ending",
				line: 1,
				column: 1,
				endLine: 1,
				endColumn: 21,
				message: '"Cache Implementation Plan"',
				suggestions: [{ messageId: "rename", output: `# Cache Implementation Plan 🚧${BODY}` }],
			},
		],
	},
	{
		name: "asks for the ending of a team's own template",
		settings: { template: { title: "Roadmap", sections: [], fields: [] } },
		text: `Cache\n=====${BODY}`,
		errors: [
			{
				messageId: "ending",
				line: 1,
				column: 1,
				endLine: 2,
				endColumn: 6,
				suggestions: [{ messageId: "rename", output: `Cache Roadmap\n=====${BODY}` }],
			},
		],
	},
	{
		name: "reports that there is none, and names the plan after its file",
		filename: "plans/012-read_cache-plan.md",
		text: "---\r\nowner: ada\r\n---\r\n\r\n## Overview\r\n\r\nText\r\n",
		errors: [
			{
				messageId: "missing",
				line: 5,
				column: 1,
				endLine: 5,
				endColumn: 12,
				suggestions: [
					{
						messageId: "insert",
						output:
							"---\r\nowner: ada\r\n---\r\n\r\n# Read Cache Implementation Plan\r\n\r\n## Overview\r\n\r\nText\r\n",
					},
				],
			},
		],
	},
	{
		name: "takes no phase for the title",
		filename: "",
		text: "# Phase 1: Store\n\nText\n",
		errors: [{ messageId: "missing", line: 1, column: 1, endLine: 1, endColumn: 17 }],
	},
	{
		name: "reports a second title and makes it a section",
		text: `# Cache Implementation Plan${BODY}\n# Notes\n\n## Open\n\nText\n`,
		errors: [
			{
				messageId: "another",
				line: 7,
				column: 1,
				endLine: 7,
				endColumn: 8,
				message: '"Cache Implementation Plan" stands on line 1',
				suggestions: [
					{ messageId: "demote", output: `# Cache Implementation Plan${BODY}\n## Notes\n\n### Open\n\nText\n` },
				],
			},
		],
	},
	{
		name: "cannot lower what is underlined",
		text: `# Cache Implementation Plan${BODY}\nNotes\n=====\n`,
		errors: [{ messageId: "another", line: 7, column: 1, endLine: 8, endColumn: 6 }],
	},
	{
		name: "leaves a second plan in the file to phase-numbering",
		text: "# Cache Implementation Plan\n\n## Phase 1: A\n\n## Phase 2: B\n\n# Search Implementation Plan\n\n## Phase 1: C\n\n## Phase 2: D\n",
	},
	{
		name: "puts a missing title at the top",
		filename: "plans/cache.md",
		settings: { template: { sections: [], fields: [] } },
		text: "## Overview\n\nText\n",
		errors: [
			{
				messageId: "missing",
				line: 1,
				column: 1,
				endLine: 1,
				endColumn: 12,
				suggestions: [{ messageId: "insert", output: "# Cache\n\n## Overview\n\nText\n" }],
			},
		],
	},
	{
		name: "puts it there with the line ends of the plan",
		filename: "plans/cache.md",
		text: "## Overview\r\n\r\nText\r\n",
		errors: [
			{
				messageId: "missing",
				line: 1,
				column: 1,
				endLine: 1,
				endColumn: 12,
				suggestions: [
					{ messageId: "insert", output: "# Cache Implementation Plan\r\n\r\n## Overview\r\n\r\nText\r\n" },
				],
			},
		],
	},
]);
