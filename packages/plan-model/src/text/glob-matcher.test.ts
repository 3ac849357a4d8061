import { describe, expect, it } from "vitest";
import { charactersRead } from "../testing/characters-read.js";
import { createGlobMatcher } from "./glob-matcher.js";

describe("createGlobMatcher", () => {
	it.each([
		[
			"a glob without a slash against the name in any folder",
			["*.lock"],
			["a.lock", "x/y.lock", "x/.lock"],
			["a.lock/b"],
		],
		["a glob with a slash against the whole path", ["./src/**/*.ts"], ["src/a.ts", "src/x/.y.ts"], ["lib/src/a.ts"]],
		["nothing without globs", [], [], ["a"]],
	])("matches %s", (_name, globs, matching, others) => {
		const matches = createGlobMatcher(globs);
		expect([matching.map(matches), others.map(matches)]).toEqual([matching.map(() => true), others.map(() => false)]);
	});

	it.each([
		["a folder in any place", "**/generated/**", `${"a/".repeat(200)}generated/x.ts`, true],
		["a name", "*.Gen.ts", `${"a/".repeat(200)}x.Gen.ts`, true],
		["a name of another case", "*.gen.ts", `${"a/".repeat(200)}x.Gen.ts`, false],
		["brackets as they stand", "**/[id]/*.ts", `${"a/".repeat(200)}[id]/x.ts`, true],
		["another ending", "**/*-*-*.md", `${"a/".repeat(200)}-a-b.ts`, false],
		["1,000 dashes", "**/*-*-*-*.md", "-".repeat(1_000), false],
		["500 folders", "**/a/**/a/**/a/**/b", "a/".repeat(500), false],
		["100,000 folders", "**/a/**", "a/".repeat(100_000), false],
	])("compares a long path with %s, without a regular expression", (_name, glob, path, fits) => {
		const matches = createGlobMatcher([glob]);
		matches("warm.md");
		expect(charactersRead(() => expect(matches(path)).toBe(fits))).toBeLessThan(40 * path.length);
	});

	it("minds letter case unless told not to", () => {
		expect([
			createGlobMatcher(["README.md"])("readme.md"),
			createGlobMatcher(["README.md"], { nocase: true })("readme.md"),
		]).toEqual([false, true]);
	});
});
