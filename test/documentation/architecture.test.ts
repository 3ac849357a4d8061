import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { typescriptFolder } from "../packages/typescript-folder.js";

/*
 * The picture and the layers of docs/architecture.md against what the sources import: statically, as a type, or by
 * `import()`, which the lint rule for the same directions does not see.
 */

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/architecture.md"), "utf8");

const { preProcessFile } = createRequire(import.meta.url)(typescriptFolder("6")) as {
	preProcessFile(
		text: string,
		readImports: boolean,
		detectJavaScript: boolean,
	): { importedFiles: { fileName: string }[] };
};

/** What a file imports, as written. */
function importsOf(file: string): string[] {
	return preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The sources below a folder that are shipped. */
function sourcesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
		.map((file) => join(folder, file));
}

/** The nodes of the picture: a package's name by its folder. */
const names = new Map(
	[...page.matchAll(/(\w+)\["packages\/([\w-]+)<br>([^"]+)"\]/g)].map(([, , folder = "", name = ""]) => [folder, name]),
);
const folderOfNode = new Map(
	[...page.matchAll(/(\w+)\["packages\/([\w-]+)</g)].map(([, node = "", folder = ""]) => [node, folder]),
);
/** The arrows of the picture, as the folders that they lead from and to. */
const arrows = [...page.matchAll(/^\s+(\w+)(?:\["[^"]+"\])? --> (\w+)/gm)].map(
	([, from = "", to = ""]) => `${folderOfNode.get(from)} → ${folderOfNode.get(to)}`,
);

describe("the picture", () => {
	it("has every package under its name", () => {
		const packages = readdirSync(join(root, "packages")).map((folder) => {
			const { name } = JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8")) as {
				name: string;
			};
			return [folder, name] as const;
		});
		expect(Object.fromEntries(names)).toEqual(Object.fromEntries(packages));
	});

	it("has an arrow for what the sources of one package import of another, and no other", () => {
		const imported = [...names.keys()].flatMap((folder) =>
			sourcesBelow(join(root, "packages", folder, "src")).flatMap((file) =>
				importsOf(file).flatMap((specifier) =>
					[...names]
						.filter(([other, name]) => other !== folder && (specifier === name || specifier.startsWith(`${name}/`)))
						.map(([other]) => `${folder} → ${other}`),
				),
			),
		);
		expect([...new Set(imported)].sort()).toEqual([...arrows].sort());
	});
});

describe("the layers of the model", () => {
	const model = join(root, "packages/plan-model/src");
	/** In their order on the page. */
	const layers = [...page.matchAll(/^ {2}- `(\w+)\/`: /gm)].map(([, layer = ""]) => layer);
	/** Beside the layers: `plan.ts` has types that all may name, `index.ts` is the entry, `testing/` is for tests. */
	const layerOf = (file: string): number => layers.indexOf(relative(model, file).split(/[\\/]/)[0] ?? "");

	it("are all its folders", () => {
		const folders = readdirSync(model, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && entry.name !== "testing")
			.map(({ name }) => name);
		expect([...layers].sort()).toEqual(folders.sort());
	});

	it.each(layers)("%s imports nothing that comes after it", (layer) => {
		const sources = sourcesBelow(join(model, layer));
		expect(sources.length).toBeGreaterThan(0);
		const upwards = sources.flatMap((file) =>
			importsOf(file)
				.filter((specifier) => specifier.startsWith("."))
				.map((specifier) => resolve(dirname(file), specifier))
				.filter((target) => layerOf(target) > layerOf(file))
				.map((target) => `${relative(model, file)} → ${relative(model, target)}`),
		);
		expect(upwards).toEqual([]);
	});
});
