/** What the fallback's chunk offers beside the parser, which only the bundle itself asks for. */
import type { LintMessage } from "@eslint/core";

export declare const processor: {
	meta: { name: string; version: string };
	preprocess(text: string, filename: string): { text: string; filename: string }[];
	postprocess(messages: LintMessage[][], filename: string): LintMessage[];
	supportsAutofix: true;
};
