/*
 * node ../../tools/bundle.mjs src/index.ts …
 * Makes the JavaScript of a package: one file for each of its entries, and chunks for what they share. Every lint begins
 * with loading our modules, and two hundred small files take twice the time of a few large ones
 * (docs/decisions/012-bundles.md). The declarations are TypeScript's, as before.
 */
import { rmSync } from "node:fs";
import { build } from "esbuild";

const entryPoints = process.argv.slice(2);
if (entryPoints.length === 0) {
	console.error("Name the entries of the package: node ../../tools/bundle.mjs src/index.ts");
	process.exit(2);
}
// Nothing of an earlier build may get into a package, and TypeScript must not believe that its declarations are there.
for (const path of ["dist", ".tsbuildinfo"]) rmSync(path, { recursive: true, force: true });
await build({
	entryPoints,
	outdir: "dist",
	outbase: "src",
	bundle: true,
	splitting: true,
	format: "esm",
	platform: "node",
	target: "node20.19",
	packages: "external",
	chunkNames: "chunks/[name]-[hash]",
	legalComments: "none",
	logLevel: "warning",
});
