import { testRule } from "../../../test/test-rule.js";
import rule from "./no-placeholders.js";

const plan = (...parts: readonly string[]): string => `# Cache Implementation Plan\n\n${parts.join("\n\n")}\n`;
const at = (
	messageId: string,
	line: number,
	column: number,
	endColumn: number,
): { messageId: string; line: number; column: number; endLine: number; endColumn: number } => ({
	messageId,
	line,
	column,
	endLine: line,
	endColumn,
});

testRule(rule, [
	{
		name: "reports a bracket in the title and in a phase",
		text: "# [Feature Name] Implementation Plan\n\n### Phase 1: [Atomic Unit 1]\n",
		errors: [at("text", 1, 3, 17), at("text", 3, 14, 29)],
	},
	{
		name: "reports a bracket that is a whole value",
		text: plan("**Maintainer:** [Name]"),
		errors: [at("text", 3, 17, 23)],
	},
	{
		name: "takes links, boxes and tags for none",
		text: plan("[Feature Name](https://example.org)", "- [ ] [P] Read\n- [x] Write", "**Priority**: [P1]"),
	},
	{
		name: "reports an undecided value",
		text: plan("**Owner**: TBD", "- Reviewer: to be determined", "- TBD"),
		errors: [at("value", 3, 12, 15), at("value", 7, 3, 6)],
	},
	{
		name: "takes what is only known afterwards for none, and `TODO` as a status",
		text: plan("**Completed**: TBD", "**Status**: TODO"),
	},
	{
		name: "takes TODO as the subject for none",
		text: plan(
			"- Go through all TODO comments\n- Replace `TODO` in `src/a.ts`",
			"The format is YYYY-MM-DD.",
			"**Date format**: YYYY-MM-DD",
		),
	},
	{
		name: "reports a date to be filled in",
		text: "---\ncreated: YYYY-MM-DD\n---\n\n# Cache Plan\n\n**Last Updated**: [YYYY-MM-DD]\n",
		errors: [at("date", 2, 10, 20), at("date", 7, 19, 31)],
	},
	{
		name: "reports a number to be filled in, but not in code",
		text: plan("**Status**: ✅ Done — PR #TBD", "`#TBD`"),
		errors: [at("number", 3, 25, 29)],
	},
	{
		name: "tells a row of a table once",
		text: plan("| File | Lines | Risk |\n| --- | --- | --- |\n| a.ts | TBD | TBD |"),
		errors: [at("value", 5, 10, 13)],
	},
	{
		name: "reports the words of the template",
		text: plan("## Goals\n\n- Goal 1\n- Goal 2", "**Testing**: How to verify this phase works"),
		errors: [at("text", 5, 3, 9), at("text", 6, 3, 9), at("text", 8, 14, 44)],
	},
	{
		name: "reports guidance in comments, and no other comment",
		text: plan("<!-- Describe the goals -->", "<!-- toc -->"),
		errors: [at("comment", 3, 1, 28)],
	},
	{
		name: "reports an ellipsis that is a whole phase",
		text: plan("### Phase 1: Store", "...", "### Phase 2: Eviction", "Text ..."),
		errors: [at("text", 5, 1, 4)],
	},
	{
		name: "is silent in templates",
		filename: "plans/TEMPLATE.md",
		text: "# [Feature Name] Implementation Plan\n\n**Owner**: TBD\n",
	},
	{
		name: "is silent in fences and quotations",
		text: plan("```markdown\n# [Feature Name]\n```", "> **Owner**: nobody yet"),
	},
	{
		name: "quotes no more than the beginning of a long one, in archives too",
		filename: "plans/archive/a.md",
		text: plan(`<!-- Describe the feature${" in more words".repeat(9)} -->`),
		errors: [{ ...at("comment", 3, 1, 156), message: `"Describe the feature${" in more words".repeat(4)} in` }],
	},
]);
