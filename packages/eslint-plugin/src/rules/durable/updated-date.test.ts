import type { InMemory } from "../../../test/documents-in-memory.js";
import { testRule } from "../../../test/test-rule.js";
import rule from "./updated-date.js";

const plan = (date: string, text = "A store."): string => `# Cache\n\n**Last Updated**: ${date}\n\n${text}\n`;
const today: InMemory["today"] = { year: 2026, month: 3, day: 7 };
const base = { "plans/feature.md": plan("2026-03-02") };

testRule(rule, [
	{ today, name: "is silent about a plan that is as it was", base, text: plan("2026-03-02") },
	{ today, name: "is silent about white space", base, text: plan("2026-03-02", "A  store.\n") },
	{ today, name: "is silent about a date that changed", base, text: plan("2026-03-05", "An index.") },
	{
		today,
		name: "is silent about a plan that changes twice on one day",
		base: { "plans/feature.md": plan("2026-03-07") },
		text: plan("2026-03-07", "An index."),
	},
	{
		today,
		name: "reports a date that did not change with the plan",
		base,
		text: plan("2026-03-02", "An index."),
		errors: [
			{
				messageId: "unchanged",
				message: '"Last Updated" was 2026-03-02 at HEAD and still is',
				line: 3,
				column: 19,
				endLine: 3,
				endColumn: 29,
				suggestions: [{ messageId: "today", output: plan("2026-03-07", "An index.") }],
			},
		],
	},
	{
		today,
		name: "writes the date in its own form",
		base: { "plans/feature.md": plan("June 23, 2025 - First milestone") },
		text: plan("June 23, 2025 - First milestone", "An index."),
		errors: [
			{
				messageId: "unchanged",
				line: 3,
				column: 19,
				endLine: 3,
				endColumn: 32,
				suggestions: [{ messageId: "today", output: plan("March 7, 2026 - First milestone", "An index.") }],
			},
		],
	},
	{
		today,
		name: "writes nothing where day and month cannot be told apart",
		base: { "plans/feature.md": plan("3/2/2026") },
		text: plan("3/2/2026", "An index."),
		errors: [{ messageId: "unchanged", line: 3, column: 19, endLine: 3, endColumn: 27 }],
	},
	{
		today,
		name: "reports what is no date, in a new plan too",
		text: plan("last week"),
		errors: [
			{
				messageId: "unreadable",
				message: "as in 2026-03-07",
				line: 3,
				column: 19,
				endLine: 3,
				endColumn: 28,
				suggestions: [{ messageId: "today", output: plan("2026-03-07") }],
			},
		],
	},
	{
		today,
		name: "reads the front matter",
		base: { "plans/feature.md": "---\nupdated: 2026-03-02\n---\n\n# Cache\n" },
		text: "---\nupdated: 2026-03-02\n---\n\n# Store\n",
		errors: [
			{
				messageId: "unchanged",
				line: 2,
				column: 10,
				endLine: 2,
				endColumn: 20,
				suggestions: [{ messageId: "today", output: "---\nupdated: 2026-03-07\n---\n\n# Store\n" }],
			},
		],
	},
	{ today, name: "leaves placeholders alone", text: plan("[Date]") },
	{
		today,
		name: "takes a month for what it is",
		base: { "plans/feature.md": plan("March 2026") },
		text: plan("March 2026", "An index."),
	},
	{
		today,
		name: "reports the month of another year",
		base: { "plans/feature.md": plan("March 2025") },
		text: plan("March 2025", "An index."),
		errors: [
			{
				messageId: "unchanged",
				line: 3,
				column: 19,
				endLine: 3,
				endColumn: 29,
				suggestions: [{ messageId: "today", output: plan("March 2026", "An index.") }],
			},
		],
	},
]);
