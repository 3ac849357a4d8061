/**
 * Stands in for micromark and its mdast utilities in the bundle: loads them at the first call, since a document that the
 * native parser reads needs none of them. CommonJS, because `parse` of an ESLint language is synchronous.
 */
import { createRequire } from "node:module";

const load = () => createRequire(import.meta.url)("./micromark.cjs");

export const fromMarkdown = (...args) => load().fromMarkdown(...args);
export const frontmatterFromMarkdown = (...args) => load().frontmatterFromMarkdown(...args);
export const gfmFromMarkdown = (...args) => load().gfmFromMarkdown(...args);
export const mathFromMarkdown = (...args) => load().mathFromMarkdown(...args);
export const frontmatter = (...args) => load().frontmatter(...args);
export const gfm = (...args) => load().gfm(...args);
export const math = (...args) => load().math(...args);
