import { testRule } from "../../../test/test-rule.js";
import rule from "./no-read-conflicts.js";

const plan = (second: string, third: string, dependencies = "Phase 1"): string =>
	`# Cache Implementation Plan\n\n### Phase 1: Store\n\n### Phase 2: Map\n**Depends on**: Phase 1\n\n**Steps**:\n1. ${second}\n\n### Phase 3: Search\n**Depends on**: ${dependencies}\n\n**Steps**:\n1. ${third}\n`;
const active = (title: string, step: string): string =>
	`# ${title} Implementation Plan\n\n**Status**: 🔄 In Progress\n\n### Phase 1: Work\n\n1. ${step}\n`;

testRule(rule, [
	{ name: "is silent where the phases are ordered", text: plan("Update `src/map.ts`", "Read `src/map.ts`", "Phase 2") },
	{
		name: "is silent in a plan that declares no order",
		text: plan("Update `src/map.ts`", "Read `src/map.ts`").replaceAll("**Depends on**: Phase 1\n\n", ""),
	},
	{
		name: "leaves what is created to no-undeclared-dependencies",
		text: plan("Create `src/map.ts`", "Read `src/map.ts`"),
	},
	{ name: "leaves shared surfaces alone", text: plan("Update `CHANGELOG.md`", "Read `CHANGELOG.md`") },
	{
		name: "reports the path that is read, and offers the order",
		text: plan("Update `src/map.ts`", "Read `src/map.ts`"),
		errors: [
			{
				messageId: "changing",
				message: "Phase 3 reads `src/map.ts`, which Phase 2 (line 9) changes",
				line: 15,
				column: 10,
				endLine: 15,
				endColumn: 20,
				suggestions: [
					{ messageId: "depend", output: plan("Update `src/map.ts`", "Read `src/map.ts`", "Phase 1, Phase 2") },
				],
			},
		],
	},
	{
		name: "offers nothing where the other phase stands further down",
		text: plan("Read `src/map.ts`", "Delete `src/map.ts`"),
		errors: [
			{ messageId: "changing", message: "Phase 3 (line 15) deletes", line: 9, column: 10, endLine: 9, endColumn: 20 },
		],
	},
	{
		name: "reports what another plan that has begun changes",
		filename: "plans/search.md",
		text: active("Search", "Read `src/map.ts`"),
		documents: { "plans/map.md": active("Map", "Update `src/map.ts`") },
		errors: [
			{
				messageId: "changing",
				message: "Phase 1 (`plans/map.md`, line 7) changes",
				line: 7,
				column: 10,
				endLine: 7,
				endColumn: 20,
				suggestions: [
					{
						messageId: "depend",
						output: active("Search", "Read `src/map.ts`").replace(
							"Work\n",
							"Work\n\n**Depends on**: [Map](map.md) Phase 1\n",
						),
					},
				],
			},
		],
	},
	{
		name: "is silent about plans that have not begun",
		text: active("Search", "Read `src/map.ts`"),
		documents: { "plans/map.md": active("Map", "Update `src/map.ts`").replace("🔄 In Progress", "🟡 Planned") },
	},
	{
		name: "tells a path that many plans change once, with the first of them",
		filename: "plans/search.md",
		text: active("Search", "Read `src/map.ts`"),
		documents: Object.fromEntries(
			["a", "b", "c", "d"].map((name) => [`plans/${name}.md`, active(name, "Update `src/map.ts`")]),
		),
		errors: [
			{
				messageId: "changing",
				message:
					"Phase 1 reads `src/map.ts`, which Phase 1 (`plans/a.md`, line 7), Phase 1 (`plans/b.md`, line 7), Phase 1 (`plans/c.md`, line 7) and 1 more plan change; nothing orders them.",
				line: 7,
				column: 10,
				endLine: 7,
				endColumn: 20,
			},
		],
	},
]);
