import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** The pnpm commands of the fenced `sh` blocks of a page, without pnpm. */
function commandsOf(page: string): string[] {
	return [...page.matchAll(/^```sh\n([^`]*)^```$/gm)]
		.flatMap(([, block = ""]) => block.split("\n"))
		.flatMap((line) => /^npx -y pnpm@[\d.]+ (.+)$/.exec(line)?.[1] ?? []);
}

it("the commands of CONTRIBUTING are those that CI runs", () => {
	const steps = [...read(".ci/run").matchAll(/^step "?([a-z: -]+?)"? (?:pnpm |test_all)(.*)$/gm)].map(
		([, name = "", command = ""]) => command || name,
	);
	expect(steps.length).toBeGreaterThan(3);
	expect(commandsOf(read("CONTRIBUTING.md"))).toEqual(steps);
});

it("every command of the README is a script", () => {
	const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
	const commands = commandsOf(read("README.md"));
	expect(commands.length).toBeGreaterThan(1);
	for (const command of commands) expect(Object.keys(scripts)).toContain(command);
});

it("every script of node that CONTRIBUTING and SECURITY name is there", () => {
	const named = [...`${read("CONTRIBUTING.md")}${read("SECURITY.md")}`.matchAll(/`node ([\w./-]+\.mjs)/g)];
	expect(named.length).toBeGreaterThan(1);
	for (const [, path = ""] of named) expect(existsSync(join(root, path)), path).toBe(true);
});

it("the pnpm of the pages is the pinned one", () => {
	const { packageManager } = JSON.parse(read("package.json")) as { packageManager: string };
	for (const page of ["README.md", "CONTRIBUTING.md"])
		expect(new Set(read(page).match(/pnpm@[\d.]+/g))).toEqual(new Set([packageManager]));
});
