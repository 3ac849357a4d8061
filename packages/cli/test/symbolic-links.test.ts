import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { environment } from "../../../test/environment.js";
import { acidPlans, bin, git, linkPackages } from "./command-line.js";

const CONFIG =
	'import acidPlans from "eslint-config-acid-plans";\nexport default [...acidPlans({ template: "free", rules: { "acid-plans/phase-heading": "error" } })];\n';
/** The heading and the status have fixes, and so has the directive, which nothing needs. */
const FIXABLE =
	"# Secret\n\n**Status**: done\n\n<!-- eslint-disable-next-line acid-plans/no-mojibake -->\n\n### Phase 1 - Build it\n\n```js\nvar top = 1;\n```\n";
const GOOD = "# Good\n\n**Status**: 🟡 Planned\n\n### Phase 1: Build it\n\nText.\n";

let outer = "";
let root = "";
beforeEach(() => {
	outer = realpathSync.native(mkdtempSync(join(tmpdir(), "acid-plans-links-")));
	root = join(outer, "repository");
	write("../out/secret.md", FIXABLE);
	write("../out/plans/a.md", FIXABLE);
	write("eslint.config.mjs", CONFIG);
	write("src/a.ts", FIXABLE);
	write("docs/x.md", FIXABLE);
	write("plans/good.md", GOOD);
	linkPackages(root);
	writeFileSync(join(root, ".gitignore"), "node_modules\n", { flag: "wx" });
	git(root, "init", "--quiet");
	git(root, "config", "user.email", "test@example.org");
	git(root, "config", "user.name", "Test");
	git(root, "config", "core.hooksPath", ".no-hooks");
	git(root, "add", "--all");
	git(root, "commit", "--quiet", "--message=a");
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

function link(target: string, path: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	symlinkSync(target, join(root, path));
}

/** Every file of the test but git's own and the cache, with what it holds. */
function files(): Record<string, string> {
	return Object.fromEntries(
		readdirSync(outer, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !/[\\/]\.git(?:[\\/]|$)/u.test(entry.parentPath))
			.map((entry) => join(entry.parentPath, entry.name))
			.map((path) => [path, readFileSync(path, "utf8")]),
	);
}

function eslint(...args: string[]): { code: number | null; stdout: string; stderr: string } {
	const bin = join(realpathSync(join(root, "node_modules")), "eslint/bin/eslint.js");
	const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: "utf8" });
	return { code: status, stdout, stderr };
}

if (process.platform === "win32")
	console.warn("Skipped: Windows asks for a permission to make a link, and has no FIFO.");

describe.skipIf(process.platform === "win32")("`eslint --fix`", () => {
	const OUTSIDE =
		"is a symbolic link that leaves the repository and is not followed. Put the documents into the repository";
	const INSIDE = "is a symbolic link and is not followed. Put the document itself there";

	it.each([
		["a plan outside of the repository", "../../out/secret.md", "plans/b.md", ["plans"], `plans/b.md ${OUTSIDE}`],
		["a plan, given by name", "../../out/secret.md", "plans/b.md", ["plans/b.md"], `plans/b.md ${OUTSIDE}`],
		["an index", "../../out/secret.md", "plans/README.md", ["plans"], `plans/README.md ${OUTSIDE}`],
		["a template", "../../out/secret.md", "plans/TEMPLATE.md", ["plans"], `plans/TEMPLATE.md ${OUTSIDE}`],
		["a document of the repository", "../docs/x.md", "plans/b.md", ["plans"], `plans/b.md ${INSIDE}`],
		["a source file of the repository", "../src/a.ts", "plans/b.md", ["plans"], `plans/b.md ${INSIDE}`],
		["a folder, given by name", "../out/plans", "plans", ["plans"], `plans ${OUTSIDE}`],
		["a folder, by a plan behind it", "../out/plans", "plans", ["plans/a.md"], `plans ${OUTSIDE}`],
	])("does not write through a link: %s", (_, target, path, args, sentence) => {
		if (path === "plans") rmSync(join(root, "plans"), { recursive: true });
		link(target, path);
		const before = files();
		const { code, stdout, stderr } = eslint("--fix", ...args);
		expect(stdout, stderr).toContain(sentence);
		expect(code).toBe(1);
		expect(files()).toEqual(before);
	});

	it("does not write to the code in a plan behind a link", () => {
		write(
			"eslint.config.mjs",
			`${CONFIG.replace('"free"', '"free", codeBlocks: true')}export const x = [];\n`.replace(
				"[...acidPlans(",
				'[{ files: ["**/*.js"], rules: { "no-var": "error" } }, ...acidPlans(',
			),
		);
		link("../../out/secret.md", "plans/b.md");
		write("plans/c.md", FIXABLE);
		const before = readFileSync(join(outer, "out/secret.md"), "utf8");
		expect(eslint("--fix", "plans").stdout).toContain(OUTSIDE);
		expect(readFileSync(join(outer, "out/secret.md"), "utf8")).toBe(before);
		expect(readFileSync(join(root, "plans/c.md"), "utf8")).toContain("let top = 1;");
	});

	it("under a language of @eslint/markdown, our rules offer no edit, and one says why", () => {
		write(
			"eslint.config.mjs",
			`import markdown from "@eslint/markdown";
import acidPlans from "eslint-plugin-acid-plans";
export default [{
	files: ["plans/**/*.md"],
	plugins: { markdown, "acid-plans": acidPlans },
	language: "markdown/gfm",
	rules: { "acid-plans/phase-heading": "error", "acid-plans/valid-status": "error" },
	linterOptions: { reportUnusedDisableDirectives: "off" },
}];
`,
		);
		link("../../out/secret.md", "plans/b.md");
		const before = files();
		const { stdout } = eslint("--fix", "plans");
		expect(stdout.match(/is a symbolic link that leaves the repository/gu)).toHaveLength(1);
		expect(stdout).toContain("1 problem");
		expect(files()).toEqual(before);
	});

	it("still writes to a plan, also in a folder that links into the repository", () => {
		write("docs/plans/a.md", FIXABLE);
		rmSync(join(root, "plans"), { recursive: true });
		link("docs/plans", "plans");
		eslint("--fix", "plans");
		expect(readFileSync(join(root, "docs/plans/a.md"), "utf8")).toContain("### Phase 1: Build it");
	});
});

describe.skipIf(process.platform === "win32")("a link that is given to a command by name", () => {
	const COMMANDS = [
		["check"],
		["check", "--fix"],
		["check", "--fix-only"],
		["check", "--fix-dry-run"],
		["status"],
		["graph"],
		["index"],
		["index", "--create"],
		["doctor"],
	];
	const TARGETS: [string, string, RegExp][] = [
		["a plan outside", "../../out/secret.md", /plans\/b\.md is a symbolic link that leaves the repository/u],
		["a document that is no plan", "../docs/x.md", /plans\/b\.md is a symbolic link and is not followed/u],
		["a source file", "../src/a.ts", /plans\/b\.md is a symbolic link and is not followed/u],
		["nothing", "nowhere.md", /plans\/b\.md is a symbolic link and is not followed/u],
		[
			"a folder outside",
			"../../out/plans",
			/plans\/b\.md (?:is a symbolic link that leaves the repository|is no \.md file)/u,
		],
		["a FIFO", "../fifo", /plans\/b\.md is (?:neither a file nor a folder|no \.md file)/u],
	];
	/** Each command with one link, each link with one command. */
	const CASES = [
		...COMMANDS.map((command) => [command.join(" "), ...(TARGETS[0] as (typeof TARGETS)[number])] as const),
		...TARGETS.slice(1).flatMap((target) => [["check --fix", ...target] as const, ["doctor", ...target] as const]),
	];
	it.each(CASES)("%s refuses %s", (command, _, target, sentence) => {
		spawnSync("mkfifo", [join(root, "fifo")]);
		link(target, "plans/b.md");
		const before = files();
		const { code, stdout, stderr } = acidPlans(root, ...command.split(" "), "plans/b.md");
		expect(stderr).toMatch(sentence);
		expect(stderr).toMatch(/^acid-plans: [^\n]+\n$/u);
		expect(stdout).toBe("");
		expect(code).toBe(2);
		expect(files()).toEqual(before);
	});

	it.each([...COMMANDS, ["new", "--folder"]])("%s %s refuses a folder that leaves the repository", (...command) => {
		rmSync(join(root, "plans"), { recursive: true });
		link("../out/plans", "plans");
		const before = files();
		const given = command.filter((part) => part !== undefined);
		const { code, stderr } = acidPlans(root, ...given, "plans", ...(given[0] === "new" ? ["Title"] : []));
		expect(stderr).toMatch(/plans is (?:a symbolic link that leaves the repository|no \.md file)/u);
		expect(code).toBe(2);
		expect(files()).toEqual(before);
	});

	it("that leads to a plan stands for the plan", () => {
		write("plans/good.md", FIXABLE);
		link("good.md", "plans/current.md");
		expect(acidPlans(root, "check", "--fix", "plans/current.md").stdout).toContain("Fixed 1 file.\n");
		expect(readFileSync(join(root, "plans/good.md"), "utf8")).toContain("### Phase 1: Build it");
	});

	it("is a plan behind --output, too", () => {
		link("plans/good.md", "report.md");
		const { code, stderr } = acidPlans(root, "check", "--format", "markdown", "--output", "report.md");
		expect(stderr).toContain("report.md of `--output` is one of the documents that were checked");
		expect(code).toBe(2);
		expect(readFileSync(join(root, "plans/good.md"), "utf8")).toBe(GOOD);
	});
});

describe.skipIf(process.platform === "win32")("links that are met", () => {
	const NAMES = ["plans/README.md", "plans/TEMPLATE.md", "plans/b.md", "plans/nowhere.md", "plans/sub"];
	const sentence = (path: string): string =>
		path === "plans/nowhere.md"
			? `${path} is a symbolic link and is not followed. Put the document itself there.\n`
			: `${path} is a symbolic link that leaves the repository and is not followed. Put the documents into the repository.\n`;
	beforeEach(() => {
		for (const name of NAMES.slice(0, 3)) link("../../out/secret.md", name);
		link("nothing.md", "plans/nowhere.md");
		link("../../out/plans", "plans/sub");
		// Told of nothing: a second name of a plan, and what is no plan.
		link("good.md", "plans/current.md");
		link("../out/secret.md", "notes.md");
	});

	it.each([
		["check", ["check"]],
		["check of the folder", ["check", "plans"]],
		["check --fix", ["check", "--fix"]],
		["check --staged", ["check", "--staged"]],
		["check --range", ["check", "--range", "HEAD~1..HEAD"]],
		["check --staged --all of what was committed", ["check", "--staged", "--all"]],
	])("%s tells each of them, and reads none", (name, args) => {
		git(root, "add", "--all");
		if (name.endsWith("--range") || name.endsWith("committed")) git(root, "commit", "--quiet", "--message=b");
		const before = files();
		const { code, stdout } = acidPlans(root, ...args);
		for (const path of NAMES) expect(stdout).toContain(sentence(path));
		expect(stdout.match(/symbolic link/gu)).toHaveLength(NAMES.length);
		expect(stdout).toMatch(/Checked 1 plan, 1 phase(?: as staged| in HEAD| .*)?: no problems\n$/u);
		expect(code).toBe(0);
		expect(files()).toEqual(before);
	});

	it("are told by `doctor`, each with what to do", () => {
		const { code, stdout } = acidPlans(root, "doctor", "--json");
		const { checks } = JSON.parse(stdout) as { checks: { id: string; message: string; remedy: string }[] };
		const told = checks.filter(({ id }) => id === "symbolic-link");
		expect(told.map(({ message, remedy }) => `${message} ${remedy}\n`).sort()).toEqual(NAMES.map(sentence).sort());
		expect(code).toBe(1);
	});

	it("are told where there is no plan beside them", () => {
		rmSync(join(root, "plans/good.md"));
		git(root, "add", "--all");
		for (const args of [["check"], ["check", "plans"]]) {
			const { code, stderr } = acidPlans(root, ...args);
			expect(stderr).toContain("plans/b.md is a symbolic link that leaves the repository");
			expect(code).toBe(2);
		}
	});

	it("are no more than a few sentences", () => {
		for (let at = 0; at < 50; at++) link("../../out/secret.md", `plans/z${at}.md`);
		const { stdout } = acidPlans(root, "check");
		expect(stdout.match(/is a symbolic link/gu)).toHaveLength(10);
		expect(stdout).toContain("45 more symbolic links are not followed.\n");
	});

	it("leave `new` and `index` where they are", () => {
		const before = files();
		const made = acidPlans(root, "new", "Another");
		expect(made.stderr).toBe(sentence("plans/README.md") + sentence("plans/TEMPLATE.md"));
		expect(made.code).toBe(0);
		const { [join(root, "plans/another.md")]: plan, ...others } = files();
		expect(plan).toContain("Another");
		expect(others).toEqual(before);
		expect(acidPlans(root, "index", "--create").code).toBe(2);
		expect(files()).toEqual({ ...before, [join(root, "plans/another.md")]: plan });
	});
});

describe.skipIf(process.platform === "win32")("what git holds and what the disk has", () => {
	it.each([
		["a plan", "../../out/secret.md", "plans/good.md"],
		["a plan, by another of the same text", "../docs/x.md", "plans/good.md"],
		["a folder", "../out/plans", "plans"],
	])("the staged text is judged, whatever link stands in its place on the disk: %s", (_, target, path) => {
		write("docs/x.md", GOOD);
		write("plans/good.md", GOOD.replace("Text.", "Another text."));
		git(root, "add", "--all");
		rmSync(join(root, path), { recursive: true });
		link(target, path);
		const { code, stdout } = acidPlans(root, "check", "--staged");
		expect(stdout).toMatch(/^Checked 1 plan, 1 phase as staged: no problems\n$/u);
		expect(code).toBe(0);
	});

	it("plans behind a folder that has become a link are not read", () => {
		write("plans/a.md", GOOD);
		git(root, "add", "--all");
		rmSync(join(root, "plans"), { recursive: true });
		link("../out/plans", "plans");
		const before = files();
		for (const args of [["check", "--fix"], ["status"], ["graph"], ["index"]]) {
			const { code, stdout, stderr } = acidPlans(root, ...args);
			expect(stdout + stderr).not.toContain("Secret");
			expect(code, stdout).toBe(2);
		}
		expect(files()).toEqual(before);
	});
});

describe.skipIf(process.platform === "win32")("`init`", () => {
	it.each([
		["a file that it would add to", "../out/package.json", "package.json", "simple-git-hooks"],
		["a folder that it would write into", "../out/plans", "docs/plans", "none"],
	])("writes nothing through a link: %s", (_, target, path, tool) => {
		write("../out/package.json", '{\n\t"name": "x",\n\t"version": "1.0.0"\n}\n');
		link(path === "package.json" ? target : `../${target}`, path);
		const before = files();
		const { code, stdout, stderr } = acidPlans(root, "init", "--plans", "docs/plans", "--hooks", tool);
		expect([0, 2], stderr).toContain(code);
		const outside = (all: Record<string, string>): [string, string][] =>
			Object.entries(all).filter(([file]) => file.startsWith(join(outer, "out")));
		expect(outside(files())).toEqual(outside(before));
		if (path === "package.json") expect(stdout).toContain("package.json");
		else expect(stderr).toMatch(/is a symbolic link that leaves the repository/u);
	});
});

it.skipIf(process.platform === "win32")(
	"a checkout that is reached through a link is checked by the path that the shell has",
	() => {
		write("plans/bad.md", GOOD.replace("### Phase 1: Build it", "### Phase 1: Build it\n\n### Phase 1: Build it"));
		rmSync(join(root, "eslint.config.mjs"));
		const checkout = join(outer, "checkout");
		symlinkSync(root, checkout);
		const env = { ...environment(), PWD: checkout };
		const { status, stdout } = spawnSync(process.execPath, [bin, "check", join(checkout, "plans")], {
			cwd: checkout,
			env,
			encoding: "utf8",
		});
		expect(stdout).toContain("bad.md");
		expect(status).toBe(1);
	},
);
