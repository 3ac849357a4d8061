import { testRule } from "../../../test/test-rule.js";
import rule from "./existing-deliverables.js";

const plan = (deliverables: string, status = " ✅"): string =>
	`# Cache\n\n### Phase 1: Store${status}\n\n**Deliverables**:\n${deliverables}\n`;
const tracked = ["src/store.ts", "src/Clock.ts", "packages/web/ui/view.ts"];

testRule(rule, [
	{ name: "is silent where git tracks what was delivered", text: plan("- `src/store.ts`\n- `src/`"), tracked },
	{
		name: "reports a deliverable of a done phase that git never tracked",
		text: plan("- `src/memory.ts`"),
		tracked,
		errors: [
			{
				messageId: "never",
				message: "Phase 1 is done, but git does not track `src/memory.ts` and never did.",
				line: 6,
				column: 4,
				endLine: 6,
				endColumn: 17,
			},
		],
	},
	{
		name: "reports a ticked deliverable of a phase that is under way, and offers the file of that name",
		text: plan("- [x] `src/view.ts`\n- [ ] `src/later.ts`", ""),
		tracked,
		errors: [
			{
				messageId: "never",
				message: "ticked",
				line: 6,
				column: 8,
				endLine: 6,
				endColumn: 19,
				suggestions: [
					{ messageId: "replace", output: plan("- [x] `packages/web/ui/view.ts`\n- [ ] `src/later.ts`", "") },
				],
			},
		],
	},
	{
		name: "reports another letter case, even where history is cut off",
		text: plan("- `src/clock.ts`\n- `src/memory.ts`"),
		tracked,
		isShallow: true,
		errors: [
			{
				messageId: "otherCase",
				line: 6,
				column: 4,
				endLine: 6,
				endColumn: 16,
				suggestions: [{ messageId: "replace", output: plan("- `src/Clock.ts`\n- `src/memory.ts`") }],
			},
		],
	},
	{
		name: "reports a file that a step of a done phase says it creates, once",
		text: "# Cache\n\n### Phase 1: Store ✅\n\n**Steps**:\n1. Create `src/memory.ts`\n2. Extend `src/other.ts`\n\n**Deliverables**: `src/memory.ts` with tests\n",
		tracked,
		errors: [{ messageId: "never", line: 9, column: 20, endLine: 9, endColumn: 33 }],
	},
	{
		name: "lets go what was delivered and deleted later",
		text: plan("- `src/old.ts`"),
		tracked,
		onceTracked: ["src/old.ts"],
	},
	{
		name: "reports what has moved where asked to",
		options: { checkMoved: true },
		text: plan("- `src/view.ts`"),
		tracked,
		onceTracked: ["src/view.ts"],
		errors: [
			{
				messageId: "moved",
				line: 6,
				column: 4,
				endLine: 6,
				endColumn: 15,
				suggestions: [{ messageId: "replace", output: plan("- `packages/web/ui/view.ts`") }],
			},
		],
	},
	{ name: "takes a path for one of a package", text: plan("- `ui/view.ts`"), tracked },
	{ name: "says nothing of paths that may be of another repository", text: plan("- `service/api.go`"), tracked },
	{
		name: "says nothing of what git ignores, of what is generated, and of submodules",
		text: plan("- `src/a.gen.ts`\n- `src/dist/a.js`\n- `src/vendor/a.ts`\n- `src/*.css`\n- `notes.txt`"),
		tracked,
		ignored: ["src/a.gen.ts"],
		submodules: ["src/vendor"],
	},
	{
		name: "says nothing of what is deleted, planned, or not ticked",
		text:
			plan("- Delete `src/memory.ts`\n- [ ] `src/open.ts`") +
			"\n### Phase 2: Next\n\n**Deliverables**: `src/next.ts`\n",
		tracked,
	},
	{ name: "leaves archived plans alone", filename: "plans/archive/a.md", text: plan("- `src/memory.ts`"), tracked },
	{
		name: "says that git could not be asked",
		text: plan("- `src/memory.ts`"),
		problem: "git is not installed",
		errors: [{ messageId: "unavailable", line: 1, column: 1, endLine: 1, endColumn: 8 }],
	},
]);
