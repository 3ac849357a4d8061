import { utimesSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { workspaceFingerprint } from "./fingerprint.js";
import { TestFolder } from "./test-repository.js";

let folder: TestFolder;
beforeEach(() => {
	folder = TestFolder.repository().write("plans/a.md").write("src/a.ts").commit();
});
afterEach(() => folder.remove());

const fingerprint = (at: TestFolder = folder, repository = true, base: string | false = "HEAD"): string =>
	workspaceFingerprint({ root: at.root, plans: "plans", repository, base }, at.environment);

describe("workspaceFingerprint", () => {
	it.each<[string, () => unknown]>([
		["a sibling was edited", () => folder.write("plans/a.md", "x")],
		["a plan came", () => folder.write("plans/b.md")],
		["a plan was ignored", () => folder.write(".gitignore", "plans/\n").git("rm", "-q", "--cached", "plans/a.md")],
		["a deliverable was staged", () => folder.write("src/b.ts").stage()],
		["a deliverable was removed from the index", () => folder.git("rm", "-q", "--cached", "src/a.ts")],
		["HEAD moved", () => folder.git("commit", "-q", "--allow-empty", "-m", "next")],
	])("changes when %s", (_, change) => {
		const before = fingerprint();
		change();
		expect(fingerprint()).not.toBe(before);
	});

	it("is that of the content: a touched file and a fresh clone have the same", () => {
		const before = fingerprint();
		utimesSync(folder.path("plans/a.md"), 1, 1);
		folder.write("unrelated.txt");
		expect(fingerprint()).toBe(before);
		const clone = new TestFolder();
		clone.git("clone", "-q", folder.root, "clone");
		expect(fingerprint(new TestFolder(clone.path("clone")))).toBe(before);
		clone.remove();
	});

	it("leaves out what no rule reads", () => {
		const before = fingerprint(folder, false, false);
		folder.write("src/b.ts").commit();
		expect(fingerprint(folder, false, false)).toBe(before);
	});

	it("exists without a repository and without a commit", () => {
		const outside = new TestFolder().write("plans/a.md");
		const before = fingerprint(outside);
		outside.git("init", "-q");
		expect(fingerprint(outside)).not.toBe(before);
		outside.remove();
	});
});
