import { readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, it } from "vitest";
import { packedPackage, publishedNames } from "./packed.js";
import { typescriptFolder } from "./typescript-folder.js";

/** What publint and attw look at: the file itself, not the folder that it was packed from. */
function bytesOf(tarball: string): ArrayBuffer {
	const { buffer, byteOffset, byteLength } = readFileSync(tarball);
	return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

/** The package that `a/b` or `@a/b/c` is a part of. */
function packageOf(specifier: string): string {
	return specifier
		.split("/")
		.slice(0, specifier.startsWith("@") ? 2 : 1)
		.join("/");
}

interface Scanner {
	/** Every module that a text imports, requires or re-exports. */
	preProcessFile(
		text: string,
		readImports: boolean,
		detectJavaScript: boolean,
	): { importedFiles: { fileName: string }[] };
}
const { preProcessFile } = createRequire(import.meta.url)(typescriptFolder("6")) as Scanner;

describe.each(publishedNames)("the tarball of %s", (name) => {
	it("has its licence, its changes and its page, and nothing that only this repository needs", () => {
		const { files, manifest } = packedPackage(name);
		expect(manifest.license).toBe("MIT");
		expect(files).toEqual(expect.arrayContaining(["LICENSE", "CHANGELOG.md", "README.md", "package.json"]));
		const superfluous = /\.test\.|(?<!\.d)\.ts$|\.map$|^(?:src|test|fixtures)\/|testing\/|tsbuildinfo|\.tgz$/;
		expect(files.filter((file) => superfluous.test(file))).toEqual([]);
	});

	it("names what it imports, in code and in declarations", () => {
		const { folder, files, manifest } = packedPackage(name);
		const named = { ...manifest.dependencies, ...manifest.peerDependencies };
		const unnamed = files
			.filter((file) => /\.(?:c?js|d\.c?ts)$/.test(file))
			.flatMap((file) =>
				preProcessFile(readFileSync(join(folder, file), "utf8"), true, true)
					.importedFiles.map(({ fileName }) => fileName)
					.filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier))
					.map(packageOf)
					// Types alone come from the package of types.
					.filter((needed) => needed !== name && !(needed in named) && !(`@types/${needed}` in named))
					.map((needed) => `${file}: ${needed}`),
			);
		expect(unnamed).toEqual([]);
	});

	it("is as publint wants it", async () => {
		const { messages, pkg } = await publint({ pack: { tarball: bytesOf(packedPackage(name).tarball) }, strict: true });
		expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
	});

	it("has types that tell the truth (attw)", async () => {
		const { tarball } = packedPackage(name);
		const result = await checkPackage(createPackageFromTarballData(new Uint8Array(bytesOf(tarball))));
		const problems = "problems" in result ? result.problems : [{ kind: "NoTypes" }];
		// ES modules only, as attw's own profile has it: TypeScript's oldest resolution knows no `exports`, and what
		// `require` gives is the module that `import` gives.
		const elsewhere = problems.filter(
			(problem) =>
				!(
					"resolutionKind" in problem &&
					(problem.resolutionKind === "node10" || problem.resolutionKind === "node16-cjs")
				),
		);
		expect(elsewhere).toEqual([]);
	});
});

it("the plugin brings the page of every rule", async () => {
	const { files } = packedPackage("eslint-plugin-acid-plans");
	const { default: plugin } = await import("eslint-plugin-acid-plans");
	expect(files).toEqual(expect.arrayContaining(Object.keys(plugin.rules).map((rule) => `docs/rules/${rule}.md`)));
});
