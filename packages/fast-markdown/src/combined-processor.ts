import type { LintMessage } from "@eslint/core";
import { findTooMuch } from "./document-limits.js";

/** An ESLint processor, as far as it is called here: that of @eslint/markdown or of eslint-plugin-markdown, say. */
export interface BlockProcessor {
	meta?: { name?: string | undefined; version?: string | undefined } | undefined;
	preprocess?(text: string, filename: string): (string | { text: string; filename: string })[];
	postprocess?(messages: LintMessage[][], filename: string): LintMessage[];
	supportsAutofix?: boolean | undefined;
}

/** A processor that has all its parts. */
export interface CombinedProcessor extends Required<BlockProcessor> {
	meta: { name: string; version: string };
	supportsAutofix: boolean;
}

/**
 * A processor that lints a document and its code blocks. With a processor that returns blocks alone, ESLint lints nothing but
 * them, and says nothing about it: the rules for the document are off.
 *
 * A block that is a *string* is linted as the document itself, by the configuration that the processor stands in
 * (https://eslint.org/docs/latest/extend/custom-processors); it goes first, so that its findings are the first list.
 *
 * @param base finds the code blocks and maps their findings back.
 * @param skips says of a file that its code is not to be looked at: its fixes would be written.
 */
export function createCombinedProcessor(
	base: BlockProcessor,
	skips: (filename: string) => boolean = () => false,
): CombinedProcessor {
	return {
		// ESLint's cache tells processors apart by this. Read when asked for, since a base may load itself lazily.
		get meta() {
			const { name = "unnamed", version = "0.0.0" } = base.meta ?? {};
			return { name: `@acid-plans/fast-markdown/combined(${name})`, version };
		},
		supportsAutofix: base.supportsAutofix ?? false,
		preprocess(text, filename) {
			if (skips(filename)) return [text];
			// The language refuses it and says why; micromark, which looks for the blocks, would exhaust the stack or take hours.
			if (findTooMuch(text) !== undefined) return [text];
			// eslint-plugin-markdown counts a byte order mark, ESLint does not: its fixes would land one character too far left.
			return [text, ...(base.preprocess?.(text.replace(/^\uFEFF/u, ""), filename) ?? [])];
		},
		postprocess([document = [], ...blocks], filename) {
			return [...document, ...(base.postprocess?.(blocks, filename) ?? blocks.flat())].sort(byPlace);
		},
	};
}

function byPlace(a: LintMessage, b: LintMessage): number {
	// A fatal problem may have no place.
	return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
