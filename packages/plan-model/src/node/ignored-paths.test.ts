import { symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { openRepository } from "./git-repository.js";
import { TestFolder } from "./test-repository.js";

describe("ignored paths", () => {
	let folder: TestFolder | undefined;
	afterEach(() => folder?.remove());

	it("are those that git is told to ignore", () => {
		folder = TestFolder.repository().write(".gitignore", "dist/\n*.log\n").commit();
		const repository = openRepository(folder.root, folder.environment);
		expect([...repository.ignored(["dist/a.js", "src/a.js", "src/ä b.log", "../a.log", "/a.log"])]).toEqual([
			"dist/a.js",
			"src/ä b.log",
		]);
		expect([...repository.ignored([])]).toEqual([]);
	});

	it("are those, too, that git cannot place", () => {
		folder = TestFolder.repository().write("real/a.js").commit();
		symlinkSync(folder.path("real"), folder.path("linked"));
		const repository = openRepository(folder.root, folder.environment);
		expect([...repository.ignored(["src/a.js", "linked/a.js"])]).toEqual(["linked/a.js"]);
	});
});
