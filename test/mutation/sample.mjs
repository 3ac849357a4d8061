/**
 * Leaves out most declarations of a file, so that a run over all files takes an hour and not days: of the top-level
 * declarations every n-th is mutated, drawn by a hash of its name and place. `MUTATION_SAMPLE=8` draws an
 * eighth, `MUTATION_OFFSET=1` to `7` another one; without it nothing is left out.
 */
const share = Number(process.env["MUTATION_SAMPLE"] ?? 1);
const offset = Number(process.env["MUTATION_OFFSET"] ?? 0);

export const strykerPlugins = [
	{
		kind: "Ignore",
		name: "sample",
		value: {
			/** @param {any} path a Babel path */
			shouldIgnore(path) {
				const isTopLevel =
					path.parentPath?.isProgram() && (path.isDeclaration() || path.isStatement()) && !path.isImportDeclaration();
				if (!isTopLevel || share <= 1) return undefined;
				// `export { a } from "…"` has none, and says so with null.
				const declaration = path.node.declaration ?? path.node;
				const name = declaration.id?.name ?? declaration.declarations?.[0]?.id?.name ?? "";
				// Files begin alike, but end where no other does.
				return hash(`${name}:${path.node.start}:${path.node.end}`) % share === offset ? undefined : "not drawn";
			},
		},
	},
];

/** FNV-1a, 32 bits: a few words are to be spread evenly, no more. @param {string} text */
function hash(text) {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
	return value;
}
