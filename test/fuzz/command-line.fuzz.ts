import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tryOut } from "./budget.js";

const bin = join(import.meta.dirname, "../../packages/cli/dist/bin.js");
const WORDS = [
	...[
		"check",
		"init",
		"doctor",
		"new",
		"status",
		"index",
		"explain",
		"graph",
		"help",
		"plans",
		"plans/a.md",
		"missing.md",
		".",
	],
	...[
		"--staged",
		"--all",
		"--fix",
		"--fix-only",
		"--quiet",
		"--json",
		"--check",
		"--dry-run",
		"--range",
		"HEAD..HEAD",
		"A..B",
	],
	...[
		"--max-warnings",
		"0",
		"-1",
		"--format",
		"json",
		"sarif",
		"--output",
		"",
		"-",
		"--",
		"--help",
		"--version",
		"$(id)",
		"a\nb",
		"🟡",
	],
];

let folder = "";
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "acid-plans-fuzz-"));
	mkdirSync(join(folder, "plans"));
	writeFileSync(join(folder, "plans/a.md"), "# A\n\n### Phase 1: B\n");
	spawnSync("git", ["init", "--quiet"], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("any command line ends with 0, 1 or 2, and without a stack", () => {
	tryOut(fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 4 })), { maxLength: 5 }), (args) => {
		fc.pre(args.every((arg) => !arg.includes("\0")));
		const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
			cwd: folder,
			encoding: "utf8",
			input: "",
		});
		expect([0, 1, 2], stderr).toContain(status);
		expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
		if (status === 2) expect(stderr.trim()).not.toBe("");
	});
});
