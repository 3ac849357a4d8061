import { testRule } from "../../../test/test-rule.js";
import rule from "./no-swallowed-phases.js";

const open =
	"# Cache Implementation Plan\n\n### Phase 1: Store\n\n```sh\nnpm test\n\n### Phase 2: Eviction\n\n- Count the reads\n";

const outOfStep = `${open}\n\`\`\`\ntree\n\`\`\`\n\n### Phase 3: Statistics\n`;

testRule(rule, [
	{ name: "is silent about fences that are closed", text: open.replace("npm test\n", "npm test\n```\n") },
	{
		name: "reports a phase in a fence that is never closed, and closes it",
		text: open,
		errors: [
			{
				messageId: "swallowed",
				message: "Phase 2 is read as code: the fence of line 5",
				line: 8,
				column: 5,
				endLine: 8,
				endColumn: 22,
				suggestions: [{ messageId: "close", output: open.replace("npm test\n", "npm test\n```\n") }],
			},
		],
	},
	{
		name: "names the fence with which the accident began",
		text: outOfStep,
		errors: [
			{
				messageId: "swallowed",
				line: 8,
				column: 5,
				endLine: 8,
				endColumn: 22,
				suggestions: [{ messageId: "close", output: outOfStep.replace("npm test\n", "npm test\n```\n") }],
			},
			{
				messageId: "outOfStep",
				message: "out of step since line 5",
				line: 16,
				column: 5,
				endLine: 16,
				endColumn: 24,
			},
		],
	},
	{
		name: "leaves Markdown alone that is shown on purpose",
		text: "# Cache Implementation Plan\n\n### Phase 1: Store\n\n````markdown\n### Phase 2: Eviction\n````\n\n### Phase 3: Statistics\n",
	},
]);
