import { expect, it } from "vitest";
import { brokenPlan, donePlan, goodPlan, index } from "./plan-texts.js";
import { TestRepository } from "./repository.js";

const SEARCH = { "plans/README.md": index({ "search.md": "Search" }), "plans/search.md": goodPlan("Search") };
const BOTH = {
	"plans/README.md": index({ "search.md": "Search", "contact.md": "Contact" }),
	"plans/search.md": goodPlan("Search"),
	"plans/contact.md": goodPlan("Contact"),
};
const EDITED = goodPlan("Search").replace("of the last month", "of the last quarter");

it("lets a plan land whose staged part is good, and leaves the broken rest in the working tree", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({ "plans/search.md": EDITED });
	repository.git("add", "plans");
	repository.write({ "plans/search.md": brokenPlan("Search") });
	repository.landCommit();
	expect(repository.git("show", "HEAD:plans/search.md")).toBe(EDITED);
	expect(repository.read("plans/search.md")).toBe(brokenPlan("Search"));
});

it("refuses a plan whose staged part is broken, though the working tree is mended", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({ "plans/search.md": brokenPlan("Search") });
	repository.git("add", "plans");
	repository.write({ "plans/search.md": EDITED });
	expect(repository.refuseCommit()).toMatch(/acid-plans\/require-sections/);
});

it("refuses a new plan whose line of the index is not staged", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write(BOTH);
	repository.git("add", "plans/contact.md");
	expect(repository.refuseCommit()).toMatch(/contact\.md.*acid-plans\/index-complete/);
	repository.git("add", "plans/README.md");
	repository.landCommit();
});

it("refuses an index that lists a plan which is not staged", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write(BOTH);
	repository.git("add", "plans/README.md");
	expect(repository.refuseCommit()).toMatch(/contact\.md.*acid-plans\/index-complete/);
});

it("takes a deliverable for there when it is staged, and not when it only lies on the disk", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked({ "src/questions.js": "// questions\n" });
	repository.write({
		"plans/README.md": index({ "search.md": "Search" }, "✅ Done"),
		"plans/search.md": donePlan("Search", "src/answers.js"),
		"src/answers.js": "// answers\n",
	});
	repository.git("add", "plans");
	expect(repository.refuseCommit()).toMatch(/src\/answers\.js.*acid-plans\/existing-deliverables/);
	repository.git("add", "src");
	repository.landCommit();
});

it("checks `git commit --all`", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({ "plans/search.md": brokenPlan("Search") });
	expect(repository.refuseCommit("--all")).toMatch(/acid-plans\/require-sections/);
	repository.write({ "plans/search.md": EDITED });
	repository.landCommit("--all");
});

it("checks an amended commit", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({ "plans/search.md": brokenPlan("Search") });
	expect(repository.refuseCommit("--all", "--amend")).toMatch(/acid-plans\/require-sections/);
	repository.write({ "plans/search.md": EDITED });
	repository.landCommit("--all", "--amend");
	expect(repository.subjects).toEqual(["Change"]);
});

it("judges the paths of a partial commit alone", () => {
	const repository = TestRepository.create(BOTH);
	repository.commitUnchecked();
	repository.write({
		"plans/search.md": brokenPlan("Search"),
		"plans/contact.md": goodPlan("Contact").replace("ten", "nine"),
	});
	repository.git("add", "--all");
	repository.refuseCommit("--", "plans/search.md");
	repository.landCommit("--", "plans/contact.md");
	expect(repository.git("diff", "--cached", "--name-only")).toBe("plans/search.md\n");
});
