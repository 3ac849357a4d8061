import type { Nodes, Root } from "mdast";
import { rangeOf } from "./inline-text.js";
import type { SourceRange } from "../text/source-range.js";

/** The ranges of text outside code, HTML and link targets, in the order of the document. */
export function readProseRanges(root: Root, source: string): SourceRange[] {
	const ranges: SourceRange[] = [];
	const stack: Nodes[] = [root];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.type === "text" || node.type === "yaml") {
			const range = rangeOf(node);
			if (range.end > range.start && range.end <= source.length) ranges.push(range);
		} else if ("children" in node) {
			for (let at = node.children.length - 1; at >= 0; at--) {
				const child = node.children[at];
				if (child) stack.push(child);
			}
		}
	}
	return ranges;
}
