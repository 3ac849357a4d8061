import type { FrontMatter } from "./plan.js";
import type { LocatedText, SourceRange } from "./source-range.js";

/** The front matter with what could not be read in it. */
export interface FrontMatterReading extends FrontMatter {
	/** The first place at which the text is no YAML, with the reason; `undefined` when all of it was read. */
	readonly problem: { readonly reason: string; readonly at: LocatedText } | undefined;
}

/**
 * @param value the YAML between the fences
 * @param range where the node stands, fences included
 */
export function readFrontMatter(value: string, range: SourceRange, source: string): FrontMatterReading {
	void value;
	void source;
	return { range, entries: new Map(), problem: undefined };
}
