import { describe, expect, it } from "vitest";
import { tracked } from "../testing/tracked.js";
import type { Repository } from "./repository.js";
import { createPathPlaces, shownPath } from "./path-places.js";

const repository = tracked({
	"README.md": "",
	"packages/x/README.md": "",
	"packages/x/src/core/a.ts": "",
	"packages/y/src/b.ts": "",
	"packages/y/test/only.test.ts": "",
	"docs/guide.md": "",
	"tools/x.mjs": "",
});

/** `new src/a.ts`: the plan creates it. */
function place(text: string, folder: string, ...facts: [Repository | undefined] | []): string {
	const path = text.replace(/^new |\/$/gu, "");
	const written = { path, pattern: /[*{]/u.test(path), directory: text.endsWith("/"), isNew: text.startsWith("new ") };
	const { path: found, isAmbiguous } = createPathPlaces(facts.length === 0 ? repository : facts[0])(written, folder);
	return `${found.startsWith("\0") ? "only here: " : ""}${shownPath(found)}${isAmbiguous ? " or others" : ""}`;
}

describe(createPathPlaces, () => {
	it.each([
		// The tracked one.
		["src/core/a.ts", "packages/x/plans", "packages/x/src/core/a.ts"],
		["docs/guide.md", "packages/x/plans", "docs/guide.md"],
		["docs/", "packages/x/plans", "docs"],
		// Where most of its folders are.
		["new src/core/c.ts", "packages/x/plans", "packages/x/src/core/c.ts"],
		["src/core/*.ts", "packages/x/plans", "packages/x/src/core/*.ts"],
		["new packages/x/src/c.ts", "packages/x/plans", "packages/x/src/c.ts"],
		["new packages/z/src/c.ts", "packages/x/plans", "packages/z/src/c.ts"],
		["new tools/y.mjs", "docs/plans", "tools/y.mjs"],
		// The only one that ends like it.
		["test/only.test.ts", "plans", "packages/y/test/only.test.ts"],
		["new test/only.test.ts", "plans", "test/only.test.ts"],
		// Both have one, and one that is to be created is the other one.
		["README.md", "packages/x/plans", "only here: README.md"],
		["new README.md", "packages/y/plans", "only here: README.md"],
		// Nobody has such a folder.
		["new lib/a.ts", "packages/x/plans", "only here: lib/a.ts"],
		["**/*.ts", "packages/x/plans", "only here: **/*.ts"],
		// At the root.
		["new lib/a.ts", "plans", "lib/a.ts"],
		["new src/a.ts", "plans", "src/a.ts or others"],
	])("takes %s of %s for %s", (text, folder, expected) => {
		expect(place(text, folder)).toBe(expected);
	});

	it.each([
		["src/a.ts", "plans", "src/a.ts"],
		["src/a.ts", "packages/x/plans", "only here: src/a.ts"],
		["packages/x/src/a.ts", "packages/x/plans", "packages/x/src/a.ts"],
	])("takes %s of %s for %s where nothing is known of the repository", (text, folder, expected) => {
		expect(place(text, folder, undefined)).toBe(expected);
	});
});
