import { testRule } from "../../../test/test-rule.js";
import rule from "./actionable-steps.js";

const plan = (...steps: string[]): string =>
	`# Cache Implementation Plan\n\n### Phase 1: Store\n**Steps**:\n${steps.map((step, at) => `${at + 1}. ${step}\n`).join("")}`;

testRule(rule, [
	{
		name: "is silent about steps that say what to do",
		text: plan("Create `src/store.ts`", "Remove the old cache", "Test with various keys: 1 and 2"),
	},
	{
		name: "reports a step that decides",
		text: plan("Decide where the store lies"),
		errors: [{ messageId: "undecided", message: '("Decide")', line: 5, column: 4, endLine: 5, endColumn: 10 }],
	},
	{
		name: "reports alternatives and questions",
		text: plan("Use either Redis or a file", "Move the store to the server?"),
		errors: [
			{ messageId: "undecided", line: 5, column: 8, endLine: 5, endColumn: 23 },
			{ messageId: "undecided", line: 6, column: 32, endLine: 6, endColumn: 33 },
		],
	},
	{
		name: "reports vague words in a step with nothing concrete in it",
		text: plan("Add indexes as needed", "Add indexes to `orders` as needed"),
		errors: [{ messageId: "vague", message: '"as needed"', line: 5, column: 16, endLine: 5, endColumn: 25 }],
	},
	{
		name: "reports a step without an action among steps that have one",
		text: plan("Create the store", "Add the map", "Write the docs", "Database schema"),
		errors: [
			{ messageId: "noAction", message: '"Database schema" in Phase 1', line: 8, column: 4, endLine: 8, endColumn: 19 },
		],
	},
	{
		name: "asks no action of steps that are a list of parts, or in another language",
		text: plan("Database schema", "Codec", "Karte zeichnen", "Create the store"),
	},
	{
		name: "takes a team's own words",
		options: { undecided: ["klären"], vague: ["usw"] },
		text: plan("Klären, ob Karte oder Liste", "Decide where", "Karten, Listen usw"),
		errors: [{ messageId: "undecided", line: 5, column: 4, endLine: 5, endColumn: 10 }],
	},
	{
		name: "leaves what is ticked or done alone",
		text: "# Cache\n\n### Phase 1: Store\n- [x] Decide where\n\n### Phase 2: Map ✅\n1. Decide where\n",
	},
]);
