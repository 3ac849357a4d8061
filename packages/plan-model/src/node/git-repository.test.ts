import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRepository, type GitRepository } from "./git-repository.js";
import { TestFolder } from "./test-repository.js";

let folder: TestFolder;
beforeEach(() => {
	folder = TestFolder.repository();
});
afterEach(() => folder.remove());

const open = (at: TestFolder = folder): GitRepository => openRepository(at.root, at.environment);
const oddNames = [
	"with space.md",
	'with "quotes".md',
	"with\nnewline.md",
	"-dash.md",
	"--help",
	"ümlaut-日本.md",
	"back\\slash.md",
	"glob*[x].md",
	":(top)magic.md",
	"$(touch x).md",
];

describe("the tracked files", () => {
	it("are those of git's index, not those on the disk", () => {
		folder.write("committed.ts").write("deleted.ts").commit();
		folder.delete("deleted.ts").write("staged.ts").stage("staged.ts").write("untracked.ts");
		const repository = open();
		expect(["committed.ts", "staged.ts", "deleted.ts", "untracked.ts"].map((path) => repository.hasFile(path))).toEqual(
			[true, true, true, false],
		);
		folder.git("rm", "-q", "--cached", "deleted.ts");
		expect(open().hasFile("deleted.ts")).toBe(false);
	});

	it("are known by any name", () => {
		for (const name of oddNames) folder.write(name);
		folder.commit();
		expect([...open().paths].sort()).toEqual([...oddNames].sort());
	});

	it("are known without a commit", () => {
		folder.write("src/a.ts").stage();
		expect(open().hasFile("src/a.ts")).toBe(true);
		expect(open().headCommit).toBeUndefined();
		expect(open().everTracked(["src/a.ts"])).toEqual({ paths: new Set(), problem: undefined });
	});

	it("have folders", () => {
		folder.write("src/deep/a.ts").commit();
		const repository = open();
		expect(["src", "src/deep/", "", "src/deep/a.ts", "sr"].map((path) => repository.hasDirectory(path))).toEqual([
			true,
			true,
			true,
			false,
			false,
		]);
	});

	it("have another letter case", () => {
		folder.write("src/Button.tsx").write("docs/über.md").commit();
		const repository = open();
		expect(repository.otherCase("SRC/button.tsx")).toBe("src/Button.tsx");
		expect(repository.otherCase("Src/")).toBe("src");
		expect(repository.otherCase("src/Button.tsx")).toBeUndefined();
		expect(repository.otherCase("docs/u\u0308ber.md")).toBe("docs/über.md");
		expect(repository.otherCase("src/missing.tsx")).toBeUndefined();
	});

	it("are found by their names", () => {
		folder.write("a/x.ts").write("b/x.ts").write("b/y.ts").commit();
		expect(open().withBaseName("x.ts")).toEqual(["a/x.ts", "b/x.ts"]);
	});

	it("have texts, as staged", () => {
		folder.write("package.json", "{}").stage().write("package.json", "changed");
		expect(open().texts(["package.json", "missing.json"])).toEqual({
			texts: new Map([["package.json", "{}"]]),
			problem: undefined,
		});
	});

	it("end at submodules and links", () => {
		const other = TestFolder.repository().write("x.ts").commit();
		folder.git("submodule", "add", "-q", other.root, "library");
		mkdirSync(folder.path("real"));
		symlinkSync("real", folder.path("link"));
		folder.commit();
		const repository = open();
		expect(
			["library/x.ts", "link/x.ts", "link", "library", "real/x.ts"].map((path) => repository.isUnknown(path)),
		).toEqual([true, true, false, false, false]);
		expect([repository.hasFile("library"), repository.hasDirectory("library"), repository.hasFile("link")]).toEqual([
			false,
			true,
			true,
		]);
		other.remove();
	});

	it("are all there in a sparse checkout with a sparse index", () => {
		folder.write("in/a.ts").write("out/b.ts").commit();
		folder.git("sparse-checkout", "set", "--cone", "--sparse-index", "in");
		expect(open().hasFile("out/b.ts")).toBe(true);
	});

	it("are those of the linked work tree", () => {
		folder.write("a.ts").commit();
		folder.git("worktree", "add", "-q", "-b", "other", "tree");
		const tree = new TestFolder(folder.path("tree")).write("b.ts").stage();
		expect([open(tree).hasFile("b.ts"), open().hasFile("b.ts")]).toEqual([true, false]);
	});

	it("are those of the index that a hook is given", () => {
		folder.write("a.ts").commit().write("staged.ts").stage().write("a.ts", "changed");
		writeFileSync(
			folder.path(".git/hooks/pre-commit"),
			`#!/bin/sh\ncp "$GIT_INDEX_FILE" ${folder.path(".git/kept")}\n`,
			{ mode: 0o755 },
		);
		folder.git("commit", "-q", "-m", "partial", "--", "a.ts");
		const environment = { ...folder.environment, GIT_INDEX_FILE: folder.path(".git/kept") };
		expect(openRepository(folder.root, environment).hasFile("staged.ts")).toBe(false);
		expect(open().hasFile("staged.ts")).toBe(true);
	});
});

describe("one process of any length", () => {
	it("lists once for a state, and again when the index changed", () => {
		folder.write("a.ts").commit();
		const first = open();
		expect(first.hasFile("b.ts")).toBe(false);
		expect(open()).toBe(first);
		folder.write("b.ts").stage();
		expect(open().hasFile("b.ts")).toBe(true);
		expect(first.hasFile("b.ts")).toBe(false);
	});

	it("sees two writes of the index that no clock tells apart", () => {
		const seen = ["a", "b", "c", "d", "e"].map((name) => {
			folder.write(`${name}.ts`, "same").stage();
			return open().paths.size;
		});
		expect(seen).toEqual([1, 2, 3, 4, 5]);
	});

	it("sees HEAD move", () => {
		folder.write("a.ts").commit();
		const before = open().headCommit;
		folder.git("commit", "-q", "--allow-empty", "-m", "next");
		expect(open().headCommit).not.toBe(before);
		folder.git("pack-refs", "--all");
		folder.git("commit", "-q", "--allow-empty", "-m", "again");
		expect(open().headCommit).toBe(folder.git("rev-parse", "HEAD").trim());
	});
});

describe("history", () => {
	it("knows what was added once, renamed and deleted since", () => {
		folder.write("old.ts", "a\nb\nc\n").write("gone/deep/x.ts").commit();
		folder.git("mv", "old.ts", "new.ts");
		folder.git("rm", "-rq", "gone");
		folder.commit().write("untracked.ts");
		const asked = [
			"old.ts",
			"new.ts",
			"gone",
			"gone/deep/x.ts",
			"untracked.ts",
			"never.ts",
			"../outside.ts",
			"/etc/passwd",
			"",
			"nul\0.ts",
		];
		expect(open().everTracked(asked)).toEqual({
			paths: new Set(["old.ts", "new.ts", "gone", "gone/deep/x.ts"]),
			problem: undefined,
		});
	});

	it("is read once for all when many ask", () => {
		folder.write("gone/deep/x.ts").write("y.ts").commit().delete("gone/deep/x.ts").commit();
		const repository = open();
		for (const path of ["a.ts", "y.ts", "c.ts", "gone/deep"]) repository.everTracked([path]);
		rmSync(folder.path(".git/objects"), { recursive: true });
		expect(repository.everTracked(["gone", "gone/deep/x.ts", "deep", "never.ts"])).toEqual({
			paths: new Set(["gone", "gone/deep/x.ts"]),
			problem: undefined,
		});
	});

	it("knows what a side branch added and removed before it was merged", () => {
		folder.write("a.ts").commit();
		folder.git("checkout", "-qb", "side");
		folder.write("brief.ts").commit().delete("brief.ts").commit();
		folder.git("checkout", "-q", "main");
		folder.write("b.ts").commit();
		folder.git("merge", "-q", "--no-edit", "side");
		expect(open().everTracked(["brief.ts"]).paths).toEqual(new Set(["brief.ts"]));
	});

	it("knows what the merge itself added", () => {
		folder.write("a.ts").commit();
		folder.git("checkout", "-qb", "side");
		folder.write("b.ts").commit();
		folder.git("checkout", "-q", "main");
		folder.write("c.ts").commit();
		folder.git("merge", "-q", "--no-commit", "side");
		folder.write("evil.ts").commit().delete("evil.ts").commit();
		expect(open().everTracked(["evil.ts"]).paths).toEqual(new Set(["evil.ts"]));
	});

	it("takes any name, and a config that shows no root commit", () => {
		for (const name of oddNames) folder.write(name);
		folder.commit();
		folder.git("config", "log.showRoot", "false");
		folder.git("config", "log.follow", "true");
		for (const name of oddNames) folder.delete(name);
		folder.commit();
		folder.git("config", "diff.orderFile", "missing");
		expect(open().everTracked(oddNames).paths).toEqual(new Set(oddNames));
		expect(open().everTracked(["--help"]).paths).toEqual(new Set(["--help"]));
	});

	it("takes more paths than a command line holds", () => {
		folder.write("a.ts").commit();
		const many = Array.from({ length: 4000 }, (_, at) => `${"long".repeat(10)}/${at}.ts`);
		expect(open().everTracked(["a.ts", ...many, "a.ts"]).paths).toEqual(new Set(["a.ts"]));
	});

	it("is cut off in a shallow clone", () => {
		folder.write("a.ts").commit().delete("a.ts").commit();
		const clone = new TestFolder();
		clone.git("clone", "-q", "--depth", "1", `file://${folder.root}`, "shallow");
		const shallow = openRepository(clone.path("shallow"), clone.environment);
		expect([shallow.isShallow, open().isShallow]).toEqual([true, false]);
		expect(shallow.everTracked(["a.ts"]).paths).toEqual(new Set());
		clone.remove();
	});
});

describe("what stops git", () => {
	it("is no repository", () => {
		const outside = new TestFolder();
		expect(open(outside).problem).toBe(
			`${outside.root} is in no git repository. Run \`git init\`, or set \`repository: false\` and \`base: false\`.`,
		);
		expect(open(outside).everTracked(["a"]).problem).toContain("is in no git repository");
		outside.remove();
	});

	it("is a git directory that is gone", () => {
		const lost = new TestFolder().write(".git", "gitdir: /nowhere/lost\n");
		expect(open(lost).problem).toMatch(/^`git ls-files` failed: not a git repository: .*\. Repair its \.git/);
		lost.remove();
	});

	it("is an index that cannot be read", () => {
		folder.write("a.ts").commit();
		writeFileSync(folder.path(".git/index"), "broken");
		expect(open().problem).toMatch(/^`git ls-files` failed: .*index file.*\. Restore git's index/);
		expect(open().hasFile("a.ts")).toBe(false);
	});

	it("is the missing program", () => {
		expect(openRepository(folder.root, { PATH: folder.root }).problem).toBe(
			"Git could not be started, since there is no `git` on the PATH. Install git or add it to the PATH.",
		);
	});
});
