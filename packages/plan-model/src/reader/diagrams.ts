import { appendAll } from "../text/append-all.js";
import type { Nodes, Root } from "mdast";
import { rangeOf } from "./inline-text.js";
import type { Located } from "../text/source-range.js";

/** Fences that renderers draw. */
const LANGUAGES: ReadonlySet<string> = new Set([
	"mermaid",
	"plantuml",
	"puml",
	"dot",
	"graphviz",
	"d2",
	"ditaa",
	"nomnoml",
	"bpmn",
	"structurizr",
]);

/** `https://img.shields.io/…`, `…/badge.svg`. */
const BADGE = /(?:^|[/.])(?:badges?|shields)[/.]/iu;

/** The diagrams of a document: drawn fences, images, and `<img>` or `<svg>` in HTML. */
export function readDiagrams(root: Root): Located[] {
	const diagrams: Located[] = [];
	const stack: Nodes[] = [root];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (isDiagram(node)) diagrams.push({ range: rangeOf(node) });
		if ("children" in node) appendAll(stack, node.children);
	}
	return diagrams.sort((a, b) => a.range.start - b.range.start);
}

function isDiagram(node: Nodes): boolean {
	if (node.type === "code") return LANGUAGES.has((node.lang ?? "").replace(/[{}]/gu, "").toLowerCase());
	if (node.type === "image") return !BADGE.test(node.url);
	if (node.type === "imageReference") return true;
	return node.type === "html" && /<(?:img|svg|picture)\b/iu.test(node.value) && !BADGE.test(node.value);
}
