import { testRule } from "../../../test/test-rule.js";
import rule from "./no-dependency-cycles.js";

function plan(...dependencies: readonly string[]): string {
	return `# Feature\n${dependencies.map((line, index) => `\n### Phase ${index + 1}: Part ${index + 1}\n**Depends on**: ${line}\n`).join("")}`;
}

testRule(rule, [
	{ name: "is silent on a plan in order", text: plan("None", "Phase 1", "Phases 1-2") },
	{ name: "leaves a phase that depends on itself to valid-dependencies", text: plan("None", "Phase 2") },
	{
		name: "reports phases that wait for each other, once, with the path",
		text: plan("Phase 3", "Phase 1", "Phase 2"),
		errors: [
			{
				messageId: "phases",
				message: "Phase 1 (line 3) → Phase 3 (line 9) → Phase 2 (line 6) → Phase 1 (line 3)",
				line: 4,
				column: 17,
				endLine: 4,
				endColumn: 24,
			},
		],
	},
	{
		name: "reports two circles that have nothing in common",
		text: plan("Phase 2", "Phase 1", "Phase 4", "Phase 3"),
		errors: [
			{ messageId: "phases", line: 4, column: 17, endLine: 4, endColumn: 24 },
			{ messageId: "phases", line: 10, column: 17, endLine: 10, endColumn: 24 },
		],
	},
	{
		name: "reports a circle across plans at this plan's own edge",
		documents: { "plans/store.md": plan("None", "[Feature](feature.md) Phase 2") },
		text: plan("[Store](store.md) Phase 2", "Phase 1"),
		errors: [
			{
				messageId: "plans",
				message:
					"Phase 1 of plans/feature.md (line 3) → Phase 2 of plans/store.md (line 6) → Phase 2 of plans/feature.md (line 6) → Phase 1 of plans/feature.md (line 3)",
				line: 4,
				column: 18,
				endLine: 4,
				endColumn: 42,
			},
		],
	},
	{
		name: "is silent on plans that wait for different phases of each other",
		documents: { "plans/store.md": plan("[Feature](feature.md) Phase 1", "None") },
		text: plan("[Store](store.md) Phase 2", "None"),
	},
	{
		name: "reports plans that wait for each other as a whole",
		documents: { "plans/store.md": "# Store\n\n**Depends on**: [Feature](feature.md)\n" },
		text: "# Feature\n\n**Depends on**: [Store](store.md)\n\n### Phase 1: A\n\n### Phase 2: B\n",
		errors: [
			{
				messageId: "plans",
				message: "plans/feature.md → plans/store.md → plans/feature.md",
				line: 3,
				column: 18,
				endLine: 3,
				endColumn: 23,
			},
		],
	},
	{
		name: "reports a phase that waits for a plan that waits for it",
		documents: { "plans/store.md": plan("None", "[Feature](feature.md) Phase 1") },
		text: plan("[Store](store.md)", "None"),
		errors: [
			{
				messageId: "plans",
				message: "Phase 1 of plans/feature.md (line 3) → Phase 2 of plans/store.md (line 6) →",
				line: 4,
				column: 18,
				endLine: 4,
				endColumn: 23,
			},
		],
	},
	{
		name: "reports a longer circle once",
		documents: {
			"plans/b.md": plan("[C](c.md) Phase 1"),
			"plans/c.md": plan("[Feature](feature.md) Phase 1"),
			"plans/d.md": plan("[B](b.md)"),
		},
		text: plan("[B](b.md) Phase 1"),
		errors: [
			{
				messageId: "plans",
				message: "plans/b.md (line 3) → Phase 1 of plans/c.md (line 3) →",
				line: 4,
				column: 18,
				endLine: 4,
				endColumn: 34,
			},
		],
	},
	{
		name: "is silent on a plan that only leads into a circle",
		documents: { "plans/b.md": plan("[C](c.md)"), "plans/c.md": plan("[B](b.md)") },
		text: plan("[B](b.md)"),
	},
	{
		name: "leaves archived plans out",
		documents: { "plans/done/store.md": plan("[Feature](../feature.md) Phase 1") },
		text: plan("[Store](done/store.md) Phase 1"),
	},
]);
