import { join } from "node:path";
import { readFileSync } from "node:fs";
import { expect, inject, it } from "vitest";
import { brokenPlan, goodPlan } from "./plan-texts.js";
import { configuredHooks, installHooksAsFramework } from "./pre-commit-framework.js";
import { TestRepository } from "./repository.js";

/*
 * From nothing to "a bad plan cannot land" in one command. The packages are those that are packed; that they are there
 * already is all that `init` is spared.
 */

/** The packages as `npm install` writes them into package.json. */
function installed(): string {
	const { dependencies } = JSON.parse(readFileSync(join(inject("consumer"), "package.json"), "utf8")) as {
		dependencies: Record<string, string>;
	};
	return `${JSON.stringify({ name: "handbook", private: true, devDependencies: dependencies }, null, 2)}\n`;
}

it("protects a repository that has nothing with `init --install`", () => {
	const repository = TestRepository.createPlain({ "package.json": installed() });
	expect(repository.run("npx", "acid-plans", "init", "--install")).toMatchObject({ code: 0 });

	expect(repository.run("npx", "acid-plans", "new", "Search")).toMatchObject({ code: 0 });
	repository.git("add", "--all");
	expect(repository.refuseCommit()).toMatch(/acid-plans\/no-placeholders/);
	repository.write({ "plans/search.md": goodPlan("Search") });
	expect(repository.landCommit("--all")).toContain("no problems");

	repository.git("switch", "--create", "side");
	repository.commitUnchecked({ "plans/contact.md": goodPlan("Contact") });
	repository.git("switch", "main");
	repository.commitUnchecked({ "notes.txt": "Something else.\n" });
	const merged = repository.run("git", "merge", "--no-edit", "side");
	expect(merged.screen).toMatch(/contact\.md.*acid-plans\/index-complete/);
	expect(merged.code).not.toBe(0);
	repository.git("merge", "--abort");

	const before = repository.fingerprint;
	const { code, screen } = repository.run("npx", "acid-plans", "init");
	expect(screen).toContain("Nothing to write");
	expect(screen).not.toContain("Next");
	expect(code).toBe(0);
	expect(repository.fingerprint).toBe(before);
	expect(repository.run("npx", "acid-plans", "doctor")).toMatchObject({
		code: 0,
		screen: expect.stringContaining("All is in order.") as unknown,
	});
});

it("protects a repository without packages whose plans have a shape of their own", () => {
	const plan =
		"# Search revamp\n\n## Milestone 1: Build\n\n- [ ] Write it\n\n## Milestone 2: Use it\n\n- [ ] Show it\n";
	const repository = TestRepository.createBare({ "pyproject.toml": "[project]\n", "plans/search.md": plan });
	expect(repository.run(join(inject("consumer"), "node_modules/.bin/acid-plans"), "init")).toMatchObject({ code: 0 });
	installHooksAsFramework(
		repository.root,
		configuredHooks(join(repository.root, ".pre-commit-config.yaml")),
		inject("consumer"),
	);
	repository.git("add", "--all");
	repository.landCommit();
	repository.write({ "plans/search.md": plan.replace("Use it", "Use it ✅") });
	expect(repository.refuseCommit("--all")).toMatch(/acid-plans\/all-or-nothing/);
	repository.write({ "plans/search.md": brokenPlan("Search") });
	repository.landCommit("--all");
});
