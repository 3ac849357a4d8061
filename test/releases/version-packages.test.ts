import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownPackages } from "../../tools/own-packages.mjs";
import { pinnedPnpm } from "../../tools/pack-packages.mjs";
import { versionPlaces, versionsIn } from "../../tools/version-places.mjs";
import { environment } from "../environment.js";

/*
 * The next version, made by the script that the release workflow runs, in a copy of this repository: the packages are
 * installed there from the store of pnpm, without the network.
 */

const root = join(import.meta.dirname, "../..");
const copy = mkdtempSync(join(tmpdir(), "acid-plans-next-version-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const CHANGE = "A rule that the next version has.";
const current = ownPackages(root);
const names = current.map(({ name }) => name);
const [major = 0, minor = 0] = (current[0]?.version ?? "").split(".").map(Number);
const next = `${major}.${minor + 1}.0`;

/** As the workflow has it. */
const env = { ...environment(), CI: "true", TURBO_TELEMETRY_DISABLED: "1" };

/** What a command prints; a failed one fails the test with all that it said. */
function run(command: string, ...args: readonly string[]): string {
	const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: copy, env, encoding: "utf8" });
	if (status !== 0) throw new Error([command, ...args].join(" ") + "\n" + stdout + stderr, { cause: error });
	return stdout;
}
const pnpm = (...args: readonly string[]): string => run("npx", "-y", pinnedPnpm(), ...args);
const git = (...args: readonly string[]): string => run("git", ...args);
const read = (path: string): string => readFileSync(join(copy, path), "utf8");

beforeAll(() => {
	const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
	for (const file of execFileSync("git", list, { cwd: root, env, encoding: "utf8" }).split("\0")) {
		// Changesets that wait already would decide on the version, too.
		if (file === "" || /^\.changeset\/.+\.md$/.test(file) || !existsSync(join(root, file))) continue;
		mkdirSync(dirname(join(copy, file)), { recursive: true });
		cpSync(join(root, file), join(copy, file));
	}
	writeFileSync(join(copy, ".changeset/next.md"), `---\n"eslint-plugin-acid-plans": minor\n---\n\n${CHANGE}\n`);
	git("init", "--quiet", "--initial-branch=main");
	commit("Before the next version");
	const store = execFileSync("npx", ["-y", pinnedPnpm(), "store", "path"], { cwd: root, env, encoding: "utf8" });
	pnpm("install", "--offline", "--frozen-lockfile", "--ignore-scripts", `--store-dir=${dirname(store.trim())}`);
	pnpm("version-packages");
}, 300_000);

function commit(message: string): void {
	git("add", "--all");
	git("commit", "--quiet", "--no-verify", `--message=${message}`);
}

it("a minor change of one package is the next minor version of all", () => {
	expect(ownPackages(copy).map(({ name, version }) => [name, version])).toEqual(names.map((name) => [name, next]));
});

it("the change stands in the changelog of its package, and every changelog has the version", () => {
	for (const { folder } of current) expect(read(join(folder, "CHANGELOG.md"))).toContain(`\n## ${next}\n`);
	expect(read("packages/eslint-plugin/CHANGELOG.md")).toContain(CHANGE);
	expect(readdirSync(join(copy, ".changeset"))).toEqual(["config.json"]);
});

it("whatever names the version names the next one", () => {
	for (const place of versionPlaces(copy))
		expect(new Set(versionsIn(read(place), names)), place).toEqual(new Set([next]));
});

it("nothing else is changed", () => {
	const changed = git("diff", "--name-only", "HEAD").trim().split("\n");
	const expected = [
		".changeset/next.md",
		...current.flatMap(({ folder }) => [join(folder, "CHANGELOG.md"), join(folder, "package.json")]),
		...versionPlaces(copy),
	];
	expect(changed).toEqual(expected.sort());
	expect(git("ls-files", "--others", "--exclude-standard")).toBe("");
});

it("a packed package asks for its siblings in this version", () => {
	const folder = join(copy, "packed");
	execFileSync("npx", ["-y", pinnedPnpm(), "pack", "--pack-destination", folder], {
		cwd: join(copy, "packages/cli"),
		env,
		stdio: "ignore",
	});
	const [tarball = ""] = readdirSync(folder);
	const { version, dependencies } = JSON.parse(run("tar", "-xzOf", join(folder, tarball), "package/package.json")) as {
		version: string;
		dependencies: Record<string, string>;
	};
	rmSync(folder, { recursive: true });
	expect(version).toBe(next);
	const siblings = Object.entries(dependencies).filter(([name]) => names.includes(name));
	expect(siblings.length).toBeGreaterThan(0);
	for (const [name, range] of siblings) expect(range, name).toBe(`^${next}`);
});

it("what CI asks of the files holds", { timeout: 180_000 }, () => {
	pnpm("install", "--offline", "--frozen-lockfile", "--lockfile-only");
	pnpm("generate", "--check");
	const manifests = current.map(({ folder }) => join(folder, "package.json"));
	pnpm("exec", "prettier", "--check", "--log-level=warn", ...manifests, ...versionPlaces(copy));
});

// The release workflow reads these lines to make the releases on GitHub.
it("the tags are told by name", () => {
	commit("The next version");
	const told = pnpm("exec", "changeset", "tag");
	for (const name of names) expect(told).toMatch(new RegExp(`New tag:\\s+${name}@${next.replaceAll(".", "\\.")}\n`));
	expect(git("tag").trim().split("\n").sort()).toEqual(names.map((name) => `${name}@${next}`).sort());
});
