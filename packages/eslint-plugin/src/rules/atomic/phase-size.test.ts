import { testRule } from "../../../test/test-rule.js";
import rule from "./phase-size.js";

const steps = (count: number): string =>
	Array.from({ length: count }, (_, at) => `${at + 1}. Move part ${at + 1}\n`).join("");
const plan = (body: string, heading = ""): string =>
	`# Cache Implementation Plan\n\n### Phase 1: Store${heading}\n${body}\n`;

testRule(rule, [
	{
		name: "is silent about eight steps in two weeks",
		text: plan(`**Estimate**: 1-2 weeks\n\n**Steps**:\n${steps(8)}`),
	},
	{
		name: "reports nine steps at the label of the field",
		text: plan(`**Steps**:\n${steps(9)}`),
		errors: [
			{ messageId: "steps", message: "Phase 1 has 9 steps, more than 8", line: 4, column: 3, endLine: 4, endColumn: 8 },
		],
	},
	{
		name: "reports nine boxes at the number of the phase",
		text: plan("- [ ] Move a part\n".repeat(9)),
		errors: [{ messageId: "steps", line: 3, column: 11, endLine: 3, endColumn: 12 }],
	},
	{ name: "takes bullets without a label for no steps", text: plan("- A reason\n".repeat(9)) },
	{ name: "counts no step that is set aside", text: plan(`**Steps**:\n${steps(8)}9. Draw the map (optional)\n`) },
	{
		name: "reports an estimate whose upper end is over two weeks",
		text: plan("", " (2-3 weeks)"),
		errors: [
			{
				messageId: "estimate",
				message: '"2-3 weeks", more than 2 weeks',
				line: 3,
				column: 21,
				endLine: 3,
				endColumn: 30,
			},
		],
	},
	{
		name: "takes a fortnight of days, and what says nothing about time, for no more than two weeks",
		text: plan("**Estimate**: 14 days\n\n### Phase 2: Map (5 sessions)"),
	},
	{
		name: "takes other limits",
		options: { steps: 1, weeks: 1 },
		text: plan(`**Estimate**: 2 weeks\n\n**Steps**:\n${steps(2)}`),
		errors: [
			{ messageId: "estimate", message: "more than 1 week.", line: 4, column: 15, endLine: 4, endColumn: 22 },
			{ messageId: "steps", line: 6, column: 3, endLine: 6, endColumn: 8 },
		],
	},
	{
		name: "allows anything where a limit is 0",
		options: { steps: 0, weeks: 0 },
		text: plan(`**Estimate**: 2 months\n\n**Steps**:\n${steps(20)}`),
	},
	{ name: "leaves finished phases alone", text: plan(`**Steps**:\n${steps(9)}`, " ✅") },
	{ name: "leaves dropped phases alone", text: plan(`**Steps**:\n${steps(9)}`, " 🚫 (3 weeks)") },
	{
		name: "compares no limit with what says nothing about time",
		options: { weeks: 1 },
		text: plan("", " (9 sessions)"),
	},
]);
