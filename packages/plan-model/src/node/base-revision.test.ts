import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openBase, type GitBaseRevision } from "./base-revision.js";
import { TestFolder } from "./test-repository.js";

let folder: TestFolder;
beforeEach(() => {
	folder = TestFolder.repository();
});
afterEach(() => folder.remove());

const open = (revision = "HEAD", at: TestFolder = folder): GitBaseRevision =>
	openBase(at.root, revision, ["plans"], at.environment);

describe("openBase", () => {
	it("gives texts as committed", () => {
		folder
			.write("plans/a.md", "\uFEFFa\n")
			.write("plans/b.md", "b\n")
			.write("plans/odd\nname.md", "odd\n")
			.write("src/x.md", "x")
			.commit();
		folder.write("plans/a.md", "changed").stage().write("plans/b.md", "unstaged").write("plans/new.md", "new");
		const base = open();
		expect(
			["plans/b.md", "plans/a.md", "plans/odd\nname.md", "plans/new.md", "src/x.md"].map((path) => base.text(path)),
		).toEqual(["b\n", "a\n", "odd\n", undefined, undefined]);
		expect([base.problem, base.missing, base.commit]).toEqual([
			undefined,
			undefined,
			folder.git("rev-parse", "HEAD").trim(),
		]);
	});

	it("tells an unchanged text", () => {
		folder.write("plans/a.md", "ä\n").commit();
		expect([
			open().isUnchanged("plans/a.md", "ä\n"),
			open().isUnchanged("plans/a.md", "ä"),
			open().isUnchanged("plans/b.md", ""),
		]).toEqual([true, false, false]);
	});

	it("follows the revision", () => {
		folder.write("plans/a.md", "1").commit().write("plans/a.md", "2").commit();
		folder.git("branch", "release/1.0", "HEAD~1");
		expect([
			open().text("plans/a.md"),
			open("release/1.0").text("plans/a.md"),
			open("HEAD~1").text("plans/a.md"),
		]).toEqual(["2", "1", "1"]);
		folder.write("plans/a.md", "3").commit();
		folder.git("branch", "-f", "release/1.0", "HEAD");
		expect([
			open().text("plans/a.md"),
			open("release/1.0").text("plans/a.md"),
			open("HEAD~1").text("plans/a.md"),
		]).toEqual(["3", "3", "2"]);
	});

	it("knows what git's index has under another path", () => {
		const text = Array.from({ length: 20 }, (_, line) => `Line ${line}`).join("\n");
		folder.write("plans/a.md", text).write("plans/b.md", "b\n").write("plans/c.md", "c\n").commit();
		const base = open();
		expect(base.renamedFrom("plans/x.md")).toBeUndefined();
		folder.delete("plans/a.md").write("plans/archive/x.md", `${text}\nand more\n`).delete("plans/b.md");
		expect(base.renamedFrom("plans/archive/x.md"), "not staged").toBeUndefined();
		folder.stage();
		expect(open().renamedFrom("plans/archive/x.md")).toEqual({
			path: "plans/a.md",
			similarity: expect.toSatisfy((similarity: number) => similarity > 0.8 && similarity < 1) as number,
		});
		expect([open().renamedFrom("plans/c.md"), open().renamedFrom("plans/b.md")]).toEqual([undefined, undefined]);
		folder.git("reset", "-q");
		expect(open().renamedFrom("plans/archive/x.md"), "no longer staged").toBeUndefined();
	});

	it("has nothing before the first commit", () => {
		folder.write("plans/a.md").stage();
		expect([open().missing, open().text("plans/a.md")]).toEqual(["no-commit", undefined]);
		expect(open().problem).toBe(
			"The repository has no commit yet, so there is no base revision HEAD. Make a first commit, or set `base: false`.",
		);
		folder.commit();
		expect([open().missing, open().text("plans/a.md")]).toEqual([undefined, "# plans/a.md\n"]);
	});

	it.each(["origin/main", "--all", "", "HEAD~7", "nul\0"])("says that there is no revision %j", (revision) => {
		folder.commit();
		expect(open(revision)).toMatchObject({ missing: "revision", commit: undefined });
		expect(open(revision).problem).toMatch(/^The base revision .* does not exist\. |is no revision\. /);
	});

	it("says that a shallow clone lacks it", () => {
		folder.write("plans/a.md", "1").commit().write("plans/a.md", "2").commit();
		const clone = new TestFolder();
		clone.git("clone", "-q", "--depth", "1", `file://${folder.root}`, "shallow");
		const shallow = new TestFolder(clone.path("shallow"));
		expect([open("HEAD", shallow).text("plans/a.md"), open("HEAD", shallow).problem]).toEqual(["2", undefined]);
		expect(open("HEAD~1", shallow).missing).toBe("shallow");
		clone.remove();
	});

	it("says that there is no repository", () => {
		const outside = new TestFolder();
		expect(open("HEAD", outside).missing).toBe("no-repository");
		outside.remove();
	});
});
