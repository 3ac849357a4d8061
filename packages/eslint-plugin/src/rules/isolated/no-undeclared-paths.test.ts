import { testRule } from "../../../test/test-rule.js";
import rule from "./no-undeclared-paths.js";

const plan = (files: string, steps: string, heading = "### Phase 1: Store"): string =>
	`# Cache Implementation Plan\n\n${heading}\n\n${files}\n\n**Steps**:\n\n${steps}\n`;

testRule(rule, [
	{
		name: "is silent where the files are listed",
		text: plan(
			"**Files**: `src/store.ts`, `test/`",
			"1. Create `store.ts`\n2. Add `test/store.test.ts`\n3. See `src/old.ts`",
		),
	},
	{ name: "is silent without a files field", text: plan("**Objective**: Keep positions", "1. Create `src/store.ts`") },
	{
		name: "leaves finished work alone",
		text: plan("**Files**: `src/store.ts`", "1. Create `src/map.ts`", "### Phase 1: Store ✅"),
	},
	{
		name: "adds to a list of files, once for a path",
		text: plan("**Files**:\n- Create: `src/store.ts`", "1. Create `src/map.ts`\n2. Extend `src/map.ts`").replaceAll(
			"\n",
			"\r\n",
		),
		errors: [
			{
				messageId: "undeclared",
				line: 10,
				column: 12,
				endLine: 10,
				endColumn: 22,
				message: 'A step of Phase 1 creates "src/map.ts", and "Files" (line 5) does not list it.',
				suggestions: [
					{
						messageId: "add",
						output: plan(
							"**Files**:\n- Create: `src/store.ts`\n- Create: `src/map.ts`",
							"1. Create `src/map.ts`\n2. Extend `src/map.ts`",
						).replaceAll("\n", "\r\n"),
					},
				],
			},
		],
	},
	{
		name: "adds to a line of files",
		settings: { template: "free" },
		text: plan("Files: `src/store.ts`", "- [ ] Update `src/map.ts`"),
		errors: [
			{
				messageId: "undeclared",
				line: 9,
				column: 15,
				endLine: 9,
				endColumn: 25,
				suggestions: [
					{ messageId: "add", output: plan("Files: `src/store.ts`, `src/map.ts`", "- [ ] Update `src/map.ts`") },
				],
			},
		],
	},
	{
		name: "leaves the place open where the field is prose",
		text: plan("**Files**: `src/store.ts` and what it needs", "1. Delete `src/map.ts`"),
		errors: [{ messageId: "undeclared", line: 9, column: 12, endLine: 9, endColumn: 22, message: "deletes" }],
	},
]);
