import {
	type BlockProcessor,
	type CombinedProcessor,
	createCombinedProcessor,
	markdownProcessor,
} from "@acid-plans/fast-markdown";
import { notFollowed } from "./not-followed.js";

/**
 * A processor under which a plan and its fenced code are both linted. A processor that gives the code alone switches the
 * rules for plans off without a word.
 *
 * @param base finds the code: the processor of @eslint/markdown (without one) or of eslint-plugin-markdown
 */
export function codeBlocksProcessor(base: BlockProcessor = markdownProcessor): CombinedProcessor {
	return createCombinedProcessor(base, (file) => notFollowed(file) !== undefined);
}

export type { BlockProcessor, CombinedProcessor };
