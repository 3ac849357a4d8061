import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { ownPackages } from "../../tools/own-packages.mjs";
import { environment } from "../environment.js";
import { type LocalRegistry, startLocalRegistry } from "../tutorial/local-registry.js";

/* What `pnpm release` publishes, to a registry on this computer. */

const root = join(import.meta.dirname, "../..");
const packages = ownPackages(root);
const names = packages.map(({ name }) => name);
const folder = mkdtempSync(join(tmpdir(), "acid-plans-publish-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let registry: LocalRegistry | undefined;
afterEach(() => {
	registry?.close();
	registry = undefined;
});

/** Runs the tool against a registry that knows none of our packages, but what an earlier run has published. */
async function publish(marks: Readonly<Record<string, string>> = {}): Promise<{ code: number | null; screen: string }> {
	registry ??= await startLocalRegistry([], names);
	const { address } = registry;
	const settings = join(folder, "npmrc");
	writeFileSync(
		settings,
		`registry=${address}\n${address.replace("http:", "")}:_authToken=none\nprefer-offline=true\n`,
	);
	// Without the marks of a workflow around this test.
	const inherited = Object.entries(environment()).filter(([name]) => !/^(?:GITHUB|ACTIONS)_/.test(name));
	const env = { ...Object.fromEntries(inherited), npm_config_userconfig: settings, ...marks };
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [join(root, "tools/publish.mjs")], {
			env,
			stdio: ["ignore", "pipe", "pipe"],
		});
		let screen = "";
		for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (screen += String(data)));
		child.on("close", (code) => resolve({ code, screen }));
	});
}

it("publishes each package after those that it needs, by their versions; and once", { timeout: 120_000 }, async () => {
	const first = await publish();
	expect(first.code, first.screen).toBe(0);
	expect(registry?.published.map(({ name, versions }) => [name, Object.keys(versions)])).toEqual(
		packages.map(({ name, version }) => [name, [version]]),
	);
	for (const { name, versions } of registry?.published ?? [])
		for (const { dependencies = {} } of Object.values(versions))
			for (const [dependency, range] of Object.entries(dependencies)) {
				expect(range, `${name}: ${dependency}`).toMatch(/^[\^~]\d/);
				if (names.includes(dependency)) expect(range, name).toBe(`^${packages[0]?.version}`);
			}
	const second = await publish();
	expect(second).toMatchObject({ code: 0, screen: expect.stringContaining("nothing is published") as string });
	expect(registry?.published).toHaveLength(packages.length);
});

it("in a workflow, says that a first version is published by hand", async () => {
	const { code, screen } = await publish({ GITHUB_ACTIONS: "true" });
	expect(screen).toContain(`The registry does not know ${names.join(", ")}`);
	expect(screen).toContain('"The first release" in CONTRIBUTING.md');
	expect(code).toBe(2);
	expect(registry?.published).toEqual([]);
});
