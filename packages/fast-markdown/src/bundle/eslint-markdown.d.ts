/**
 * What the bundle offers, said without @eslint/markdown's own declarations: those are not there where this package is
 * installed. `declarations-check.ts` holds the two against each other.
 */
import type { File, LanguageContext, LanguageOptions, OkParseResult, ParseResult, TraversalStep } from "@eslint/core";
import type { Node, Parent, Root } from "mdast";

export interface SourcePoint {
	line: number;
	column: number;
	offset?: number | undefined;
}

export interface SourceSpan {
	start: SourcePoint;
	end: SourcePoint;
}

/** A `<!-- eslint… -->` comment, as ESLint reads it. */
export interface InlineConfigComment {
	value: string;
	position: SourceSpan;
}

export interface MarkdownLanguageOptions extends LanguageOptions {
	/** The front matter that a document may begin with. */
	frontmatter?: false | "yaml" | "toml" | "json";
	/** Whether `$…$` and `$$…$$` are mathematics. */
	math?: boolean;
}

export declare class MarkdownSourceCode {
	constructor(options: { text: string; ast: Root });
	ast: Root;
	text: string;
	get lines(): string[];
	getLoc(node: Node | InlineConfigComment): SourceSpan;
	getRange(node: Node | InlineConfigComment): [number, number];
	getText(node?: Node, beforeCount?: number, afterCount?: number): string;
	getParent(node: Node): Parent | undefined;
	getAncestors(node: Node): Node[];
	getLocFromIndex(index: number): { line: number; column: number };
	getIndexFromLoc(loc: { line: number; column: number }): number;
	getInlineConfigNodes(): InlineConfigComment[];
	traverse(): Iterable<TraversalStep>;
}

/** One step of ESLint's way through the tree: a node is entered (phase 1) or left (phase 2). */
export interface VisitStep {
	type: "visit";
	kind: 1;
	phase: 1 | 2;
	target: Node;
	args: [node: Node, parent: Parent | undefined];
}

export declare class MarkdownLanguage {
	constructor(options?: { mode?: "commonmark" | "gfm" });
	fileType: "text";
	lineStart: 0 | 1;
	columnStart: 0 | 1;
	nodeTypeKey: string;
	defaultLanguageOptions: MarkdownLanguageOptions;
	validateLanguageOptions(languageOptions: MarkdownLanguageOptions): void;
	parse(file: File, context: LanguageContext<MarkdownLanguageOptions>): ParseResult<Root>;
	createSourceCode(
		file: File,
		parseResult: OkParseResult<Root>,
		context: LanguageContext<MarkdownLanguageOptions>,
	): MarkdownSourceCode;
}
