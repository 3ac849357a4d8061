import { expect, it } from "vitest";
import { FastMarkdownLanguage } from "../../packages/fast-markdown/dist/index.js";
import { treeDifferences } from "../../packages/fast-markdown/test/tree-differences.js";
import { tryOut } from "./budget.js";
import { documents } from "./documents.js";

type Tree = Parameters<typeof treeDifferences>[1];

const language = new FastMarkdownLanguage();

function tree(text: string, parser: "auto" | "micromark"): Tree {
	const file = { path: "a.md", physicalPath: "a.md", bom: false, body: text };
	const result = language.parse(file, { languageOptions: { parser, frontmatter: "yaml" } });
	if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join("\n"));
	return JSON.parse(JSON.stringify(result.ast)) as Tree;
}

it("the language gives the tree of micromark for every document, known differences excepted", () => {
	tryOut(documents, (text) => {
		const body = text.replace(/^\ufeff/, "");
		expect(treeDifferences(body, tree(body, "auto"), tree(body, "micromark")).unknown).toEqual([]);
	});
});
