/**
 * Compiles only as long as what the bundle is declared to offer is what @eslint/markdown offers. Not published.
 */
import type * as Theirs from "@eslint/markdown";
import type * as Ours from "./eslint-markdown.js";

type Holds<Actual extends Declared, Declared> = Actual;

export type Language = Holds<Theirs.MarkdownLanguage, Ours.MarkdownLanguage>;
export type Options = Holds<Ours.MarkdownLanguageOptions, Theirs.MarkdownLanguageOptions>;
export type SourceCode = Holds<Theirs.MarkdownSourceCode, Ours.MarkdownSourceCode>;
