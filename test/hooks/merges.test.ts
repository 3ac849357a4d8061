import { expect, it } from "vitest";
import { brokenPlan, goodPlan, index } from "./plan-texts.js";
import { TestRepository } from "./repository.js";

const SEARCH = { "plans/README.md": index({ "search.md": "Search" }), "plans/search.md": goodPlan("Search") };

it("checks the result of a merge without conflicts", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.git("switch", "--create", "side");
	repository.commitUnchecked({ "plans/contact.md": goodPlan("Contact") });
	repository.git("switch", "main");
	repository.commitUnchecked({ "notes.txt": "Something else.\n" });
	const before = repository.fingerprint;

	const { code, screen } = repository.run("git", "merge", "--no-edit", "side");
	expect(screen).toMatch(/contact\.md.*acid-plans\/index-complete/);
	expect(code).not.toBe(0);
	expect(repository.subjects).toEqual(["Before", "Before"]);
	repository.git("merge", "--abort");
	expect(repository.fingerprint).toBe(before);
});

it("lets a good merge land", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.git("switch", "--create", "side");
	repository.commitUnchecked({ "plans/search.md": goodPlan("Search").replace("ten", "nine") });
	repository.git("switch", "main");
	repository.commitUnchecked({ "notes.txt": "Something else.\n" });
	const { code, screen } = repository.run("git", "merge", "--no-edit", "side");
	expect(screen).toContain("Checked 1 plan, 2 phases as staged: no problems");
	expect(code).toBe(0);
});

it("checks how a conflict was resolved, and keeps the merge in progress", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.git("switch", "--create", "side");
	repository.commitUnchecked({ "plans/search.md": goodPlan("Search").replace("ten", "nine") });
	repository.git("switch", "main");
	repository.commitUnchecked({ "plans/search.md": goodPlan("Search").replace("ten", "eight") });
	expect(repository.run("git", "merge", "--no-edit", "side")).toMatchObject({ code: 1 });
	const merging = repository.git("rev-parse", "MERGE_HEAD");

	repository.write({ "plans/search.md": brokenPlan("Search") });
	repository.git("add", "plans");
	expect(repository.refuseCommit()).toMatch(/acid-plans\/require-sections/);
	expect(repository.git("rev-parse", "MERGE_HEAD")).toBe(merging);

	repository.write({ "plans/search.md": goodPlan("Search").replace("ten", "seven") });
	repository.git("add", "plans");
	repository.landCommit();
	expect(repository.git("log", "-1", "--format=%P").trim().split(" ")).toHaveLength(2);
});
