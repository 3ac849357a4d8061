import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LintedFolder } from "./linted-folder.js";

/* What git or the disk cannot tell is a finding with its cause, once in each document, and never silence. */

let folder: LintedFolder;
beforeEach(() => {
	folder = new LintedFolder({ cache: false })
		.write("plans/a.md", "# A\n\n**Status**: 🟡 Planned\n")
		.write("plans/b.md", "# B\n\n**Status**: 🟡 Planned\n")
		.commit();
});
afterEach(() => folder.remove());

/** The problems that were told, by document. */
function problems(environment: NodeJS.ProcessEnv = {}): string[] {
	const { status, findings } = folder.lint(["plans"], environment);
	expect(status).toBe(1);
	return findings.flatMap((finding) => {
		const [, file, problem] = /^(\S+):\d+ \S+ What this rule has to know cannot be had\. (.*)$/.exec(finding) ?? [];
		return problem === undefined ? [] : [`${file}: ${problem}`];
	});
}

/** The file of an object. */
function objectFile(id: string): string {
	return folder.path(".git/objects", id.slice(0, 2), id.slice(2));
}

describe("a finding with its cause tells of", () => {
	it("nothing where all is well", () => {
		expect(problems()).toEqual([]);
	});

	it("git that is not on the PATH", () => {
		const problem = "Git could not be started, since there is no `git` on the PATH. Install git or add it to the PATH.";
		expect(problems({ PATH: folder.path("nowhere"), Path: folder.path("nowhere") })).toEqual([
			`plans/a.md: ${problem}`,
			`plans/b.md: ${problem}`,
		]);
	});

	it("a damaged index", () => {
		writeFileSync(folder.path(".git/index"), "DIRC damaged");
		const told = problems();
		expect(told.map((each) => each.slice(0, 10))).toEqual(["plans/a.md", "plans/b.md"]);
		expect(told[0]).toMatch(
			/`git ls-files` failed: .*Restore git's index: delete the index file and run `git reset`\./,
		);
	});

	it("a damaged HEAD", () => {
		writeFileSync(folder.path(".git/HEAD"), "damaged");
		expect(problems()[0]).toMatch(/plans\/a\.md: `git .*` failed: /);
	});

	it("a missing commit", () => {
		rmSync(objectFile(folder.git("rev-parse", "HEAD").trim()));
		const problem =
			"Git has no content for the commit of HEAD. Run `git fsck` and restore the missing object, for example with `git fetch`.";
		expect(problems()).toEqual([`plans/a.md: ${problem}`, `plans/b.md: ${problem}`]);
	});

	it("nothing before the first commit", () => {
		rmSync(folder.path(".git"), { recursive: true });
		folder.git("init", "-q");
		folder.git("add", "-A");
		expect(problems()).toEqual([]);
	});

	it("a missing text at the base revision, in the document that needs it", () => {
		rmSync(objectFile(folder.git("rev-parse", "HEAD:plans/a.md").trim()));
		folder.write("plans/a.md", "# A\n\n**Status**: ✅ Done\n");
		expect(problems()).toEqual([
			"plans/a.md: Git has no content for plans/a.md. Run `git fsck` and restore the missing object, for example with `git fetch`.",
		]);
	});

	it("a missing text in git's index, in the index of the folder", () => {
		folder.write("plans/README.md", "# Plans\n\n- [A](a.md)\n- [B](b.md)\n").commit();
		rmSync(objectFile(folder.git("rev-parse", ":plans/b.md").trim()));
		folder.configure({ cache: false, snapshot: "index", base: false });
		expect(problems()).toEqual([expect.stringMatching(/^plans\/README\.md: Git has no content for plans\/b\.md\./)]);
	});

	it("a plan that cannot be read, in every plan where there is no index", () => {
		rmSync(folder.path("plans/b.md"));
		mkdirSync(folder.path("plans/b.md"));
		folder.write("plans/c.md", "# C\n\n**Status**: 🟡 Planned\n");
		const problem = "plans/b.md could not be read (not a file). Check that it is a file and that it may be read.";
		expect(problems()).toEqual([`plans/a.md: ${problem}`, `plans/c.md: ${problem}`]);
	});

	it("the same with a cache, in which nothing of it is kept", () => {
		folder.configure({});
		problems();
		rmSync(objectFile(folder.git("rev-parse", "HEAD:plans/a.md").trim()));
		folder.write("plans/a.md", "# A\n\n**Status**: ✅ Done\n");
		expect(problems()).toHaveLength(1);
		expect(readdirSync(folder.path(".git/acid-plans"))).toHaveLength(1);
		writeFileSync(folder.path(".git/index"), "DIRC damaged");
		expect(problems().filter((problem) => problem.includes("git ls-files"))).toHaveLength(2);
	});
});
