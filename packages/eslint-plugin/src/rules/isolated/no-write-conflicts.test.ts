import { testRule } from "../../../test/test-rule.js";
import rule from "./no-write-conflicts.js";

const plan = (title: string, status: string, files: string): string =>
	`# ${title} Implementation Plan\n\n**Status**: ${status}\n\n### Phase 1: One\n\n**Files**:\n${files}\n`;
const diamond = (second: string, third: string, depends = "Phase 1"): string =>
	`# Cache\n\n### Phase 1: Store\n\n**Depends on**: None\n\n### Phase 2: Reads\n\n**Depends on**: Phase 1\n\n**Files**:\n${second}\n\n### Phase 3: Writes\n\n**Depends on**: ${depends}\n\n**Files**:\n${third}\n`;

testRule(rule, [
	{
		name: "reports two concurrent phases that create one file, at the later one",
		text: diamond("- Create: `src/cache.ts`", "- Create: `src/cache.ts`"),
		errors: [
			{
				messageId: "certain",
				message: "Phase 3 creates `src/cache.ts`, and so does Phase 2 (line 12)",
				line: 19,
				column: 12,
				endLine: 19,
				endColumn: 24,
				suggestions: [
					{
						messageId: "depend",
						output: diamond("- Create: `src/cache.ts`", "- Create: `src/cache.ts`", "Phase 1, Phase 2"),
					},
				],
			},
		],
	},
	{
		name: "tells two phases once, and says what each does",
		text: diamond("- Create: `src/cache.ts`\n- Modify: `src/store.ts`", "- Modify: `src/**`"),
		errors: [
			{
				messageId: "likely",
				message: "Phase 3 changes `src/cache.ts`, and Phase 2 (line 12) creates it (and 1 more path)",
				line: 20,
				column: 12,
				endLine: 20,
				endColumn: 18,
				suggestions: [
					{
						messageId: "depend",
						output: diamond(
							"- Create: `src/cache.ts`\n- Modify: `src/store.ts`",
							"- Modify: `src/**`",
							"Phase 1, Phase 2",
						),
					},
				],
			},
		],
	},
	{
		name: "is silent where a dependency orders the two",
		text: diamond("- Create: `src/cache.ts`", "- Modify: `src/cache.ts`", "Phase 2"),
	},
	{
		name: "takes phases without any dependency for ordered as written",
		text: "# A\n\n### Phase 1: One\n\n**Files**: `src/a.ts`\n\n### Phase 2: Two\n\n**Files**: `src/a.ts`\n",
	},
	{
		name: "lets many phases touch shared surfaces",
		text: diamond(
			"- `pnpm-lock.yaml`\n- `src/index.ts`\n- `CHANGELOG.md`",
			"- `pnpm-lock.yaml`\n- `src/index.ts`\n- `CHANGELOG.md`",
		),
	},
	{
		name: "takes the shared surfaces of the config in place of its own",
		settings: { sharedSurfaces: ["src/routes/**"] },
		text: diamond("- `src/routes/a.ts`\n- `src/index.ts`", "- `src/routes/a.ts`\n- `src/index.ts`"),
		errors: [
			{
				messageId: "likely",
				message: "`src/index.ts`",
				line: 21,
				column: 4,
				endLine: 21,
				endColumn: 16,
				suggestions: [
					{
						messageId: "depend",
						output: diamond(
							"- `src/routes/a.ts`\n- `src/index.ts`",
							"- `src/routes/a.ts`\n- `src/index.ts`",
							"Phase 1, Phase 2",
						),
					},
				],
			},
		],
	},
	{
		name: "reports two plans that create one file, with the dependency that orders them",
		filename: "plans/b.md",
		documents: { "plans/a.md": plan("Search", "Planned", "- Create: `src/a.ts`") },
		text: plan("Cache", "Planned", "- Create: `src/a.ts`"),
		errors: [
			{
				messageId: "certain",
				message: "Phase 1 (`plans/a.md`, line 8)",
				line: 8,
				column: 12,
				endLine: 8,
				endColumn: 20,
				suggestions: [
					{
						messageId: "depend",
						output: plan("Cache", "Planned", "- Create: `src/a.ts`").replace(
							"Phase 1: One\n",
							"Phase 1: One\n\n**Depends on**: [Search](a.md) Phase 1\n",
						),
					},
				],
			},
		],
	},
	{
		name: "reports it in the other plan, too, where there is nothing to add",
		filename: "plans/a.md",
		documents: { "plans/b.md": plan("Search", "Planned", "- Create: `src/a.ts`") },
		text: plan("Cache", "Planned", "- Create: `src/a.ts`"),
		errors: [
			{
				messageId: "certain",
				message: "Let Phase 1 of `plans/b.md` depend on Phase 1",
				line: 8,
				column: 12,
				endLine: 8,
				endColumn: 20,
			},
		],
	},
	{
		name: "tells weaker conflicts only of plans that have begun",
		filename: "plans/a.md",
		documents: { "plans/b.md": plan("Search", "Planned", "- Modify: `src/a.ts`") },
		text: plan("Cache", "In Progress", "- Modify: `src/a.ts`"),
	},
	{
		name: "tells them of every open plan where asked to",
		options: { checkUnstartedPlans: true },
		filename: "plans/a.md",
		documents: { "plans/b.md": plan("Search", "Planned", "- Modify: `src/a.ts`") },
		text: plan("Cache", "In Progress", "- Modify: `src/a.ts`"),
		errors: [{ messageId: "likely", line: 8, column: 12, endLine: 8, endColumn: 20 }],
	},
	{
		name: "leaves out plans that are done, dropped or archived, and ticked work",
		filename: "plans/a.md",
		documents: {
			"plans/b.md": plan("B", "Done", "- Create: `src/a.ts`"),
			"plans/c.md": plan("C", "Cancelled", "- Create: `src/a.ts`"),
			"plans/archive/d.md": plan("D", "Planned", "- Create: `src/a.ts`"),
			"plans/e.md": plan("E", "In Progress", "- [x] Create: `src/a.ts`\n- [ ] Create: `src/e.ts`"),
		},
		text: plan("Cache", "Planned", "- Create: `src/a.ts`"),
	},
	{
		name: "is silent where a dependency on the other plan orders them",
		filename: "plans/b.md",
		documents: { "plans/a.md": plan("Search", "Planned", "- Create: `src/a.ts`") },
		text: plan("Cache", "Planned", "- Create: `src/a.ts`").replace(
			"**Status**",
			"**Depends on**: [Search](a.md)\n\n**Status**",
		),
	},
	{
		name: "tells a path that many plans write once, with the first of them",
		filename: "plans/c.md",
		documents: Object.fromEntries(
			["a", "b", "d", "e", "f"].map((name) => [
				`plans/${name}.md`,
				plan(name, "Planned", "- Create: `src/a.ts`\n- Create: `src/b.ts`"),
			]),
		),
		text: plan("Cache", "Planned", "- Create: `src/a.ts`\n- Create: `src/b.ts`"),
		errors: [
			{
				messageId: "crowd",
				message:
					"Phase 1 creates `src/a.ts`, which 5 other plans write, too (and 1 more path): Phase 1 (`plans/a.md`, line 8), Phase 1 (`plans/b.md`, line 8), Phase 1 (`plans/d.md`, line 8) and 2 more plans; nothing orders them, and they collide.",
				line: 8,
				column: 12,
				endLine: 8,
				endColumn: 20,
			},
		],
	},
	{
		name: "lets each package have a file of that name",
		filename: "packages/x/plans/a.md",
		documents: { "packages/y/plans/b.md": plan("Search", "Planned", "- Create: `src/a.ts`") },
		tracked: ["packages/x/src/x.ts", "packages/y/src/y.ts"],
		text: plan("Cache", "Planned", "- Create: `src/a.ts`"),
	},
	{
		name: "finds the file that another folder of plans names from the root",
		filename: "packages/x/plans/a.md",
		documents: { "plans/b.md": plan("Search", "Planned", "- Create: `packages/x/src/a.ts`") },
		tracked: ["packages/x/src/x.ts", "packages/y/src/y.ts"],
		text: plan("Cache", "Planned", "- Create: `src/a.ts`"),
		errors: [
			{
				messageId: "certain",
				message: "Phase 1 creates `packages/x/src/a.ts`, and so does Phase 1 (`plans/b.md`, line 8)",
				line: 8,
				column: 12,
				endLine: 8,
				endColumn: 20,
			},
		],
	},
]);
