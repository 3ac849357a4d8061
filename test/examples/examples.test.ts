import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { environment } from "../environment.js";

/*
 * The consumer repositories below `examples/`, each as a git repository of its own, linted by the real ESLint with the
 * config that it has, and checked by the command line.
 */

const root = join(import.meta.dirname, "../..");
const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");
const acidPlans = join(root, "packages/cli/dist/bin.js");

/** A copy of an example as a repository with one commit; gone after the test. */
function repositoryOf(example: string): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "acid-plans-example-")));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	cpSync(join(root, "examples", example), folder, {
		recursive: true,
		filter: (file) => !file.endsWith("node_modules"),
	});
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
	writeFileSync(join(folder, ".gitignore"), "node_modules\n");
	for (const args of [
		["init", "--quiet"],
		["add", "--all"],
		["commit", "--quiet", "--message=Start"],
	]) {
		const { status, stderr } = spawnSync("git", args, { cwd: folder, env: environment(), encoding: "utf8" });
		if (status !== 0) throw new Error(stderr);
	}
	return folder;
}

function node(folder: string, ...args: readonly string[]): { code: number | null; screen: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: folder,
		env: environment(),
		encoding: "utf8",
	});
	return { code: status, screen: stdout + stderr };
}

/** What the real ESLint says, rule and message. */
function lint(folder: string): string[] {
	const { screen } = node(folder, eslint, "--format", "json", "plans");
	const results = JSON.parse(screen) as { messages: { ruleId: string | null; message: string }[] }[];
	return results.flatMap(({ messages }) =>
		messages.map(({ ruleId, message }) => `${ruleId?.replace("acid-plans/", "")}: ${message}`),
	);
}

function edit(folder: string, path: string, old: string, by: string): void {
	const text = readFileSync(join(folder, path), "utf8");
	expect(text.split(old), `"${old}" stands in ${path} once`).toHaveLength(2);
	writeFileSync(join(folder, path), text.replace(old, by));
}

interface BrokenExample {
	readonly example: string;
	readonly plan: string;
	readonly old: string;
	readonly by: string;
	readonly says: string;
}

const BROKEN: readonly BrokenExample[] = [
	{
		example: "own-template",
		plan: "plans/page-ranking.md",
		old: "2. Sort the list by rank\n\n**Proof**: `npm test` passes\n",
		by: "2. Sort the list by rank\n",
		says: 'require-phase-fields: Milestone 2 has no "Proof". Add a line `**Proof**: …` to it.',
	},
	{
		example: "own-template",
		plan: "plans/saved-searches.md",
		old: "**Depends on**: Milestone 1\n",
		by: "**Depends on**: Milestone 7\n",
		says: "valid-dependencies: Milestone 2 depends on Milestone 7, which this plan does not have. Correct the number, or add the phase.",
	},
	{
		example: "own-template",
		plan: "plans/saved-searches.md",
		old: "### Milestone 2: Nightly run",
		by: "### Phase 2: Nightly run",
		says: 'phase-heading: "Phase 2" is not called as the template calls a phase. Write "### Milestone 2: Nightly run", here and wherever it is named.',
	},
	{
		example: "translated",
		plan: "plans/mahnwesen.md",
		old: "## Voraussetzungen\n\n- Zugang zur Buchhaltung\n\n",
		by: "",
		says: 'require-sections: The section "Voraussetzungen" is missing.',
	},
	{
		example: "translated",
		plan: "plans/mahnwesen.md",
		old: "# Mahnwesen Umsetzungsplan\n\n**Status**: 🔄 In Arbeit",
		by: "# Mahnwesen Umsetzungsplan\n\n**Status**: ✅ Abgenommen",
		says: 'status-agreement: The plan is marked done ("✅ Abgenommen"), but Etappe 2 is "🟡 Geplant" on line 36.',
	},
	{
		example: "translated",
		plan: "plans/mahnwesen.md",
		old: "**Baut auf**: Etappe 1",
		by: "**Baut auf**: Etappe 4",
		says: "valid-dependencies: Etappe 2 depends on Etappe 4, which this plan does not have.",
	},
	{
		example: "translated",
		plan: "plans/mahnwesen.md",
		old: "**Status**: 🟡 Geplant",
		by: "**Status**: Abgenomen",
		says: 'valid-status: No status is called "Abgenomen", so it counts as none. Did you mean "✅ Abgenommen"?',
	},
];

describe.each(["own-template", "translated"])("%s", (example) => {
	it("is clean for ESLint and for the command line", () => {
		const folder = repositoryOf(example);
		expect(lint(folder)).toEqual([]);
		expect(node(folder, acidPlans, "check")).toMatchObject({
			code: 0,
			screen: expect.stringContaining("no problems") as unknown,
		});
	});

	it("asks for the packages as they are now", () => {
		const { devDependencies } = JSON.parse(readFileSync(join(root, "examples", example, "package.json"), "utf8")) as {
			devDependencies: Record<string, string>;
		};
		for (const [name, folder] of [
			["acid-plans", "cli"],
			["eslint-config-acid-plans", "eslint-config"],
		] as const) {
			const { version } = JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8")) as {
				version: string;
			};
			expect(devDependencies[name], name).toBe(`^${version}`);
		}
	});

	it.each(BROKEN.filter((each) => each.example === example))(
		"says in the team's words: $says",
		({ plan, old, by, says }) => {
			const folder = repositoryOf(example);
			edit(folder, plan, old, by);
			expect(lint(folder)).toEqual(expect.arrayContaining([expect.stringContaining(says)]));
			expect(node(folder, acidPlans, "check").code).toBe(1);
		},
	);
});
