import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acidPlans, bin, createFolder } from "./command-line.js";
import { PLAN } from "./plan-texts.js";

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
		["--staged with --range", ["check", "--staged", "--range", "HEAD~..HEAD"], /Give one of them/],
		["--range with a fix", ["check", "--range", "HEAD~..HEAD", "--fix"], /it cannot fix/],
		["two kinds of fix", ["check", "--fix", "--fix-dry-run"], /contradict each other/],
		["--fix-only with a format", ["check", "--fix-only", "--format", "json"], /takes neither/],
		["an unknown format", ["check", "--format", "xml"], /'xml' is invalid\. The formats are stylish,/],
		["--output without a format", ["check", "--output", "a.json"], /--format in front of it/],
		[
			"a second --output for one format",
			["check", "--format", "json", "--output", "a", "--output", "b"],
			/--format in front/,
		],
		["two reports for programs", ["check", "--format", "json", "--format", "sarif"], /holds one report for a program/],
		[
			"one file for two reports",
			["check", ..."json sarif".split(" ").flatMap((name) => ["--format", name, "--output", "a"])],
			/Two formats .* a\./,
		],
		["a path below a file", ["check", "empty/notes.txt/a.md"], /There is no file or folder empty/],
		["a link that leads to itself", ["check", "loop.md"], /loop\.md could not be read \(ELOOP\)/],
	])("%s", (_, args, sentence) => {
		const folder = createFolder({ "empty/notes.txt": "none\n" });
		symlinkSync("loop.md", join(folder, "loop.md"));
		const { code, stdout, stderr } = acidPlans(folder, ...args);
		expect(stderr).toMatch(sentence);
		expect(stdout).toBe("");
		expect(code).toBe(2);
	});
});

describe("what cannot be read or written", () => {
	/** For the superuser every folder is readable: the check runs as somebody else then. */
	const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

	it.skipIf(process.platform === "win32")("a folder without permission (Windows has no such bits)", () => {
		const folder = createFolder({ "plans/search.md": PLAN, "plans/secret/a.md": PLAN });
		chmodSync(folder, 0o755);
		chmodSync(join(folder, "plans/secret"), 0);
		const { status, stderr } = spawnSync(process.execPath, [bin, "check", "plans"], {
			cwd: folder,
			encoding: "utf8",
			...nobody,
		});
		chmodSync(join(folder, "plans/secret"), 0o755);
		expect(stderr).toMatch(/^acid-plans: .*secret could not be read \(EACCES\)\. Check its permissions\.\n$/);
		expect(status).toBe(2);
	});

	it.each([
		["a folder that is a file", "plans/search.md/report.json", /^acid-plans: .* could not be written \(E\w+\)\./],
		["a plan", "plans/search.md", /^acid-plans: plans\/search\.md of `--output` is one of the documents/],
	])("no report over %s", (_, file, sentence) => {
		const folder = createFolder({ "plans/search.md": PLAN });
		const { code, stderr } = acidPlans(folder, "check", "plans", "--format", "json", "--output", file);
		expect(stderr).toMatch(sentence);
		expect(code).toBe(2);
		expect(readFileSync(join(folder, "plans/search.md"), "utf8")).toBe(PLAN);
	});
});
