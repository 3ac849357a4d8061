import type { Code, Nodes, Root } from "mdast";
import { rangeOf } from "./inline-text.js";
import type { SourceRange } from "../text/source-range.js";

/** A code block, fenced or indented, wherever it stands. */
export interface CodeBlock {
	readonly node: Code;
	readonly range: SourceRange;
}

/** Every code block of a document in its order, those in lists and quotes included. */
export function readCodeBlocks(root: Root): CodeBlock[] {
	const blocks: CodeBlock[] = [];
	// A stack of its own: deeply nested lists and quotes cannot exhaust the call stack.
	const stack: Nodes[] = [root];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.type === "code") blocks.push({ node, range: rangeOf(node) });
		else if ("children" in node)
			for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as Nodes);
	}
	return blocks;
}
