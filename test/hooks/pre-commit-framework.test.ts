import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, it, onTestFinished } from "vitest";
import { stringify } from "yaml";
import { hasFramework, installHooksAsFramework, offeredHooks, tarballsOf } from "./pre-commit-framework.js";
import { brokenPlan, goodPlan, index } from "./plan-texts.js";
import { TestRepository } from "./repository.js";

/*
 * What `.pre-commit-hooks.yaml` offers, in a repository without Node packages: its entry run as the framework runs it,
 * and, where the framework is installed, by the framework itself.
 */

const root = join(import.meta.dirname, "../..");
const PLANS = { "plans/README.md": index({ "search.md": "Search" }), "plans/search.md": goodPlan("Search") };

function expectVerdicts(repository: TestRepository): void {
	repository.git("add", "--all");
	const landed = repository.commit();
	expect(landed.code, landed.screen).toBe(0);
	repository.write({ "plans/search.md": brokenPlan("Search") });
	repository.git("add", "--all");
	const before = repository.fingerprint;
	const { code, screen } = repository.commit();
	expect(screen).toMatch(/"Goals" is missing.*acid-plans\/require-sections/);
	expect(code).toBe(1);
	expect(repository.fingerprint).toBe(before);
	expect(repository.subjects).toEqual(["Change"]);
}

it("refuses a bad plan and lets a good one land", () => {
	const repository = TestRepository.createBare({ "go.mod": "module handbook\n", ...PLANS });
	installHooksAsFramework(repository.root, offeredHooks(join(root, ".pre-commit-hooks.yaml")), inject("consumer"));
	expectVerdicts(repository);
});

// It makes an environment of its own, with npm.
it.runIf(hasFramework)(
	"does so when the framework itself installs and runs it",
	() => {
		const home = mkdtempSync(join(tmpdir(), "acid-plans-framework-"));
		onTestFinished(() => rmSync(home, { recursive: true, force: true }));
		// All that npm looks at when it installs this repository: it runs `prepare`, where nothing else is installed.
		const files = [".pre-commit-hooks.yaml", ".husky/install.mjs", "package.json", "pnpm-workspace.yaml"];
		const offered = TestRepository.createBare(
			Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), "utf8")])),
		);
		offered.commitUnchecked();
		const dependencies = [...tarballsOf(inject("consumer")), "eslint@10"];
		const config = {
			default_install_hook_types: ["pre-commit", "pre-merge-commit"],
			repos: [
				{
					repo: offered.root,
					rev: offered.git("rev-parse", "HEAD").trim(),
					hooks: [{ id: "acid-plans", additional_dependencies: dependencies }],
				},
			],
		};
		const repository = TestRepository.createBare({ ".pre-commit-config.yaml": stringify(config), ...PLANS });
		repository.settings = { PRE_COMMIT_HOME: home };
		expect(repository.run("pre-commit", "install")).toMatchObject({ code: 0 });
		expectVerdicts(repository);
	},
	240_000,
);
