import { symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { creates, delivered, planText, Situation, VERSIONS } from "./situation.js";

/*
 * What surrounds a plan, in real files, real git and real runs of each version of ESLint. Each situation asks the rules
 * that could be misled by it. Finer cases of the same stand beside the code:
 *
 * | situation | here | finer |
 * | --- | --- | --- |
 * | no repository | yes | `git-repository.test.ts`, `repository-root.test.ts` |
 * | no commit yet | yes | `base-revision.test.ts` |
 * | shallow clone | yes | `base-revision.test.ts`, `existing-deliverables.test.ts` |
 * | linked work tree | yes | `repository-root.test.ts`, `test/hooks` |
 * | submodule | yes | `git-repository.test.ts`, `link-faults.test.ts` |
 * | renamed, deleted, untracked, ignored and staged-only files | yes | `git-repository.test.ts`, `ignored-paths.test.ts` |
 * | renamed plan | yes | `base-revision.test.ts` |
 * | symbolic links | yes | `file-workspace.test.ts`, `plans-folder.test.ts` |
 * | letter case | yes | `git-repository.test.ts` |
 * | two folders of plans | yes | `path-places.test.ts`, `cross-plan-conflicts.test.ts` |
 * | one long-lived instance, unsaved text, `--fix`, `--stdin`, working directory | `runs.test.ts` | `file-workspace.test.ts` |
 * | `--cache`, `--concurrency` | `cache.test.ts` | `fingerprint.test.ts` |
 * | a commit, its hooks and partial commits | | `test/hooks` |
 */

const CONFLICT = "no-write-conflicts Phase 1 creates `src/a.ts`";
const conflicts = (found: readonly string[]): string[] =>
	found.filter((each) => each.includes(CONFLICT)).map((each) => each.slice(0, each.indexOf(":")));

describe.each(VERSIONS)("under ESLint $version", (version) => {
	const DELIVERABLES = ["existing-deliverables"];
	const inRepository = (...rules: string[]): Situation => Situation.in(version, rules);

	it("without a repository: plans are compared, and what needs git says that there is none", async () => {
		const folder = new Situation(version).config(["no-write-conflicts", "existing-deliverables", "status-transition"]);
		folder.write("plans/a.md", creates("A")).write("plans/b.md", creates("B")).write("plans/c.md", delivered("C"));
		const found = await folder.lint();
		expect(conflicts(found)).toEqual(["plans/a.md", "plans/b.md"]);
		const rest = found.filter((each) => !each.includes(CONFLICT));
		expect(rest).toHaveLength(3);
		for (const each of rest) expect(each).toMatch(/:1 \S+ What this rule has to know cannot be had\. .*git init/u);
	});

	it("before the first commit: nothing is older, staged files are there, others never were", async () => {
		const folder = inRepository("existing-deliverables", "status-transition", "completed-phase-immutable");
		folder.write("plans/a.md", delivered("A")).write("plans/b.md", delivered("B", "src/b.ts"));
		folder.write("src/a.ts").write("src/b.ts").stage("src/a.ts");
		expect(await folder.lint()).toEqual([
			expect.stringMatching(/^plans\/b\.md:\d+ existing-deliverables .*src\/b\.ts/u),
		]);
	});

	it("in a shallow clone: what may have been there once is not called missing, and a base that is cut off is named", async () => {
		const origin = inRepository("existing-deliverables", "status-transition");
		origin.write("src/a.ts").write("src/keep.ts").commit("first");
		origin.delete("src/a.ts").write("plans/a.md", delivered("A")).commit("second");
		const clone = origin.beside("clone");
		origin.git("clone", "-q", "--depth", "1", `file://${origin.root}`, clone.root);
		expect(await clone.lint()).toEqual([]);
		clone.config(["status-transition"], { base: "HEAD~1" });
		expect(await clone.lint()).toEqual([expect.stringMatching(/^plans\/a\.md:1 status-transition .*shallow/u)]);
	});

	it("in a linked work tree: its own index and its own HEAD count", async () => {
		const folder = inRepository("existing-deliverables", "completed-phase-immutable");
		folder.write("src/keep.ts").write("plans/a.md", delivered("A")).commit();
		const tree = folder.beside("tree");
		folder.git("worktree", "add", "-q", "-b", "side", tree.root);
		tree.write("src/a.ts").stage();
		expect(await tree.lint()).toEqual([]);
		expect(await folder.lint()).toHaveLength(1);
		tree.commit();
		tree.write("plans/a.md", delivered("A").replace("### Phase 1: Work\n\n**Status**: ✅ Done", "### Phase 1: Work"));
		expect(await tree.lint()).toEqual([expect.stringContaining("completed-phase-immutable")]);
	});

	it("with a submodule: what lies in it is unknown to the outer repository, and known to itself", async () => {
		const library = inRepository(...DELIVERABLES);
		library.write("src/x.ts").write("plans/a.md", delivered("A", "src/gone.ts")).commit();
		const folder = inRepository(...DELIVERABLES);
		folder.write("src/keep.ts").write("plans/a.md", delivered("A", "lib/src/unknown.ts")).commit();
		folder.git("submodule", "add", "-q", library.root, "lib");
		expect(await folder.lint(["plans"])).toEqual([]);
		expect(await folder.lint(["lib/plans"])).toEqual([
			expect.stringMatching(/^lib\/plans\/a\.md:\d+ existing-deliverables .*src\/gone\.ts/u),
		]);
	});

	it("a deliverable that is untracked or never was is missing; staged, ignored and once tracked ones are not", async () => {
		const folder = inRepository(...DELIVERABLES);
		const names = ["tracked", "old", "deleted", "untracked", "ignored", "staged", "never"];
		for (const name of names) folder.write(`plans/${name}.md`, delivered(name, `src/${name}.ts`));
		for (const name of ["tracked", "old", "deleted"]) folder.write(`src/${name}.ts`, `export const ${name} = 1;\n`);
		folder.write(".gitignore", "src/ignored.ts\n").commit();
		folder.git("mv", "src/old.ts", "src/new.ts");
		folder.git("rm", "-q", "src/deleted.ts");
		folder.write("src/staged.ts").stage("src/staged.ts");
		folder.write("src/untracked.ts").write("src/ignored.ts");
		expect((await folder.lint()).map((each) => each.slice(0, each.indexOf(":")))).toEqual([
			"plans/never.md",
			"plans/untracked.md",
		]);
	});

	it("plans that are untracked or only staged count, ignored and deleted ones do not", async () => {
		const folder = inRepository("no-write-conflicts");
		folder
			.write(".gitignore", "plans/ignored.md\n")
			.write("plans/a.md", creates("A"))
			.write("plans/gone.md", creates("G"));
		folder.commit().delete("plans/gone.md");
		folder.write("plans/ignored.md", creates("I"));
		expect(conflicts(await folder.lint(["plans/a.md"]))).toEqual([]);
		folder.write("plans/new.md", creates("N"));
		expect(conflicts(await folder.lint(["plans/a.md", "plans/new.md"]))).toEqual(["plans/a.md", "plans/new.md"]);
		folder.stage("plans/new.md");
		expect(conflicts(await folder.lint(["plans/a.md", "plans/new.md"]))).toEqual(["plans/a.md", "plans/new.md"]);
		folder.git("mv", "-f", "plans/new.md", "plans/renamed.md");
		expect(conflicts(await folder.lint(["plans/a.md", "plans/renamed.md"]))).toEqual([
			"plans/a.md",
			"plans/renamed.md",
		]);
	});

	it("a renamed plan is the one it was, and a new one in the place of another is not", async () => {
		const folder = inRepository("completed-phase-immutable", "updated-date", "status-transition");
		const text = delivered("Search").replace("\n\n**Status**", "\n\n**Last Updated**: 2020-01-01\n\n**Status**");
		folder.write("plans/a.md", text).commit();
		folder.git("mv", "plans/a.md", "plans/b.md");
		expect(await folder.lint()).toEqual([]);
		folder.write("plans/b.md", text.replace("**Status**: ✅ Done\n\n**Deliv", "**Status**: 🔄 In Progress\n\n**Deliv"));
		const found = [
			expect.stringMatching(/^plans\/b\.md:\d+ updated-date .*at HEAD in `plans\/a\.md`/u),
			expect.stringMatching(/^plans\/b\.md:\d+ completed-phase-immutable .*at HEAD in `plans\/a\.md`/u),
		];
		expect(await folder.lint()).toEqual(found);
		folder.stage();
		expect(await folder.lint()).toEqual(found);
		folder.write("plans/b.md", folder.read("plans/b.md").replace("# Search", "# Billing")).stage();
		expect(await folder.lint()).toEqual([]);
	});

	it("symbolic links: a plan that leads out is not read for others, a deliverable behind one is unknown", async () => {
		const outside = new Situation(version).write("secret.md", creates("Secret")).write("src/a.ts");
		const folder = inRepository("no-write-conflicts", "existing-deliverables");
		folder.write("plans/a.md", creates("A")).write("plans/b.md", delivered("B", "linked/x.ts"));
		symlinkSync(outside.path("secret.md"), folder.path("plans/out.md"));
		symlinkSync(outside.path("src"), folder.path("linked"));
		folder.commit();
		const found = await folder.lint(["plans/a.md", "plans/b.md"]);
		expect(found).toEqual([]);
	});

	it.each(["true", "false"])(
		"letter case, with core.ignorecase %s: git's spelling is the right one",
		async (ignoreCase) => {
			const folder = inRepository("existing-deliverables", "valid-links");
			folder.git("config", "core.ignorecase", ignoreCase);
			folder.write("src/Reader.ts").write("plans/Other.md", planText("Other", "🟡 Planned", "1. Add it"));
			folder.write("plans/a.md", `${delivered("A", "src/reader.ts")}\nSee [the other](other.md).\n`).commit();
			const found = await folder.lint(["plans/a.md"]);
			expect(found).toEqual([
				expect.stringMatching(/existing-deliverables .*`src\/Reader\.ts`/u),
				expect.stringMatching(/valid-links .*Other\.md/u),
			]);
		},
	);

	it("two folders of plans: one file by two names is found in both, two files by one name are left alone", async () => {
		const folder = inRepository("no-write-conflicts");
		folder.write("packages/x/src/x.ts").write("packages/y/src/y.ts");
		folder.write("packages/x/plans/x.md", creates("X")).write("packages/y/plans/y.md", creates("Y")).commit();
		expect(await folder.lint()).toEqual([]);
		folder.write("plans/root.md", creates("Root", "packages/x/src/a.ts"));
		expect(await folder.lint()).toEqual([
			expect.stringMatching(/^packages\/x\/plans\/x\.md:\d+ .*`packages\/x\/src\/a\.ts`.*`plans\/root\.md`/u),
			expect.stringMatching(/^plans\/root\.md:\d+ .*`packages\/x\/src\/a\.ts`.*`packages\/x\/plans\/x\.md`/u),
		]);
	});
});
