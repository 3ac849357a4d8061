import { testRule } from "../../../test/test-rule.js";
import rule from "./require-phase-fields.js";

const FIELDS = [
	"**Objective**: Keep values",
	"**Steps**:\n\n1. Write the store",
	"**Testing**: `npm test`",
	"**Deliverables**: `src/store.ts`",
];
const plan = (...parts: readonly string[]): string =>
	`# Cache Implementation Plan\n\n### Phase 1: Store\n\n${parts.join("\n\n")}\n`;
const without = (index: number): string => plan(...FIELDS.filter((_, at) => at !== index));
const inserted = (index: number, text: string): string =>
	plan(...FIELDS.map((field, at) => (at === index ? text : field)));
const PHASE = { messageId: "missing", line: 3, column: 1, endLine: 3, endColumn: 19 };

testRule(rule, [
	{ name: "is silent about a phase with every field", text: plan(...FIELDS) },
	{
		name: "takes every spelling, and a list for the steps",
		text: plan(
			"Goal: Keep values",
			"- Write the store",
			"#### Verification\n\n`npm test`",
			"#### Outputs\n\n- `src/store.ts`",
		),
	},
	...["Objective", "Testing", "Deliverables"].map((field) => ({
		name: `reports a missing ${field} and inserts it at its place`,
		text: without(["Objective", "Steps", "Testing", "Deliverables"].indexOf(field)),
		errors: [
			{
				...PHASE,
				message: `Phase 1 has no "${field}"`,
				suggestions: [
					{
						messageId: "insert",
						output: inserted(["Objective", "Steps", "Testing", "Deliverables"].indexOf(field), `**${field}**: TBD`),
					},
				],
			},
		],
	})),
	{
		name: "inserts steps as a list",
		text: without(1),
		errors: [{ ...PHASE, suggestions: [{ messageId: "insert", output: inserted(1, "**Steps**:\n\n1. TBD") }] }],
	},
	{
		name: "takes a list below a label of the team's own for the steps where it has an action in it",
		text: plan(
			"**Objective**: Keep values\n\n**Backend**:\n- Write the store\n\n**Testing**: `npm test`",
			"**Deliverables**: x",
		),
	},
	{
		name: "takes a list of things for no steps",
		text: plan(
			"**Objective**: Keep values\n\n**Target hardware**:\n- Flight computers\n\n**Testing**: `npm test`",
			"**Deliverables**: x",
		),
		errors: [
			{
				...PHASE,
				message: 'Phase 1 has no "Steps"',
				suggestions: [
					{
						messageId: "insert",
						output: plan(
							"**Objective**: Keep values\n\n**Steps**:\n\n1. TBD\n\n**Target hardware**:\n- Flight computers\n\n**Testing**: `npm test`",
							"**Deliverables**: x",
						),
					},
				],
			},
		],
	},
	{
		name: "inserts a heading among headings, with the line ends of the file",
		text: plan(
			"#### Objective\n\nKeep values",
			"#### Steps\n\n1. Write",
			"#### Deliverables\n\n- `src/store.ts`",
		).replaceAll("\n", "\r\n"),
		errors: [
			{
				...PHASE,
				suggestions: [
					{
						messageId: "insert",
						output: plan(
							"#### Objective\n\nKeep values",
							"#### Steps\n\n1. Write",
							"#### Testing\n\nTBD",
							"#### Deliverables\n\n- `src/store.ts`",
						).replaceAll("\n", "\r\n"),
					},
				],
			},
		],
	},
	{
		name: "does not tear lines that share a paragraph apart",
		text: plan("1. Write", "**Objective**: Keep values\n**Testing**: `npm test`"),
		errors: [
			{
				...PHASE,
				suggestions: [
					{
						messageId: "insert",
						output: plan("1. Write", "**Objective**: Keep values\n**Testing**: `npm test`", "**Deliverables**: TBD"),
					},
				],
			},
		],
	},
	{
		name: "takes for present what every task of the phase has",
		text: plan(
			"**Objective**: Keep values",
			"#### Task 1: Read\n\n- Open\n\n**Testing**: `a`\n\n**Deliverables**: `b`",
			"#### Task 2: Write\n\n- Close\n\n**Testing**: `c`\n\n**Deliverables**: `d`",
		),
	},
	{
		name: "leaves dropped phases alone",
		text: "# Cache Implementation Plan\n\n### Phase 1: Store 🚫\n\nNot needed.\n",
	},
	{
		name: "asks for the fields of a team's own template",
		settings: { template: { sections: [], fields: ["Why"] } },
		text: plan("**Why**: Starting is slow"),
	},
	{ name: "is silent in archives", filename: "plans/done/cache.md", text: without(0) },
]);
