import { testRule } from "../../../test/test-rule.js";
import rule from "./atomic-title.js";

const plan = (...titles: string[]): string =>
	`# Cache Implementation Plan\n${titles.map((title, at) => `\n### Phase ${at + 1}: ${title}\n`).join("")}`;

testRule(rule, [
	{
		name: "is silent about titles that name one thing",
		text: plan("Store", "CI/CD pipeline", "Loader for CSV and JSON"),
	},
	{
		name: "reports the word that joins",
		text: plan("Testing and Documentation"),
		errors: [
			{
				messageId: "joined",
				message: 'joins "Testing" and "Documentation"',
				line: 3,
				column: 22,
				endLine: 3,
				endColumn: 25,
			},
		],
	},
	{
		name: "reports the sign that joins, behind marks and in emphasis",
		text: "# Cache\n\n### 🟡 Phase 1: **Store** & Map (2 days)\n",
		errors: [
			{ messageId: "joined", message: 'joins "Store" and "Map"', line: 3, column: 27, endLine: 3, endColumn: 28 },
		],
	},
	{
		name: "reports each title once",
		text: plan("Store, map and search", "Store + map + search"),
		errors: [
			{ messageId: "joined", line: 3, column: 25, endLine: 3, endColumn: 28 },
			{ messageId: "joined", line: 5, column: 20, endLine: 5, endColumn: 21 },
		],
	},
	{
		name: "takes the words that a team joins with",
		options: { joiners: ["og"] },
		text: plan("Lager og kort", "Store and map"),
		errors: [{ messageId: "joined", line: 3, column: 20, endLine: 3, endColumn: 22 }],
	},
	{ name: "leaves finished and dropped phases alone", text: plan("Store and Map ✅", "Map & Search (deferred)") },
]);
