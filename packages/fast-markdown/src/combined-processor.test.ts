import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import markdown from "@eslint/markdown";
import { ESLint, type Linter } from "eslint";
// @ts-expect-error: has no declarations.
import eslintPluginMarkdown from "eslint-plugin-markdown";
import { describe, expect, it } from "vitest";
import {
	type BlockProcessor,
	createCombinedProcessor,
	FastMarkdownLanguage,
	markdownProcessor,
} from "../dist/index.js";

/** Reports and removes `BAD` in a document. */
const noBad = {
	meta: { fixable: "code" },
	create: (context: { sourceCode: { text: string }; report(problem: object): void }) => ({
		root(node: object) {
			const at = context.sourceCode.text.indexOf("BAD");
			if (at === -1) return;
			context.report({
				node,
				message: "BAD stands here.",
				fix: (fixer: { removeRange(range: [number, number]): object }) => fixer.removeRange([at, at + 3]),
			});
		},
	}),
};

function eslint(processor: BlockProcessor, more: ESLint.Options = {}): ESLint {
	const fast = {
		languages: { markdown: new FastMarkdownLanguage() },
		rules: { "no-bad": noBad },
	} as unknown as ESLint.Plugin;
	return new ESLint({
		...more,
		overrideConfigFile: true,
		overrideConfig: [
			{
				files: ["**/*.md"],
				plugins: { fast },
				language: "fast/markdown",
				processor: processor as Linter.Processor,
				rules: { "fast/no-bad": "error" },
			},
			{ files: ["**/*.md/*.js"], rules: { "prefer-const": "error" } },
		],
	});
}

const BROKEN = "# 🚀 Title\n\nText BAD here.\n\n- item\n\n  ```js\n  let a = 1;\n  export { a };\n  ```\n";
const FIXED = "# 🚀 Title\n\nText  here.\n\n- item\n\n  ```js\n  const a = 1;\n  export { a };\n  ```\n";

const bases: [string, BlockProcessor][] = [
	["@eslint/markdown", markdown.processors.markdown as unknown as BlockProcessor],
	["eslint-plugin-markdown", eslintPluginMarkdown.processors.markdown as BlockProcessor],
	["the bundled processor", markdownProcessor],
];

describe.each(bases)("the combined processor over that of %s", (_name, base) => {
	it("finds what is wrong in the document and in its code, in the order of the text", async () => {
		const [result] = await eslint(createCombinedProcessor(base)).lintText(BROKEN, { filePath: "a.md" });
		expect(result?.messages.map(({ ruleId, line, column }) => ({ ruleId, line, column }))).toEqual([
			{ ruleId: "fast/no-bad", line: 1, column: 1 },
			{ ruleId: "prefer-const", line: 8, column: 7 },
		]);
	});

	it.each([
		["", ""],
		["behind a byte order mark ", "\uFEFF"],
	])("fixes both %s", async (_where, start) => {
		const [result] = await eslint(createCombinedProcessor(base), { fix: true }).lintText(start + BROKEN, {
			filePath: "a.md",
		});
		expect(result).toMatchObject({ output: start + FIXED, messages: [] });
	});

	it.each([
		["deep nesting", `${">".repeat(50_000)} BAD`],
		["a long paragraph", "*a ".repeat(30_000)],
	])("leaves it to the language to refuse %s", async (_what, text) => {
		const combined = createCombinedProcessor(base);
		const [result] = await eslint(combined).lintText(text, { filePath: "a.md" });
		expect(result?.messages).toMatchObject([
			{ ruleId: null, fatal: true, message: expect.stringMatching(/^Parsing error: \S/) as string },
		]);
		// What it keeps of a file is not mixed up with the next text.
		const [next] = await eslint(combined).lintText(BROKEN, { filePath: "a.md" });
		expect(next?.messages).toHaveLength(2);
	});

	it("alone finds nothing in the document: the reason for combining", async () => {
		const [result] = await eslint(base).lintText(BROKEN, { filePath: "a.md" });
		expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(["prefer-const"]);
	});

	it("can be told apart in ESLint's cache", () => {
		const { meta, supportsAutofix } = createCombinedProcessor(base);
		expect(meta?.name).toContain(base.meta?.name);
		expect(meta?.version).toBe(base.meta?.version);
		expect(supportsAutofix).toBe(true);
	});
});

describe("the combined processor", () => {
	it("lints a document that has no code", async () => {
		const [result] = await eslint(createCombinedProcessor(markdownProcessor)).lintText("BAD\n", { filePath: "a.md" });
		expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(["fast/no-bad"]);
	});

	it("takes a base that finds blocks but maps nothing back, and does not offer its fixes", () => {
		const combined = createCombinedProcessor({ preprocess: () => ["a", "b"] });
		const at = (line: number) =>
			({ ruleId: "r", line, column: 1, message: "m", severity: 2 }) as Linter.LintMessage & object;
		expect(combined.preprocess("text", "a.md")).toEqual(["text", "a", "b"]);
		expect(combined.postprocess([[at(2)], [at(3)], [at(1)]] as never, "a.md")).toEqual([at(1), at(2), at(3)]);
		expect(combined.supportsAutofix).toBe(false);
		expect(combined.meta).toEqual({ name: "@acid-plans/fast-markdown/combined(unnamed)", version: "0.0.0" });
	});

	it("fixes files under --cache, and finds the same again from the cache", async () => {
		const folder = await mkdtemp(join(tmpdir(), "fast-markdown-"));
		const file = join(folder, "a.md");
		const options: ESLint.Options = {
			cwd: folder,
			cache: true,
			cacheLocation: join(folder, "cache"),
			cacheStrategy: "content",
		};
		await writeFile(file, BROKEN);
		const first = await eslint(createCombinedProcessor(markdownProcessor), options).lintFiles(["a.md"]);
		const second = await eslint(createCombinedProcessor(markdownProcessor), options).lintFiles(["a.md"]);
		expect(first[0]?.messages).toHaveLength(2);
		expect(second[0]?.messages).toEqual(first[0]?.messages);
		await ESLint.outputFixes(
			await eslint(createCombinedProcessor(markdownProcessor), { ...options, fix: true }).lintFiles(["a.md"]),
		);
		expect(await readFile(file, "utf8")).toBe(FIXED);
		await rm(folder, { recursive: true });
	});
});
