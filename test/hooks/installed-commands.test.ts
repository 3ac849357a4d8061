import { join } from "node:path";
import { expect, it } from "vitest";
import { goodPlan, index } from "./plan-texts.js";
import { type Outcome, TestRepository } from "./repository.js";

const SEARCH = { "plans/README.md": index({ "search.md": "Search" }), "plans/search.md": goodPlan("Search") };

function acidPlans(repository: TestRepository, ...args: readonly string[]): Outcome {
	return repository.run(join(repository.root, "node_modules/.bin/acid-plans"), ...args);
}

it("finds all in order where everything was set up, husky in a linked work tree too", () => {
	const repository = TestRepository.create(SEARCH);
	repository.commitUnchecked();
	const { code, screen } = acidPlans(repository, "doctor");
	expect(screen).toMatch(/All is in order\.\n$/);
	expect(code).toBe(0);

	const worktree = repository.addWorktree("other");
	expect(acidPlans(worktree, "doctor").code).toBe(0);
	worktree.git("rm", "--quiet", ".husky/pre-merge-commit");
	const { screen: told } = acidPlans(repository, "doctor");
	expect(told).toContain(`Linked work tree ${worktree.root}: pre-merge-commit is not installed`);
});

it("has the pages of the rules, the state of the plans, and their index", () => {
	const repository = TestRepository.create({ ...SEARCH, "plans/contact.md": goodPlan("Contact") });
	repository.commitUnchecked();
	const before = repository.fingerprint;
	expect(acidPlans(repository, "explain", "valid-links")).toMatchObject({
		code: 0,
		screen: expect.stringContaining("## Incorrect") as string,
	});
	expect(acidPlans(repository, "status").screen).toContain("2 plans: 0 of 4 phases done, 2 can start.");
	expect(acidPlans(repository, "graph").code).toBe(0);
	expect(acidPlans(repository, "index", "--check").code).toBe(1);
	expect(repository.fingerprint).toBe(before);

	expect(acidPlans(repository, "index")).toEqual({ code: 0, screen: "plans/README.md updated\n" });
	repository.git("add", "plans");
	expect(repository.commit()).toMatchObject({ code: 0 });
});
