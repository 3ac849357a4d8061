import { testRule } from "../../../test/test-rule.js";
import rule from "./timeline-agreement.js";

const PHASES = `# Search

### Phase 1: Inverted Index

### Phase 2: Query Parser
**Depends on**: Phase 1

### Phase 3: Ranking
**Depends on**: Phase 1

### Phase 4: Deployment
**Depends on**: Phases 2-3
`;

function table(rows: string, head = ""): string {
	return `${PHASES.replace("\n", `\n${head}\n`)}\n## Timeline\n\n| Phase | Duration | Depends on |\n| --- | --- | --- |\n${rows}`;
}

const ONE = "| Phase 1: Index | 2 days | None |\n";
const TWO = "| Phase 2: Parser | 3 days | Phase 1 |\n";
const THREE = "| Phase 3 | 1-2 days | Phase 1 |\n";
const FOUR = "| Phase 4: Deploy | 1 day | Phases 1-3 |\n";
const ALL = ONE + TWO + THREE + FOUR;

/** Pull requests for phases, the last of which says in a list what it depends on. */
const requests = (last: string): string =>
	`### PR 1: A\n\n### PR 2: B\n\n### PR 3: C\n\n**Depends on**:\n\n- PR 1\n- PR 2\n\n## Timeline\n\n| PR | Days | Dependencies |\n|---|---|---|\n| PR 1 | 1 day | None |\n| PR 2 | 1 day | None |\n| PR 3 | 1 day | ${last} |\n`;

testRule(rule, [
	{ name: "is silent where all agree", text: table(`${ALL}| **Total** | 7-8 days | |\n`, "\n**Timeline**: 7 days\n") },
	{ name: "takes the critical path for a total", text: table(`${ALL}| **Total** | 6 days | |\n`) },
	{ name: "takes a total with a buffer, in other units", text: table(`${ALL}\n**Total incl. buffer**: 2 weeks\n`) },
	{ name: "compares hours of work with no days of a calendar", text: table(ALL, "\n**Effort**: 20 hours\n") },
	{
		name: "reports a phase without a row",
		text: table(ONE + TWO + FOUR),
		errors: [
			{
				messageId: "missing",
				message: "Phase 3 is missing from the timeline on line 17",
				line: 9,
				column: 11,
				endLine: 9,
				endColumn: 12,
			},
		],
	},
	{
		name: "reports a row for no phase",
		text: table(`${ALL}| Phase 5: Training | 1 day | |\n`),
		errors: [
			{
				messageId: "unknown",
				message: "Phase 5, which this plan does not have (its last is Phase 4)",
				line: 23,
				column: 9,
				endLine: 23,
				endColumn: 10,
			},
		],
	},
	{
		name: "reports another title",
		text: table(ONE.replace("Index", "Simple index") + TWO + THREE + FOUR),
		errors: [
			{
				messageId: "title",
				message: '"Simple index" in the timeline, but "Inverted Index" on line 4',
				line: 19,
				column: 12,
				endLine: 19,
				endColumn: 24,
				suggestions: [
					{ messageId: "rename", output: table(ONE.replace("Index", "Inverted Index") + TWO + THREE + FOUR) },
				],
			},
		],
	},
	{
		name: "takes remarks in brackets for no title",
		text: `${PHASES}\n## Timeline\n\n- Phase 1 (mornings): 1 day\n- Phase 2: 1 day\n- Phase 3: 1 day\n- Phase 4: 1 day\n`,
	},
	{
		name: "takes two capitals with a number behind them for a phase, and not for a label",
		text: requests("PR 1, PR 2"),
	},
	{
		name: "quotes dependencies that stand in a list",
		text: requests("PR 1"),
		errors: [
			{
				messageId: "dependencies",
				message: 'its own line 9 says "PR 1, PR 2"',
				line: 18,
				column: 18,
				endLine: 18,
				endColumn: 22,
				suggestions: [{ messageId: "copy", output: requests("PR 1, PR 2") }],
			},
		],
	},
	{
		name: "reports other dependencies",
		text: table(ONE + TWO + THREE.replace("Phase 1 |", "None |") + FOUR),
		errors: [
			{
				messageId: "dependencies",
				message: 'Phase 3 depends on "None", but its own line 10 says "Phase 1"',
				line: 21,
				column: 24,
				endLine: 21,
				endColumn: 28,
				suggestions: [{ messageId: "copy", output: table(ONE + TWO + THREE + FOUR) }],
			},
		],
	},
	{
		name: "reports a total that is neither the sum nor the critical path",
		text: table(`${ALL}| **Total** | **10 days** | |\n`),
		errors: [
			{
				messageId: "totalOrPath",
				message: "10 days in all, but its rows add up to 7-8 days, and its longest chain of dependencies to 6 days",
				line: 23,
				column: 17,
				endLine: 23,
				endColumn: 24,
				suggestions: [{ messageId: "setTotal", output: table(`${ALL}| **Total** | **7-8 days** | |\n`) }],
			},
		],
	},
	{
		name: "reports a total below the table, without half a suggestion",
		text: table(`${ALL}\n**Total**: 3 weeks (15 days)\n`),
		errors: [{ messageId: "totalOrPath", line: 24, column: 12, endLine: 24, endColumn: 19 }],
	},
	{
		name: "reports the head of the plan",
		text: table(ALL, "\n**Timeline**: 3-4 weeks (tight)\n"),
		errors: [
			{
				messageId: "head",
				message: "3-4 weeks, but the timeline on line 19 comes to 7-8 days",
				line: 3,
				column: 15,
				endLine: 3,
				endColumn: 24,
			},
		],
	},
	{
		name: "leaves work side by side alone where the timeline speaks of it",
		text: "# A\n\n### Phase 1: One\n\n### Phase 2: Two\n\n## Timeline\n\nBoth run in parallel.\n\n- Phase 1: 3 days\n- Phase 2: 3 days\n- Total: 3 days\n",
	},
	{
		name: "offers no title that would not fit in a cell",
		text: "# Cache Implementation Plan\n\n### Phase 1: Read | write\n\n### Phase 2: Test\n\n## Timeline\n\n| Phase | Title | Duration |\n|---|---|---|\n| 1 | Deploy | 1 day |\n| 2 | Test | 1 day |\n",
		errors: [{ messageId: "title", line: 11, column: 7, endLine: 11, endColumn: 13 }],
	},
]);
