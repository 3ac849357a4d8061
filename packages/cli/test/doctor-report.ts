import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { acidPlans, createFolder, git, linkPackages } from "./command-line.js";
import { CONFIG, planText } from "./plan-of-parts.js";

export interface Check {
	readonly id: string;
	readonly state: "ok" | "off" | "note";
	readonly message: string;
	readonly remedy?: string;
}

/** What `acid-plans doctor --json` says; its exit code must say the same. */
export function doctor(
	folder: string,
	...args: readonly string[]
): { readonly plan: string; readonly checks: readonly Check[] } {
	const { code, stdout, stderr } = acidPlans(folder, "doctor", "--json", ...args);
	expect(stderr).toBe("");
	const report = JSON.parse(stdout) as { version: number; plan: string; ok: boolean; checks: Check[] };
	expect(report.version).toBe(1);
	expect(report.ok).toBe(report.checks.every(({ state }) => state !== "off"));
	expect(code).toBe(report.ok ? 0 : 1);
	return report;
}

/** The check of an id, in words: `off: message → remedy`. */
export function checkOf(folder: string, id: string, ...args: readonly string[]): string | undefined {
	const check = doctor(folder, ...args).checks.find((each) => each.id === id);
	return check && `${check.state}: ${check.message}${check.remedy === undefined ? "" : ` → ${check.remedy}`}`;
}

/** A repository with a plan, a config and a first commit, and no hooks. */
export function plansRepository(files: Readonly<Record<string, string>> = {}): string {
	const folder = createFolder({
		"package.json": '{ "type": "module" }',
		"eslint.config.js": CONFIG,
		"plans/README.md": "# Plans\n\n- [Search](search.md) - 🟡 Planned\n",
		"plans/search.md": planText("Search"),
		...files,
	});
	linkPackages(folder);
	git(folder, "init", "--quiet", "--initial-branch=main");
	commit(folder);
	return folder;
}

function commit(folder: string): void {
	git(folder, "add", "--all", "--", ".", ":!node_modules");
	git(folder, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--no-verify", "--message=a");
}

/** A hook, or another script that has to be executable. */
export function writeScript(folder: string, path: string, text: string): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), `#!/bin/sh\n${text}\n`);
	chmodSync(join(folder, path), 0o755);
}

/** Hooks as `acid-plans init` and people write them. */
export function installHooks(folder: string): void {
	for (const hook of ["pre-commit", "pre-merge-commit"])
		writeScript(folder, `.git/hooks/${hook}`, "npx acid-plans check --staged");
}
