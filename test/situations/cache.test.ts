import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import { creates, delivered, planText, Situation, VERSIONS } from "./situation.js";

/*
 * ESLint's cache keeps findings by file and config. What changes here is never the linted file, but what a rule has read
 * beside it; after each change the cached run has to say what a run without a cache says.
 */

const RULES = ["no-write-conflicts", "existing-deliverables", "existing-commands", "completed-phase-immutable"];
const MANIFEST = (script: string): string => JSON.stringify({ scripts: { [script]: "true" } });

/** Plans without a finding: one is done and delivered, one names a script, two will write. */
function prepare(situation: Situation): Situation {
	situation
		.write(".gitignore", "node_modules\n.eslintcache\n")
		.write("package.json", MANIFEST("check"))
		.write("src/keep.ts")
		.write("src/done.ts")
		.write("plans/a.md", creates("A"))
		.write("plans/b.md", creates("B", "src/b.ts"))
		.write("plans/c.md", delivered("C", "src/done.ts"))
		.write("plans/d.md", planText("D", "🟡 Planned", "**Testing**:", "- `npm run check`"))
		.write("plans/e.md", planText("E", "🟡 Planned", "**Status**: 🟡 Planned", "1. Add it"));
	situation.stage("plans", "package.json", "src/keep.ts", ".gitignore").git("commit", "-qm", "first");
	situation.stage("src/done.ts");
	return situation;
}

/** A change and what it brings about. */
interface Step {
	readonly name: string;
	readonly change: (situation: Situation) => unknown;
	readonly found: readonly string[];
}

const STEPS: readonly Step[] = [
	{ name: "at first", change: () => undefined, found: [] },
	{ name: "after nothing", change: () => undefined, found: [] },
	{
		name: "after a sibling began to write the same file",
		change: (folder) => folder.write("plans/b.md", creates("B")),
		found: ["plans/a.md no-write-conflicts", "plans/b.md no-write-conflicts"],
	},
	{
		name: "after a new plan came that writes it, too",
		change: (folder) => folder.write("plans/b.md", creates("B", "src/b.ts")).write("plans/new.md", creates("New")),
		found: ["plans/a.md no-write-conflicts", "plans/new.md no-write-conflicts"],
	},
	{ name: "after the new plan is gone", change: (folder) => folder.delete("plans/new.md"), found: [] },
	{
		name: "after the deliverable is no longer staged",
		change: (folder) => folder.git("rm", "-q", "--cached", "src/done.ts"),
		found: ["plans/c.md existing-deliverables"],
	},
	{ name: "after it is staged again", change: (folder) => folder.stage("src/done.ts"), found: [] },
	{
		name: "after the script got another name",
		change: (folder) => folder.write("package.json", MANIFEST("verify")).stage("package.json"),
		found: ["plans/d.md existing-commands"],
	},
	{
		name: "after it got its name back",
		change: (folder) => folder.write("package.json", MANIFEST("check")).stage("package.json"),
		found: [],
	},
	{
		name: "after HEAD has the phase done",
		change: (folder) => {
			const now = folder.read("plans/e.md");
			folder.write("plans/e.md", now.replaceAll("🟡 Planned", "✅ Done")).stage("plans/e.md");
			folder.git("commit", "-qm", "second", "plans/e.md");
			folder.write("plans/e.md", now).stage("plans/e.md");
		},
		found: ["plans/e.md completed-phase-immutable"],
	},
	{
		name: "after HEAD went back",
		change: (folder) => folder.git("update-ref", "HEAD", "HEAD~1"),
		found: [],
	},
];

/** Starting workers takes most of the time of a run: with them only some of the states are looked at. */
const FEW = STEPS.filter(({ found }, at) => (found.length > 0 && at % 2 === 0) || at === STEPS.length - 1);

const ALONE = VERSIONS.flatMap((version) =>
	(["metadata", "content"] as const).map((cacheStrategy) => ({ version, cacheStrategy })),
);

async function walk(folder: Situation, looks: readonly Step[], options: ESLint.Options): Promise<void> {
	for (const step of STEPS) {
		const { name, change, found } = step;
		change(folder);
		if (!looks.includes(step)) continue;
		const cached = await folder.lint(["plans"], { ...options, cache: true });
		expect(cached, name).toEqual(await folder.lint(["plans"]));
		const told = cached.map((each) => each.replace(/^(\S+?):\d+ (\S+) .*$/u, "$1 $2"));
		expect(told.sort(), name).toEqual([...found].sort());
	}
}

describe("the cache says what is so now", () => {
	it.each(ALONE)("by $cacheStrategy under ESLint $version.version", ({ version, cacheStrategy }) =>
		walk(prepare(Situation.in(version, RULES)), STEPS, { cacheStrategy }),
	);

	// ESLint has workers since 9.34.
	it.each(ALONE.filter(({ version }) => version.name === "eslint"))(
		"by $cacheStrategy with workers under ESLint $version.version",
		({ version, cacheStrategy }) => walk(prepare(Situation.in(version, RULES)), FEW, { cacheStrategy, concurrency: 2 }),
	);

	it.each(VERSIONS)("in processes of their own, under ESLint $version", (version) => {
		const folder = prepare(Situation.in(version, RULES));
		const cached = (): string[] => folder.run(["--cache", "plans"]);
		expect(cached()).toEqual([]);
		folder.write("plans/b.md", creates("B"));
		expect(cached()).toHaveLength(2);
	});

	it.each(VERSIONS)("in a working directory above the repository, under ESLint $version", (version) => {
		const folder = prepare(Situation.in(version, RULES));
		const name = folder.root.slice(folder.root.lastIndexOf("/") + 1);
		const location = folder.path("node_modules/.cache");
		const args = [
			"--config",
			folder.path("eslint.config.mjs"),
			"--cache",
			"--cache-location",
			location,
			`${name}/plans`,
		];
		const cached = (): string[] => folder.run(args, { cwd: folder.path("..") });
		expect(cached()).toEqual([]);
		folder.write("plans/b.md", creates("B"));
		expect(cached()).toHaveLength(2);
	});
});
