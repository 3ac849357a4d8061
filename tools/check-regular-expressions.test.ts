import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { BOUNDED } from "./regular-expressions/bounded.mjs";

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Asks about the sources of a repository made of these files, or about those of this one. */
function run(sources?: Readonly<Record<string, string>>): { status: number | null; stdout: string } {
	const root = sources && mkdtempSync(join(tmpdir(), "acid-plans-expressions-"));
	if (root !== undefined) folders.push(root);
	for (const [path, text] of Object.entries(sources ?? {})) {
		mkdirSync(join(root ?? "", dirname(path)), { recursive: true });
		writeFileSync(join(root ?? "", path), text);
	}
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(import.meta.dirname, "check-regular-expressions.mjs"), ...(root === undefined ? [] : ["--root", root])],
		{ encoding: "utf8" },
	);
	expect(stderr).toBe("");
	return { status, stdout };
}

const bounded = String(BOUNDED.find(({ file }) => file.endsWith("/path-text.ts"))?.expression);
const SOURCE = `packages/a/src/a.ts`;

it("finds every expression that is shipped linear, or its text short", () => {
	const { status, stdout } = run();
	expect(stdout).toMatch(/^\d+ regular expressions: \d+ safe, \d+ on short texts\.$/m);
	expect(status).toBe(0);
});

it.each([
	["a literal", "export const a = /(?:a+)+$/;\n", "/(?:a+)+$/"],
	[
		"what is put together from constants",
		'const A = "a+";\nexport const a = new RegExp(`(?:${A})+$`, "u");\n',
		"/(?:a+)+$/u",
	],
	["one whose text is short in another file", `export const a = ${bounded};\n`, bounded],
])("fails on %s", (_name, source, expression) => {
	const { status, stdout } = run({ [SOURCE]: source });
	expect(stdout).toMatch(/packages\/a\/src\/a\.ts:\d+: (?:vulnerable|unknown)/);
	expect(stdout).toContain(expression);
	expect(status).toBe(1);
});

it("passes by tests and what is linear", () => {
	const { status } = run({ [SOURCE]: "export const a = /ab?c/;\n", "packages/a/src/a.test.ts": "/(?:a+)+$/;\n" });
	expect(status).toBe(0);
});
