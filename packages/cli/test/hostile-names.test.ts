import { spawnSync } from "node:child_process";
import {
	chmodSync,
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
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const BIN = resolve(import.meta.dirname, "../dist/bin.js");
const SPY = resolve(import.meta.dirname, "file-spy.cjs");

const PLAN = "# Feature: A\n\n### Phase 1: Build it\n\n**Depends on**: Phase 7\n\n### Phase 2: Test it\n";
/** Names that a shell, git or a URL reads differently from what they are. */
const NAMES = [
	"two words.md",
	'it\'s "quoted".md',
	"-n.md",
	"--output=x.md",
	"$(touch INJECTED).md",
	"`touch INJECTED`.md",
	"a;touch INJECTED;.md",
	"a&b|c>d.md",
	"100%25 %PATH%.md",
	"back\\slash.md",
	"new\nline.md",
	"größe 日本 🟡.md",
	"[a]{b,c}*?.md",
	":(exclude)a.md",
];

interface Seen {
	path?: string;
	started?: string;
	args?: string[];
	shell?: unknown;
}

let outer = "";
let root = "";
beforeEach(() => {
	outer = realpathSync.native(mkdtempSync(join(tmpdir(), "acid plans $(x) ")));
	root = join(outer, "re'po $(touch INJECTED)");
	mkdirSync(root);
	git("init", "-q", "-b", "main");
	git("config", "user.email", "test@example.org");
	git("config", "user.name", "Test");
	git("config", "core.hooksPath", ".no-hooks");
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

function git(...args: string[]): void {
	const { status, stderr } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
	expect(status, stderr).toBe(0);
}

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

function acidPlans(...args: string[]): { status: number | null; stdout: string; stderr: string; seen: Seen[] } {
	const log = join(outer, "log");
	writeFileSync(log, "");
	const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", SPY, BIN, ...args], {
		cwd: root,
		encoding: "utf8",
		env: { ...process.env, SPY_LOG: log },
	});
	const seen = readFileSync(log, "utf8").trim().split("\n");
	return { status, stdout, stderr, seen: seen.filter(Boolean).map((line) => JSON.parse(line) as Seen) };
}

interface Report {
	findings: { file: string; rule: string }[];
}

/** The plans in which the unknown phase is told. */
function plansWithFault(stdout: string): string[] {
	const { findings } = JSON.parse(stdout) as Report;
	return findings.flatMap(({ file, rule }) => (/valid-dependencies$/u.test(rule) ? [file] : [])).sort();
}

if (process.platform === "win32")
	console.warn("Skipped: Windows has no such names, and asks for a permission to make a link.");

describe.skipIf(process.platform === "win32")("plans, folders and branches with hostile names", () => {
	it.each([[["check"]], [["check", "--staged"]]])("are checked like others by %j", (args) => {
		for (const name of NAMES) write(`plans/${name}`, PLAN);
		write("src/a.ts", "");
		git("add", "-A");
		git("commit", "-q", "-m", "a");
		git("checkout", "-q", "-b", "x$(touch-INJECTED);'%");
		for (const name of NAMES) write(`plans/${name}`, `${PLAN}\nMore.\n`);
		git("add", "-A");
		const { status, stdout, stderr, seen } = acidPlans(...args, "--json");
		expect(status, stderr).toBe(1);
		expect(plansWithFault(stdout)).toEqual(NAMES.map((name) => `plans/${name}`).sort());
		const started = seen.filter((entry) => entry.started !== undefined);
		expect(started.length).toBeGreaterThan(0);
		expect(started.filter(({ shell }) => shell !== false)).toEqual([]);
		expect(spawnSync("find", [outer, "-name", "INJECTED"], { encoding: "utf8" }).stdout).toBe("");
	});

	/** What was started had no shell, and nothing in a name was run. */
	function expectNothingRun(seen: readonly Seen[]): void {
		expect(seen.filter(({ started, shell }) => started !== undefined && shell !== false)).toEqual([]);
		expect(spawnSync("find", [outer, "-name", "INJECTED"], { encoding: "utf8" }).stdout).toBe("");
	}

	it("are listed in an index, each once", () => {
		for (const name of NAMES) write(`plans/${name}`, PLAN);
		const created = acidPlans("index", "--create");
		expect(created.stderr).toBe("");
		const index = readFileSync(join(root, "plans/README.md"), "utf8");
		expect(index.match(/^- \[/gmu)).toHaveLength(NAMES.length);
		const again = acidPlans("index", "--check", "--json");
		expect(again.status, again.stdout).toBe(0);
		expectNothingRun([...created.seen, ...again.seen]);
	});

	it.each(NAMES)("%j has a graph", (name) => {
		write(`plans/${name}`, PLAN.replace("Phase 7", "None"));
		git("add", "-A");
		const { status, stdout, stderr, seen } = acidPlans("graph", "--json", "--", `plans/${name}`);
		expect(status, stderr).toBe(0);
		expect(stdout).toContain(JSON.stringify(`plans/${name}`));
		expectNothingRun(seen);
	});

	it.each([
		"x $(touch INJECTED)",
		"`touch INJECTED`; a",
		"--force",
		"a\nb",
		"../../outside",
		"/etc/x",
		"C:\\x",
		"日本語",
	])("a plan called %j is made in the folder of plans, or refused", (title) => {
		write("plans/a.md", PLAN);
		const before = readdirSync(outer, { recursive: true, encoding: "utf8" });
		const { status, stderr, seen } = acidPlans("new", "--", title);
		expect([0, 2], stderr).toContain(status);
		const added = readdirSync(outer, { recursive: true, encoding: "utf8" }).filter(
			(path) => !before.includes(path) && path !== "log",
		);
		expect(added).toHaveLength(status === 0 ? 1 : 0);
		for (const path of added) expect(dirname(join(outer, path))).toBe(join(root, "plans"));
		expectNothingRun(seen);
	});

	it("are judged by a hook when one commits", () => {
		const hook = join(root, ".hooks/pre-commit");
		write(".hooks/pre-commit", `#!/bin/sh\nexec "${process.execPath}" "${BIN}" check --staged\n`);
		chmodSync(hook, 0o755);
		git("checkout", "-q", "-b", "x$(touch-INJECTED);'%");
		for (const name of NAMES) write(`plans/${name}`, PLAN);
		git("add", "-A");
		const { status, stdout, stderr } = spawnSync("git", ["-c", "core.hooksPath=.hooks", "commit", "-m", "a"], {
			cwd: root,
			encoding: "utf8",
		});
		expect(status).toBe(1);
		expect((stdout + stderr).match(/valid-dependencies/gu)).toHaveLength(NAMES.length);
		expectNothingRun([]);
	});
});

describe.skipIf(process.platform === "win32")("paths in a plan that lead out of the repository", () => {
	it.each([[["check"]], [["check", "--staged"]]])("are not looked at by %j", (args) => {
		const secret = join(outer, "secret.ts");
		writeFileSync(secret, "top secret\n");
		mkdirSync(join(outer, "folder"));
		writeFileSync(join(outer, "folder/plan.md"), PLAN);
		symlinkSync(secret, join(root, "link.ts"));
		symlinkSync(join(outer, "folder"), join(root, "linked"));
		const paths = [
			"../secret.ts",
			"../../../../../../etc/passwd",
			"/etc/passwd",
			secret,
			`file://${secret}`,
			"C:\\Windows\\win.ini",
			"C:/Windows/win.ini",
			"\\\\server\\share\\a.ts",
			"//server/share/a.ts",
			"link.ts",
			"linked/plan.md",
			"src/../../secret.ts",
			"%2e%2e/secret.ts",
			"~/.ssh/id_rsa",
			"$HOME/.ssh/id_rsa",
		];
		const lines = paths.map((path) => `- [x] \`${path}\`\n- [x] [a](<${path}>)\n`).join("");
		const uses = `**Files**: ${paths.map((path) => `\`${path}\``).join(", ")}\n\n**Testing**: \`touch INJECTED\`, \`npm --prefix ../folder test\`\n`;
		write("plans/a.md", `# Feature: A\n\n### Phase 1: Build it ✅\n\n${uses}\n**Deliverables**:\n${lines}`);
		write("plans/README.md", `# Plans\n\n- [A](a.md) - ✅ Done\n${paths.map((path) => `- [B](<${path}>)\n`).join("")}`);
		git("add", "-A");
		const { status, stderr, seen } = acidPlans(...args, "--json");
		expect(status, stderr).toBe(1);
		const looked = seen.flatMap(({ path }) => (path === undefined ? [] : [resolve(root, path)]));
		expect(looked.some((path) => path.startsWith(root))).toBe(true);
		const outside = looked.filter(
			(path) =>
				path.startsWith(join(outer, "secret")) ||
				path.startsWith(join(outer, "folder")) ||
				/\/etc\/passwd|win\.ini|id_rsa|\/server\/share/u.test(path),
		);
		expect(outside).toEqual([]);
		expect(seen.filter(({ started }) => started !== undefined && !/git$/u.test(started))).toEqual([]);
		expect(spawnSync("find", [outer, "-name", "INJECTED"], { encoding: "utf8" }).stdout).toBe("");
	});
});

describe("a command that only looks", () => {
	it.each([
		[["check"]],
		[["check", "--staged"]],
		[["check", "--range", "HEAD..HEAD"]],
		[["status"]],
		[["graph"]],
		[["doctor"]],
		[["explain"]],
		[["index", "--check"]],
		[["new", "--dry-run", "B"]],
	])("writes no file but its cache: %j", (args) => {
		write("plans/a.md", PLAN);
		write("plans/README.md", "# Plans\n");
		git("add", "-A");
		git("commit", "-q", "-m", "a");
		const files = (): Record<string, string> =>
			Object.fromEntries(
				readdirSync(outer, { recursive: true, withFileTypes: true })
					.filter((entry) => entry.isFile())
					.map((entry) => join(entry.parentPath, entry.name))
					.filter((path) => path !== join(outer, "log") && !path.startsWith(join(root, ".git/acid-plans/")))
					.map((path) => [path, readFileSync(path, "hex")]),
			);
		const before = files();
		const { status, stderr } = acidPlans(...args);
		expect([0, 1], stderr).toContain(status);
		expect(files()).toEqual(before);
	});
});
