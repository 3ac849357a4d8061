import { expect, it } from "vitest";
import { brokenPlan, donePlan, goodPlan, index } from "./plan-texts.js";
import { TestRepository } from "./repository.js";

const SEARCH = { "plans/README.md": index({ "search.md": "Search" }), "plans/search.md": goodPlan("Search") };

it("refuses a broken plan and shows what is wrong with it", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({ "plans/search.md": brokenPlan("Search") });
	repository.git("add", "plans");
	const before = repository.fingerprint;

	const { code, screen } = repository.commit();

	expect(code).toBe(1);
	expect(screen).toContain("search.md");
	expect(screen).toMatch(/error +The section "Goals" is missing\..*acid-plans\/require-sections/);
	expect(screen).toContain("Checked 1 plan, 2 phases as staged: 1 error in 1 file");
	expect(repository.subjects).toEqual(["Before"]);
	expect(repository.fingerprint).toBe(before);
});

it("lets a good plan land", () => {
	const repository = TestRepository.create(SEARCH);
	repository.git("add", "--all");
	const { code, screen } = repository.commit();
	expect(screen).toContain("Checked 1 plan, 2 phases as staged: no problems");
	expect(code).toBe(0);
});

it("refuses to delete a plan that the index still lists", () => {
	const repository = TestRepository.create({
		"plans/README.md": index({ "search.md": "Search", "contact.md": "Contact" }),
		"plans/search.md": goodPlan("Search"),
		"plans/contact.md": goodPlan("Contact"),
	});
	repository.commitUnchecked();
	repository.git("rm", "plans/contact.md");
	const { code, screen } = repository.commit();
	expect(screen).toMatch(/contact\.md.*acid-plans\/index-complete/);
	expect(code).toBe(1);
});

it("refuses an index that drops a plan", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({ "plans/README.md": index({}) });
	const { code, screen } = repository.commit("--all");
	expect(screen).toMatch(/search\.md.*acid-plans\/index-complete/);
	expect(code).toBe(1);
});

it("refuses an index that lists a plan which is not staged", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({
		"plans/README.md": index({ "search.md": "Search", "contact.md": "Contact" }),
		"plans/contact.md": goodPlan("Contact"),
	});
	repository.git("add", "plans/README.md");
	const { code, screen } = repository.commit();
	expect(screen).toMatch(/contact\.md.*acid-plans\/index-complete/);
	expect(code).toBe(1);
});

it("judges what is staged, not the working tree", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({ "plans/search.md": goodPlan("Search").replace("of the last month", "of the last quarter") });
	repository.git("add", "plans");
	repository.write({ "plans/search.md": brokenPlan("Search") });
	expect(repository.commit()).toMatchObject({ code: 0 });
});

it("judges the paths of a partial commit alone", () => {
	const repository = TestRepository.create({
		...SEARCH,
		"plans/README.md": index({ "search.md": "Search", "contact.md": "Contact" }),
		"plans/contact.md": goodPlan("Contact"),
	});
	repository.commitUnchecked();
	repository.write({
		"plans/search.md": brokenPlan("Search"),
		"plans/contact.md": goodPlan("Contact").replace("ten", "nine"),
	});
	repository.git("add", "--all");

	expect(repository.commit("--", "plans/search.md")).toMatchObject({ code: 1 });
	expect(repository.commit("--", "plans/contact.md")).toMatchObject({ code: 0 });
});

it("says nothing of a commit that concerns no plan", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked({ "src/page.js": "// one\n" });
	repository.write({ "src/page.js": "// two\n" });
	repository.git("add", "--all");
	const { code, screen } = repository.commit();
	expect(screen).not.toContain("Checked");
	expect(code).toBe(0);
});

it("counts older findings in plans that the commit does not touch", () => {
	const repository = TestRepository.create({
		...SEARCH,
		"plans/README.md": index({ "search.md": "Search", "contact.md": "Contact" }),
	});
	repository.commitUnchecked({ "plans/contact.md": brokenPlan("Contact") });
	repository.write({ "plans/search.md": goodPlan("Search").replace("ten", "nine") });
	repository.git("add", "--all");

	expect(repository.check("--staged", "--all")).toMatchObject({ code: 1 });
	const { code, screen } = repository.commit();
	expect(screen).toContain("1 older finding in 1 file that this commit does not touch");
	expect(code).toBe(0);
});

it("checks the first commit of a repository", () => {
	const repository = TestRepository.create({ ...SEARCH, "plans/search.md": brokenPlan("Search") });
	repository.git("add", "--all");
	expect(repository.commit()).toMatchObject({ code: 1 });
	repository.write(SEARCH);
	repository.git("add", "--all");
	expect(repository.commit()).toMatchObject({ code: 0 });
});

it("checks commits in a linked work tree", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	const worktree = repository.addWorktree("side");
	worktree.write({ "plans/search.md": brokenPlan("Search") });
	expect(worktree.commit("--all")).toMatchObject({ code: 1 });
	worktree.write({ "plans/search.md": goodPlan("Search").replace("ten", "nine") });
	expect(worktree.commit("--all")).toMatchObject({ code: 0 });
});

it("checks the result of a merge without conflicts", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.git("switch", "--create", "side");
	repository.commitUnchecked({ "plans/contact.md": goodPlan("Contact") });
	repository.git("switch", "main");
	repository.commitUnchecked({ "notes.txt": "Something else.\n" });

	const { code, screen } = repository.run("git", "merge", "--no-edit", "side");
	expect(screen).toMatch(/contact\.md.*acid-plans\/index-complete/);
	expect(code).not.toBe(0);
	expect(repository.subjects).toEqual(["Before", "Before"]);
});

it("applies fixes of one file to what is staged", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({
		"plans/search.md": goodPlan("Search").replace("🟡 Planned", "ðŸŸ¡ Planned").replace("ten", "nine"),
	});
	repository.git("add", "plans");
	expect(repository.commit()).toMatchObject({ code: 0 });
	expect(repository.git("show", "HEAD:plans/search.md")).toContain("🟡 Planned");
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
	const { code, screen } = repository.commit();
	expect(screen).toMatch(/src\/answers\.js.*acid-plans\/existing-deliverables/);
	expect(code).toBe(1);

	repository.git("add", "src");
	expect(repository.commit()).toMatchObject({ code: 0 });
});

it("checks an amended commit", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({ "plans/search.md": brokenPlan("Search") });
	expect(repository.commit("--all", "--amend")).toMatchObject({ code: 1 });
});

it("refuses a rename that leaves the index behind", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.git("mv", "plans/search.md", "plans/finding.md");
	const { code, screen } = repository.commit();
	expect(screen).toMatch(/acid-plans\/index-complete/);
	expect(code).toBe(1);
	repository.write({ "plans/README.md": index({ "finding.md": "Search" }) });
	expect(repository.commit("--all")).toMatchObject({ code: 0 });
});
