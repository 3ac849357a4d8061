import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { environment } from "../environment.js";

const root = join(import.meta.dirname, "../..");
const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");

/** The plans that the README shows the findings of, as a repository. In this one they are no plans folder: they are wrong. */
function repository(config: string): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "acid-plans-readme-")));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	cpSync(join(import.meta.dirname, "first-findings"), join(folder, "plans"), { recursive: true });
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
	writeFileSync(join(folder, "eslint.config.mjs"), config);
	for (const args of [
		["init", "--quiet"],
		["add", "plans"],
	])
		expect(spawnSync("git", args, { cwd: folder, env: environment() }).status).toBe(0);
	return folder;
}

/** The fenced block that begins with a line. */
function blockOf(readme: string, firstLine: string): string {
	const start = readme.indexOf(firstLine);
	expect(start, `README.md has a line ${firstLine}`).toBeGreaterThan(0);
	return readme.slice(start + firstLine.length, readme.indexOf("\n```", start)).trim();
}

it("shows findings in the README as ESLint prints them", () => {
	const readme = readFileSync(join(root, "README.md"), "utf8");
	const folder = repository(
		`import acidPlans from "eslint-config-acid-plans";\nexport default acidPlans({ template: "free" });\n`,
	);
	const { stdout, status } = spawnSync(process.execPath, [eslint, "--no-color", "plans"], {
		cwd: folder,
		encoding: "utf8",
		env: environment(),
	});
	expect(status).toBe(1);
	// The column of rule names is as far to the right as the longest message; the page has it behind each.
	const shown = stdout.replaceAll(`${folder}/`, "").replaceAll(/ {2,}(?=acid-plans\/)/g, "  ");
	expect(blockOf(readme, "$ npx eslint plans\n")).toBe(shown.trim());
});
