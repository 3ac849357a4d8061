/*
 * node tools/dependency-sizes.mjs
 * Measures what each dependency of the published packages takes on the disk, with all that it brings, and writes it into the
 * table of the record of dependencies. On demand: it installs each with npm in an empty folder.
 */
import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rowsOf, writeRow } from "./dependency-table.mjs";

const RECORD = join(import.meta.dirname, "../docs/decisions/018-dependencies.md");

const packages = join(import.meta.dirname, "../packages");
/** @type {Record<string, string>} */
const ranges = {};
const catalog = readFileSync(join(import.meta.dirname, "../pnpm-workspace.yaml"), "utf8");
for (const directory of readdirSync(packages)) {
	const { dependencies } = JSON.parse(readFileSync(join(packages, directory, "package.json"), "utf8"));
	for (const [name, range] of Object.entries(dependencies))
		if (range === "catalog:") ranges[name] = rangeInCatalog(name);
}

let record = readFileSync(RECORD, "utf8");
for (const row of rowsOf(record)) {
	const range = ranges[row.name];
	if (range === undefined) throw new Error(`${row.name} stands in ${RECORD} and is no dependency. Take its row out.`);
	const { bytes, count, version } = measure(row.name, range);
	const size = `${(bytes / 1e6).toFixed(2)} MB in ${count} ${count === 1 ? "package" : "packages"} (${version})`;
	record = writeRow(record, { ...row, size });
	console.log(`${row.name}: ${size}`);
}
writeFileSync(RECORD, record);

/** @param {string} name */
function rangeInCatalog(name) {
	const line = catalog.split("\n").find((each) => each.replaceAll('"', "").startsWith(`  ${name}: `));
	if (line === undefined) throw new Error(`${name} is not in the catalog of pnpm-workspace.yaml. Add it.`);
	return line.slice(line.lastIndexOf(": ") + 2).trim();
}

/**
 * @param {string} name
 * @param {string} range
 */
function measure(name, range) {
	const folder = mkdtempSync(join(tmpdir(), "acid-plans-size-"));
	try {
		writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { [name]: range } }));
		const args = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
		execFileSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
		const { packages: installed } = JSON.parse(readFileSync(join(folder, "node_modules/.package-lock.json"), "utf8"));
		return {
			bytes: sizeOf(join(folder, "node_modules")),
			count: Object.keys(installed).length,
			version: installed[`node_modules/${name}`].version,
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** What `du` counts: the blocks that a file takes, not its bytes.
 * @param {string} path
 * @returns {number} */
function sizeOf(path) {
	const { blocks, size } = lstatSync(path);
	const own = blocks === undefined ? size : blocks * 512;
	return lstatSync(path).isDirectory()
		? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), own)
		: own;
}
