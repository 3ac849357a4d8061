import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedEntries, rangeChanges, stagedChanges, type PathChanges } from "./changes.js";
import { findRepository, type RepositoryLocation } from "./repository-root.js";
import { TestFolder } from "./test-repository.js";

let folder: TestFolder;
beforeEach(() => {
	folder = TestFolder.repository();
});
afterEach(() => folder.remove());

const staged = (): PathChanges => stagedChanges(folder.root, {}, folder.environment);
const text = "one\ntwo\nthree\nfour\nfive\n";

describe("stagedChanges", () => {
	it("tells what a commit would change, whatever the disk holds", () => {
		folder.write("changed.md", "1").write("old\nname.md", text).write("deleted.md", "d").write("kept.md", "k").commit();
		folder.write("changed.md", "2").write("added file.md", "new").delete("deleted.md");
		folder.git("mv", "--", "old\nname.md", "-new.md");
		folder.stage().write("kept.md", "unstaged").write("untracked.md").write("announced.md");
		folder.git("add", "-N", "announced.md");
		expect(staged().changes).toEqual([
			{ kind: "renamed", path: "-new.md", from: "old\nname.md" },
			{ kind: "added", path: "added file.md", from: undefined },
			{ kind: "changed", path: "changed.md", from: undefined },
			{ kind: "deleted", path: "deleted.md", from: undefined },
		]);
	});

	it("tells everything before the first commit", () => {
		folder.write("a.md").stage();
		expect(staged().changes).toEqual([{ kind: "added", path: "a.md", from: undefined }]);
	});

	it("tells a conflict", () => {
		folder.write("a.md", "base").commit();
		folder.git("checkout", "-qb", "side");
		folder.write("a.md", "side").commit();
		folder.git("checkout", "-q", "main");
		folder.write("a.md", "main").commit();
		expect(() => folder.git("merge", "-q", "side")).toThrow();
		expect(staged().changes).toContainEqual({ kind: "unmerged", path: "a.md", from: undefined });
	});

	it("says why it cannot", () => {
		const outside = new TestFolder();
		expect(stagedChanges(outside.root, {}, outside.environment).problem).toContain("is in no git repository");
		outside.remove();
		expect(stagedChanges(folder.commit().root, { against: "gone" }, folder.environment).problem).toContain(
			"gone does not exist",
		);
	});
});

describe("rangeChanges", () => {
	it("tells what differs between two revisions", () => {
		folder.write("plans/a.md", text).commit();
		folder.git("tag", "before");
		folder.git("mv", "plans/a.md", "plans/b.md");
		folder.write("src/deep/x.ts").commit();
		expect(rangeChanges(folder.root, "before", "HEAD", folder.environment).changes).toEqual([
			{ kind: "renamed", path: "plans/b.md", from: "plans/a.md" },
			{ kind: "added", path: "src/deep/x.ts", from: undefined },
		]);
		expect(rangeChanges(folder.root, "before", "gone", folder.environment).problem).toContain("gone does not exist");
	});
});

describe("changedEntries", () => {
	it("tells of links, submodules that the config passes over, and paths that are only announced", () => {
		const id = "1".repeat(40);
		folder
			.write("a.md", "1")
			.write("kept.md")
			.write(".gitmodules", '[submodule "sub"]\n\tpath = sub\n\turl = ./sub\n\tignore = all\n');
		folder.git("add", "--all");
		folder.git("update-index", "--add", "--cacheinfo", `160000,${id},sub`);
		folder.git("update-index", "--add", "--cacheinfo", `120000,${folder.git("rev-parse", ":a.md").trim()},link`);
		folder.git("commit", "-q", "-m", "all");
		folder.git("rm", "-q", "--cached", "sub", "link");
		folder.write("a.md", "2").write("link", "text").stage("a.md", "link").write("announced.md");
		folder.git("add", "-N", "announced.md");
		const entries = changedEntries(findRepository(folder.root, folder.environment) as RepositoryLocation, "HEAD");
		const modes =
			"problem" in entries
				? entries.problem
				: entries.map(({ path, before, after }) => [path, before.mode, after.mode]);
		expect(modes).toEqual([
			["a.md", "100644", "100644"],
			["announced.md", "000000", "100644"],
			["link", "120000", "100644"],
			["sub", "160000", "000000"],
		]);
	});
});
