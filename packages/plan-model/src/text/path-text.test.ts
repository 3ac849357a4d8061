import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { expandBraces } from "./brace-expansion.js";
import { pathGlob, readPathList, readPathText, type PathText } from "./path-text.js";

describe("readPathText", () => {
	it.each<[string, Partial<PathText>]>([
		["src/core/plan.ts", { path: "src/core/plan.ts", certain: true, pattern: false, directory: false }],
		["./src/core/.././plan.ts", { path: "src/plan.ts" }],
		["src/core/", { path: "src/core", directory: true, certain: true }],
		["README.md", { path: "README.md", certain: true }],
		["Makefile", { certain: true }],
		[".env.local", { certain: true }],
		[".gitignore:32", { path: ".gitignore", lines: { text: "32", start: 10, end: 13 } }],
		["src/a.ts:120-140", { path: "src/a.ts", end: 8, lines: { text: "120-140", start: 8, end: 16 } }],
		["src/a.ts:L12–L20", { lines: { text: "12-20", start: 8, end: 16 } }],
		["tests/a.py::test_b", { path: "tests/a.py", member: "test_b", end: 10 }],
		["src/a.ts (NEW)", { path: "src/a.ts", note: "new", end: 8 }],
		["[MODIFY] src/a.ts", { path: "src/a.ts", note: "modified", start: 9 }],
		["src/a.ts (deleted, moved to b)", { note: "deleted" }],
		["src/**/*.test.ts", { pattern: true, certain: true, variable: false }],
		["src/{a, b}.ts", { path: "src/{a,b}.ts", pattern: true }],
		["docs/<name>/plan-NNN.md", { pattern: true, variable: true }],
		["${DIR}/a.json", { pattern: true, variable: true }],
		["app/(shop)/[id]/page.tsx", { path: "app/(shop)/[id]/page.tsx", pattern: false, certain: true }],
		["routes/$id.tsx", { pattern: false, variable: false }],
		["src\\core\\plan.ts", { path: "src/core/plan.ts" }],
		["packages/web", { certain: true }],
		["alice/project", { certain: false }],
		["./config", { path: "config", certain: false }],
		["*.jsonl", { certain: false, pattern: true }],
		["codec.c", { certain: false }],
		["/Users/ann/work/a.md", { path: "/Users/ann/work/a.md", outside: "absolute", certain: true }],
		["~/.config/tool/x.toml", { outside: "home" }],
		["C:\\Users\\Ann Lee\\plan.md", { path: "C:/Users/Ann Lee/plan.md", outside: "windows" }],
		["file:///c:/Users/ann/a.md", { outside: "file-url" }],
		["../../other/a.md", { path: "../../other/a.md", outside: "parent" }],
	])("%s", (text, expected) => {
		expect(readPathText(text)).toMatchObject(expected);
	});

	it.each(
		`
		npm run x|.venv/bin/pytest tests/x.py|git diff a/b.ts|https://example.com/a.md|example.com/a/b|localhost:3000/x|github.com/a/b|@scope/name|@acme/geo-node
		@/components/a|application/json|text/html|/api/users|GET /users|/users/:id|/api/models/{id}/drift|and/or|I/O|1/2|client/server|CI/CD|24/7|10.0.0.0/8|v1/v2
		2026/01/02|v1.2|1.2.3|foo.bar()|Array<string>|a.b.c|process.env.HOME|user.name|Node.js|vue.js|console.log|res.json|ctx.db|feature/x|feat/add-b|origin/main
		Foo.Bar.Baz|Europe/Berlin|.d.ts|.test.tsx|.ts|s/a/b/|</div>|<br/>|a ? b/c : d|x => a/b|"src/a.ts"|key=a/b|a//b|actions/checkout@v4|client.ts/server.ts
		Ash.create/1|\\d+/\\w+|//|/|.|..|...|*|**|file://|a/b()|!x/y|foo?.bar/baz|don't/won't|
	`
			.trim()
			.split(/\||\n\s*/u),
	)("%s is no path", (text) => {
		expect(readPathText(text)).toBeUndefined();
	});
});

describe("link targets", () => {
	it.each<[string, Partial<PathText>]>([
		["other.md#phase-2", { path: "other.md", fragment: "phase-2", end: 8 }],
		["./a%20b.md", { path: "a b.md", certain: true }],
		["../docs/guide", { path: "../docs/guide", certain: true }],
		["src/a.ts#L3-L9", { path: "src/a.ts", lines: { text: "3-9", start: 8, end: 14 } }],
		["LICENSE-MIT", { path: "LICENSE-MIT" }],
		["100%.md", { path: "100%.md" }],
		["/docs/a.md", { path: "/docs/a.md", outside: "absolute" }],
		["file:///c:/Users/ann/a.md", { outside: "file-url" }],
	])("%s", (text, expected) => {
		const path = readPathText(text, "link");
		expect(path).toMatchObject(expected);
		expect(path?.path.startsWith("../") === true && path.outside).toBeFalsy();
	});

	it.each(["#top", "https://a.b/c.md", "mailto:a@b.c", "//host/a.md", "", "data:text/plain,a"])(
		"%s is no path",
		(text) => {
			expect(readPathText(text, "link")).toBeUndefined();
		},
	);
});

describe("readPathList", () => {
	it.each<[string, string[]]>([
		["src/a.ts, src/b.ts (NEW) - why", ["src/a.ts", "src/b.ts"]],
		["src/{a, b}.ts and docs/x.md.", ["src/{a,b}.ts", "docs/x.md"]],
		["src/a.ts → src/c.ts", ["src/a.ts", "src/c.ts"]],
		["the reader in src/a.ts", []],
	])("%s", (text, expected) => {
		const paths = readPathList(text);
		expect(paths.map(({ path }) => path)).toEqual(expected);
		for (const { path, start, end, pattern } of paths) if (!pattern) expect(text.slice(start, end)).toBe(path);
	});

	it("keeps notes and lines", () => {
		expect(readPathList("x.ts:3 (NEW), y.ts [deleted]")).toMatchObject([
			{ note: "new", lines: { start: 4, end: 6 } },
			{ note: "deleted", start: 14 },
		]);
	});
});

describe("expandBraces", () => {
	it.each<[string, string[]]>([
		["a", ["a"]],
		["a{b,c}d", ["abd", "acd"]],
		["{a,b{c,d}}/{e,}", ["a/e", "a/", "bc/e", "bc/", "bd/e", "bd/"]],
		["{1..3}{08..10}", ["108", "109", "110", "208", "209", "210", "308", "309", "310"]],
		["{c..a}", ["c", "b", "a"]],
		["{a}/{}", ["{a}/{}"]],
		["{{a,b}}", ["{a}", "{b}"]],
		["a{b,c", ["a{b,c"]],
		["\\{a,b}", ["\\{a,b}"]],
	])("%s", (pattern, expected) => {
		expect(expandBraces(pattern)).toEqual(expected);
	});

	it("is bounded", () => {
		for (const bomb of [
			"{a,b}".repeat(50),
			"{1..99999999}",
			"{".repeat(50_000) + ",}".repeat(50_000),
			"{a,".repeat(40) + "}".repeat(40),
		])
			expect(expandBraces(bomb)).toBeUndefined();
	});
});

describe("pathGlob", () => {
	it.each<[string, string, boolean]>([
		["app/(shop)/[id]/page.tsx", "app/(shop)/[id]/page.tsx", true],
		["app/(shop)/[id]/page.tsx", "app/shop/i/page.tsx", false],
		["app/[id]/*.tsx", "app/[id]/x.tsx", true],
		["app/[id]/*.tsx", "app/i/x.tsx", false],
		["docs/<name>/plan-NNN.md", "docs/a/plan-012.md", true],
		["src/…/a.ts", "src/b/c/a.ts", true],
	])("%s on %s", (text, path, matches) => {
		const read = readPathText(text);
		expect(read && picomatch.isMatch(path, pathGlob(read), { dot: true })).toBe(matches);
	});
});

it("never throws, and its range is that of the text", () => {
	const piece = fc.constantFrom(
		"src",
		"/",
		"a.ts",
		"..",
		".",
		"{",
		"}",
		",",
		"<",
		">",
		"[",
		"]",
		"(NEW)",
		" ",
		":12",
		"::",
		"#L3",
		"*",
		"\\",
		"~",
		"C:",
		"%",
		"\ud83d",
		"…",
		"é",
		"$A",
		"@",
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: "binary" }),
				fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")),
			),
			fc.constantFrom("code" as const, "link" as const, "item" as const),
			(text, context) => {
				for (const read of [readPathText(text, context), ...readPathList(text)]) {
					if (read === undefined) continue;
					expect(read.path).not.toBe("");
					expect(read.start).toBeGreaterThanOrEqual(0);
					expect(read.end).toBeGreaterThan(read.start);
					expect(read.end).toBeLessThanOrEqual(text.length);
					pathGlob(read);
				}
			},
		),
		{ numRuns: 2000 },
	);
});

it("does not blow up", () => {
	for (const hostile of ["<", "[", "{a", "(a", "a.", "a/", "a:1", "-", "...", "{a,", "[[a"]) {
		const text = hostile.repeat(400);
		const start = performance.now();
		readPathText(text.slice(0, 1000));
		readPathText(`src/${text.slice(0, 1000)}.ts`);
		readPathList(hostile.repeat(10_000));
		expect(performance.now() - start).toBeLessThan(1500);
	}
});
