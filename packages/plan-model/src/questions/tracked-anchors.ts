import { slug } from "github-slugger";
import { hasAnchor } from "../reader/anchors.js";

/** Longer lines are no headings that anybody links to; looking into them could cost more than they are long. */
const LONGEST_LINE = 400;

/**
 * What a heading may hold besides plain words: links, tags, entities, escapes, emoji by name; control characters and
 * unusual white space. Its text is then not what is written.
 */
const MARKED = /[[\]<>&\\]|:\w+:|\p{C}|[^\S \t]/u;
const HEADING = /^[ >*+-]{0,12}#{1,6}[ \t](.*)$/su;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/u;
const NAMED = /(?:\b(?:id|name)\s{0,3}=\s{0,3}["']?|\{#)([^\s"'>}]{1,200})/gu;

/**
 * What a fragment can mean in a Markdown file that is no document of the plans folders: nobody has parsed it, and for one
 * link nobody should. Rather too much is found than too little (headings in fences and comments, too), so that what is not
 * among it is certainly not there.
 * @returns `undefined`: some heading is more than plain words, and nobody can tell without a parser
 */
export function trackedAnchors(text: string): readonly string[] | undefined {
	const anchors: string[] = [];
	const lines = text.split(/\r\n|\r|\n/u);
	const before: string[] = [];
	for (const line of lines.slice(frontMatterEnd(lines))) {
		const isLong = line.length > LONGEST_LINE;
		const atx = isLong ? undefined : HEADING.exec(line)?.[1];
		const setext = !isLong && UNDERLINE.test(line) ? before : [];
		// A heading of several lines, or with more than words.
		if (setext.length > 1 || [atx ?? "", ...setext].some((heading) => MARKED.test(heading))) return undefined;
		for (const heading of [atx, atx?.replace(/(?<![ \t])[ \t]+#+[ \t]*$/u, ""), ...setext]) {
			const words = heading?.trim() ?? "";
			if (words !== "") anchors.push(slug(words), slug(withoutUnderscores(words)));
		}
		if (isLong || /^[ \t]*$/u.test(line) || /^ {0,3}#/u.test(line)) before.length = 0;
		else before.push(line);
		if (!isLong) for (const [, name = ""] of line.matchAll(NAMED)) anchors.push(name);
	}
	return [...new Set(anchors)];
}

/** The first line behind the front matter. */
function frontMatterEnd(lines: readonly string[]): number {
	return lines[0]?.trim() === "---" ? lines.indexOf("---", 1) + 1 : 0;
}

/** Whether a file has what a fragment names, or may have it: of headings with one text the later ones get a number. */
export function mayHaveAnchor(anchors: readonly string[] | undefined, fragment: string): boolean {
	if (!anchors) return true;
	const forms = [fragment, fragment.replace(/-\d+$/u, "")];
	return forms.some((form) => hasAnchor(anchors, form) || hasAnchor(anchors, withoutUnderscores(form)));
}

/** Of `_emphasis_` they are gone, of `snake_case` they stay; only a parser can tell. */
function withoutUnderscores(text: string): string {
	return text.replaceAll("_", "");
}
