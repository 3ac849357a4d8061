/*
 * node tools/publish.mjs [--dry-run]
 * Publishes the packages whose version the registry does not have yet; a part of `pnpm release`. It may be run again: what
 * is published is passed over. Ends with 2 where it cannot publish, with npm's own code where npm could not.
 *
 * pnpm packs, since it knows what `workspace:` and `catalog:` stand for. npm publishes what was packed: it is npm that
 * exchanges the identity of a workflow for the right to publish, while `changeset publish` would leave that to pnpm, whose
 * exchange the registry has refused (docs/decisions/019-releases.md).
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ownPackages } from "./own-packages.mjs";
import { packPackages } from "./pack-packages.mjs";

/** With this version npm learned trusted publishing. */
const NPM_WITH_TRUST = [11, 5, 1];
const root = join(import.meta.dirname, "..");
/** Only there can npm say where a package was built. */
const inWorkflow = process.env["GITHUB_ACTIONS"] === "true";
const { values } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } } });

/** @param {readonly string[]} args */
function npm(args, stdio = /** @type {"pipe" | "inherit"} */ ("pipe")) {
	// On Windows npm is a script, which only a shell runs; a release is made elsewhere.
	return spawnSync("npm", args, { cwd: root, encoding: "utf8", stdio });
}

/** @param {string} sentences @returns {never} */
function stop(sentences, code = 2) {
	console.error(sentences);
	process.exit(code);
}

/**
 * @param {string} name
 * @returns {string[] | undefined} the versions that the registry has; nothing if it does not know the package
 */
function publishedVersions(name) {
	const { status, stdout, stderr } = npm(["view", name, "versions", "--json"]);
	if (status === 0) return [JSON.parse(stdout)].flat();
	if (/\bE404\b/.test(stdout + stderr)) return undefined;
	return stop(`The registry could not be asked about ${name}. Try again later; npm said:\n${stderr}`);
}

const packages = ownPackages(root);
const asked = packages.map((each) => ({ ...each, published: publishedVersions(each.name) }));
const missing = asked.filter(({ version, published }) => published === undefined || !published.includes(version));
if (missing.length === 0) {
	console.log("The registry has every package in this version; nothing is published.");
	process.exit(0);
}
if (inWorkflow) {
	const unknown = missing.filter(({ published }) => published === undefined).map(({ name }) => name);
	if (unknown.length > 0)
		stop(
			`The registry does not know ${unknown.join(", ")}, and it trusts a workflow only with packages that exist. Publish the first version by hand: "The first release" in CONTRIBUTING.md.`,
		);
	const version = npm(["--version"]).stdout.trim();
	const parts = version.split(".").map(Number);
	const differing = NPM_WITH_TRUST.findIndex((part, index) => part !== parts[index]);
	if (differing >= 0 && (parts[differing] ?? 0) < (NPM_WITH_TRUST[differing] ?? 0))
		stop(`npm ${version} knows no trusted publishing. Give this job npm ${NPM_WITH_TRUST.join(".")} or later.`);
}

const work = mkdtempSync(join(tmpdir(), "acid-plans-release-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
const tarballs = new Map(packPackages(work).map(({ name, file }) => [name, file]));
for (const { name, version } of missing) {
	const tarball = tarballs.get(name) ?? "";
	if (!existsSync(tarball)) stop(`${name} was not packed. Look at what pnpm said above.`);
	const args = ["publish", tarball, "--access=public", `--provenance=${inWorkflow}`];
	console.log(`${name} ${version}`);
	const { status } = npm(values["dry-run"] ? [...args, "--dry-run"] : args, "inherit");
	if (status !== 0)
		stop(
			`${name} ${version} was not published, nor what comes after it. Mend what npm says and run it again.`,
			status ?? 2,
		);
}
