import type { Nodes, Root } from "mdast";
import { rangeOf } from "./inline-text.js";
import type { SourceRange } from "../text/source-range.js";

/** The ranges of text outside code, HTML and link targets, in the order of the document. */
export function readProseRanges(root: Root): SourceRange[] {
	const ranges: SourceRange[] = [];
	const stack: Nodes[] = [root];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.type === "text" || node.type === "yaml") {
			const range = rangeOf(node);
			// A node that a plugin made has no place.
			if (range.end > range.start) ranges.push(range);
		} else if ("children" in node) {
			for (let at = node.children.length - 1; at >= 0; at--) {
				stack.push(node.children[at] as Nodes);
			}
		}
	}
	return ranges;
}
