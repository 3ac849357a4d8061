import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { environment } from "../environment.js";
import { installAlone } from "./install-alone.mjs";
import { entriesOf, packedPackage, publishedNames } from "./packed.js";

function run(folder: string, ...args: readonly string[]): string {
	const { stdout, stderr, status } = spawnSync(process.execPath, args, {
		cwd: folder,
		encoding: "utf8",
		env: environment(),
	});
	expect(stderr).toBe("");
	expect(status).toBe(0);
	return stdout;
}

/*
 * Each package in an empty folder, with nothing beside it that its own manifest does not bring: what it uses without
 * naming it is not there, with pnpm not even when another package brings it.
 */
describe.each(["npm", "pnpm", "yarn"] as const)("installed alone with %s", (manager) => {
	it.each(publishedNames)("%s works as an ES module and through require", async (name) => {
		const folder = mkdtempSync(join(tmpdir(), "acid-plans-alone-"));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		const tarballs = publishedNames.map((each) => ({ name: each, file: packedPackage(each).tarball }));
		await installAlone(folder, { manager, name, tarballs });

		const entries = JSON.stringify(entriesOf(packedPackage(name).manifest));
		const print = "console.log(names.every((name) => Object.keys(found[name]).length > 0))";
		const imports = `const names = ${entries}; const found = {}; for (const name of names) found[name] = await import(name); ${print}`;
		const requires = `const names = ${entries}; const found = {}; for (const name of names) found[name] = require(name); ${print}`;
		expect(run(folder, "--input-type=module", "--eval", imports)).toBe("true\n");
		expect(run(folder, "--input-type=commonjs", "--eval", requires)).toBe("true\n");
		if (name === "acid-plans")
			expect(run(folder, join(folder, "node_modules/acid-plans/dist/bin.js"), "--help")).toMatch(/^Usage: acid-plans/);
	});
});
