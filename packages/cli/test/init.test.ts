import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { acidPlans, createFolder, git } from "./command-line.js";
import { ACID, MANIFEST, OWN, VERDICT, createRepository, filesOf, init } from "./init-repository.js";

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
		expect(runs[1]).toMatch(
			/acid-plans (?:-- )?check --range "origin\/\$GITHUB_BASE_REF\.\.\.HEAD" --format github --format markdown --output "\$GITHUB_STEP_SUMMARY"$/,
		);
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

it.skipIf(process.platform === "win32")(
	"starts nothing with --install but fixed words, whatever the repository says (Windows has no such scripts)",
	() => {
		const hostile = "$(touch INJECTED); `touch INJECTED` && x";
		const folder = createRepository({
			"package.json": JSON.stringify({
				name: hostile,
				packageManager: `npm@${hostile}`,
				scripts: { prepare: hostile },
			}),
			"package-lock.json": "{}",
			[`plans/${hostile.replaceAll("/", "")}.md`]: "# A\n",
		});
		const tools = createFolder({});
		for (const name of ["npm", "npx"]) {
			writeFileSync(join(tools, name), '#!/bin/sh\nfor word in "$0" "$@"; do echo "$word" >> "$CALLS"; done\n');
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
		const words = readFileSync(join(tools, "calls"), "utf8").trim().split("\n");
		expect(words.filter((word) => !word.startsWith(tools) && !/^-?[\w-]+$/u.test(word))).toEqual([]);
		expect(words.length).toBeGreaterThan(5);
		expect(readdirSync(folder)).not.toContain("INJECTED");
	},
);

it("names all that is left to run when a command of --install fails", () => {
	const folder = createRepository({ "package.json": MANIFEST });
	const tools = createFolder({ npm: "#!/bin/sh\nexit 3\n" });
	chmodSync(join(tools, "npm"), 0o755);
	const path = process.env["PATH"] ?? "";
	process.env["PATH"] = `${tools}${delimiter}${path}`;
	try {
		const { code, stderr } = acidPlans(folder, "init", "--install");
		expect(stderr).toMatch(
			/\nacid-plans: The files are written, but `npm i -D acid-plans .*` ended with code 3\. Run it by hand, then `npx husky`\.\n$/,
		);
		expect(code).toBe(2);
	} finally {
		process.env["PATH"] = path;
	}
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

	it("asks for no template in the commands where plans have a shape of their own", () => {
		const folder = createRepository({ "go.mod": "module handbook\n", "plans/a.md": OWN });
		expect(init(folder, "--github")).not.toContain("yourself");
		const entry = `${VERDICT} --template free`;
		expect(parse(readFileSync(join(folder, ".pre-commit-config.yaml"), "utf8"))).toMatchObject({
			repos: [{ hooks: [{ entry }] }],
		});
		expect(readFileSync(join(folder, ".github/workflows/plans.yml"), "utf8")).toMatch(
			/npx --yes acid-plans@\S+ check --range .* --template free\n/,
		);
		expect(init(folder, "--github")).toContain("Nothing to write");
	});

	it("says what a config of its own needs", () => {
		const folder = createRepository({ "go.mod": "module handbook\n", "docs/roadmap/a.md": OWN });
		expect(init(folder, "--plans", "docs/roadmap")).toMatch(
			/Add to eslint\.config\.mjs yourself\.[\s\S]*npm init --yes/,
		);
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
