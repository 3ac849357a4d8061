import type { PathChange } from "@acid-plans/model/node";
import { describe, expect, it } from "vitest";
import { foldersThatCameOrWent, mayName } from "./staged-relevance.js";

const change = (kind: PathChange["kind"], path: string, from?: string): PathChange => ({ kind, path, from });

describe("mayName", () => {
	it.each<[string, string, PathChange]>([
		["a path in a code span", "Add `src/search/query.ts`.", change("deleted", "src/search/query.ts")],
		["a path from the package's folder", "Add `src/query.ts`.", change("added", "packages/search/src/query.ts")],
		["a path in another letter case", "Add `src/Query.ts`.", change("added", "src/query.ts")],
		["an encoded link", "[notes](../docs/my%20notes.txt)", change("changed", "docs/my notes.txt")],
		["a link in which any letter is encoded", "[notes](../docs/%61b%28c%29.txt)", change("deleted", "docs/ab(c).txt")],
		["a link with escapes of Markdown", "[a](../docs/a\\_b.png)", change("deleted", "docs/a_b.png")],
		["a link with a character reference", "[a](../docs/e&amp;f&#46;png)", change("deleted", "docs/e&f.png")],
		["a link with a reference that is not known", "[a](../docs/e&period;png)", change("deleted", "docs/e.png")],
		["a name with a percent sign", "`docs/a%20b.png`", change("deleted", "docs/a%20b.png")],
		["a name in the other Unicode form", "`docs/caf\u00e9.png`", change("added", "docs/cafe\u0301.png")],
		["a name that is quoted for a shell", "`bash src/my\\ tool.sh`", change("added", "src/My tool.sh")],
		["a name of which a part is quoted", '`bash src/"to"ol.sh`', change("added", "src/Tool.sh")],
		["what make builds from a file of that name", "Run `make tool`.", change("deleted", "src/tool.c")],
		["a link without the ending", "See [the guide](../docs/guide).", change("deleted", "docs/guide.md")],
		["a link to a place in it", "See [the guide](guide#steps).", change("changed", "plans/guide.md")],
		["a link to the page that a site makes of it", "[guide](../guide.html)", change("deleted", "guide.md")],
		["a definition without the ending", "[guide]: guide", change("renamed", "plans/help.md", "plans/guide.md")],
		["the old name of a renamed file", "Add `src/old.ts`.", change("renamed", "src/new.ts", "src/old.ts")],
		["a pattern", "**Files**: `db/**/*.sql`", change("deleted", "db/2026/01.sql")],
		["a pattern with alternatives", "Write `src/{a,b}/index.ts`.", change("added", "src/b/index.ts")],
		["a file with the commands", "Run the tests.", change("changed", "packages/web/package.json")],
	])("finds %s", (_, text, changed) => {
		expect(mayName([text], [changed], new Set())).toBe(true);
	});

	it.each<[string, string, PathChange]>([
		["another file", "Add `src/search/query.ts`.", change("changed", "src/search/answer.ts")],
		["a changed file that only a pattern covers", "**Files**: `db/**/*.sql`", change("changed", "db/1.sql")],
		["the name of a document as a word", "This is a guide to (our) search.", change("deleted", "docs/guide.md")],
		["a word of a sentence that a shell script is called, too", "This is a tool.", change("added", "src/tool.sh")],
		["emphasis and boxes", "- [x] **Done**: *all* of it.", change("added", "src/a.ts")],
	])("does not take for named: %s", (_, text, changed) => {
		expect(mayName([text], [changed], new Set())).toBe(false);
	});

	it("finds a folder that went", () => {
		expect(
			mayName(["Everything below `src/search/`."], [change("deleted", "src/search/a.ts")], new Set(["src/search"])),
		).toBe(true);
	});
});

describe("foldersThatCameOrWent", () => {
	it("names the folder of the last deleted file, and not one that still has files", () => {
		const folders = foldersThatCameOrWent(["src/a.ts"], [change("deleted", "src/old/b.ts")]);
		expect([...folders]).toEqual(["src/old"]);
	});

	it("names the folder of the first added file", () => {
		const folders = foldersThatCameOrWent(["src/a.ts", "src/new/b.ts"], [change("added", "src/new/b.ts")]);
		expect([...folders]).toEqual(["src/new"]);
	});

	it("names both folders of a renamed file", () => {
		const folders = foldersThatCameOrWent(["new/a.ts"], [change("renamed", "new/a.ts", "old/a.ts")]);
		expect([...folders].sort()).toEqual(["new", "old"]);
	});

	it("says nothing of changed files", () => {
		expect(foldersThatCameOrWent(["src/a.ts"], [change("changed", "src/a.ts")]).size).toBe(0);
	});
});
