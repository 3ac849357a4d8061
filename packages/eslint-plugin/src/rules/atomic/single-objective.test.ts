import { testRule } from "../../../test/test-rule.js";
import rule from "./single-objective.js";

const phase = (objective: string, heading = "### Phase 1: Store"): string =>
	`# Cache Implementation Plan\n\n${heading}\n${objective}\n`;

testRule(rule, [
	{ name: "is silent about one objective", text: phase("**Objective**: Keep readings on disk") },
	{ name: "is silent about a phase without an objective", text: phase("") },
	{
		name: "takes one thing that is made and checked for one",
		text: phase("**Objective**: Build the store and verify that it keeps readings"),
	},
	{ name: "takes joined things of one action for one", text: phase("**Objective**: Build the store and the map") },
	{
		name: "reports the second objective",
		text: phase("**Objective**: Document the store and remove the old cache"),
		errors: [
			{
				messageId: "several",
				message: 'Phase 1 has 2 objectives: "Document the store" and "remove the old cache"',
				line: 4,
				column: 39,
				endLine: 4,
				endColumn: 59,
			},
		],
	},
	{
		name: "reports a second sentence that is an objective of its own",
		text: phase("**Objective**: Move the store. Deploy `map`. It is big."),
		errors: [{ messageId: "several", line: 4, column: 32, endLine: 4, endColumn: 43 }],
	},
	{
		name: "reports a list of objectives",
		text: phase("**Objectives**:\n- Fast reads\n- Small files"),
		errors: [
			{ messageId: "listed", message: "Phase 1 lists 2 objectives", line: 4, column: 3, endLine: 4, endColumn: 13 },
		],
	},
	{
		name: "takes the goals of a document that is one phase for the document's",
		text: "# Phase 1: Store\n\n## Objectives\n- Fast reads\n- Small files\n",
	},
	{
		name: "takes a list of one for one objective",
		text: phase("**Objectives**:\n- Document the store"),
	},
	{
		name: "takes a list below an objective for its details",
		text: phase("**Objective**: Keep readings on disk\n- Fast reads\n- Small files"),
	},
	{
		name: "leaves dropped phases alone",
		text: phase("**Objective**: Document the store and remove the old cache", "### Phase 1: Store 🚫"),
	},
	{
		name: "leaves finished phases alone",
		text: phase("**Objective**: Document the store and remove the old cache", "### Phase 1: Store ✅"),
	},
]);
