import { testRule } from "../../../test/test-rule.js";
import rule from "./no-undeclared-dependencies.js";

const plan = (second: string, third: string, dependencies = "Phase 1"): string =>
	`# Cache Implementation Plan\n\n### Phase 1: Store\n\n### Phase 2: Map\n**Depends on**: Phase 1\n\n**Steps**:\n1. ${second}\n\n### Phase 3: Search\n**Depends on**: ${dependencies}\n\n**Steps**:\n1. ${third}\n`;

testRule(rule, [
	{
		name: "is silent where the dependency is declared",
		text: plan("Create `src/map.ts`", "Use `src/map.ts`, which needs Phase 2", "Phase 2"),
	},
	{ name: "is silent where it follows from others", text: plan("Draw", "Requires Phase 1", "Phase 2") },
	{
		name: "is silent in a plan that declares no order",
		text: plan("Create `src/map.ts`", "Use `src/map.ts`").replaceAll("**Depends on**: Phase 1\n\n", ""),
	},
	{ name: "takes a mention for no need", text: plan("Draw", "Like Phase 2, without the map") },
	{
		name: "reports a phase that is said to be needed",
		text: plan("Draw", "Search what needs Phase 2"),
		errors: [
			{
				messageId: "mentioned",
				message: 'Phase 3 says that it needs Phase 2 ("Phase 2")',
				line: 15,
				column: 22,
				endLine: 15,
				endColumn: 29,
				suggestions: [{ messageId: "depend", output: plan("Draw", "Search what needs Phase 2", "Phase 1, Phase 2") }],
			},
		],
	},
	{
		name: "reports a path that another phase creates",
		text: plan("Create `src/map.ts`", "Use `src/map.ts`", "None"),
		errors: [
			{
				messageId: "created",
				message: "Phase 3 uses `src/map.ts`, which Phase 2 (line 9) creates",
				line: 15,
				column: 9,
				endLine: 15,
				endColumn: 19,
				suggestions: [{ messageId: "depend", output: plan("Create `src/map.ts`", "Use `src/map.ts`", "Phase 2") }],
			},
		],
	},
	{
		name: "reports two phases once",
		text: plan("Create `src/map.ts`", "Use `src/map.ts`, which needs Phase 2"),
		errors: [
			{
				messageId: "mentioned",
				line: 15,
				column: 34,
				endLine: 15,
				endColumn: 41,
				suggestions: [
					{
						messageId: "depend",
						output: plan("Create `src/map.ts`", "Use `src/map.ts`, which needs Phase 2", "Phase 1, Phase 2"),
					},
				],
			},
		],
	},
	{
		name: "offers nothing where the phase stands further down",
		text: plan("Draw what requires Phase 3", "Search"),
		errors: [{ messageId: "mentioned", line: 9, column: 23, endLine: 9, endColumn: 30 }],
	},
	{
		name: "reports what another plan creates, between plans that have not begun only where asked to",
		options: { checkUnstartedPlans: true },
		text: "# Search Implementation Plan\n\n### Phase 1: Work\n\n1. Use `src/map.ts`\n",
		documents: { "plans/map.md": "# Map Implementation Plan\n\n### Phase 1: Work\n\n1. Create `src/map.ts`\n" },
		errors: [
			{
				messageId: "created",
				message: "`plans/map.md`, line 5",
				line: 5,
				column: 9,
				endLine: 5,
				endColumn: 19,
				suggestions: [
					{
						messageId: "depend",
						output:
							"# Search Implementation Plan\n\n### Phase 1: Work\n\n**Depends on**: [Map](map.md) Phase 1\n\n1. Use `src/map.ts`\n",
					},
				],
			},
		],
	},
]);
