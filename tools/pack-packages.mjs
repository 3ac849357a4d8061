import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/**
 * Packs all packages as they would be published.
 *
 * @param {string} folder where the tarballs are put
 * @returns {import("../test/packages/install-alone.mjs").Tarball[]}
 * @throws {Error} a package is not built
 */
export function packPackages(folder) {
	return readdirSync(join(ROOT, "packages")).map((directory) => {
		const cwd = join(ROOT, "packages", directory);
		const { name, version } = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8"));
		if (!existsSync(join(cwd, "dist")))
			throw new Error(`${name} is not built. Run \`npx -y ${pinnedPnpm()} build\` first.`);
		const args = ["-y", pinnedPnpm(), "pack", "--pack-destination", folder];
		execFileSync("npx", args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
		return { name, file: join(folder, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`) };
	});
}

/** The pnpm of this repository, as `npx` is told. */
export function pinnedPnpm() {
	return JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).packageManager;
}
