import { testRule } from "../../../test/test-rule.js";
import rule from "./all-or-nothing.js";

const plan = (status: string, body: string): string =>
	`# Cache Implementation Plan\n\n**Status**: ${status}\n\n${body}`;
const phase = (heading: string, boxes: string): string =>
	`### Phase 1: Store${heading}\n\n**Deliverables**:\n${boxes}\n`;

testRule(rule, [
	{ name: "is silent where status and boxes agree", text: plan("🔄 In Progress", phase(" ✅", "- [x] `src/a.ts`")) },
	{ name: "compares nothing with a plan that states no status", text: `# Cache\n\n${phase("", "- [ ] a\n- [x] b")}` },
	{
		name: "reports a phase that is marked done over an open box",
		text: plan("🔄 In Progress", phase(" ✅", "- [x] a\n- [ ] b")),
		errors: [{ messageId: "doneButOpen", message: "Phase 1", line: 5, column: 20, endLine: 5, endColumn: 21 }],
	},
	{
		name: "reports a plan that is marked done over an open box, and offers the honest status",
		text: plan("✅ Done", phase("", "- [x] a\n- [ ] b")),
		errors: [
			{
				messageId: "doneButOpen",
				message: "1 of its 2 boxes is open: line 9",
				line: 3,
				column: 13,
				endLine: 3,
				endColumn: 19,
				suggestions: [{ messageId: "setStatus", output: plan("🔄 In Progress", phase("", "- [x] a\n- [ ] b")) }],
			},
		],
	},
	{
		name: "tells an open box once, where it stands closest",
		text: plan("✅ Done", phase(" ✅", "- [ ] a")),
		errors: [{ messageId: "doneButOpen", message: "Phase 1", line: 5, column: 20, endLine: 5, endColumn: 21 }],
	},
	{
		name: "reports a planned plan whose deliverables are all ✅",
		text: plan("🟡 Planned", phase("", "- ✅ a\n- ✅ b")),
		errors: [
			{
				messageId: "plannedButTicked",
				message: "lines 8 and 9",
				line: 3,
				column: 13,
				endLine: 3,
				endColumn: 23,
				suggestions: [{ messageId: "setStatus", output: plan("✅ Done", phase("", "- ✅ a\n- ✅ b")) }],
			},
		],
	},
	{
		name: "takes a ✅ on a met prerequisite, an advantage or a criterion for no work",
		text: plan(
			"🟡 Planned",
			"## Prerequisites\n- ✅ A disk\n- [x] An account\n\n### Phase 1: Store\n\n- ✅ Simple to build\n\n## Success Criteria\n- ✅ Fast\n",
		),
	},
	{
		name: "takes a box on a dependency for no work",
		text: plan(
			"🟡 Planned",
			"### Phase 1: Store\n\n- Write\n\n### Phase 2: Map\n\n**Depends on**:\n- [x] Phase 1\n\n### Phase 3: Alerts\n\n#### Dependencies\n\n- [x] Phase 2\n",
		),
	},
	{
		name: "leaves out boxes that are set aside",
		text: plan(
			"✅ Done",
			`${phase("", "- [x] a\n- [ ] b (deferred)\n- [ ] ~~c~~\n- [ ] ~~d~~ (nobody asks)\n- [ ] N/A – no replicas\n- [ ] Follow-up: e (#9)")}\n## Open Questions\n- [ ] Why\n\n## Future Work\n- [ ] More\n\n## Post-deploy monitoring\n- [ ] Look\n\n## Next Steps\n- [ ] Export\n`,
		),
	},
	{
		name: "leaves out boxes that a note says nobody needs any more",
		text: plan(
			"✅ Done",
			`${phase("", "- [x] a\n- [ ] b (not needed)\n- [ ] c (no longer needed)\n- [ ] d (not required)\n- [ ] e (not applicable)\n- [ ] f (obsolete)")}\n`,
		),
	},
	{
		name: "leaves out the boxes of phases and tasks that are dropped",
		text: plan(
			"✅ Done",
			"### Phase 1: Store ✅\n\n#### Task 1: Map\n\n- [x] a\n\n#### Task 2: Tree 🚫\n\n- [ ] b\n\n### Phase 2: Search\n\n**Status**: Superseded by the search plan\n\n- [ ] c\n",
		),
	},
	{
		name: "leaves a done plan with a phase that says it is open to status-agreement",
		text: plan("✅ Done", "### Phase 1: Store ✅\n\n- [x] a\n\n### Phase 2: Search ⏸️ On hold\n\n- [ ] b\n"),
	},
	{
		name: "reports a ticked box over an open one",
		text: "# Cache\n\n- [x] Store\n  - [x] Read\n  - [ ] Write\n",
		errors: [
			{
				messageId: "parentTicked",
				message: "line 5",
				line: 3,
				column: 3,
				endLine: 3,
				endColumn: 6,
				suggestions: [{ messageId: "untick", output: "# Cache\n\n- [ ] Store\n  - [x] Read\n  - [ ] Write\n" }],
			},
		],
	},
	{
		name: "takes an option that was not selected for no work",
		text: "# Cache\n\n- [x] Store\n  - [x] Disk\n  - [ ] ~~Memory~~ (not selected)\n",
	},
	{
		name: "reports an open box whose line says done",
		text: "# Cache\n\n- [ ] Store ✅\n",
		errors: [
			{
				messageId: "openButDone",
				line: 3,
				column: 13,
				endLine: 3,
				endColumn: 14,
				suggestions: [{ messageId: "tick", output: "# Cache\n\n- [x] Store ✅\n" }],
			},
		],
	},
	{
		name: "reports a ticked box whose line says in progress",
		text: "# Cache\n\n- [x] Store (in progress)\n",
		errors: [
			{
				messageId: "tickedButOpen",
				line: 3,
				column: 14,
				endLine: 3,
				endColumn: 25,
				suggestions: [{ messageId: "untick", output: "# Cache\n\n- [ ] Store (in progress)\n" }],
			},
		],
	},
	{
		name: "takes a word of a criterion for no status",
		text: "# Cache\n\n- [ ] All tests complete\n- [ ] State enum (IDLE, COMPLETE)\n",
	},
	{
		name: "leaves archives to archive-agreement",
		filename: "plans/archive/a.md",
		text: plan("✅ Done", phase("", "- [ ] a")),
	},
	{
		name: "reports a plan in progress with nothing left only where asked to",
		options: { checkActive: true },
		text: plan("🔄 In Progress", phase("", "- [x] a")),
		errors: [
			{
				messageId: "activeButTicked",
				line: 3,
				column: 13,
				endLine: 3,
				endColumn: 27,
				suggestions: [{ messageId: "setStatus", output: plan("✅ Done", phase("", "- [x] a")) }],
			},
		],
	},
	{
		name: "leaves the boxes below a ticked box to that one",
		text: "# Cache\n\n- [x] a\n  - [ ] b\n  - c\n    - [ ] d\n  - [x] e\n    - [ ] f\n",
		errors: [
			{
				messageId: "parentTicked",
				message: "2 boxes below it are open: lines 4 and 6",
				line: 3,
				column: 3,
				endLine: 3,
				endColumn: 6,
				suggestions: [
					{
						messageId: "untick",
						output: "# Cache\n\n- [ ] a\n  - [ ] b\n  - c\n    - [ ] d\n  - [x] e\n    - [ ] f\n",
					},
				],
			},
			{
				messageId: "parentTicked",
				message: "a box below it is open: line 8",
				line: 7,
				column: 5,
				endLine: 7,
				endColumn: 8,
				suggestions: [
					{
						messageId: "untick",
						output: "# Cache\n\n- [x] a\n  - [ ] b\n  - c\n    - [ ] d\n  - [ ] e\n    - [ ] f\n",
					},
				],
			},
		],
	},
	{
		name: "names three lines, and says that there are more",
		text: plan("🎉", phase("", "- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n- [x] e")),
		errors: [
			{
				messageId: "doneButOpen",
				message: "4 of its 5 boxes are open: lines 8, 9, 10 and more",
				line: 3,
				column: 13,
				endLine: 3,
				endColumn: 15,
				suggestions: [
					{
						messageId: "setStatus",
						output: plan("🔄 In Progress", phase("", "- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n- [x] e")),
					},
				],
			},
		],
	},
	{
		name: "compares nothing with a status that contradicts itself, or has no boxes",
		text: plan("✅ In Progress", phase(" ✅", "- a")),
	},
]);
