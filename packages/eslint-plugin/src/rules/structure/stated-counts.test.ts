import { testRule } from "../../../test/test-rule.js";
import rule from "./stated-counts.js";

const PHASES = "\n## Phase 0: A\n\nText\n\n## Phase 1: B\n\nText\n\n## Phase 2: C\n\nText\n";

testRule(rule, [
	{ name: "is silent about the right number", text: `# A\n\nAcross 3 phases, in all three phases.\n${PHASES}` },
	{
		name: "reports a wrong number at the number",
		text: `# A\n\n**Effort**: 20 hours across 2 phases\n${PHASES}`,
		errors: [
			{
				messageId: "wrong",
				line: 3,
				column: 29,
				endLine: 3,
				endColumn: 30,
				message: 'says "2 phases", but it has 3: Phase 0 to Phase 2',
			},
		],
	},
	{
		name: "reads words",
		text: `# A\n${PHASES}\n## Done\n\n- [ ] All four phases are done\n`,
		errors: [{ messageId: "wrong", line: 17, column: 11, endLine: 17, endColumn: 15 }],
	},
	{ name: "leaves another word alone", text: `# A\n\nAll 7 tasks are small.\n${PHASES}` },
	{
		name: "leaves the phases of something else alone",
		text: `# A\n\nA two-phase commit. Effort: 9 hours (2 phases). All 5 phases of the importer stay.\n${PHASES}`,
	},
	{
		name: "leaves a number alone that counts what was not dropped",
		text: `# A\n\nAll 3 phases\n${PHASES}\n## Phase 3: D 🚫\n`,
	},
	{
		name: "says nothing where a phase could not be read",
		text: `# A\n\nAll 4 phases\n${PHASES}\n## Phase Three: D\n\nText\n`,
	},
	{
		name: "says nothing where a fence swallowed phases",
		text: `# A\n\nAll 4 phases\n${PHASES}\n\`\`\`sh\nmake\n\n## Phase 3: D\n\nText\n`,
	},
	{
		name: "counts the phases, not the steps in them",
		text: `# A\n\nAll 3 phases\n${PHASES}\n### Step 1: a\n\n### Step 2: b\n\n### Step 3: c\n\n### Step 4: d\n`,
	},
	{
		name: "does not take the number of steps for that of phases",
		text: `# A\n\nAll 7 phases\n${PHASES}\n### Step 1: a\n\n### Step 2: b\n\n### Step 3: c\n\n### Step 4: d\n`,
		errors: [{ messageId: "wrong", line: 3, column: 5, endLine: 3, endColumn: 6 }],
	},
	{ name: "says nothing without phases", text: "# A\n\n**Status**: Planned\n\nAll 4 phases\n" },
]);
