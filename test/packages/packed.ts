import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

/** What is read of a package.json. */
export interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
	readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package as it would be published. */
export interface PackedPackage {
	readonly manifest: Manifest;
	readonly tarball: string;
	/** Where npm unpacked it. */
	readonly folder: string;
	/** What is in it, as paths from its folder. */
	readonly files: readonly string[];
}

const ROOT = join(import.meta.dirname, "../..");

/** The names of the packages that are published. */
export const publishedNames: string[] = readdirSync(join(ROOT, "packages"))
	.map((directory) => manifestIn(join(ROOT, "packages", directory)).name)
	.sort();

/** A published package, from the tarball that was packed and installed for this run. */
export function packedPackage(name: string): PackedPackage {
	const folder = join(inject("consumer"), "node_modules", name);
	const { dependencies = {} } = JSON.parse(readFileSync(join(inject("consumer"), "package.json"), "utf8")) as {
		dependencies?: Record<string, string>;
	};
	return {
		manifest: manifestIn(folder),
		tarball: join(inject("consumer"), dependencies[name]?.replace("file:", "") ?? ""),
		folder,
		files: readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
			.filter((path) => !path.startsWith("node_modules/")),
	};
}

/** What is written behind `import` for each entry of a package that holds code. */
export function entriesOf({ name, exports }: Manifest): string[] {
	return Object.keys(exports)
		.filter((entry) => entry !== "./package.json")
		.map((entry) => join(name, entry));
}

function manifestIn(folder: string): Manifest {
	return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}
