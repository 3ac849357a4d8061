import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownPackages } from "../../tools/own-packages.mjs";
import { versionPlaces, versionsIn, withVersion } from "../../tools/version-places.mjs";
import { environment } from "../environment.js";

const root = join(import.meta.dirname, "../..");
const packages = ownPackages(root);
const names = packages.map(({ name }) => name);
const places = versionPlaces(root);

/** Their versions are those of the past, and of what this test tries. */
const OF_THE_PAST = /(?:^|\/)CHANGELOG\.md$|^test\/releases\//;

it("every file that names a version of ours is one that version-packages writes", () => {
	const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
		cwd: root,
		encoding: "utf8",
		env: environment(),
	});
	const naming = files
		.split("\n")
		.filter((file) => file !== "" && !OF_THE_PAST.test(file) && existsSync(join(root, file)))
		.filter((file) => versionsIn(readFileSync(join(root, file), "utf8"), names).length > 0);
	expect(new Set(naming), "put it into tools/version-places.mjs, or leave the version out").toEqual(new Set(places));
});

it("all packages and all places have the same version", () => {
	const versions = new Set(packages.map(({ version }) => version));
	for (const place of places)
		for (const version of versionsIn(readFileSync(join(root, place), "utf8"), names)) versions.add(version);
	expect([...versions]).toHaveLength(1);
});

it("a package stands after those that it needs", () => {
	const seen = new Set<string>();
	for (const { name, needs } of packages) {
		for (const needed of needs) expect(seen, name).toContain(needed);
		seen.add(name);
	}
	expect(seen.size).toBeGreaterThan(1);
});

describe("a mention", () => {
	it.each([
		["npx acid-plans@0.1.0 check", "npx acid-plans@2.0.0 check"],
		['"acid-plans": "^0.1.0",', '"acid-plans": "^2.0.0",'],
		['"@acid-plans/model": "~0.1.0-next.3"', '"@acid-plans/model": "~2.0.0"'],
		["rev: acid-plans@10.20.30", "rev: acid-plans@2.0.0"],
		["`eslint-plugin-acid-plans` v0.1.0.", "`eslint-plugin-acid-plans` v2.0.0."],
		["eslint-config-acid-plans 0.1.0, ESLint 10.15.0", "eslint-config-acid-plans 2.0.0, ESLint 10.15.0"],
	])("%s", (text, after) => {
		expect(withVersion(text, names, "2.0.0")).toBe(after);
	});

	it.each([
		"eslint@10.15.0",
		"acid-plans and pnpm 12.21.0",
		"other-acid-plans@0.1.0",
		"node_modules/acid-plans-example@1.0.0",
		"acid-plans@1",
		"acid-plans\n10.15.0",
	])("of another is none: %j", (text) => {
		expect(versionsIn(text, names)).toEqual([]);
	});
});
