import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { environment } from "../../../test/environment.js";

const root = join(import.meta.dirname, "../../..");
/** The built command line. */
export const bin: string = join(root, "packages/cli/dist/bin.js");

/** A folder for a test, gone after it. */
export function createFolder(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "acid-plans-cli-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

/** Makes the packages of this repository importable in a folder. */
export function linkPackages(folder: string): void {
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
}

/** Runs the built command line. */
export function acidPlans(
	cwd: string,
	...args: readonly string[]
): { code: number | null; stdout: string; stderr: string } {
	const env = { ...environment(), GIT_CEILING_DIRECTORIES: tmpdir() };
	const options = { cwd, env, encoding: "utf8", maxBuffer: 64 * 1024 ** 2 } as const;
	const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options);
	return { code: status, stdout, stderr };
}

/** Runs git where it has to succeed. */
export function git(cwd: string, ...args: readonly string[]): void {
	const { status, stderr } = spawnSync("git", args, { cwd, encoding: "utf8" });
	if (status !== 0) throw new Error(stderr);
}
