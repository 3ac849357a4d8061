import { testRule } from "../../../test/test-rule.js";
import rule from "./status-order.js";

function plan(first: string, second: string, on = "Phase 1"): string {
	return `# Feature\n\n### Phase 1: Store ${first}\n\n### Phase 2: Show ${second}\n**Depends on**: ${on}\n`;
}

testRule(rule, [
	{ name: "is silent on phases in order", text: plan("✅", "🔄 In Progress") },
	{ name: "takes blocked for active", text: plan("⛔ Blocked", "🔄 In Progress") },
	{ name: "compares nothing with a phase that says nothing", text: plan("", "✅") },
	{ name: "compares nothing with a phase that was dropped", text: plan("🚫 Dropped", "✅") },
	{
		name: "reports a phase that is done before what it depends on",
		text: plan("🔄 In Progress", "✅"),
		errors: [
			{
				messageId: "ahead",
				message: "Phase 2 is done (line 5), but depends on Phase 1 (line 3), which is in progress",
				line: 6,
				column: 17,
				endLine: 6,
				endColumn: 24,
			},
		],
	},
	{
		name: "reports a phase that was begun before what it depends on",
		text: plan("🟡 Planned", "🔄 In Progress"),
		errors: [{ messageId: "ahead", line: 6, column: 17, endLine: 6, endColumn: 24 }],
	},
	{
		name: "reads the boxes where there is no status",
		text: "# A\n\n### Phase 1: One\n- [x] a\n- [ ] b\n\n### Phase 2: Two\n**Depends on**: Phase 1\n- [x] c\n",
		errors: [{ messageId: "ahead", line: 8, column: 17, endLine: 8, endColumn: 24 }],
	},
	{
		name: "tells a range once",
		text: "# A\n\n### Phase 1: One 🟡 Planned\n\n### Phase 2: Two 🟡 Planned\n\n### Phase 3: Three ✅\n**Depends on**: Phases 1-2\n",
		errors: [{ messageId: "ahead", message: "Phase 1 (line 3)", line: 8, column: 17, endLine: 8, endColumn: 27 }],
	},
	{
		name: "compares with phases of other plans",
		documents: { "plans/store.md": "# Store\n\n### Phase 1: Write ✅\n\n### Phase 2: Read 🟡 Planned\n" },
		text: plan("✅", "✅", "[Store](store.md) Phases 1-2"),
		errors: [
			{
				messageId: "ahead",
				message: "Phase 2 of plans/store.md (line 5), which is planned",
				line: 6,
				column: 18,
				endLine: 6,
				endColumn: 45,
			},
		],
	},
	{
		name: "compares plans as a whole",
		documents: { "plans/store.md": "# Store\n\n**Status**: 🟡 Planned\n\n### Phase 1: Write\n" },
		text: "# A\n\n**Status**: 🔄 In Progress\n\n**Depends on**: [Store](store.md)\n\n### Phase 1: One\n",
		errors: [
			{
				messageId: "ahead",
				message: "The plan is in progress (line 3), but depends on plans/store.md (line 1)",
				line: 5,
				column: 18,
				endLine: 5,
				endColumn: 23,
			},
		],
	},
	{
		name: "takes an archived plan for finished",
		documents: { "plans/done/store.md": "# Store\n\n**Status**: 🟡 Planned\n\n### Phase 1: Write\n" },
		text: plan("✅", "✅", "[Store](done/store.md)"),
	},
	{
		name: "compares nothing with a status that contradicts itself",
		text: plan("🟡 Planned", "✅ In Progress").replace(
			"### Phase 2",
			"### Phase 3: Test ✅\n**Depends on**: Phase 2\n\n### Phase 2",
		),
	},
	{
		name: "compares a dropped plan with nothing, and a link to the plan itself neither",
		documents: { "plans/store.md": "# Store\n\n**Status**: 🚫 Dropped\n" },
		text: "# A\n\n**Status**: ✅ Done\n\n**Depends on**: [Store](store.md), [A](feature.md)\n\n### Phase 1: One\n",
	},
]);
