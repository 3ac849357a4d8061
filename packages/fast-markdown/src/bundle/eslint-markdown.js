/**
 * Entry of the bundle that is loaded at start: the language and source code classes of @eslint/markdown, which does not
 * export them apart from its rules. build.mjs replaces the parser that they import by `lazy-parser.js`.
 */
export { MarkdownLanguage } from "../../node_modules/@eslint/markdown/dist/language/markdown-language.js";
export { MarkdownSourceCode } from "../../node_modules/@eslint/markdown/dist/language/markdown-source-code.js";
