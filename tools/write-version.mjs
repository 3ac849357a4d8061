/*
 * node tools/write-version.mjs
 * Writes the version of the packages, which `changeset version` has raised, to wherever else it stands. A part of
 * `pnpm version-packages`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownPackages } from "./own-packages.mjs";
import { versionPlaces, versionsIn, withVersion } from "./version-places.mjs";

const root = join(import.meta.dirname, "..");
const packages = ownPackages(root);
const names = packages.map(({ name }) => name);
const [version = "", ...others] = new Set(packages.map((each) => each.version));
if (others.length > 0) {
	console.error(
		`The packages have different versions: ${packages.map((each) => `${each.name} ${each.version}`).join(", ")}. They are released together: name all of them in "fixed" of .changeset/config.json.`,
	);
	process.exit(2);
}
for (const file of versionPlaces(root)) {
	const text = readFileSync(join(root, file), "utf8");
	if (versionsIn(text, names).length === 0) {
		console.error(`${file} names no version of our packages. Take it out of tools/version-places.mjs.`);
		process.exitCode = 2;
	}
	writeFileSync(join(root, file), withVersion(text, names, version));
}
