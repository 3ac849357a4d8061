import type { Node, Root } from "mdast";
import { describe, expect, it } from "vitest";
import { FastMarkdownLanguage, FastMarkdownSourceCode } from "../dist/index.js";
import { MarkdownSourceCode } from "../dist/bundle/eslint-markdown.js";

const TEXT = "# A *b*\n\n> <!-- eslint-disable a -- why -->\n> - [ ] <i>c</i>\n\n<!-- eslint b: 2 --> <!-- no -->\n";

function parse(text: string): Root {
	const result = new FastMarkdownLanguage().parse(
		{ path: "", physicalPath: "", bom: false, body: text },
		{ languageOptions: {} },
	);
	if (!result.ok) throw new Error("does not parse");
	return result.ast;
}

describe("the source code", () => {
	const ast = parse(TEXT);
	const ours = new FastMarkdownSourceCode({ text: TEXT, ast });
	const theirs = new MarkdownSourceCode({ text: TEXT, ast });

	it("is traversed in the steps of @eslint/markdown", () => {
		const plain = (steps: Iterable<object>) => [...steps].map((step) => ({ ...step }));
		expect(plain(ours.traverse())).toEqual(plain(theirs.traverse()));
		expect(ours.traverse().length).toBeGreaterThan(10);
	});

	it("knows the parent of every node, and no parent of a stranger", () => {
		const nodes = ours.traverse().map(({ target }) => target as Node);
		for (const node of nodes) expect(ours.getParent(node)).toBe(theirs.getParent(node));
		expect(ours.getAncestors(nodes.find(({ type }) => type === "emphasis")!).map(({ type }) => type)).toEqual([
			"root",
			"heading",
		]);
		expect(ours.getParent({ type: "text" })).toBeUndefined();
	});

	it("reads the comments for ESLint as @eslint/markdown does", () => {
		expect(ours.getInlineConfigNodes()).toEqual(theirs.getInlineConfigNodes());
		expect(ours.getInlineConfigNodes().map(({ value }) => value)).toEqual(["eslint-disable a -- why", "eslint b: 2"]);
		// Inherited, and asked by ESLint alone: the declarations leave them out.
		const asEslint = (code: object): { getDisableDirectives(): unknown; applyInlineConfig(): unknown } => code as never;
		expect(asEslint(ours).getDisableDirectives()).toEqual(asEslint(theirs).getDisableDirectives());
		expect(asEslint(ours).applyInlineConfig()).toEqual(asEslint(theirs).applyInlineConfig());
	});

	it("finds parents and comments also where only the root is visited", () => {
		const root = new FastMarkdownSourceCode({ text: TEXT, ast, rootOnly: true });
		expect(root.traverse().map(({ target, phase }) => [target, phase])).toEqual([
			[ast, 1],
			[ast, 2],
		]);
		expect(root.getParent(ast.children[0]!)).toBe(ast);
		expect(root.getInlineConfigNodes()).toHaveLength(2);
	});
});
