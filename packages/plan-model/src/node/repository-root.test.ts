import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRepository, physicalPath } from "./repository-root.js";
import { TestFolder } from "./test-repository.js";

let folder: TestFolder;
beforeEach(() => {
	folder = TestFolder.repository();
});
afterEach(() => folder.remove());

const find = (path: string, environment: NodeJS.ProcessEnv = {}): ReturnType<typeof findRepository> =>
	findRepository(path, environment);

describe("findRepository", () => {
	it("goes up from a file that does not exist yet", () => {
		expect(find(folder.path("plans/deep/new.md"))).toMatchObject({
			root: folder.root,
			gitDirectory: folder.path(".git"),
			indexFile: folder.path(".git/index"),
		});
	});

	it("finds nothing outside of a repository", () => {
		const outside = new TestFolder();
		expect(find(outside.path("plans/a.md"))).toBeUndefined();
		outside.remove();
	});

	it("passes a .git folder that is no git directory, as git does", () => {
		mkdirSync(folder.path("plans/.git"), { recursive: true });
		expect(find(folder.path("plans/a.md"))?.root).toBe(folder.root);
	});

	it("knows a linked work tree with its own index and shared objects", () => {
		folder.commit();
		folder.git("worktree", "add", "-q", "-b", "linked", "linked tree");
		expect(find(folder.path("linked tree/plans/a.md"))).toMatchObject({
			root: folder.path("linked tree"),
			gitDirectory: folder.path(".git/worktrees/linked-tree"),
			commonDirectory: folder.path(".git"),
			indexFile: folder.path(".git/worktrees/linked-tree/index"),
		});
	});

	it("knows a submodule as a repository of its own", () => {
		const other = TestFolder.repository().write("plans/a.md").commit();
		folder.git("submodule", "add", "-q", other.root, "library");
		expect(find(folder.path("library/plans/a.md"))).toMatchObject({
			root: folder.path("library"),
			gitDirectory: folder.path(".git/modules/library"),
		});
		other.remove();
	});

	it("keeps a repository whose git directory is gone, for git to say so", () => {
		const lost = new TestFolder().write(".git", "gitdir: /nowhere/.git/worktrees/lost\n");
		expect(find(lost.path("plans/a.md"))).toMatchObject({ root: lost.root });
		lost.remove();
	});

	it("resolves a working directory that is a symbolic link", () => {
		const elsewhere = new TestFolder();
		symlinkSync(folder.root, elsewhere.path("link"));
		expect(find(elsewhere.path("link/plans/a.md"))?.root).toBe(folder.root);
		elsewhere.remove();
	});

	describe("in a hook", () => {
		it("takes the index that git made for the commit, wherever the process stands", () => {
			writeFileSync(folder.path(".git/next-index-1.lock"), "");
			const location = find(folder.path("plans/a.md"), { GIT_INDEX_FILE: ".git/next-index-1.lock" });
			expect(location).toMatchObject({
				indexFile: folder.path(".git/next-index-1.lock"),
				environment: { GIT_INDEX_FILE: folder.path(".git/next-index-1.lock") },
			});
		});

		it("takes a temporary index that lies elsewhere", () => {
			const elsewhere = new TestFolder().write("index", "");
			expect(find(folder.root, { GIT_INDEX_FILE: elsewhere.path("index") })?.indexFile).toBe(elsewhere.path("index"));
			elsewhere.remove();
		});

		it("leaves the variables of another repository out", () => {
			const other = TestFolder.repository();
			const location = find(folder.root, {
				GIT_DIR: other.path(".git"),
				GIT_INDEX_FILE: other.path(".git/index"),
				GIT_WORK_TREE: other.root,
			});
			expect(location).toMatchObject({ root: folder.root, indexFile: folder.path(".git/index") });
			expect(location?.environment).not.toHaveProperty("GIT_DIR");
			expect(location?.environment).not.toHaveProperty("GIT_INDEX_FILE");
			expect(location?.environment).not.toHaveProperty("GIT_WORK_TREE");
			other.remove();
		});

		it("leaves out the index alone when it is that of another repository", () => {
			const other = TestFolder.repository();
			expect(find(folder.root, { GIT_INDEX_FILE: other.path(".git/index") })?.indexFile).toBe(
				folder.path(".git/index"),
			);
			other.remove();
		});

		it("finds a work tree without .git by the environment", () => {
			const tree = new TestFolder();
			expect(find(tree.path("plans/a.md"), { GIT_DIR: folder.path(".git"), GIT_WORK_TREE: tree.root })).toMatchObject({
				root: tree.root,
				gitDirectory: folder.path(".git"),
			});
			tree.remove();
		});
	});
});

describe("physicalPath", () => {
	it("resolves folders and keeps the link that a file is", () => {
		folder.write("docs/a.md");
		symlinkSync("docs", folder.path("plans"));
		symlinkSync("a.md", folder.path("docs/b.md"));
		expect(physicalPath(folder.path("plans/b.md"))).toBe(folder.path("docs/b.md"));
	});
});
