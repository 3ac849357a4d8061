import { createRequire } from "node:module";
import type { CombinedProcessor } from "./combined-processor.js";

type Bundled = typeof import("./bundle/micromark.cjs");

/** The processor of @eslint/markdown, loaded at its first use: it parses with micromark. */
export const markdownProcessor: CombinedProcessor = {
	get meta() {
		return load().meta;
	},
	supportsAutofix: true,
	preprocess: (text, filename) => load().preprocess(text, filename),
	postprocess: (messages, filename) => load().postprocess(messages, filename),
};

function load(): Bundled["processor"] {
	return (createRequire(import.meta.url)("./bundle/micromark.cjs") as Bundled).processor;
}
