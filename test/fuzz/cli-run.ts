import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { environment } from "../environment.js";

const root = join(import.meta.dirname, "../..");
const bin = join(root, "packages/cli/dist/bin.js");

/** Milliseconds: a command that takes longer hangs. */
const PATIENCE = 45_000;

/** Does something in a git repository with the packages installed, and removes it. */
export function inRepository(action: (folder: string) => void): void {
	const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "acid-plans-fuzz-")));
	try {
		git(folder, "init", "--quiet");
		symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
		action(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Runs git where it has to succeed. */
export function git(folder: string, ...args: readonly string[]): void {
	const { status, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8", env: environment() });
	expect(status, `git ${args.join(" ")}: ${stderr}`).toBe(0);
}

/** Runs the built command line, which has to end with 0, 1 or 2, without a stack, and with a sentence where it could not run. */
export function run(
	folder: string,
	...args: readonly string[]
): { readonly status: number | null; readonly stdout: string } {
	const { status, stdout, stderr, error } = spawnSync(process.execPath, [bin, ...args], {
		cwd: folder,
		encoding: "utf8",
		input: "",
		timeout: PATIENCE,
		env: environment(),
	});
	const said = `${args.join(" ")}: ${error?.message ?? ""}${stderr}`;
	expect([0, 1, 2], said).toContain(status);
	expect(stdout + stderr, said).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
	if (status === 2) expect(stderr, said).toMatch(/^acid-plans: \S[^\n]*\n$/);
	return { status, stdout };
}

/** Every file of a repository but git's, those of packages and a cache, byte by byte. */
export function bytesOf(folder: string): Readonly<Record<string, string>> {
	return Object.fromEntries(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
			.filter((path) => !/^(?:\.git|node_modules)[\\/]/.test(path))
			.sort()
			.map((path) => [path, readFileSync(join(folder, path), "hex")]),
	);
}
