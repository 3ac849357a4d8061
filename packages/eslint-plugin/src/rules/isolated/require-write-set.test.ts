import { testRule } from "../../../test/test-rule.js";
import rule from "./require-write-set.js";

const plan = (body: string): string => `# Cache Implementation Plan\n\n### Phase 1: Store\n\n${body}\n`;

testRule(rule, [
	{ name: "takes a files field", text: plan("**Files**: `src/store.ts`") },
	{
		name: "takes a path in a step or a deliverable",
		text: plan("**Steps**:\n\n1. Create `src/store.ts`\n\n### Phase 2: Map\n\n**Deliverables**: `src/map.ts`"),
	},
	{
		name: "takes what the tasks of a phase write",
		text: plan("#### Task 1: Types\n\n- Create `src/types.ts`\n\n#### Task 2: Talk"),
	},
	{ name: "leaves dropped phases alone", text: plan("**Status**: 🚫 Dropped") },
	{
		name: "reports a phase that only reads",
		text: plan("**Steps**:\n\n1. Read `src/store.ts`"),
		errors: [
			{
				messageId: "missing",
				line: 3,
				column: 11,
				endLine: 3,
				endColumn: 12,
				message: 'Phase 1 names no path that it creates, changes or deletes. List them in a field "Files".',
			},
		],
	},
]);
