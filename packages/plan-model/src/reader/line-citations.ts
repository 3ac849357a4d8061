import { appendAll } from "../text/append-all.js";
import type { Nodes, Root } from "mdast";
import { rangeOf } from "./inline-text.js";
import { readPathText } from "../text/path-text.js";
import type { LineCitation, Link } from "../plan.js";

/**
 * Line numbers behind paths: in code spans (`src/a.ts:120-140`) and in targets of relative links (`../src/a.ts#L12`).
 * A link to a web page may name a commit, at which the lines stay what they are.
 */
export function readLineCitations(root: Root, source: string, links: readonly Link[]): LineCitation[] {
	const citations = new Map<number, LineCitation>();
	const add = (text: string, start: number, context: "code" | "link"): void => {
		if (!/\d/u.test(text) || !source.startsWith(text, start)) return;
		const path = readPathText(text, context);
		if (!path?.certain || !path.lines) return;
		const range = { start: start + path.lines.start, end: start + path.lines.end };
		citations.set(range.start, { text: path.lines.text, range, path: text.slice(path.start, path.end) });
	};
	const stack: Nodes[] = [root];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.type === "inlineCode") {
			const range = rangeOf(node);
			add(node.value, range.start + source.slice(range.start, range.end).indexOf(node.value), "code");
		} else if ("children" in node) appendAll(stack, node.children);
	}
	for (const { kind, url, urlRange } of links) {
		if (kind !== "image") add(url, urlRange.start, "link");
	}
	return [...citations.values()].sort((a, b) => a.range.start - b.range.start);
}
