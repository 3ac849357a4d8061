import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";

/** For tests only: the tree that the language of the plugin would give for a text. */
export function parseMarkdown(text: string): Root {
	return fromMarkdown(text, {
		extensions: [gfm(), frontmatter(["yaml"])],
		mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(["yaml"])],
	});
}
