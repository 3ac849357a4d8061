import { expect, it } from "vitest";
import { brokenPlan, goodPlan, index } from "./plan-texts.js";
import { TestRepository } from "./repository.js";

const SEARCH = { "plans/README.md": index({ "search.md": "Search" }), "plans/search.md": goodPlan("Search") };

it("refuses a broken plan and shows what is wrong with it", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({ "plans/search.md": brokenPlan("Search") });
	repository.git("add", "plans");
	const screen = repository.refuseCommit();
	expect(screen).toContain("search.md");
	expect(screen).toMatch(/error +The section "Goals" is missing\..*acid-plans\/require-sections/);
	expect(screen).toContain("Checked 1 plan, 2 phases as staged: 1 error in 1 file");
});

it("lets a good plan land", () => {
	const repository = TestRepository.create(SEARCH);
	repository.git("add", "--all");
	expect(repository.landCommit()).toContain("Checked 1 plan, 2 phases as staged: no problems");
});

it("says nothing of a commit that concerns no plan", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked({ "src/page.js": "// one\n" });
	repository.write({ "src/page.js": "// two\n" });
	repository.git("add", "--all");
	expect(repository.landCommit()).not.toContain("Checked");
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
	expect(repository.landCommit()).toContain("1 older finding in 1 file that this commit does not touch");
});

it("refuses a plan that no parser takes, and stops no commit that leaves, mends or removes one", () => {
	const repository = TestRepository.create({ ...SEARCH, "plans/map.md": goodPlan("Map") });
	repository.write({ "plans/README.md": index({ "search.md": "Search", "map.md": "Map" }) });
	repository.commitUnchecked();
	const refused = `${"- ".repeat(50_000)}a\n`;
	repository.write({ "plans/map.md": refused });
	repository.git("add", "plans");
	const screen = repository.refuseCommit();
	expect(screen).toMatch(/map\.md\s+1:1 +error +Parsing error: This line begins with more than/);
	expect(screen).toContain("Checked 1 plan, 2 phases as staged: 1 error in 1 file");

	repository.commitUnchecked();
	repository.write({ "plans/search.md": goodPlan("Search").replace("ten", "nine") });
	repository.git("add", "plans");
	expect(repository.landCommit()).toContain("1 older finding in 1 file that this commit does not touch");
	repository.write({ "plans/map.md": goodPlan("Map") });
	repository.git("add", "plans");
	expect(repository.landCommit()).toContain("Checked 2 plans, 4 phases as staged: no problems");

	repository.commitUnchecked({ "plans/map.md": refused });
	repository.git("rm", "--quiet", "plans/map.md");
	repository.write({ "plans/README.md": index({ "search.md": "Search" }) });
	repository.git("add", "plans");
	repository.landCommit();
});

it("applies fixes of one file to what is staged", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	repository.write({
		"plans/search.md": goodPlan("Search").replace("🟡 Planned", "ðŸŸ¡ Planned").replace("ten", "nine"),
	});
	repository.git("add", "plans");
	repository.landCommit();
	expect(repository.git("show", "HEAD:plans/search.md")).toContain("🟡 Planned");
});

it("leaves nothing but the fixes of staged files when it refuses", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	const fixable = (text: string): string => text.replace("🟡 Planned", "ðŸŸ¡ Planned");
	repository.write({ "plans/search.md": fixable(brokenPlan("Search")), "plans/other.md": fixable(goodPlan("Other")) });
	repository.git("add", "plans/search.md");
	const { code, screen } = repository.commit();
	expect(screen).toMatch(/acid-plans\/require-sections/);
	expect(code).toBe(1);
	expect(repository.read("plans/search.md")).toBe(brokenPlan("Search"));
	expect(repository.git("show", ":plans/search.md")).toBe(brokenPlan("Search"));
	expect(repository.read("plans/other.md")).toBe(fixable(goodPlan("Other")));
	expect(repository.git("status", "--porcelain")).toBe("M  plans/search.md\n?? plans/other.md\n");
	expect(repository.git("stash", "list")).toBe("");
});

it("checks the first commit of a repository", () => {
	const repository = TestRepository.create({ ...SEARCH, "plans/search.md": brokenPlan("Search") });
	repository.git("add", "--all");
	repository.refuseCommit();
	repository.write(SEARCH);
	repository.git("add", "--all");
	repository.landCommit();
});

it("checks commits in a linked work tree", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	const worktree = repository.addWorktree("side");
	const before = repository.fingerprint;
	worktree.write({ "plans/search.md": brokenPlan("Search") });
	worktree.refuseCommit("--all");
	worktree.write({ "plans/search.md": goodPlan("Search").replace("ten", "nine") });
	worktree.landCommit("--all");
	expect(repository.fingerprint, "the other work tree").toBe(before);
});
