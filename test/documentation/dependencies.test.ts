import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rowsOf } from "../../tools/dependency-table.mjs";

const root = join(import.meta.dirname, "../..");
const record = readFileSync(join(root, "docs/decisions/018-dependencies.md"), "utf8");

interface Manifest {
	readonly name: string;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
}
const manifests = readdirSync(join(root, "packages")).map(
	(name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")) as Manifest,
);
const own = new Set(manifests.map(({ name }) => name));

it("every dependency of a published package has a row that names its users", () => {
	const users = new Map<string, string[]>();
	for (const { name, dependencies = {} } of manifests)
		for (const dependency of Object.keys(dependencies).filter((each) => !own.has(each)))
			users.set(dependency, [...(users.get(dependency) ?? []), name].sort());
	const stated = rowsOf(record).map(({ name, users: of }) => [name, of.split(", ").sort()]);
	expect(Object.fromEntries(stated)).toEqual(Object.fromEntries(users));
});

it("every row has a reason and a measured size", () => {
	for (const { name, reason, size } of rowsOf(record)) {
		expect(reason.length, name).toBeGreaterThan(20);
		expect(size, name).toMatch(/^\d+\.\d\d MB in \d+ packages? \(\d+\.\d+\.\d+\)$/);
	}
});

it("every peer is named with the range that its packages ask for", () => {
	for (const { name, peerDependencies = {} } of manifests)
		for (const [peer, range] of Object.entries(peerDependencies))
			expect(record, name).toContain(`- \`${peer}\` \`${range}\` of `);
});
