import { testRule } from "../../../test/test-rule.js";
import rule from "./require-status.js";

testRule(rule, [
	{ name: "is silent about a plan with a status", text: "# A Implementation Plan\n\n**Status**: 🟡 Planned\n" },
	{
		name: "takes a status of the front matter or of a heading",
		text: "---\nstatus: done\n---\n\n# A Implementation Plan\n",
	},
	{
		name: "leaves words outside the vocabulary to valid-status",
		text: "# A Implementation Plan\n\n**Status**: purple\n",
	},
	{ name: "is silent under the free template", text: "# A\n\n### Phase 1: B\n", settings: { template: "free" } },
	{
		name: "reports a plan without one, and inserts it below the title",
		text: "# A Implementation Plan\n\nText\n\n### Phase 1: B\n",
		errors: [
			{
				messageId: "missing",
				line: 1,
				column: 1,
				endLine: 1,
				endColumn: 24,
				suggestions: [
					{
						messageId: "insert",
						output: "# A Implementation Plan\n\n**Status**: 🟡 Planned\n\nText\n\n### Phase 1: B\n",
					},
				],
			},
		],
	},
	{
		name: "takes the tier from the phases",
		text: "# A Implementation Plan\r\n\r\n### Phase 1: B ✅\r\n\r\n### Phase 2: C\r\n",
		errors: [
			{
				messageId: "missing",
				line: 1,
				column: 1,
				endLine: 1,
				endColumn: 24,
				message: "🔄 In Progress",
				suggestions: [
					{
						messageId: "insert",
						output:
							"# A Implementation Plan\r\n\r\n**Status**: 🔄 In Progress\r\n\r\n### Phase 1: B ✅\r\n\r\n### Phase 2: C\r\n",
					},
				],
			},
		],
	},
	{
		name: "writes the team's own form",
		settings: { vocabulary: { statusForms: { done: "🏁 fertig" }, statuses: { done: ["fertig", "🏁"] } } },
		text: "# A Implementation Plan\n\n### Phase 1: B ✅\n",
		errors: [
			{
				messageId: "missing",
				line: 1,
				column: 1,
				endLine: 1,
				endColumn: 24,
				suggestions: [
					{ messageId: "insert", output: "# A Implementation Plan\n\n**Status**: 🏁 fertig\n\n### Phase 1: B ✅\n" },
				],
			},
		],
	},
	{
		name: "has nowhere to put it without a title",
		text: "### Phase 1: B\n",
		errors: [{ messageId: "missing", line: 1, column: 1, endLine: 1, endColumn: 1 }],
	},
]);
