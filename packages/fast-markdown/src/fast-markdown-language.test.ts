import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ESLint, type Linter } from "eslint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
	FastMarkdownLanguage,
	type FastMarkdownLanguageOptions,
	type FastMarkdownLanguageSetup,
} from "../dist/index.js";

const withoutBinding: FastMarkdownLanguageSetup = {
	nativeParser: () => ({ unavailable: new Error("no binding for plan9") }),
};
const withPanic: FastMarkdownLanguageSetup = {
	nativeParser: () => ({
		parse() {
			throw new Error("panic");
		},
	}),
};

/** Reports the types of the root's children, so that a test sees what was parsed. */
const outline = {
	create: (context: { report(problem: object): void }) => ({
		root(node: { children: { type: string }[] }) {
			context.report({ node, message: node.children.map(({ type }) => type).join(" ") });
		},
	}),
};

function eslint(
	setup: FastMarkdownLanguageSetup,
	languageOptions: FastMarkdownLanguageOptions,
	more: ESLint.Options = {},
): ESLint {
	const plugin = {
		languages: { markdown: new FastMarkdownLanguage(setup) },
		rules: { outline },
	} as unknown as ESLint.Plugin;
	return new ESLint({
		...more,
		overrideConfigFile: true,
		overrideConfig: [
			{
				files: ["**/*.md"],
				plugins: { fast: { meta: { name: "fast", version: "1" }, ...plugin } },
				language: "fast/markdown",
				languageOptions: languageOptions as unknown as Linter.LanguageOptions,
				rules: { "fast/outline": "error" },
			},
		],
	});
}

async function messages(
	setup: FastMarkdownLanguageSetup,
	options: FastMarkdownLanguageOptions,
	text: string,
): Promise<string[]> {
	const [result] = await eslint(setup, options).lintText(text, { filePath: "a.md" });
	return (result?.messages ?? []).map(({ message }) => message);
}

const TEXT = "---\na: b\n---\n\n# Title\n\n| a |\n| - |\n\n- [ ] task\n";

describe("the language", () => {
	it("reads YAML front matter and GFM by default", async () => {
		expect(await messages({}, {}, TEXT)).toEqual(["yaml heading table list"]);
	});

	it.each(["auto", "native", "micromark"] as const)("reads the same with the parser %s", async (parser) => {
		expect(await messages({}, { parser }, TEXT)).toEqual(["yaml heading table list"]);
	});

	it.each([
		[
			{ parser: "rust" },
			'Invalid language option value `"rust"` for parser. Expected one of "auto", "native", "micromark".',
		],
		[{ parser: true }, "Invalid language option value `true` for parser."],
		[{ traversal: "none" }, 'Invalid language option value `"none"` for traversal. Expected one of "full", "root".'],
		[{ frontmatter: "ini" }, "Invalid language option value `ini` for frontmatter."],
	])("refuses %j", async (options, message) => {
		await expect(messages({}, options as FastMarkdownLanguageOptions, TEXT)).rejects.toThrow(message);
	});
});

describe("where the native parser cannot be loaded", () => {
	it('"auto" parses with micromark', async () => {
		expect(await messages(withoutBinding, {}, TEXT)).toEqual(["yaml heading table list"]);
	});

	it('"native" says so for every document', async () => {
		expect(await messages(withoutBinding, { parser: "native" }, TEXT)).toEqual([
			"Parsing error: The native Markdown parser cannot be loaded here (no binding for plan9). " +
				'Install the optional dependencies of satteri for this platform, or set languageOptions.parser to "auto" or "micromark".',
		]);
	});
});

describe("where the native parser fails on a document", () => {
	it('"auto" parses that document with micromark', async () => {
		expect(await messages(withPanic, {}, TEXT)).toEqual(["yaml heading table list"]);
	});

	it('"native" reports it', async () => {
		expect(await messages(withPanic, { parser: "native" }, TEXT)).toEqual([
			'Parsing error: The native Markdown parser failed (panic). Make the document smaller, or set languageOptions.parser to "micromark".',
		]);
	});
});

describe("hostile documents are linted", () => {
	it.each([
		["9,000 nested quotes", ">".repeat(9_000) + " a\n"],
		["nested lists", Array.from({ length: 500 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
		["50,000 open brackets", "[".repeat(50_000)],
		["20,000 stars", "*a ".repeat(20_000)],
		["100,000 boxes", "- [ ] a\n".repeat(100_000)],
		["as many bold words, with empty lines between them", "- **a**\n\n".repeat(50_000)],
		["an unclosed fence of front matter", "---\n".padEnd(200_000, "--- a\n")],
		["many emoji and delimiters", "**_*~🟡".repeat(10_000)],
		["comments that never close", "<!-- eslint ".repeat(20_000)],
	])("%s", { timeout: 30_000 }, async (_name, text) => {
		const found = await messages({}, {}, text);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(/^[a-zA-Z ]+$/u);
	});
});

describe("the fingerprint", () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), "fast-markdown-"));
		await writeFile(join(folder, "a.md"), TEXT);
	});
	afterEach(() => rm(folder, { recursive: true }));

	/** One run; whether the document was parsed in it, and how often the fingerprint was asked for. */
	async function run(fingerprint: string | undefined, cache: boolean): Promise<{ parsed: boolean; asked: number }> {
		let asked = 0;
		let parsed = false;
		const setup: FastMarkdownLanguageSetup = {
			nativeParser() {
				parsed = true;
				return withoutBinding.nativeParser!();
			},
			...(fingerprint !== undefined && { fingerprint: () => (asked++, fingerprint) }),
		};
		const linter = eslint(
			setup,
			{},
			{ cwd: folder, cache, cacheLocation: join(folder, "cache"), cacheStrategy: "content" },
		);
		expect((await linter.lintFiles(["a.md"]))[0]?.messages).toHaveLength(1);
		return { parsed, asked };
	}

	it("is part of the key of ESLint's cache", async () => {
		expect(await run("one", true)).toEqual({ parsed: true, asked: 1 });
		expect(await run("one", true)).toEqual({ parsed: false, asked: 1 });
		expect(await run("two", true)).toEqual({ parsed: true, asked: 1 });
	});

	it("is not asked for without the cache", async () => {
		expect(await run("one", false)).toEqual({ parsed: true, asked: 0 });
	});

	it("is not needed", async () => {
		expect(await run(undefined, true)).toEqual({ parsed: true, asked: 0 });
		expect(await run(undefined, true)).toEqual({ parsed: false, asked: 0 });
	});
});

describe("documents that no parser reads in a bearable time are refused, with their place", () => {
	const deep = /^Parsing error: This line begins with more than 10,000 characters of indentation and markers/u;
	const runs = /^Parsing error: More than 20,000 runs of `\*`, `_` and `~` stand here without an empty line/u;
	const entities = /^Parsing error: Too many entities like `&amp;` stand here in one text without an empty line/u;

	it.each([
		["50,000 nested quotes", `a\n\n${">".repeat(50_000)} a\n`, 3, deep],
		["50,000 lists in one line", `a\n${"- ".repeat(50_000)}a\n`, 2, deep],
		["a list deeper in each line", `- a\n${" ".repeat(9_000)}${"1. ".repeat(600)}a\r\n`, 2, deep],
		["50,000 stars", `a\n\n${"*a ".repeat(50_000)}`, 3, runs],
		["delimiters in the lines of one paragraph", "**a\n".repeat(30_000), 20_001, runs],
		// These took two gigabytes and were followed by more; a document of three megabytes took all memory there was.
		["a paragraph of entities alone", `a\n\n${"&amp;".repeat(20_000)}`, 3, entities],
		["a long paragraph with an entity in each line", `${"word ".repeat(40)}&lt;\n`.repeat(5_000), 1_066, entities],
		["as much in paragraphs that each are short enough", `${"&amp; ".repeat(4_000)}\n\n`.repeat(9), 5, entities],
	])("%s", async (_name, text, line, message) => {
		const [result] = await eslint({}, {}).lintText(text, { filePath: "a.md" });
		expect(result?.messages).toMatchObject([{ fatal: true, line, message: expect.stringMatching(message) as string }]);
	});

	it.each([
		["a line of blanks", `${" ".repeat(50_000)}a\n`],
		["paragraphs with empty lines between them", "**a** *b*\r\n\r\n".repeat(20_000)],
		["a quote with empty lines", "> **a** *b*\n>\n".repeat(20_000)],
		["half a break", "- ".repeat(4_999)],
		["entities with empty lines between them", `${"a &amp; b ".repeat(20)}\n\n`.repeat(5_000)],
	])("but not %s", async (_name, text) => {
		expect((await messages({}, {}, text)).join()).not.toMatch(/Parsing error/u);
	});

	it("and a long one that the native parser fails on is not given to micromark, which may take hours", async () => {
		const [message] = await messages(withPanic, {}, "a\n".repeat(30_000));
		expect(message).toMatch(/^Parsing error: The native Markdown parser failed \(panic\)\. Make the document smaller/u);
	});
});

describe("parserFor", () => {
	const plain = "# A\n";
	const special = "A\u0085\n";
	it.each<[string, FastMarkdownLanguageSetup, FastMarkdownLanguageOptions | undefined, string, object]>([
		["the native one", {}, undefined, plain, { parser: "native" }],
		[
			"micromark, where it is asked for",
			{},
			{ parser: "micromark" },
			plain,
			{ parser: "micromark", because: "option" },
		],
		["micromark for math", {}, { math: true }, plain, { parser: "micromark", because: "math" }],
		["micromark for a text that is read differently", {}, {}, special, { parser: "micromark", because: "text" }],
		["the native one, where it is asked for", {}, { parser: "native", math: true }, special, { parser: "native" }],
		[
			"micromark, where the native one is not there",
			withoutBinding,
			{},
			plain,
			{ parser: "micromark", because: "unavailable", message: "no binding for plan9" },
		],
		[
			"none, where the native one is asked for and not there",
			withoutBinding,
			{ parser: "native" },
			plain,
			{ parser: "native", because: "unavailable", message: "no binding for plan9" },
		],
	])("names %s", (_, setup, options, text, choice) => {
		expect(new FastMarkdownLanguage(setup).parserFor(text, options)).toEqual(choice);
	});
});
