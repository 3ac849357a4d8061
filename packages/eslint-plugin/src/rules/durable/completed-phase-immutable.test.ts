import { testRule } from "../../../test/test-rule.js";
import rule from "./completed-phase-immutable.js";

const steps = "1. Write an in-memory map with a limit\n2. Evict what was used least\n";
const plan = (phases: string): string => `# Cache\n\n${phases}`;
const done = `### Phase 1: Store ✅\n\n${steps}`;
const next = "\n### Phase 2: Search\n\n- [ ] Search it\n";
const base = { "plans/feature.md": plan(done + next) };

testRule(rule, [
	{
		name: "is silent about a plan that goes on",
		base,
		text: plan(`${done}\nNote: measured.\n${next.replace("[ ]", "[x]")}`),
	},
	{ name: "is silent about a new plan", base: { "plans/other.md": plan(done) }, text: plan(next) },
	{
		name: "reports a phase that is gone",
		base,
		text: plan(next),
		errors: [
			{
				messageId: "gone",
				message: 'Phase 1 ("Store") was done at HEAD (line 3) and is gone',
				line: 1,
				column: 1,
				endLine: 1,
				endColumn: 8,
			},
		],
	},
	{
		name: "lets a done phase move to another plan",
		base,
		documents: { "plans/archive/old.md": plan(done) },
		text: plan(next),
	},
	{
		name: "reports a phase that was reopened",
		base,
		text: plan(`### Phase 1: Store\n\n**Status**: 🔄 In Progress\n\n${steps}${next}`),
		errors: [
			{ messageId: "reopened", message: 'is now "🔄 In Progress"', line: 5, column: 13, endLine: 5, endColumn: 27 },
		],
	},
	{
		name: "reports a phase that lost its mark",
		base,
		text: plan(`### Phase 1: Store\n\n${steps}${next}`),
		errors: [
			{ messageId: "unmarked", message: "does not say so any more", line: 3, column: 1, endLine: 3, endColumn: 19 },
		],
	},
	{
		name: "reports a box that was ticked",
		base: { "plans/feature.md": plan("### Phase 1: Store\n\n- [x] Map\n") },
		text: plan("### Phase 1: Store\n\n- [ ] Map\n"),
		errors: [{ messageId: "unticked", message: '"Map" of Phase 1', line: 5, column: 3, endLine: 5, endColumn: 6 }],
	},
	{
		name: "reports a phase that got another number",
		base,
		text: plan(`### Phase 1: Setup\n\nFirst.\n\n### Phase 2: Store ✅\n\n${steps}${next.replace("2", "3")}`),
		errors: [
			{
				messageId: "renumbered",
				message: "Phase 2 was done at HEAD as Phase 1 (line 3)",
				line: 7,
				column: 11,
				endLine: 7,
				endColumn: 12,
			},
		],
	},
	{
		name: "knows a plan that git's index has under another path",
		filename: "plans/new.md",
		base: { "plans/old.md": Object.values(base)[0] ?? "" },
		renamed: { "plans/new.md": { path: "plans/old.md", similarity: 0.6 } },
		text: plan(next),
		errors: [
			{
				messageId: "gone",
				message: "was done at HEAD in `plans/old.md` (line 3)",
				line: 1,
				column: 1,
				endLine: 1,
				endColumn: 8,
			},
		],
	},
	{
		name: "reports a phase that was rewritten",
		base,
		text: plan(
			`### Phase 1: Publish numbers ✅\n\n1. Record the hit rate of every route\n2. Draw a dashboard for the team\n${next}`,
		),
		errors: [
			{ messageId: "rewritten", message: "% of its words are left", line: 3, column: 1, endLine: 3, endColumn: 31 },
		],
	},
	{
		name: "lets a team say how much a done phase has to keep",
		options: { keep: 0 },
		base,
		text: plan(`### Phase 1: Publish ✅\n\n1. Record the hit rate of every route\n${next}`),
	},
	{ name: "is off without a base", settings: { base: false }, base, text: plan(next) },
	{
		name: "says that git could not be asked",
		problem: "git is not installed",
		text: plan(next),
		errors: [{ messageId: "unavailable", line: 1, column: 1, endLine: 1, endColumn: 8 }],
	},
]);
