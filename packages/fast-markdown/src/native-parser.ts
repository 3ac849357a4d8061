import { createRequire } from "node:module";
import type { Root } from "mdast";
import { blankFrontMatter, type FrontMatter } from "./front-matter.js";
import { alignTaskItems } from "./task-items.js";

type Satteri = typeof import("satteri");

/** The native parser, or the reason why it cannot be had here. */
export type NativeParser = { parse: (text: string, options: NativeOptions) => Root } | { unavailable: Error };

export interface NativeOptions {
	frontMatter: FrontMatter | undefined;
	math: boolean;
}

/**
 * Loads satteri: importing it costs 20 ms, which a run that parses nothing (or has all in ESLint's cache) need not pay, so
 * it is called when the first document is parsed, and its answer kept. Synchronous, because `parse` of an ESLint language
 * is; `require` loads ES modules in every Node we support.
 */
export function loadNativeParser(): NativeParser {
	try {
		const satteri = createRequire(import.meta.url)("satteri") as Satteri;
		return { parse: (text, options) => parse(satteri, text, options) };
	} catch (error) {
		return { unavailable: error instanceof Error ? error : new Error(String(error)) };
	}
}

/** Parses natively into the tree that micromark and its mdast utilities would give. */
function parse({ markdownToMdast }: Satteri, text: string, { frontMatter, math }: NativeOptions): Root {
	// micromark takes NUL for U+FFFD before it reads anything, as CommonMark 2.3 demands; both are one UTF-16 unit.
	const safe = text.replaceAll("\0", "\uFFFD");
	const body = frontMatter === undefined ? safe : blankFrontMatter(safe, frontMatter);
	const root = markdownToMdast(body, { features: { frontmatter: false, gfm: true, math } }) as Root;
	if (frontMatter !== undefined) root.children.unshift(frontMatter.node);
	alignTaskItems(root, body);
	return root;
}
