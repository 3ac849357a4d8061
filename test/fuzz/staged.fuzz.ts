import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { goodPlan, index } from "../hooks/plan-texts.js";
import { tryOut } from "./budget.js";
import { git, inRepository, run } from "./cli-run.js";

const CONFIG = 'import acidPlans from "eslint-config-acid-plans";\nexport default [...acidPlans()];\n';

const FEATURES = { search: "Search", map: "Map", export: "Export", größe: "Größe" };
const STEPS = [
	"Modify `src/page.js`.",
	"Create `src/new.js`.",
	"Create `lib/**/*.js`.",
	"See [the guide](../guide.md#steps).",
	"See [Map](map.md) and [the rest](archive/old.md).",
	"Run `npm run lint` and `make all`.",
	"Look at `src/` and `docs/guide.md`.",
	"TBD",
];
const STATUSES = ["🟡 Planned", "🔄 In Progress", "✅ Done", "❌ Cancelled", "done?"];

const plan: fc.Arbitrary<string> = fc
	.record({
		feature: fc.constantFrom(...Object.values(FEATURES)),
		dependsOn: fc.option(fc.constantFrom("[Search](search.md)", "[Map](map.md) Phase 2", "[Gone](gone.md)"), {
			nil: undefined,
		}),
		deliverable: fc.constantFrom("A note in the handbook", "`src/page.js`", "`src/new.js`", "`docs/`"),
		status: fc.constantFrom(...STATUSES),
		steps: fc.subarray(STEPS, { maxLength: 3 }),
		cut: fc.option(fc.constantFrom("## Goals", "**Testing**: ", "### Phase 1: Collect the questions"), {
			nil: undefined,
		}),
		done: fc.boolean(),
	})
	.map(({ feature, dependsOn, deliverable, status, steps, cut, done }) => {
		const text = goodPlan(feature, { phases: 2, deliverable, ...(dependsOn !== undefined && { dependsOn }) })
			.replace("🟡 Planned", status)
			.replace("1. Read", `${steps.map((step) => `1. ${step}\n`).join("")}1. Read`)
			.replace("the questions\n", done ? "the questions ✅\n" : "the questions\n");
		return cut === undefined ? text : text.replace(cut, "Whatever");
	});

/** A path and its new text; `null`: deleted; an arrow: a link. */
type Change = readonly [path: string, text: string | null];
const change: fc.Arbitrary<Change> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.tuple(
			fc.constantFrom(
				...Object.keys(FEATURES).map((name) => `plans/${name}.md`),
				"plans/archive/old.md",
				"docs/plans/x.md",
			),
			fc.option<string>(plan, { freq: 5 }),
		),
	},
	fc.tuple(
		fc.constant("plans/README.md"),
		fc.option(
			fc
				.subarray(Object.entries(FEATURES))
				.map((entries) => index(Object.fromEntries(entries.map(([name, feature]) => [`${name}.md`, feature])))),
		),
	),
	fc.tuple(
		fc.constantFrom(
			"src/page.js",
			"src/new.js",
			"lib/a/b.js",
			"docs/guide.md",
			"Makefile",
			"src/deep/page.js",
			".gitignore",
		),
		fc.option(fc.constantFrom("1\n", "2\n", "all:\n", "# Guide\n", "src/new.js\n")),
	),
	fc.tuple(fc.constant("guide.md"), fc.option(fc.constantFrom("# Guide\n\n## Steps\n", "# Guide\n\n## Parts\n"))),
	fc.tuple(
		fc.constant("package.json"),
		fc.option(fc.constantFrom('{ "scripts": { "lint": "true" } }', '{ "scripts": {} }', '{ "workspaces": ["src"] }')),
	),
	fc.tuple(
		fc.constantFrom("plans/link.md", "src/link.js"),
		fc.constantFrom<string | null>("-> search.md", "-> ../src", null),
	),
);

/** What is staged at once, and whether it is then committed. */
const steps = fc.array(
	fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 3 }), isCommitted: fc.boolean() }),
	{ minLength: 1, maxLength: 4 },
);

function stage(folder: string, changes: readonly Change[]): void {
	for (const [path, text] of changes) {
		const file = join(folder, path);
		rmSync(file, { force: true });
		if (text === null) continue;
		mkdirSync(dirname(file), { recursive: true });
		if (text.startsWith("-> ")) symlinkSync(text.slice(3), file);
		else writeFileSync(file, text);
	}
	git(folder, "add", "--all");
}

const commit = (folder: string): void =>
	git(folder, "commit", "--quiet", "--allow-empty", "--no-verify", "--message=x");

it("the staged check says with what it remembers what it says without", () => {
	tryOut(fc.tuple(fc.dictionary(fc.constantFrom(...Object.keys(FEATURES)), plan), steps), ([plans, staged]) => {
		inRepository((folder) => {
			writeFileSync(join(folder, ".git/info/exclude"), "node_modules\n");
			const start = Object.entries(plans).map(([name, text]): Change => [`plans/${name}.md`, text]);
			stage(folder, [
				["eslint.config.mjs", CONFIG],
				["src/page.js", "0\n"],
				["guide.md", "# Guide\n\n## Steps\n"],
				...start,
			]);
			// Something to remember.
			run(folder, "check", "--staged", "--json");
			commit(folder);
			for (const { changes, isCommitted } of staged) {
				stage(folder, changes);
				const warm = run(folder, "check", "--staged", "--json");
				const again = run(folder, "check", "--staged", "--json");
				expect(again).toEqual(warm);
				// The linked node_modules are another tree's, so all that is remembered stands in git's own folder.
				rmSync(join(folder, ".git/acid-plans"), { recursive: true });
				expect(run(folder, "check", "--staged", "--json")).toEqual(warm);
				if (isCommitted) commit(folder);
			}
		});
	});
});
