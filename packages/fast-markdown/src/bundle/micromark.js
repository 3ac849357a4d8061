/** Entry of the chunk for the fallback: what @eslint/markdown parses with, and its processor, which parses with the same. */
export { fromMarkdown } from "mdast-util-from-markdown";
export { frontmatterFromMarkdown } from "mdast-util-frontmatter";
export { gfmFromMarkdown } from "mdast-util-gfm";
export { mathFromMarkdown } from "mdast-util-math";
export { frontmatter } from "micromark-extension-frontmatter";
export { gfm } from "micromark-extension-gfm";
export { math } from "micromark-extension-math";
export { processor } from "../../node_modules/@eslint/markdown/dist/processor.js";
