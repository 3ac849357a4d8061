import { testRule } from "../../../test/test-rule.js";
import rule from "./unique-plans.js";

const plan = (title: string): string => `# ${title}\n\n### Phase 1: One\n`;

testRule(rule, [
	{
		name: "is silent where titles and numbers differ",
		filename: "plans/001-a.md",
		documents: { "plans/002-b.md": plan("002: Cache"), "plans/web/001-c.md": plan("001: Views") },
		text: plan("001: Search"),
	},
	{
		name: "reports a number that two files of one folder have, at the number in the title",
		filename: "plans/006-a.md",
		documents: { "plans/6-b.md": plan("Cache") },
		text: plan("Implementation Plan 006: Search"),
		errors: [
			{
				messageId: "number",
				message: "`plans/6-b.md` has the number 006, too",
				line: 1,
				column: 23,
				endLine: 1,
				endColumn: 26,
			},
		],
	},
	{
		name: "reports it at the title where only the file has a number",
		filename: "plans/6-b.md",
		documents: { "plans/006-a.md": plan("Search") },
		text: plan("Cache"),
		errors: [{ messageId: "number", line: 1, column: 1, endLine: 1, endColumn: 8 }],
	},
	{
		name: "reports a title that two plans have",
		filename: "plans/a.md",
		documents: { "plans/web/b.md": plan("search implementation plan") },
		text: plan("Search Implementation Plan"),
		errors: [{ messageId: "title", message: "plans/web/b.md", line: 1, column: 1, endLine: 1, endColumn: 29 }],
	},
	{
		name: "takes dates for no numbers, and companions for parts of one plan",
		filename: "plans/012-a.md",
		documents: {
			"plans/012-a-tests.md": plan("012: Tests of A"),
			"plans/2026-01-05-b.md": plan("B"),
			"plans/2026-01-07-c.md": plan("C"),
		},
		text: plan("012: A"),
	},
	{
		name: "leaves out archived plans, notes, and titles that are no names",
		filename: "plans/a/plan.md",
		documents: {
			"plans/archive/a.md": plan("Search"),
			"plans/notes.md": "# Search\n",
			"plans/b/plan.md": plan("Implementation Plan"),
		},
		text: plan("Search"),
	},
]);
