import { testRule } from "../../../test/test-rule.js";
import rule from "./existing-commands.js";

const plan = (testing: string): string => `# Cache\n\n### Phase 1: Store\n\n**Testing**: ${testing}\n`;
const tracked = {
	"package.json": '{"scripts":{"typecheck":"tsc","test":"vitest"}}',
	"packages/web/package.json": '{"name":"web","scripts":{"test:e2e":"playwright test"}}',
	Makefile: "tests:\n",
	justfile: "deploy:\n",
	"turbo.json": '{"tasks":{"build":{}}}',
	"scripts/Seed.sh": "",
};

testRule(rule, [
	{
		name: "is silent about commands that there are",
		text: plan("`npm run typecheck`, `make tests`, `just deploy`, `turbo build`"),
		tracked,
	},
	{
		name: "reports a script that no package has, once for all its places",
		tracked,
		text: `${plan("`npm run type-check`")}\n- [ ] \`npm run type-check\`\n`,
		errors: [
			{
				messageId: "script",
				message:
					"No package.json has a script `type-check`, and this plan does not add it (also on line 7). The nearest is `typecheck`.",
				line: 5,
				column: 23,
				endLine: 5,
				endColumn: 33,
				suggestions: [
					{ messageId: "replace", output: `${plan("`npm run typecheck`")}\n- [ ] \`npm run typecheck\`\n` },
				],
			},
		],
	},
	{
		name: "reports a script that the chosen package does not have",
		tracked,
		text: "### Phase 1: Store\n\n```bash\npnpm --filter web run lint\n```\n",
		errors: [
			{
				messageId: "notInPackage",
				message: "Package `web` has no script `lint`",
				line: 4,
				column: 23,
				endLine: 4,
				endColumn: 27,
			},
		],
	},
	{
		name: "reports a package that is not there",
		tracked: { "packages/web/package.json": tracked["packages/web/package.json"] },
		text: plan("`pnpm --filter wbe run test:e2e`"),
		errors: [
			{
				messageId: "unknownPackage",
				line: 5,
				column: 29,
				endLine: 5,
				endColumn: 32,
				suggestions: [{ messageId: "replace", output: plan("`pnpm --filter web run test:e2e`") }],
			},
		],
	},
	{
		name: "reports targets, recipes and tasks",
		tracked,
		text: plan("`make test`, `just ship`, `turbo run e2e`"),
		errors: [
			{
				messageId: "make",
				line: 5,
				column: 20,
				endLine: 5,
				endColumn: 24,
				suggestions: [{ messageId: "replace", output: plan("`make tests`, `just ship`, `turbo run e2e`") }],
			},
			{ messageId: "just", line: 5, column: 33, endLine: 5, endColumn: 37 },
			{ messageId: "turbo", line: 5, column: 51, endLine: 5, endColumn: 54 },
		],
	},
	{
		name: "reports a script file in another letter case",
		tracked,
		text: plan("`bash scripts/seed.sh`"),
		errors: [
			{
				messageId: "otherCase",
				line: 5,
				column: 20,
				endLine: 5,
				endColumn: 35,
				suggestions: [{ messageId: "replace", output: plan("`bash scripts/Seed.sh`") }],
			},
		],
	},
	{
		name: "reports a script file that a done phase never had",
		tracked,
		text: plan("`bash scripts/check.sh`").replace("Store", "Store ✅"),
		errors: [
			{
				messageId: "unknownFile",
				message: "Phase 1 is done, but git does not track `scripts/check.sh`",
				line: 5,
				column: 20,
				endLine: 5,
				endColumn: 36,
			},
		],
	},
	{
		name: "lets the plan add a script",
		tracked,
		text: `### Phase 1: Store\n\n**Steps**:\n1. Add a script \`bench\`\n\n**Testing**: \`npm run bench\`\n`,
	},
	{
		name: "says nothing of plans that are dropped",
		tracked,
		text: `**Status**: Superseded\n\n${plan("`npm run lint`")}`,
	},
	{ name: "says nothing of archived plans", filename: "plans/archive/a.md", tracked, text: plan("`npm run lint`") },
]);
