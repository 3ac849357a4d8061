export type { VisitStep } from "./bundle/eslint-markdown.js";
export { type BlockProcessor, type CombinedProcessor, createCombinedProcessor } from "./combined-processor.js";
export { FastMarkdownLanguage, type FastMarkdownLanguageSetup, type ParserChoice } from "./fast-markdown-language.js";
export { FastMarkdownSourceCode } from "./fast-markdown-source-code.js";
export type { FastMarkdownLanguageOptions } from "./language-options.js";
export { markdownProcessor } from "./markdown-processor.js";
export type { NativeParser } from "./native-parser.js";
