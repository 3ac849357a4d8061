import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { git } from "./command-line.js";
import { ACID, MANIFEST, OWN, VERDICT, createRepository, filesOf, init } from "./init-repository.js";

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

	it.skipIf(process.platform === "win32")("passes over a link that is named like a plan and leads to a folder", () => {
		const folder = createRepository({ "package.json": MANIFEST, "plans/search.md": ACID, "docs/a.txt": "a\n" });
		symlinkSync("../docs", join(folder, "plans/docs.md"));
		symlinkSync("nowhere", join(folder, "plans/gone.md"));
		git(folder, "add", "--all");
		expect(init(folder)).toContain("1 plan");
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
