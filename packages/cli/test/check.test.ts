import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";
import { index } from "../../../test/hooks/plan-texts.js";
import { BROKEN, CONFIG, FIXABLE, INDEX, PLAN, WARNING_CONFIG } from "./plan-texts.js";

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
			"eslint.config.mjs": WARNING_CONFIG,
			"plans/search.md": BROKEN,
		});
		linkPackages(folder);
		git(folder, "init", "--quiet");
		expect(acidPlans(folder, "check")).toMatchObject({
			code: 0,
			stdout: expect.stringContaining(": 1 warning in 1 file"),
		});
		expect(acidPlans(folder, "check", "--max-warnings", "1")).toMatchObject({ code: 0 });
		expect(acidPlans(folder, "check", "--max-warnings", "0")).toMatchObject({ code: 1 });
	});

	it("counts warnings before it hides them, as ESLint does", () => {
		const folder = createFolder({ "eslint.config.mjs": WARNING_CONFIG, "plans/search.md": BROKEN });
		linkPackages(folder);
		git(folder, "init", "--quiet");
		const eslint = [join(folder, "node_modules/eslint/bin/eslint.js"), "plans", "--quiet", "--max-warnings", "0"];
		expect(spawnSync(process.execPath, eslint, { cwd: folder }).status).toBe(1);

		const { code, stdout } = acidPlans(folder, "check", "--max-warnings", "0", "--quiet");
		expect(stdout).not.toContain("require-sections");
		expect(stdout).toContain("More than the 0 warnings that `--max-warnings` allows.\n`--quiet` hides warnings");
		expect(code).toBe(1);
		expect(acidPlans(folder, "check", "--quiet")).toMatchObject({
			code: 0,
			stdout: "Checked 1 plan, 1 phase: no problems\n",
		});
	});

	it("says once that there is no git repository, not once for each plan", () => {
		const folder = createFolder({
			"eslint.config.mjs": CONFIG,
			"plans/README.md": index({ "search.md": "Search", "contact.md": "Contact" }),
			"plans/search.md": PLAN,
			"plans/contact.md": PLAN.replace("# Search", "# Contact").replace("ten", "nine"),
		});
		linkPackages(folder);
		const { code, stdout } = acidPlans(folder, "check");
		expect(stdout).toBe(
			"This is no git repository, so nothing was compared with tracked files and history.\nChecked 2 plans, 2 phases: no problems\n",
		);
		expect(code).toBe(0);
	});

	it.each([["by default"], ["when it is given, together with its target", "plans/link.md", "plans/search.md"]])(
		"checks the plan that a symbolic link leads to once: %s",
		(_, ...paths) => {
			const folder = createFolder({ "eslint.config.mjs": CONFIG, "plans/README.md": INDEX, "plans/search.md": PLAN });
			symlinkSync("search.md", join(folder, "plans/link.md"));
			linkPackages(folder);
			git(folder, "init", "--quiet");
			git(folder, "add", "--all", "--", "plans");
			const { code, stdout } = acidPlans(folder, "check", ...paths);
			expect(stdout).toContain("Checked 1 plan, 1 phase: no problems\n");
			expect(code).toBe(0);
		},
	);

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
		const folder = createFolder({ "eslint.config.mjs": CONFIG, "plans/search.md": FIXABLE });
		linkPackages(folder);
		git(folder, "init", "--quiet");
		expect(acidPlans(folder, "check", "plans")).toMatchObject({ code: 1 });
		const before = readFileSync(join(folder, "plans/search.md"), "utf8");
		expect(acidPlans(folder, "check", "--fix-dry-run", "plans")).toEqual({
			code: 0,
			stdout: expect.stringMatching(
				/^--- a\/plans\/search\.md\n\+\+\+ b\/plans\/search\.md\n[^]*\n-\*\*Status\*\*: ðŸŸ¡ Planned\n\+\*\*Status\*\*: 🟡 Planned\n[^]*`--fix` would change 1 file; nothing was written\.\nChecked 1 plan/,
			) as unknown,
			stderr: "",
		});
		expect(readFileSync(join(folder, "plans/search.md"), "utf8")).toBe(before);
		expect(acidPlans(folder, "check", "--fix", "plans")).toMatchObject({
			code: 0,
			stdout: expect.stringContaining("Fixed 1 file.\n"),
		});
		writeFileSync(join(folder, "plans/search.md"), before);
		expect(acidPlans(folder, "check", "--fix-only", "plans")).toEqual({ code: 0, stdout: "", stderr: "" });
		expect(acidPlans(folder, "check", "plans")).toMatchObject({ code: 0 });
	});
});

describe("check --fix-only", () => {
	const CODE = "\n```js\nvar count = 1;\n```\n";
	const OF_THE_USER = `import acidPlans from "eslint-config-acid-plans";

const shout = {
	meta: { fixable: "code", languages: ["*"], schema: [] },
	create: (context) => ({
		root(node) {
			const at = context.sourceCode.text.indexOf("Search");
			if (at >= 0) context.report({ node, message: "Shout", fix: (fixer) => fixer.replaceTextRange([at, at + 6], "SEARCH") });
		},
	}),
};

export default [
	...acidPlans({ codeBlocks: true }),
	{ files: ["plans/*.md"], plugins: { own: { rules: { shout } } }, rules: { "own/shout": "error" } },
	{ files: ["**/*.md/*.js"], rules: { "no-var": "error" } },
];
`;

	it("applies no fix of a rule of the user's, neither to the plan nor to its code", () => {
		const comment = "\n<!-- eslint-disable-next-line own/shout -- not here -->\n";
		const text = FIXABLE + comment + CODE;
		const folder = createFolder({ "eslint.config.mjs": OF_THE_USER, "plans/search.md": text });
		linkPackages(folder);
		git(folder, "init", "--quiet");
		expect(acidPlans(folder, "check", "--fix-only", "plans/search.md")).toEqual({ code: 0, stdout: "", stderr: "" });
		expect(readFileSync(join(folder, "plans/search.md"), "utf8")).toBe(PLAN + comment + CODE);
		expect(acidPlans(folder, "check", "--fix", "plans/search.md")).toMatchObject({ code: 0 });
		const fixed = readFileSync(join(folder, "plans/search.md"), "utf8");
		expect(fixed).toContain("let count = 1;");
		expect(fixed).toContain("# SEARCH");
	});
});

describe("check --template", () => {
	const OWN = "# Search revamp\n\n## Milestone 1: Build ✅\n\n- [ ] Write it\n";

	it("asks for no sections and fields where there is no config", () => {
		const folder = createFolder({ "go.mod": "module handbook\n", "plans/search.md": OWN });
		git(folder, "init", "--quiet");
		git(folder, "add", "--all");
		for (const which of [["plans"], ["--staged"]]) {
			const asked = acidPlans(folder, "check", ...which);
			expect(asked.stdout).toContain("acid-plans/require-sections");
			expect(asked.stdout).toContain("`--template free` asks for no particular sections and fields.\n");
			const free = acidPlans(folder, "check", "--template", "free", ...which);
			expect(free.stdout).toMatch(/acid-plans\/all-or-nothing\n\n✖ 1 problem /);
			expect(free.stdout).not.toContain("--template");
			expect(free.code).toBe(1);
		}
	});

	it.each([[["plans"]], [["--staged"]], [["--fix-only", "plans"]]])("is refused beside a config: %j", (which) => {
		const folder = createFolder({ "eslint.config.mjs": CONFIG, "plans/search.md": OWN });
		linkPackages(folder);
		git(folder, "init", "--quiet");
		git(folder, "add", "--all", "--", "plans");
		expect(acidPlans(folder, "check", "--template", "free", ...which)).toEqual({
			code: 2,
			stdout: "",
			stderr:
				"acid-plans: `--template` is for repositories without an ESLint config, and eslint.config.mjs is one. Leave it out, and write `template` into `acidPlans()` there.\n",
		});
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
