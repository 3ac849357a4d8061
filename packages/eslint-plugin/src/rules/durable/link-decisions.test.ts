import { testRule } from "../../../test/test-rule.js";
import rule from "./link-decisions.js";

const plan = (body: string): string => `# Cache Implementation Plan\n\n${body}\n`;
const TITLE = { line: 1, column: 3, endLine: 1, endColumn: 28 };

testRule(rule, [
	{ name: "takes a record in a usual folder", text: plan("See [why](../docs/adr/0007-cache.md).") },
	{
		name: "takes a record on the web, and a definition",
		text: plan("See [why][w].\n\n[w]: https://example.com/team/repo/blob/main/decisions/7.md"),
	},
	{
		name: "takes the folder of the settings",
		settings: { decisions: "docs/choices" },
		text: plan("See [why](../docs/choices/7.md#why)."),
	},
	{ name: "takes globs", options: { records: ["rfcs/*.md"] }, text: plan("See [why](../rfcs/7.md).") },
	{ name: "is silent in archives", filename: "plans/archive/old.md", text: plan("") },
	{
		name: "reports a mention without a link",
		text: plan("See ADR-0007."),
		errors: [{ ...TITLE, messageId: "missing" }],
	},
	{
		name: "reports a link to the list of records",
		text: plan("See [all](../docs/adr/README.md)."),
		errors: [{ ...TITLE, messageId: "missing" }],
	},
	{
		name: "reports a record in another folder than the settings have",
		settings: { decisions: "docs/choices" },
		text: plan("See [why](../docs/adr/0007-cache.md)."),
		errors: [{ ...TITLE, messageId: "missing", message: "(docs/choices/**)" }],
	},
]);
