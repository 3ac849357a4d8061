import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";
import { checkOf, doctor, installHooks, plansRepository } from "./doctor-report.js";
import { CONFIG, planText } from "./plan-of-parts.js";

const config = (text: string): Readonly<Record<string, string>> => ({ "eslint.config.js": text });
const withOptions = (options: string): Readonly<Record<string, string>> =>
	config(CONFIG.replace("acidPlans()", `acidPlans(${options})`));

/** A hand-written config with a language of @eslint/markdown. */
const handWritten = (more: string): Readonly<Record<string, string>> =>
	config(`import markdown from "@eslint/markdown";
import plugin from "eslint-plugin-acid-plans";
export default [
	{ ...plugin.configs.recommended, files: ["plans/**/*.md"], plugins: { markdown, "acid-plans": plugin }, ${more} },
];
`);

describe("acid-plans doctor", () => {
	it("says that all is in order, and ends with 0", () => {
		const folder = plansRepository();
		installHooks(folder);
		const { code, stdout, stderr } = acidPlans(folder, "doctor");
		expect(stdout).toMatch(/^Versions\n {2}✓ Node.js \d/);
		expect(stdout).toContain(
			"Reading the plan (plans/search.md)\n  ✓ Language acid-plans/plan\n  ✓ Parser satteri, native\n",
		);
		expect(stdout).toContain("  ✓ pre-commit runs the check\n  ✓ pre-merge-commit runs the check\n");
		expect(stdout).toMatch(/\nAll is in order\.\n$/);
		expect(stdout).not.toMatch(/[✗→]|\p{Cc}\[/u);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
	});

	it("says what is off and how to turn it on, and ends with 1", () => {
		const { code, stdout } = acidPlans(plansRepository(), "doctor");
		expect(stdout).toMatch(/\n {2}✗ pre-commit is not installed in .*\n {4}→ Run `acid-plans init`, which adds it\.\n/);
		expect(stdout).toMatch(/\n2 things to turn on\.\n$/);
		expect(code).toBe(1);
	});

	it("looks at the plan that it is given", () => {
		const folder = plansRepository({ "docs/a.md": "# A\n" });
		expect(doctor(folder, "plans/search.md").plan).toBe("plans/search.md");
		expect(checkOf(folder, "rules", "docs/a.md")).toMatch(/^off: /);
	});

	it("sees a processor that hides the plan, and one that does not", () => {
		const hidden = plansRepository(
			config(
				`import markdown from "@eslint/markdown";
${CONFIG.replace("]", ', { files: ["**/*.md"], plugins: { markdown }, processor: "markdown/markdown" }]')}`,
			),
		);
		expect(checkOf(hidden, "processor")).toBe(
			"off: The processor @eslint/markdown/markdown hands out the code blocks alone: the rules do not see the plan → Set `codeBlocks: true` (or that processor) in `acidPlans()`, and put it behind the config that sets the processor.",
		);
		const combined = plansRepository(withOptions("{ codeBlocks: true }"));
		expect(checkOf(combined, "processor")).toMatch(/^ok: The rules see this plan, beside its code blocks/);
	});

	it("sees a language that does not read tables, and front matter that is not read", () => {
		const commonmark = plansRepository(handWritten('language: "markdown/commonmark"'));
		expect(checkOf(commonmark, "language")).toBe(
			'off: Language markdown/commonmark: tables and task boxes are not read → Set `language: "acid-plans/plan"` for plans, as `acidPlans()` does.',
		);
		expect(checkOf(commonmark, "front-matter")).toMatch(/^off: Front matter is not read/);
		const gfm = plansRepository(handWritten('language: "markdown/gfm", languageOptions: { frontmatter: "yaml" }'));
		expect(checkOf(gfm, "language")).toBe("ok: Language markdown/gfm");
		expect(checkOf(gfm, "front-matter")).toBeUndefined();
		expect(checkOf(gfm, "parser")).toMatch(/^note: Parser micromark/);
		expect(checkOf(gfm, "eslint-markdown-version")).toMatch(/^ok: @eslint\/markdown \d/);
	});

	it("says who parses, and why not the native parser", () => {
		expect(checkOf(plansRepository(withOptions('{ parser: "micromark" }')), "parser")).toMatch(
			/^note: .* parser: "micromark"/,
		);
		const special = plansRepository({ "plans/search.md": `${planText("Search")}\n\u0085\n` });
		expect(checkOf(special, "parser")).toMatch(/^note: Parser micromark for this document/);
		const unavailable = plansRepository(
			config(`import acidPlans from "eslint-config-acid-plans";
const [first, ...others] = acidPlans();
const plugin = first.plugins["acid-plans"];
const Language = plugin.languages.plan.constructor;
const plan = new Language({ nativeParser: () => ({ unavailable: new Error("no binding for plan9") }) });
export default [{ ...first, plugins: { "acid-plans": { ...plugin, languages: { plan } } } }, ...others];
`),
		);
		expect(checkOf(unavailable, "parser")).toMatch(
			/^off: Parser micromark, many times slower: .*\(no binding for plan9\) → Install the optional dependencies of satteri/,
		);
	});

	it("says which rules the config leaves out", () => {
		const folder = plansRepository(
			withOptions('{ template: "free", base: false, repository: false, rules: { "acid-plans/valid-links": "off" } }'),
		);
		expect(checkOf(folder, "rules-off")).toMatch(/^note: The config switches off 1 recommended rule: valid-links → /);
		expect(checkOf(folder, "template")).toMatch(/^note: template: "free" asks for no sections/);
		expect(checkOf(folder, "history-rules")).toMatch(/completed-phase-immutable/);
		expect(checkOf(folder, "repository-rules")).toMatch(/existing-deliverables/);
		expect(checkOf(folder, "base")).toBeUndefined();
	});

	it("sees a config without our rules, one that ignores plans, and none at all", () => {
		expect(checkOf(plansRepository(config("export default [{ files: ['**/*.md'], ignores: [] }];")), "rules")).toMatch(
			/^off: /,
		);
		const ignoring = plansRepository(config(CONFIG.replace("[", '[{ ignores: ["plans/"] }, ')));
		expect(checkOf(ignoring, "rules")).toBe(
			"off: The ESLint config ignores this file, or has nothing for it → Take it out of `ignores`, or add `...acidPlans()` of eslint-config-acid-plans; its option `plans` names the folder.",
		);
		const folder = plansRepository();
		rmSync(join(folder, "eslint.config.js"));
		expect(checkOf(folder, "config-file")).toMatch(/^off: No ESLint config/);
		expect(checkOf(folder, "rules")).toMatch(/^ok: /);
	});

	it("does not ask for a config where none can be written", () => {
		const folder = createFolder({ "go.mod": "module handbook\n", "plans/search.md": planText("Search") });
		git(folder, "init", "--quiet");
		expect(checkOf(folder, "config-file")).toMatch(/^note: No ESLint config and no package\.json/);
	});

	it("says where summaries of plans are kept, and when they cannot be", () => {
		const folder = plansRepository();
		expect(checkOf(folder, "summary-cache")).toMatch(/^ok: .*acid-plans$/);
		rmSync(join(folder, ".git/acid-plans"), { recursive: true, force: true });
		writeFileSync(join(folder, ".git/acid-plans"), "");
		expect(checkOf(folder, "summary-cache")).toMatch(/^note: .*cannot be kept, so each run reads all plans/);
	});

	it("tells a wrong option of a hand-written config", () => {
		const folder = plansRepository(
			handWritten('language: "acid-plans/plan", settings: { "acid-plans": { plan: "x" } }'),
		);
		expect(checkOf(folder, "settings")).toMatch(/^off: .*Unknown option "plan".*Did you mean "plans"\?/);
	});

	it("says what a shallow clone takes away", () => {
		const origin = plansRepository();
		git(
			origin,
			"-c",
			"user.name=a",
			"-c",
			"user.email=a@example.org",
			"commit",
			"--quiet",
			"--allow-empty",
			"--message=b",
		);
		const folder = createFolder({});
		git(folder, "clone", "--quiet", "--depth=1", pathToFileURL(origin).href, "clone");
		const clone = join(folder, "clone");
		linkPackages(clone);
		expect(checkOf(clone, "shallow")).toMatch(/^off: A shallow clone: .* → Run `git fetch --unshallow`/);
		expect(checkOf(clone, "base")).toBe("ok: Base revision HEAD");
	});

	it("says what is missing where there is no repository, no commit, or no base", () => {
		const bare = createFolder({
			"package.json": '{ "type": "module" }',
			...config(CONFIG),
			"plans/a.md": planText("A"),
		});
		linkPackages(bare);
		expect(checkOf(bare, "repository")).toMatch(/^off: This is no git repository/);
		git(bare, "init", "--quiet");
		expect(checkOf(bare, "base")).toMatch(/^note: No commit yet/);
		expect(checkOf(plansRepository(withOptions('{ base: "origin/gone" }')), "base")).toMatch(/^off: .*origin\/gone/);
	});

	it("counts what is suppressed", () => {
		const folder = plansRepository({
			"eslint-suppressions.json": JSON.stringify({
				"plans/a.md": { "acid-plans/valid-links": { count: 2 }, "no-undef": { count: 9 } },
				"plans/b.md": { "acid-plans/valid-links": { count: 1 }, "acid-plans/phase-size": { count: 1 } },
			}),
			"plans/store.md": `${planText("Store")}\n<!-- eslint-disable-next-line acid-plans/phase-size -- why -->\n`,
		});
		expect(checkOf(folder, "bulk-suppressions")).toMatch(
			/^note: eslint-suppressions\.json suppresses 4 findings in 2 files: valid-links 3, phase-size 1/,
		);
		expect(checkOf(folder, "disable-comments")).toBe("note: 1 disable comment in 1 file");
		expect(checkOf(plansRepository({ "eslint-suppressions.json": "[" }), "bulk-suppressions")).toMatch(/^off: /);
	});

	it("names shared surfaces that fit no file", () => {
		expect(
			checkOf(plansRepository(withOptions('{ sharedSurfaces: ["package.json", "src/barel.ts"] }')), "shared-surfaces"),
		).toMatch(/^note: .*git tracks no file that fits src\/barel\.ts/);
	});

	it.each([
		["gone.md", "There is no file or folder gone.md."],
		["plans", "plans is no .md file."],
		["eslint.config.js", "eslint.config.js is no .md file."],
	])("ends with 2 and a sentence for %s", (path, sentence) => {
		const { code, stdout, stderr } = acidPlans(plansRepository(), "doctor", path);
		expect(stderr).toContain(sentence);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
	});

	it("ends with 2 where the config has an error", () => {
		const { code, stderr } = acidPlans(plansRepository(config("export default [;\n")), "doctor");
		expect(stderr).toMatch(/^acid-plans: .+\n$/);
		expect(stderr).not.toContain("    at ");
		expect(code).toBe(2);
	});
});
