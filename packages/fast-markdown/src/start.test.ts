import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const DIST = resolve(import.meta.dirname, "../dist");

/** Runs a script that has imported the package as `fast`; returns what it prints, and what was loaded by `require`. */
function run(script: string): { printed: unknown; required: string[] } {
	const code = `
		import { createRequire } from "node:module";
		const fast = await import(${JSON.stringify(pathToFileURL(resolve(DIST, "index.js")).href)});
		const printed = (() => { ${script} })();
		const required = Object.keys(createRequire(import.meta.url).cache);
		console.log(JSON.stringify({ printed: printed ?? null, required }));
	`;
	const output = execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
		encoding: "utf8",
		stdio: ["ignore", "pipe", "pipe"],
	});
	return JSON.parse(output) as { printed: unknown; required: string[] };
}

const parse = (options: object) => `
	const result = new fast.FastMarkdownLanguage().parse({ body: "# A" }, { languageOptions: ${JSON.stringify(options)} });
	return result.ast.children[0].type;
`;

describe("importing the package", () => {
	it("imports nothing but its own files and Node's: neither @eslint/markdown nor micromark nor satteri nor eslint", () => {
		const files = [".", "bundle"].flatMap((folder) =>
			readdirSync(resolve(DIST, folder))
				.filter((name) => name.endsWith(".js") && !name.startsWith("declarations-check"))
				.map((name) => resolve(DIST, folder, name)),
		);
		const imported = files.flatMap((file) =>
			[...readFileSync(file, "utf8").matchAll(/^(?:import|export)\s(?:[^;'"=]*?\sfrom\s)?["']([^"']+)["']/gmu)].map(
				([, from]) => from!,
			),
		);
		expect(imported).toContain("./bundle/eslint-markdown.js");
		expect(imported.filter((from) => !from.startsWith("."))).not.toEqual([]);
		expect(
			imported.filter((from) => !from.startsWith(".") && !builtinModules.includes(from.replace(/^node:/u, ""))),
		).toEqual([]);
	});

	it("loads no chunk", () => {
		expect(
			run("new fast.FastMarkdownLanguage(); fast.createCombinedProcessor(fast.markdownProcessor);").required,
		).toEqual([]);
	});
});

describe("parsing", () => {
	it("natively loads satteri, not micromark", () => {
		const { printed, required } = run(parse({ parser: "native" }));
		expect(printed).toBe("heading");
		expect(required.some((path) => path.includes("satteri"))).toBe(true);
		expect(required.filter((path) => path.endsWith("micromark.cjs"))).toEqual([]);
	});

	it("with micromark loads its chunk, not satteri", () => {
		const { printed, required } = run(parse({ parser: "micromark" }));
		expect(printed).toBe("heading");
		expect(required).toEqual([resolve(DIST, "bundle/micromark.cjs")]);
	});
});

describe("the notices", () => {
	it("name every kind of bundled code", () => {
		const text = readFileSync(resolve(DIST, "THIRD-PARTY-LICENSES.txt"), "utf8");
		for (const name of ["@eslint/markdown", "@eslint/plugin-kit", "micromark", "mdast-util-gfm", "levn"]) {
			expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "mu"));
		}
	});
});
