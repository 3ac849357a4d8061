import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";

const PLAN = `# Search Implementation Plan

**Status**: 🟡 Planned

## Overview
What readers gain.

## Goals
- Every reader finds the page at once

## Prerequisites
- Access to the handbook

## ACID Breakdown

### Phase 1: Collect the questions
**Objective**: Know what is asked.

**Steps**:
1. Write the list of the ten most frequent questions.

**Testing**: Each question of the list was asked at least twice.

**Deliverables**: A list of ten questions

## Success Criteria
- Fewer questions in the month after

## Risks & Mitigation
- The questions change: the list is written anew each quarter

## Timeline
- Phase 1: 2 days
`;
const BROKEN = PLAN.replace("## Goals", "## Whatever");
const INDEX = "# Plans\n\n## Active Plans\n- [Search](search.md) - 🟡 Planned - What readers gain\n";
const CONFIG = 'import acidPlans from "eslint-config-acid-plans";\nexport default [...acidPlans()];\n';

describe("in a repository without an ESLint config", () => {
	it("checks plans with the defaults and counts them", () => {
		const folder = createFolder({ "go.mod": "module handbook\n", "plans/README.md": INDEX, "plans/search.md": PLAN });
		git(folder, "init", "--quiet");
		expect(acidPlans(folder, "check")).toEqual({
			code: 0,
			stdout: "Checked 1 plan, 1 phase: no problems\n",
			stderr: "",
		});
	});

	it.each([true, false])("finds the plans from inside their folder, too (git: %s)", (isRepository) => {
		const folder = createFolder({ "plans/README.md": INDEX, "plans/search.md": BROKEN });
		if (isRepository) git(folder, "init", "--quiet");
		for (const path of [["search.md"], ["."], []]) {
			const { code, stdout } = acidPlans(join(folder, "plans"), "check", ...path);
			expect(stdout).toContain("acid-plans/require-sections");
			expect(code).toBe(1);
		}
	});

	it("takes a folder that it is given for a plans folder", () => {
		const folder = createFolder({ "docs/roadmaps/search.md": BROKEN });
		const { code, stdout } = acidPlans(folder, "check", "docs/roadmaps");
		expect(stdout).toContain("acid-plans/require-sections");
		expect(stdout).toContain("Checked 1 plan, 1 phase: 1 error in 1 file\n");
		expect(code).toBe(1);
	});

	it("says what it left out where there is no git repository", () => {
		const folder = createFolder({ "plans/README.md": INDEX, "plans/search.md": PLAN });
		const { code, stdout } = acidPlans(folder, "check", "plans");
		expect(stdout).toBe(
			"This is no git repository, so nothing was compared with tracked files and history.\nChecked 1 plan, 1 phase: no problems\n",
		);
		expect(code).toBe(0);
	});

	it("passes when no file is a plan", () => {
		const folder = createFolder({ "plans/README.md": "# Plans\n" });
		expect(acidPlans(folder, "check", "plans")).toMatchObject({
			code: 0,
			stdout: expect.stringMatching(/\nChecked 0 plans, 0 phases: no problems\n$/),
		});
	});
});

describe("in a repository with an ESLint config", () => {
	it("uses that config", () => {
		const folder = createFolder({
			"eslint.config.mjs": CONFIG.replace(
				"acidPlans()",
				'acidPlans({ rules: { "acid-plans/require-sections": "warn" } })',
			),
			"plans/search.md": BROKEN,
		});
		linkPackages(folder);
		git(folder, "init", "--quiet");
		expect(acidPlans(folder, "check")).toMatchObject({
			code: 0,
			stdout: expect.stringContaining(": 1 warning in 1 file"),
		});
		expect(acidPlans(folder, "check", "--max-warnings", "0")).toMatchObject({ code: 1 });
		expect(acidPlans(folder, "check", "--max-warnings", "0", "--quiet")).toMatchObject({
			code: 0,
			stdout: expect.stringContaining("no problems"),
		});
	});

	it("could not run when that config does not know plans", () => {
		const folder = createFolder({
			"eslint.config.mjs": "export default [{ rules: {} }];\n",
			"plans/search.md": BROKEN,
		});
		linkPackages(folder);
		const { code, stderr } = acidPlans(folder, "check", "plans");
		expect(stderr).toMatch(
			/^acid-plans: No rule of acid-plans is on for plans\/search\.md.*Add `\.\.\.acidPlans\(\)`.*eslint\.config\.mjs.*\n$/,
		);
		expect(code).toBe(2);
	});

	it("could not run when a processor hides the plan from the rules", () => {
		const folder = createFolder({
			"eslint.config.mjs": `import markdown from "@eslint/markdown";\n${CONFIG.replace("acidPlans()]", 'acidPlans(), { files: ["**/*.md"], plugins: { markdown }, processor: "markdown/markdown" }]')}`,
			"plans/search.md": BROKEN,
		});
		linkPackages(folder);
		expect(acidPlans(folder, "check", "plans")).toMatchObject({
			code: 2,
			stderr: expect.stringContaining("a processor for Markdown must not come after it"),
		});
	});

	it.each([
		["a syntax error", "export default [;\n"],
		["an unknown option", CONFIG.replace("acidPlans()", 'acidPlans({ plan: "plans" })')],
		["an unknown rule", CONFIG.replace("acidPlans()", 'acidPlans({ rules: { "acid-plans/nope": "error" } })')],
		[
			"a wrong setting",
			'import acidPlans from "eslint-config-acid-plans";\nexport default [...acidPlans(), { settings: { "acid-plans": { base: 3 } } }];\n',
		],
	])("could not run when the config has %s, and says so without a stack", (_, config) => {
		const folder = createFolder({ "eslint.config.mjs": config, "plans/search.md": PLAN });
		linkPackages(folder);
		const { code, stderr } = acidPlans(folder, "check", "plans");
		expect(stderr).toMatch(/^acid-plans: .+\.\n$/);
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(code).toBe(2);
	});

	it("writes fixes when asked", () => {
		const folder = createFolder({ "eslint.config.mjs": CONFIG, "plans/search.md": PLAN.replace("🟡", "ðŸŸ¡") });
		linkPackages(folder);
		git(folder, "init", "--quiet");
		expect(acidPlans(folder, "check", "plans")).toMatchObject({ code: 1 });
		expect(acidPlans(folder, "check", "--fix-only", "plans")).toEqual({ code: 0, stdout: "", stderr: "" });
		expect(acidPlans(folder, "check", "plans")).toMatchObject({ code: 0 });
	});
});

describe("what cannot be checked", () => {
	it.each<[string, string[], RegExp]>([
		["an unknown command", ["chek"], /unknown command 'chek'/],
		["an unknown option", ["check", "--stagd"], /unknown option '--stagd'[\s\S]*--staged/],
		["a number that is none", ["check", "--max-warnings", "few"], /whole number/],
		["a path that is not there", ["check", "nowhere"], /There is no file or folder nowhere\./],
		["a folder without .md files", ["check", "empty"], /No \.md file matches empty\./],
		["nothing by default", ["check"], /no folder `plans`/],
		["paths with --staged", ["check", "--staged", "plans"], /takes no paths/],
		["--staged outside of a repository", ["check", "--staged"], /no git repository/],
		["--all without --staged", ["check", "--all"], /Give both/],
	])("%s", (_, args, sentence) => {
		const folder = createFolder({ "empty/notes.txt": "none\n" });
		const { code, stdout, stderr } = acidPlans(folder, ...args);
		expect(stderr).toMatch(sentence);
		expect(stdout).toBe("");
		expect(code).toBe(2);
	});
});

describe("check --staged", () => {
	it("could not run on a plan with an unresolved conflict", () => {
		const folder = createFolder({ "plans/search.md": PLAN });
		git(folder, "init", "--quiet", "--initial-branch=main");
		const commit = (): void =>
			git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--all", "--message=x");
		const edit = (text: string): void => writeFileSync(join(folder, "plans/search.md"), text);
		git(folder, "add", "--all");
		commit();
		git(folder, "switch", "--quiet", "--create", "side");
		edit(PLAN.replace("ten", "nine"));
		commit();
		git(folder, "switch", "--quiet", "main");
		edit(PLAN.replace("ten", "eight"));
		commit();
		expect(() => git(folder, "merge", "side")).toThrow();
		expect(acidPlans(folder, "check", "--staged")).toMatchObject({
			code: 2,
			stderr: expect.stringContaining("plans/search.md has an unresolved merge conflict"),
		});
	});

	it("says nothing where nothing is staged", () => {
		const folder = createFolder({ "plans/search.md": BROKEN });
		git(folder, "init", "--quiet");
		expect(acidPlans(folder, "check", "--staged")).toEqual({ code: 0, stdout: "", stderr: "" });
	});
});
