import type { Definition, Image, ImageReference, Link as MdastLink, LinkReference, Nodes, Root } from "mdast";
import { rangeOf, readInlineText } from "./inline-text.js";
import type { Link } from "../plan.js";
import type { SourceRange } from "../text/source-range.js";

/**
 * Links, images, link definitions and references to them, outside code, in the order of the document.
 *
 * `url` is free of Markdown's escapes and entities; percent-encoding stays, for `%23` in a file's name is no anchor.
 * A reference (`[text][label]`) has the URL of its definition, and its `urlRange` is the place in the definition: a
 * finding about the target belongs there, once.
 */
export function readLinks(root: Root, source: string): Link[] {
	const links: Link[] = [];
	const definitions = new Map<string, Link>();
	const references: (LinkReference | ImageReference)[] = [];
	// A stack of its own: deeply nested lists and quotes cannot exhaust the call stack.
	const stack: Nodes[] = [root];
	for (let node = stack.pop(); node; node = stack.pop()) {
		switch (node.type) {
			case "link":
				links.push(readLink(node, source));
				break;
			case "image":
				links.push(readImage(node, source));
				break;
			case "definition": {
				const definition = readDefinition(node, source);
				links.push(definition);
				// The first of several definitions of one label counts (CommonMark 4.7); nodes come in order.
				if (!definitions.has(node.identifier)) definitions.set(node.identifier, definition);
				break;
			}
			case "linkReference":
			case "imageReference":
				references.push(node);
				break;
			default:
		}
		if ("children" in node)
			for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as Nodes);
	}
	for (const node of references) {
		const definition = definitions.get(node.identifier);
		if (!definition) continue;
		const range = rangeOf(node);
		const isImage = node.type === "imageReference";
		const text = isImage ? (node.alt ?? "") : readInlineText(node.children, source, range).text;
		links.push({ kind: isImage ? "image" : "link", text, range, url: definition.url, urlRange: definition.urlRange });
	}
	return links.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

function readLink(node: MdastLink, source: string): Link {
	const range = rangeOf(node);
	const text = readInlineText(node.children, source, range).text;
	const last = node.children.at(-1);
	return { kind: "link", text, range, url: node.url, urlRange: linkUrlRange(range, last && rangeOf(last).end, source) };
}

/** `[text](url)`, `<url>`, or a bare URL. */
function linkUrlRange(range: SourceRange, textEnd: number | undefined, source: string): SourceRange {
	const first = source[range.start];
	if (first === "<") return { start: range.start + 1, end: range.end - 1 };
	if (first !== "[") return range;
	const from = textEnd ?? range.start + 1;
	const at = source.slice(from, range.end).indexOf("](");
	return at < 0 ? range : destination(source, from + at + 2, range.end);
}

/** The text of an image has no places in the tree: the `]` that ends it is found by counting brackets. */
function readImage(node: Image, source: string): Link {
	const range = rangeOf(node);
	let depth = 0;
	let at = range.start + 1;
	for (; at < range.end; at++) {
		const unit = source[at];
		if (unit === "\\") at++;
		else if (unit === "[") depth++;
		else if (unit === "]" && --depth === 0) break;
	}
	const urlRange = source[at + 1] === "(" && at < range.end ? destination(source, at + 2, range.end) : range;
	return { kind: "image", text: node.alt ?? "", range, url: node.url, urlRange };
}

function readDefinition(node: Definition, source: string): Link {
	const range = rangeOf(node);
	const raw = source.slice(range.start, range.end);
	const label = /^\[(?:[^\\\]]|\\[\s\S])*\]:/u.exec(raw);
	const urlRange = label ? destination(source, range.start + label[0].length, range.end) : range;
	return { kind: "definition", text: node.label ?? node.identifier, range, url: node.url, urlRange };
}

/** CommonMark 4.7, "link destination": in angle brackets, or up to white space with parentheses in balance. */
function destination(source: string, from: number, end: number): SourceRange {
	let start = from;
	while (start < end && isSpace(source.charCodeAt(start))) start++;
	if (source[start] === "<") {
		for (let at = start + 1; at < end; at++) {
			if (source[at] === "\\") at++;
			else if (source[at] === ">") return { start: start + 1, end: at };
		}
		return { start, end };
	}
	let depth = 0;
	let at = start;
	for (; at < end; at++) {
		const unit = source[at];
		if (isSpace(source.charCodeAt(at))) break;
		if (unit === "\\") at++;
		else if (unit === "(") depth++;
		else if (unit === ")" && depth-- === 0) break;
	}
	return { start, end: Math.min(at, end) };
}

function isSpace(unit: number): boolean {
	return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}
