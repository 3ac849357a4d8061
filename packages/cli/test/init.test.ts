import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { acidPlans, createFolder, git } from "./command-line.js";

/** A git repository with these files, none of them committed. */
function createRepository(files: Readonly<Record<string, string>>): string {
	const folder = createFolder(files);
	git(folder, "init", "--quiet", "--initial-branch=main");
	return folder;
}

/** Every file of the working tree with its text. */
function filesOf(folder: string): Record<string, string> {
	return Object.fromEntries(
		readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((path) => !/^\.git(?:\/|$)/.test(path) && statSync(join(folder, path)).isFile())
			.sort()
			.map((path) => [path, readFileSync(join(folder, path), "utf8")]),
	);
}

/** Runs `init` where it has to succeed. */
function init(folder: string, ...args: readonly string[]): string {
	const { code, stdout, stderr } = acidPlans(folder, "init", ...args);
	expect(stderr).toBe("");
	expect(code).toBe(0);
	return stdout;
}

const MANIFEST = '{\n  "name": "handbook",\n  "type": "module"\n}\n';
const VERDICT = "acid-plans check --staged";

/** A plan after the template, and one that is not. */
const ACID = `# Search Implementation Plan

## Overview
Find it.

## Goals
- Speed

## Prerequisites
- None

## ACID Breakdown

### Phase 1: Build
**Objective**: Have it.

**Steps**:
1. Write it.

**Testing**: Run it.

**Deliverables**: It

## Success Criteria
- It is used
`;
const OWN = "# Search revamp\n\n## Context\n\nSlow.\n\n## Milestone 1: Build\n\n- [ ] Write it\n";

describe("in an empty Node repository", () => {
	it("adds config, hooks, lint-staged entry, plans folder and editor settings", () => {
		const folder = createRepository({ "package.json": MANIFEST });
		const screen = init(folder);
		const files = filesOf(folder);
		expect(Object.keys(files)).toEqual([
			".husky/pre-commit",
			".husky/pre-merge-commit",
			".vscode/settings.json",
			"eslint.config.js",
			"package.json",
			"plans/README.md",
			"plans/TEMPLATE.md",
		]);
		expect(files[".husky/pre-commit"]).toBe(`lint-staged --quiet\n${VERDICT}\n`);
		expect(files[".husky/pre-merge-commit"]).toBe(`${VERDICT}\n`);
		expect(JSON.parse(files["package.json"] ?? "")).toEqual({
			name: "handbook",
			type: "module",
			scripts: { prepare: "husky || true" },
			"lint-staged": { "**/plans/**/*.md": "acid-plans check --fix-only" },
		});
		expect(screen).toContain("npm i -D acid-plans eslint-config-acid-plans eslint husky lint-staged");
		expect(screen).toContain("npx husky");
	});

	it("changes nothing the second time, and says so", () => {
		const folder = createRepository({ "package.json": MANIFEST });
		init(folder, "--github");
		const before = filesOf(folder);
		expect(init(folder, "--github")).toContain("Nothing to write: every file that init makes is there.");
		expect(filesOf(folder)).toEqual(before);
	});

	it("shows with --dry-run what it would write, and writes nothing", () => {
		const folder = createRepository({ "package.json": MANIFEST });
		const screen = init(folder, "--dry-run");
		expect(screen).toContain(
			'--- a/package.json\n+++ b/package.json\n@@ -1,4 +1,10 @@\n {\n   "name": "handbook",\n-  "type": "module"\n',
		);
		expect(screen).toContain("--- /dev/null\n+++ b/.husky/pre-commit\n");
		expect(filesOf(folder)).toEqual({ "package.json": MANIFEST });
	});

	it("shows a diff that git applies, and that is what it writes", () => {
		const files = { "package.json": MANIFEST, ".husky/pre-commit": "npm test" };
		const [shown, written] = [createRepository(files), createRepository(files)];
		const patch = join(createFolder({}), "patch");
		writeFileSync(patch, init(shown, "--dry-run", "--github"));
		git(shown, "apply", patch);
		init(written, "--github");
		expect(filesOf(shown)).toEqual(filesOf(written));
	});

	it("tells programs what it did", () => {
		const folder = createRepository({ "package.json": MANIFEST });
		const report = JSON.parse(init(folder, "--json", "--dry-run")) as {
			version: number;
			changes: { path: string; action: string }[];
			next: { command: string }[];
		};
		expect(report).toMatchObject({ version: 1, dryRun: true, template: { template: "acid" }, advice: [] });
		expect(report.changes).toContainEqual(expect.objectContaining({ path: "package.json", action: "add" }));
		expect(report.next.map(({ command }) => command)).toEqual(["npm", "npx"]);
	});

	it("works for the whole repository from a folder inside it", () => {
		const folder = createRepository({ "package.json": MANIFEST, "src/index.js": "" });
		expect(init(join(folder, "src"))).toContain("the top level of the repository");
		expect(existsSync(join(folder, "plans/README.md"))).toBe(true);
	});
});

describe("the package manager", () => {
	it.each([
		["pnpm", { "pnpm-lock.yaml": "" }, "pnpm add -D", "pnpm i --frozen-lockfile"],
		["yarn", { "yarn.lock": "" }, "yarn add -D", "yarn install --frozen-lockfile"],
		["bun", { "bun.lock": "{}" }, "bun add -D", "bun install --frozen-lockfile"],
		["npm", { "package-lock.json": "{}" }, "npm i -D", "npm ci"],
	])("is %s by its lockfile", (_, lockfile, add, install) => {
		const folder = createRepository({ "package.json": MANIFEST, ...lockfile });
		expect(init(folder, "--github")).toContain(`${add} acid-plans`);
		const workflow = parse(readFileSync(join(folder, ".github/workflows/plans.yml"), "utf8")) as {
			jobs: { plans: { steps: { run?: string }[] } };
		};
		const runs = workflow.jobs.plans.steps.flatMap(({ run }) => run ?? []);
		expect(runs[0]).toBe(install);
		expect(runs[1]).toContain("acid-plans");
	});

	it("is the one that package.json names; at the top of a workspace it is told that this is meant", () => {
		const folder = createRepository({
			"package.json": MANIFEST.replace('"name"', '"packageManager": "pnpm@10.0.0",\n  "name"'),
			"pnpm-workspace.yaml": "packages: [packages/*]\n",
		});
		expect(init(folder)).toContain("pnpm add -D -w acid-plans");
	});

	it("runs with --install, with the packages that are missing", () => {
		const folder = createRepository({ "package.json": MANIFEST });
		const tools = createFolder({});
		for (const name of ["npm", "npx"]) {
			writeFileSync(join(tools, name), `#!/bin/sh\necho "${name} $*" >> "$CALLS"\n`);
			chmodSync(join(tools, name), 0o755);
		}
		const path = process.env["PATH"] ?? "";
		process.env["PATH"] = `${tools}${delimiter}${path}`;
		process.env["CALLS"] = join(tools, "calls");
		try {
			expect(acidPlans(folder, "init", "--install")).toMatchObject({ code: 0 });
		} finally {
			process.env["PATH"] = path;
			delete process.env["CALLS"];
		}
		expect(readFileSync(join(tools, "calls"), "utf8")).toBe(
			"npm i -D acid-plans eslint-config-acid-plans eslint husky lint-staged\nnpx husky\n",
		);
	});
});

describe("what a repository has already", () => {
	it("keeps a flat config, and says exactly what to add to it", () => {
		for (const name of ["js", "mjs", "cjs", "ts", "mts", "cts"].map((end) => `eslint.config.${end}`)) {
			const config = name.endsWith("cjs") ? "module.exports = [];\n" : "export default [];\n";
			const folder = createRepository({ "package.json": MANIFEST, [name]: config });
			const screen = init(folder);
			expect(screen).toContain(`Add to ${name} yourself.`);
			expect(screen).toContain('...acidPlans({ plans: "plans" }),');
			expect(screen).toContain(name.endsWith("cjs") ? 'require("eslint-config-acid-plans")' : "import acidPlans from");
			expect(readFileSync(join(folder, name), "utf8")).toBe(config);
			expect(Object.keys(filesOf(folder)).filter((path) => path.startsWith("eslint.config"))).toEqual([name]);
		}
	});

	it("does not put a flat config beside one of the old kind, which would lose its place", () => {
		const folder = createRepository({ "package.json": MANIFEST, ".eslintrc.json": "{}\n" });
		expect(init(folder)).toContain("Migrate it first");
		expect(existsSync(join(folder, "eslint.config.js"))).toBe(false);
	});

	it("adds lines to hooks of husky behind what is there", () => {
		const folder = createRepository({
			"package.json": MANIFEST.replace('"module"', '"module",\n  "scripts": { "prepare": "husky" }'),
			".husky/pre-commit": "npm test",
		});
		init(folder);
		expect(readFileSync(join(folder, ".husky/pre-commit"), "utf8")).toBe(`npm test\nlint-staged --quiet\n${VERDICT}\n`);
	});

	it("prints the line for a hook that may end before its last one", () => {
		const hook = 'if [ -n "$SKIP" ]; then\n  exit 0\nfi\nnpm test\n';
		const folder = createRepository({ "package.json": MANIFEST, ".husky/pre-commit": hook });
		expect(init(folder)).toMatch(/Add to \.husky\/pre-commit yourself\.[\s\S]* {4}acid-plans check --staged\n/);
		expect(readFileSync(join(folder, ".husky/pre-commit"), "utf8")).toBe(hook);
	});

	it("calls programs of husky 8 through the package manager", () => {
		const folder = createRepository({
			"package.json": '{ "devDependencies": { "husky": "^8.0.0" } }\n',
			".husky/pre-commit": "#!/bin/sh\nnpm test\n",
		});
		init(folder);
		expect(readFileSync(join(folder, ".husky/pre-commit"), "utf8")).toContain(`npx ${VERDICT}\n`);
	});

	it("adds both hooks to lefthook, comments kept", () => {
		const config =
			"# our hooks\npre-commit:\n  commands:\n    test:\n      run: npm test # fast\n\npre-push:\n  parallel: true\n";
		const folder = createRepository({ "package.json": MANIFEST, "lefthook.yml": config });
		init(folder);
		const text = readFileSync(join(folder, "lefthook.yml"), "utf8");
		expect(text).toContain(
			"# our hooks\npre-commit:\n  commands:\n    test:\n      run: npm test # fast\n    acid-plans:\n",
		);
		expect(parse(text)).toEqual({
			"pre-commit": { commands: { test: { run: "npm test" }, "acid-plans": { run: `npx ${VERDICT}` } } },
			"pre-push": { parallel: true },
			"pre-merge-commit": { commands: { "acid-plans": { run: `npx ${VERDICT}` } } },
		});
		expect(existsSync(join(folder, ".husky"))).toBe(false);
	});

	it("prints what to add to a lefthook config of another form", () => {
		const config = "pre-commit: { jobs: [{ run: npm test }] }\n";
		const folder = createRepository({ "package.json": MANIFEST, "lefthook.yml": config });
		expect(init(folder)).toContain("Add to lefthook.yml yourself. pre-commit is written in a way");
		expect(readFileSync(join(folder, "lefthook.yml"), "utf8").startsWith(config)).toBe(true);
	});

	it("adds both hooks to simple-git-hooks", () => {
		const folder = createRepository({
			"package.json": '{\n  "simple-git-hooks": {\n    "pre-push": "npm test"\n  }\n}\n',
		});
		init(folder);
		const { "simple-git-hooks": hooks } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
			"simple-git-hooks": unknown;
		};
		expect(hooks).toEqual({
			"pre-push": "npm test",
			"pre-commit": `npx lint-staged --quiet && npx ${VERDICT}`,
			"pre-merge-commit": `npx ${VERDICT}`,
		});
	});

	it("leaves a hook of simple-git-hooks that is in use, and prints the whole line", () => {
		const folder = createRepository({
			"package.json": '{\n  "simple-git-hooks": {\n    "pre-commit": "npm test"\n  }\n}\n',
		});
		expect(init(folder)).toContain(`"pre-commit": "npm test && npx lint-staged --quiet && npx ${VERDICT}"`);
	});

	it("does not put husky in the place of hooks that somebody wrote by hand", () => {
		const folder = createRepository({ "package.json": MANIFEST });
		mkdirSync(join(folder, ".git/hooks"), { recursive: true });
		writeFileSync(join(folder, ".git/hooks/pre-commit"), "#!/bin/sh\nexit 0\n");
		expect(init(folder)).toContain("Your own hooks run from there");
		expect(existsSync(join(folder, ".husky"))).toBe(false);
	});

	it("does not give one file to two tasks of lint-staged", () => {
		const folder = createRepository({
			"package.json": '{\n  "lint-staged": {\n    "*.md": "prettier --write"\n  }\n}\n',
		});
		expect(init(folder)).toContain('lint-staged has a task for "*.md", which holds plans, too');
		expect(readFileSync(join(folder, "package.json"), "utf8")).not.toContain("--fix-only");
	});

	it("adds to editor settings with comments", () => {
		const folder = createRepository({
			"package.json": MANIFEST,
			".vscode/settings.json": '{\n\t// ours\n\t"editor.tabSize": 2,\n}\n',
		});
		init(folder);
		const options = { overrideConfig: { settings: { "acid-plans": { suggestDisableComments: true } } } };
		const settings = {
			"eslint.options": options,
			"eslint.codeAction.disableRuleComment": { enable: false },
		};
		expect(readFileSync(join(folder, ".vscode/settings.json"), "utf8")).toBe(
			`${JSON.stringify(settings, null, "\t").slice(0, -2)},\n\t// ours\n\t"editor.tabSize": 2,\n}\n`,
		);
	});

	it("adds to a package.json that is one line", () => {
		const folder = createRepository({ "package.json": '{ "name": "handbook" }' });
		expect(init(folder)).not.toContain("yourself");
		expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({
			name: "handbook",
			scripts: { prepare: "husky || true" },
			"lint-staged": { "**/plans/**/*.md": "acid-plans check --fix-only" },
		});
	});

	it("only ever adds to the user's files", () => {
		const files = {
			"package.json": '{\r\n\t"name": "handbook",\r\n\t"scripts": {\r\n\t\t"test": "node --test"\r\n\t}\r\n}\r\n',
			".husky/pre-commit": "npm test\n",
			".vscode/settings.json": '{ "editor.tabSize": 2 }\n',
			"plans/README.md": "# Plans\n",
			"plans/search.md": OWN,
		};
		const folder = createRepository(files);
		init(folder);
		const after = filesOf(folder);
		for (const [path, text] of Object.entries(files)) {
			let at = 0;
			for (const character of text) at = (after[path] ?? "").indexOf(character, at) + 1;
			expect(at, path).toBeGreaterThan(0);
		}
		expect(after["plans/README.md"]).toBe(files["plans/README.md"]);
		expect(after["plans/search.md"]).toBe(OWN);
		expect(after["package.json"]?.replaceAll("\r\n", "")).not.toContain("\n");
	});
});

describe("plans that exist", () => {
	it("are asked for the template when most follow it", () => {
		const folder = createRepository({
			"package.json": MANIFEST,
			"plans/README.md": "# Plans\n",
			"plans/a.md": ACID,
			"plans/b.md": ACID.replace("Search", "Sorting"),
			"plans/c.md": OWN,
			"plans/archive/d.md": OWN,
		});
		expect(init(folder)).toContain(
			'Template "acid": Of 3 plans, 2 have at least 5 of the 7 sections of the template, 3 have phases, and in 2 most phases have',
		);
		expect(readFileSync(join(folder, "eslint.config.js"), "utf8")).toContain('acidPlans({ plans: "plans" })');
	});

	it("keep their own shape when most have one", () => {
		const folder = createRepository({ "package.json": MANIFEST, "plans/a.md": ACID, "plans/b.md": OWN });
		const screen = init(folder);
		expect(screen).toContain('Template "free": Of 2 plans, 1 has at least 5');
		expect(screen).toContain("plans holds 2 plans, and no index");
		expect(readFileSync(join(folder, "eslint.config.js"), "utf8")).toContain(
			'acidPlans({ plans: "plans", template: "free" })',
		);
	});

	it("are found in the folders that are given", () => {
		const folder = createRepository({ "package.json": MANIFEST, "docs/roadmap/a.md": OWN });
		expect(init(folder, "--plans", "docs/roadmap")).toContain("Of 1 plan, 0 have");
		expect(readFileSync(join(folder, "eslint.config.js"), "utf8")).toContain('plans: "docs/roadmap", template: "free"');
		expect(existsSync(join(folder, "plans"))).toBe(false);
	});
});

describe("a repository without package.json", () => {
	it("gets a config of the pre-commit framework", () => {
		const folder = createRepository({ "pyproject.toml": "[project]\nname = 'handbook'\n" });
		expect(init(folder)).toContain("pre-commit install");
		const config = parse(readFileSync(join(folder, ".pre-commit-config.yaml"), "utf8")) as { repos: unknown[] };
		expect(config).toMatchObject({
			default_install_hook_types: ["pre-commit", "pre-merge-commit"],
			repos: [
				{ repo: "local", hooks: [{ language: "node", entry: VERDICT, pass_filenames: false, always_run: true }] },
			],
		});
		expect(Object.keys(filesOf(folder))).toEqual([
			".pre-commit-config.yaml",
			"plans/README.md",
			"plans/TEMPLATE.md",
			"pyproject.toml",
		]);
	});

	it("keeps the config of that framework that it has, and adds to it", () => {
		const config =
			"# checked by CI\nrepos:\n  - repo: https://github.com/psf/black\n    rev: 24.1.0 # pinned\n    hooks:\n      - id: black\n";
		const folder = createRepository({ "setup.py": "", ".pre-commit-config.yaml": config });
		init(folder);
		const text = readFileSync(join(folder, ".pre-commit-config.yaml"), "utf8");
		expect(text.startsWith(config)).toBe(true);
		expect(parse(text)).toMatchObject({
			repos: [{ repo: "https://github.com/psf/black" }, { repo: "local" }],
			default_install_hook_types: ["pre-commit", "pre-merge-commit"],
		});
		expect(init(folder)).toContain("Nothing to write");
	});

	it("says what a config of its own needs", () => {
		const folder = createRepository({ "go.mod": "module handbook\n", "plans/a.md": OWN });
		expect(init(folder)).toMatch(/Add to eslint\.config\.mjs yourself\.[\s\S]*npm init --yes/);
	});
});

describe("what init refuses", () => {
	it.each<[string, Record<string, string>, string[], RegExp]>([
		["a broken package.json", { "package.json": "{" }, [], /package\.json is no JSON object\. Correct it/],
		[
			"a folder outside",
			{ "package.json": "{}" },
			["--plans", "../plans"],
			/\.\.\/plans is no folder of this repository/,
		],
		["husky without packages", {}, ["--hooks", "husky"], /husky needs a package\.json/],
		["an unknown tool", {}, ["--hooks", "huskee"], /Allowed choices are husky/],
	])("%s", (_, files, args, sentence) => {
		const folder = createRepository(files);
		const { code, stdout, stderr } = acidPlans(folder, "init", ...args);
		expect(stderr).toMatch(sentence);
		expect(stderr).not.toMatch(/^\s+at /m);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(filesOf(folder)).toEqual(files);
	});

	it("a folder that is in no repository", () => {
		const { code, stderr } = acidPlans(createFolder({ "package.json": MANIFEST }), "init");
		expect(stderr).toMatch(/is in no git repository, and hooks belong to one\. Run `git init`/);
		expect(code).toBe(2);
	});
});
