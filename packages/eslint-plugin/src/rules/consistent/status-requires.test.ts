import { testRule } from "../../../test/test-rule.js";
import rule from "./status-requires.js";

const plan = (status: string, rest = ""): string => `# Cache Implementation Plan\n\n**Status**: ${status}\n${rest}`;

testRule(rule, [
	{ name: "asks nothing of what is planned, in progress or done", text: plan("✅ Done", "\n### Phase 1: Store 🔄\n") },
	{
		name: "is silent where the reason stands beside the status",
		text: plan("⛔ Blocked by the review", "\n### Phase 1: Store — deferred (no time)\n"),
	},
	{
		name: "is silent where a field says it",
		text: plan("⛔ Blocked\n\n**Blocked by**: #12", "\n### Phase 1: Store ⛔\n\n**Reason**: The review is late\n"),
	},
	{
		name: "is silent where prose below the heading may say it",
		text: "# Cache\n\n### Phase 1: Store (cancelled)\n\nThe database has one of its own.\n",
	},
	{
		name: "is silent where the front matter says it",
		text: "---\nstatus: superseded\nsuperseded_by: disk.md\n---\n\n# Cache\n",
	},
	{
		name: "reports a plan that is blocked for no reason",
		text: plan("⛔ Blocked"),
		errors: [
			{ messageId: "blocked", message: 'The plan is "⛔ Blocked"', line: 3, column: 13, endLine: 3, endColumn: 22 },
		],
	},
	{
		name: "reports phases that were dropped for no reason",
		text: "# Cache\n\n### Phase 1: Store (cancelled)\n\n**Objective**: Keep readings\n\n### 🚫 Phase 2: Map\n",
		errors: [
			{ messageId: "dropped", message: "Phase 1", line: 3, column: 21, endLine: 3, endColumn: 30 },
			{ messageId: "dropped", message: "Phase 2", line: 7, column: 5, endLine: 7, endColumn: 7 },
		],
	},
	{
		name: "asks for a date of what is done only where told to",
		options: { checkDone: true },
		text: plan("✅ Done", "\n### Phase 1: Store ✅ Done (2026-01-16)\n"),
		errors: [{ messageId: "done", line: 3, column: 13, endLine: 3, endColumn: 19 }],
	},
	{
		name: "takes a date of a field, and for the plan that of its last change",
		options: { checkDone: true },
		text: plan(
			"✅ Done\n**Last Updated**: 2026-01-16",
			"\n### Phase 1: Store ✅\n\n**Completed**: 2026-01-16\n\n### Phase 2: Map 🟡\n",
		),
	},
	{
		name: "does not take the last change of the plan for the date of a phase",
		options: { checkDone: true },
		text: plan("✅ Done\n**Last Updated**: 2026-01-16", "\n### Phase 1: Store ✅\n"),
		errors: [{ messageId: "done", message: 'Phase 1 is "✅"', line: 6, column: 20, endLine: 6, endColumn: 21 }],
	},
	{
		name: "takes the labels of a team",
		options: { reasonLabels: ["hindernis"] },
		text: plan("⛔ Blocked\n\n**Hindernis**: #12"),
	},
]);
