import { testRule } from "../../../test/test-rule.js";
import rule from "./status-agreement.js";

testRule(rule, [
	{
		name: "reports two status lines of one phase, one below the other",
		text: "# Cache Plan\n\n### Phase 1: Store\n\n**Status**: 🟡 Planned\n**Status**: ✅ Done\n",
		errors: [
			{
				messageId: "differs",
				line: 6,
				column: 13,
				endLine: 6,
				endColumn: 19,
				suggestions: [
					{
						messageId: "copy",
						output: "# Cache Plan\n\n### Phase 1: Store\n\n**Status**: 🟡 Planned\n**Status**: 🟡 Planned\n",
					},
				],
			},
		],
	},
	{
		name: "is silent where all agree",
		text: "# A\n\n**Status**: 🔄 In Progress\n\n### Phase 1: One ✅\n**Status**: ✅ Done\n\n### Phase 2: Two\n**Status**: 🟡 Planned\n",
	},
	{
		name: "reports a heading mark that the status line contradicts",
		text: "# A\n\n### Phase 1: One ✅\n**Status**: 🔄 In Progress\n",
		errors: [
			{
				messageId: "differs",
				message: 'Phase 1 is "✅" here, but "🔄 In Progress" on line 4',
				line: 3,
				column: 18,
				endLine: 3,
				endColumn: 19,
				suggestions: [
					{ messageId: "copy", output: "# A\n\n### Phase 1: One 🔄 In Progress\n**Status**: 🔄 In Progress\n" },
				],
			},
		],
	},
	{
		name: "reports a table row that the heading contradicts",
		text: "# A\n\n| Phase | Status |\n| --- | --- |\n| Phase 1 | 🔄 In Progress |\n| Phase 2 | 🟡 Planned |\n\n### Phase 1: One ✅\n\n### Phase 2: Two\n",
		errors: [
			{
				messageId: "differs",
				line: 5,
				column: 13,
				endLine: 5,
				endColumn: 27,
				suggestions: [
					{
						messageId: "copy",
						output:
							"# A\n\n| Phase | Status |\n| --- | --- |\n| Phase 1 | ✅ |\n| Phase 2 | 🟡 Planned |\n\n### Phase 1: One ✅\n\n### Phase 2: Two\n",
					},
				],
			},
		],
	},
	{
		name: "reports a planned plan with a phase that is done",
		text: "# A\n\n**Status**: 🟡 Planned\n\n### Phase 1: One ✅\n\n### Phase 2: Two\n",
		errors: [
			{ messageId: "planBehind", message: 'Phase 1 is "✅" on line 5', line: 3, column: 13, endLine: 3, endColumn: 23 },
		],
	},
	{
		name: "reports a done plan with a phase that is open",
		text: "# A\n\n**Status**: ✅ Done\n\n### Phase 1: One ✅\n\n### Phase 2: Two\n**Status**: ⛔ Blocked\n",
		errors: [{ messageId: "planAhead", message: "Phase 2", line: 3, column: 13, endLine: 3, endColumn: 19 }],
	},
	{ name: "takes blocked for active", text: "# A\n\n### Phase 1: One (in progress)\n**Status**: ⛔ Blocked\n" },
	{
		name: "takes a lone picture in a heading for no status",
		text: "# A\n\n### Phase 1: Improvement 🔄\n**Status**: ⭕ Not Started\n",
	},
	{
		name: "leaves what boxes say to all-or-nothing",
		text: "# A\n\n**Status**: ✅ Done\n\n### Phase 1: One\n- [ ] x\n",
	},
	{
		name: "lets a done plan leave a phase out",
		text: "# A\n\n**Status**: ✅ Done\n\n### Phase 1: One ✅\n\n### Phase 2: Two\n**Status**: 🚫 Dropped\n",
	},
	{
		name: "takes several status lines below one heading for those of its parts",
		text: "# A\n\n### Phase 1: One ✅\n\n- Login\n\n**Status**: Done\n\n- Logout\n\n**Status**: Planned\n",
	},
]);
