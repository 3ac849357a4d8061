import { join } from "node:path";
import type { Plugin } from "vitest/config";

/** How the plugin loads what needs git and the disk: when a document is linted, and not by `import`. */
const LAZY = 'createRequire(import.meta.url)("@acid-plans/model/node")';

/**
 * The tests of the rules run the sources of the model: a mutant is not in its build. The built `fast-markdown` stays,
 * it does not use the model.
 *
 * @param folder the sources of the model
 */
export function modelSources(folder: string): Plugin {
	return {
		name: "model-sources",
		enforce: "pre",
		config: () => ({
			resolve: {
				alias: [
					{ find: /^@acid-plans\/model$/, replacement: join(folder, "index.ts") },
					{ find: /^@acid-plans\/model\/node$/, replacement: join(folder, "node/index.ts") },
				],
			},
		}),
		transform(code, id) {
			if (!id.endsWith("/eslint-plugin/src/find-surroundings.ts")) return undefined;
			if (!code.includes(LAZY)) throw new Error(`Say here how ${id} loads the model now; it does not by ${LAZY}.`);
			return `import * as modelNodeSources from "@acid-plans/model/node";\n${code.replace(LAZY, "modelNodeSources")}`;
		},
	};
}
