/*
 * pnpm matrix
 * Installs the packed packages with the oldest and the newest of what they allow beside them, lints and judges a good and a
 * bad repository under every Node, and writes docs/matrix.md. Ends with 1 if a cell is not as it has to be.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installAlone } from "../packages/install-alone.mjs";
import { packPackages } from "../../tools/pack-packages.mjs";
import { tryRepository } from "./try-repository.mjs";
import { matrixPage } from "./matrix-page.mjs";

const ROOT = join(import.meta.dirname, "../..");
/** The oldest that `engines` allows, and the newest of each line. */
const NODES = ["20.19.0", "22", "24"];
const ESLINTS = ["9.15.0", "9", "10"];
/** The oldest that the plugin's peer range allows, and the newest. */
const MARKDOWNS = [
	JSON.parse(readFileSync(join(ROOT, "packages/eslint-plugin/package.json"), "utf8")).peerDependencies[
		"@eslint/markdown"
	].replace(">=", ""),
	"latest",
];

const work = mkdtempSync(join(tmpdir(), "acid-plans-matrix-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

const tarballs = packPackages(work);
const nodes = await Promise.all(NODES.map(installNode));
/** @type {import("./matrix-page.mjs").Cell[]} */
const cells = [];
for (const eslint of ESLINTS)
	for (const markdown of MARKDOWNS) {
		const folder = join(work, `eslint-${eslint}-markdown-${markdown}`);
		const companions = { eslint, "@eslint/markdown": markdown, "eslint-config-acid-plans": siblingSpec() };
		await installAlone(folder, { manager: "npm", name: "acid-plans", tarballs, companions });
		const versions = {
			eslint: versionIn(join(folder, "node_modules/eslint")),
			markdown: versionIn(join(folder, "node_modules/@eslint/markdown")),
		};
		for (const node of nodes) {
			const problems = tryRepository({ node: node.program, modules: join(folder, "node_modules"), work });
			cells.push({ ...versions, node: node.version, problems });
			const said = problems.length === 0 ? "as it has to be" : problems.join("\n  ");
			console.log(`Node ${node.version}, ESLint ${versions.eslint}, @eslint/markdown ${versions.markdown}: ${said}`);
		}
	}
writeFileSync(join(ROOT, "docs/matrix.md"), matrixPage(cells));
if (cells.some(({ problems }) => problems.length > 0)) process.exitCode = 1;

/** What a folder says to depend on the config directly, as users do. */
function siblingSpec() {
	return `file:./${tarballs
		.find(({ name }) => name === "eslint-config-acid-plans")
		?.file.split(/[\\/]/)
		.at(-1)}`;
}

/**
 * Node as the npm package of that name.
 * @param {string} range
 */
async function installNode(range) {
	const folder = join(work, `node-${range}`);
	await installAlone(folder, { manager: "npm", name: "node", tarballs: [], companions: { node: range } });
	const program = join(folder, "node_modules/node/bin/node");
	return { program, version: execFileSync(program, ["--version"], { encoding: "utf8" }).trim().slice(1) };
}

/** @param {string} folder */
function versionIn(folder) {
	return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
}
