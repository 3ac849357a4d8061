import picomatch from "picomatch";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { globsMayFit } from "./glob-words.js";

const mayFit = (text: string, ...paths: string[]): boolean => globsMayFit(paths)(text);

describe("globsMayFit", () => {
	it.each([
		["src/**", "src/a/b.ts"],
		["./src/*", "src/a.ts"],
		["`*.sql`,", "db/2026/01.sql"],
		["src/**/b.ts", "src/b.ts"],
		["src/**/**/b.ts", "src/x/y/b.ts"],
		["query/*.ts", "packages/search/query/a.ts"],
		["packages/{a,b}/index.ts", "packages/b/index.ts"],
		["src/{1..3}/x?.ts", "src/2/x1.ts"],
		["app/[id]/*.tsx", "app/[id]/page.tsx"],
		["src/[a-c]*.ts", "src/build.ts"],
		["src/[^a]*.ts", "src/build.ts"],
		["SRC/*.TS", "src/a.ts"],
		["src/{name}.ts", "src/any.ts"],
		["src/$NAME/*.ts", "src/any/a.ts"],
		["src/NNN-*.md", "src/012-a.md"],
		["src/*.ts,lib/*.ts", "lib/a.ts"],
		["{*.py, *.ts}", "src/a.py"],
		["src\\*.ts", "src/a.ts"],
		["src/*/", "src/a/b.ts"],
	])("%s may fit %s", (text, path) => {
		expect(mayFit(text, path)).toBe(true);
	});

	it.each([
		["db/**/*.sql", "db/01.ts"],
		["src/*.ts", "src/a/b.js"],
		["src/a*/b.ts", "src/ab.ts"],
		["packages/{a,b}/index.ts", "packages/c/index.ts"],
		["src/[a-c]*.ts", "src/x.ts"],
		["[docs/guide.md](docs/guide.md)", "src/a.ts"],
		["**Node.js** and [Fig. 1] and {...props}", "src/a.ts"],
		["- [x] *all* `items[0].name`, `${user.id}`", "src/a.ts"],
	])("%s does not fit %s", (text, path) => {
		expect(mayFit(text, path)).toBe(false);
	});

	it("says yes wherever picomatch does, read from any folder", () => {
		const part = fc.constantFrom("a", "b", "ab", "*", "**", "?", "{a,b}", "[ab]", "[^a]", ".ts", "/", "/**/");
		const glob = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => `src/${parts.join("")}`);
		const path = fc
			.array(fc.constantFrom("a", "b", "ab", "ba", "a.ts"), { minLength: 1, maxLength: 3 })
			.map((names) => ["src", ...names].join("/"));
		fc.assert(
			fc.property(glob, path, (pattern, file) => {
				fc.pre(/[*?{[]/.test(pattern) && !/\/\/|\/$/.test(pattern));
				const matches = picomatch([pattern, `**/${pattern}`, `${pattern}/**`], { dot: true, nocase: true });
				return !matches(file) || mayFit(pattern, file);
			}),
			{ numRuns: 2_000 },
		);
	});
});

describe("what no regular expression of it would end on", () => {
	it.each([
		["*a*a*a*a*a*a*b/x", "*a*a*a*a*a*a*b/x", false],
		["{a,aa} 25 times", `${"{a,aa}".repeat(25)}*q/.`, true],
		["70,000 characters before */", `${"a".repeat(70_000)}*/`, false],
		["300 times *a", `${"*a".repeat(300)}b.ts`, false],
		["500 open brackets", `${"[".repeat(500)}*.ts`, false],
	])("%s", (_name, text, may) => {
		expect(mayFit(text, "a".repeat(80))).toBe(may);
	});

	it("40,000 globs and 500 paths are enough to say yes", () => {
		const text = Array.from({ length: 40_000 }, (_, at) => `src/x${at}*/*.ts`).join(" ");
		const work = process.cpuUsage();
		expect(mayFit(text, ...Array.from({ length: 500 }, (_, at) => `lib/y${at}.ts`))).toBe(true);
		// Of an answer that takes some tenths of a second; one by one they would take half a minute.
		expect(process.cpuUsage(work).user / 1_000_000).toBeLessThan(5);
	});

	it("40,000 globs and one path are looked at", () => {
		const text = Array.from({ length: 40_000 }, (_, at) => `src/x${at}*/*.ts`).join(" ");
		expect(mayFit(text, "lib/y.ts")).toBe(false);
	});
});
