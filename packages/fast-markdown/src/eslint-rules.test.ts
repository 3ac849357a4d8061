import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import markdown from "@eslint/markdown";
import { ESLint, type Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { FastMarkdownLanguage, type FastMarkdownLanguageOptions } from "../dist/index.js";

const FIXTURES = resolve(import.meta.dirname, "../fixtures");
const CORPUS = resolve(import.meta.dirname, "../../..", process.env["ACID_CORPUS"] ?? "../shared/corpus");

const rules = Object.fromEntries(
	Object.keys(markdown.rules).map((name) => [`markdown/${name}`, "error"]),
) as Linter.RulesRecord;

function eslint(language: string, languageOptions: FastMarkdownLanguageOptions): ESLint {
	return new ESLint({
		overrideConfigFile: true,
		overrideConfig: [
			{
				files: ["**/*.md"],
				plugins: { markdown, fast: { languages: { markdown: new FastMarkdownLanguage() } } },
				language,
				languageOptions: languageOptions as unknown as Linter.LanguageOptions,
				rules,
			},
		],
	});
}

const theirs = eslint("markdown/gfm", { frontmatter: "yaml" });
const ours = eslint("fast/markdown", { parser: "native" });

async function findings(linter: ESLint, text: string): Promise<Linter.LintMessage[]> {
	const [result] = await linter.lintText(text, { filePath: "a.md" });
	return [...(result?.messages ?? []), ...(result?.suppressedMessages ?? [])];
}

describe("the rules of @eslint/markdown", () => {
	it("find in a document with many faults what they find in it under markdown/gfm", async () => {
		const text = readFileSync(resolve(FIXTURES, "findings.md"), "utf8");
		const found = await findings(ours, text);
		expect(new Set(found.map(({ ruleId }) => ruleId))).toEqual(
			new Set(
				[
					"fenced-code-language",
					"heading-increment",
					"no-duplicate-definitions",
					"no-duplicate-headings",
					"no-empty-definitions",
					"no-empty-links",
					"no-html",
					"no-missing-atx-heading-space",
					"no-missing-label-refs",
					"no-multiple-h1",
					"no-reversed-media-syntax",
					"no-unused-definitions",
					"require-alt-text",
					"table-column-count",
				].map((name) => `markdown/${name}`),
			),
		);
		expect(found.some((message) => "suppressions" in message)).toBe(true);
		expect(found).toEqual(await findings(theirs, text));
	});

	it.each(["kitchen-sink.md", "task-boxes.md", "crlf.md"])("find the same in %s", async (name) => {
		const text = readFileSync(resolve(FIXTURES, name), "utf8");
		expect(await findings(ours, text)).toEqual(await findings(theirs, text));
	});

	it("find the same behind a byte order mark, which ESLint takes off", async () => {
		const text = "\uFEFF### 🚀\n\n# A\n\n# B\n";
		const found = await findings(ours, text);
		expect(found).not.toEqual([]);
		expect(found).toEqual(await findings(theirs, text));
	});

	it("see no node but the root where the configuration says so", async () => {
		const root = eslint("fast/markdown", { parser: "native", traversal: "root" });
		const text = readFileSync(resolve(FIXTURES, "findings.md"), "utf8");
		expect((await findings(root, text)).filter(({ ruleId }) => ruleId === "markdown/heading-increment")).toEqual([]);
	});

	if (!existsSync(CORPUS))
		console.warn("Skipped: there is no corpus beside the repository. Name its folder in ACID_CORPUS.");
	it.skipIf(!existsSync(CORPUS))("find the same in every document of the corpus", { timeout: 600_000 }, async () => {
		const names = readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
		let count = 0;
		for (const name of names) {
			const text = readFileSync(resolve(CORPUS, name), "utf8");
			const found = await findings(ours, text);
			count += found.length;
			expect(found, name).toEqual(await findings(theirs, text));
		}
		expect(count).toBeGreaterThan(names.length);
	});
});
