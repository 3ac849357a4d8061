/*
 * Installs one packed package in an empty folder, as a stranger would, with npm, pnpm or yarn. What it needs of its
 * siblings comes from their tarballs instead of a registry.
 */
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { pinnedPnpm } from "../../tools/pack-packages.mjs";

const execute = promisify(execFile);

/** Newest versions that run on Node 20. */
const YARN = "@yarnpkg/cli-dist@4";

/** @typedef {"npm" | "pnpm" | "yarn"} Manager */
/** @typedef {{ name: string, file: string }} Tarball `file`: its path */

/**
 * The manifest and settings that stand in the folder before the install.
 *
 * @param {Manager} manager
 * @param {string} name the package that is installed
 * @param {readonly Tarball[]} tarballs all packed packages
 * @param {Readonly<Record<string, string>>} companions what the folder depends on besides, with versions
 * @returns {Record<string, string>} text by file name
 */
function filesFor(manager, name, tarballs, companions) {
	const fromFile = Object.fromEntries(tarballs.map((each) => [each.name, `file:./${basename(each.file)}`]));
	const siblings = Object.fromEntries(Object.entries(fromFile).filter(([each]) => each !== name));
	const manifest = {
		name: "stranger",
		private: true,
		dependencies: { ...(name in fromFile && { [name]: fromFile[name] }), ...companions },
	};
	const json = (/** @type {object} */ value) => `${JSON.stringify(value, null, "\t")}\n`;
	if (manager === "npm") return { "package.json": json({ ...manifest, overrides: siblings }) };
	if (manager === "pnpm") {
		// No package of the folder's own; what builds at an install is nobody's here.
		const settings = { overrides: siblings, pmOnFail: "ignore" };
		return { "package.json": json(manifest), "pnpm-workspace.yaml": json(settings) };
	}
	return {
		"package.json": json({ ...manifest, resolutions: siblings }),
		"yarn.lock": "",
		".yarnrc.yml": json({ nodeLinker: "node-modules", enableTelemetry: false, enableImmutableInstalls: false }),
	};
}

/**
 * @param {string} folder made, if it is not there; should be empty
 * @param {{ manager: Manager, name: string, tarballs: readonly Tarball[], companions?: Readonly<Record<string, string>> }} what
 * @throws {Error} the install failed; its message has what the manager said
 */
export async function installAlone(folder, { manager, name, tarballs, companions = {} }) {
	mkdirSync(folder, { recursive: true });
	for (const { file } of tarballs) cpSync(file, join(folder, basename(file)));
	for (const [path, text] of Object.entries(filesFor(manager, name, tarballs, companions)))
		writeFileSync(join(folder, path), text);
	const commands = {
		npm: ["npm", "install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"],
		pnpm: ["npx", "-y", pinnedPnpm(), "install", "--prefer-offline", "--no-frozen-lockfile"],
		yarn: ["npx", "-y", "-p", YARN, "yarn", "install"],
	};
	const [command = "", ...args] = commands[manager];
	await execute(command, args, { cwd: folder, env: { ...process.env, ...registryForYarn(manager) } });
}

/** Yarn does not read npm's settings.
 * @param {Manager} manager */
function registryForYarn(manager) {
	if (manager !== "yarn") return {};
	return { YARN_NPM_REGISTRY_SERVER: execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim() };
}
