import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { environment } from "../environment.js";

const root = join(import.meta.dirname, "../..");
const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");

export type Files = Readonly<Record<string, string>>;

/** The JavaScript files of a page; one entry for each way that it shows. */
export function filesOf(text: string): Files[] {
	const blocks = [...text.matchAll(/^```js\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = "", code = ""]) => ({
		name,
		code,
	}));
	const configs = blocks.filter(({ name }) => name === "eslint.config.js");
	const modules = Object.fromEntries(
		blocks.filter((block) => !configs.includes(block)).map(({ name, code }) => [name, code]),
	);
	return configs.map(({ name, code }) => ({ ...modules, [name]: code }));
}

/** What a reader of the page would have installed: the packages of this repository, and what their configs name beside them. */
function linkPackages(folder: string): void {
	const packages = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name));
	const others = ["eslint", "@eslint/markdown", "eslint-plugin-markdown"].map((name) =>
		join(root, "node_modules", name),
	);
	for (const target of [...packages, ...others]) {
		const { name } = JSON.parse(readFileSync(join(target, "package.json"), "utf8")) as { name: string };
		const link = join(folder, "node_modules", name);
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(target, link);
	}
}

/** Lints `plans/` of a repository that has these files; rules and messages by plan. */
export function lint(files: Files): string[] {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "acid-plans-page-")));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	linkPackages(folder);
	for (const [path, text] of Object.entries({
		"package.json": '{ "type": "module" }\n',
		".gitignore": "node_modules\n",
		...files,
	})) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	for (const args of [
		["init", "--quiet"],
		["add", "--all"],
		["commit", "--quiet", "--message=Start"],
	])
		expect(spawnSync("git", args, { cwd: folder, env: environment() }).status).toBe(0);
	const { stdout, stderr, status } = spawnSync(process.execPath, [eslint, "--format", "json", "plans"], {
		cwd: folder,
		encoding: "utf8",
		env: environment(),
	});
	expect(status, stderr).toBeLessThan(2);
	const results = JSON.parse(stdout) as { messages: { ruleId: string; message: string }[] }[];
	return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

/** Phases of a plan, with something more behind the last one. */
export const phases = (count: number, more = ""): string =>
	Array.from(
		{ length: count },
		(_, at) => `### Phase ${at + 1}: Store part ${at + 1}\n\n**Objective**: Part ${at + 1} is stored.\n`,
	).join("\n") + more;
