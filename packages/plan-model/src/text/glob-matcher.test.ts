import { describe, expect, it } from "vitest";
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

	it("minds letter case unless told not to", () => {
		expect([
			createGlobMatcher(["README.md"])("readme.md"),
			createGlobMatcher(["README.md"], { nocase: true })("readme.md"),
		]).toEqual([false, true]);
	});
});
