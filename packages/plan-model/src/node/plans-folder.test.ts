import { symlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { locatePlans, normalizePlansFolder, plansFolderOf } from "./plans-folder.js";
import { TestFolder } from "./test-repository.js";

describe("normalizePlansFolder", () => {
	it.each([
		["plans", "plans"],
		["./docs//plans/", "docs/plans"],
		["docs\\plans", "docs/plans"],
		[".", ""],
		["../plans", undefined],
		["/plans", undefined],
		["C:/plans", undefined],
	])("%s", (written, normal) => expect(normalizePlansFolder(written)).toBe(normal));
});

describe("plansFolderOf", () => {
	it.each([
		["plans/a.md", ["plans"], "plans"],
		["packages/a/plans/deep/x.md", ["plans"], "packages/a/plans"],
		["plans/archive/plans/x.md", ["plans"], "plans/archive/plans"],
		["docs/plans/x.md", ["docs/plans"], "docs/plans"],
		["mydocs/plans/x.md", ["docs/plans"], undefined],
		["plans.md", ["plans"], undefined],
		["src/a.md", ["", "plans"], ""],
	])("%s in %j", (path, names, folder) => expect(plansFolderOf(path, names)).toBe(folder));
});

describe("locatePlans", () => {
	let folder: TestFolder;
	beforeEach(() => {
		folder = new TestFolder();
	});
	afterEach(() => folder.remove());

	it("goes up to the repository", () => {
		folder.git("init", "-q");
		expect(locatePlans(folder.path("packages/a/plans/x.md"), "plans", {})).toEqual({
			root: folder.root,
			inRepository: true,
			path: "packages/a/plans/x.md",
			folder: "packages/a/plans",
		});
	});

	it("takes the folder above the plans folder where there is no repository", () => {
		expect(locatePlans(folder.path("docs/plans/x.md"), ["plans", "docs/plans"], {})).toEqual({
			root: folder.root,
			inRepository: false,
			path: "docs/plans/x.md",
			folder: "docs/plans",
		});
	});

	it("follows a plans folder that is a link into the repository", () => {
		folder.git("init", "-q");
		folder.write("docs/work/x.md");
		symlinkSync("docs/work", folder.path("plans"));
		expect(locatePlans(folder.path("plans/x.md"), "plans", {})).toMatchObject({
			path: "docs/work/x.md",
			folder: "docs/work",
		});
	});
});
