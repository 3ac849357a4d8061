import { testRule } from "../../../test/test-rule.js";
import rule from "./runnable-testing.js";

const plan = (body: string): string => `# Cache Implementation Plan\n\n### Phase 1: Store\n\n${body}\n`;

testRule(rule, [
	{ name: "takes a command", text: plan("**Testing**: Run `npm test`") },
	{ name: "takes what is to be seen", text: plan("**Testing**: The map shows each parcel") },
	{ name: "leaves a field that is not there to others", text: plan("**Objective**: x\n\n**Testing**:") },
	{ name: "leaves dropped phases alone", text: plan("**Status**: 🚫 Dropped\n\n**Testing**: As needed") },
	{
		name: "reports words that fit every test",
		text: plan("**Testing**:\n\n- [ ] Unit tests\n- [ ] Verify that everything works as expected"),
		errors: [{ messageId: "vague", line: 5, column: 3, endLine: 5, endColumn: 10, message: '"Testing" of Phase 1' }],
	},
	{
		name: "knows other labels, and sub-headings",
		settings: { template: "free" },
		text: plan("#### Verification:\n\nManual testing"),
		errors: [{ messageId: "vague", line: 5, column: 6, endLine: 5, endColumn: 18, message: '"Verification"' }],
	},
]);
