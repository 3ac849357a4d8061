import GithubSlugger from "github-slugger";
import type { Nodes, Root } from "mdast";
import { rangeOf, readInlineText } from "./inline-text.js";
import { execAll } from "../text/exec-all.js";

/** `id` and `name` of a tag: both are targets of a fragment (HTML, "find a potential indicated element"). */
const NAMED = /\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu;

/** `## Title {#name}` gives a heading a name of its own in many renderers, beside GitHub's slug. */
const WRITTEN = /\{#([\w-]+)\}\s*$/u;

/**
 * What a fragment (`#phase-1-store`) can mean in a document: the slugs of its headings as GitHub makes them, those in
 * quotes and lists too, the names written behind headings, and those of HTML tags.
 */
export function readAnchors(root: Root, source: string): string[] {
	const slugger = new GithubSlugger();
	const slugs: string[] = [];
	const named: string[] = [];
	// A stack of its own: deeply nested lists and quotes cannot exhaust the call stack.
	const stack: Nodes[] = [root];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.type === "heading") {
			const { text } = readInlineText(node.children, source, rangeOf(node));
			slugs.push(slugger.slug(text));
			const written = WRITTEN.exec(text)?.[1];
			if (written !== undefined) named.push(written);
		} else if (node.type === "html") {
			for (const [, double, single, bare] of execAll(NAMED, node.value)) named.push(double ?? single ?? bare ?? "");
		}
		if ("children" in node)
			for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as Nodes);
	}
	return [...slugs, ...named];
}

/**
 * Whether a document has what the fragment of a link names.
 * @param anchors of the document
 * @param fragment as written behind `#`, with percent escapes or without
 */
export function hasAnchor(anchors: readonly string[], fragment: string): boolean {
	const name = bare(fragment);
	// The top of the page; lines of a file and text on a page, which are no names.
	if (name === "" || name === "top" || /^(?:L\d|:~:)/u.test(name)) return true;
	let names = known.get(anchors);
	if (!names) known.set(anchors, (names = new Set(anchors.map(bare))));
	return names.has(name);
}

/** The names of a document are asked for by every link to it. */
const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Variation selectors are not seen, and are lost and added on the way from a heading to a link. */
function bare(name: string): string {
	let decoded = name;
	try {
		decoded = decodeURIComponent(name);
	} catch {
		// A stray `%` stays what it is.
	}
	return decoded.replace(/^user-content-/u, "").replace(/[\uFE0E\uFE0F]/gu, "");
}
