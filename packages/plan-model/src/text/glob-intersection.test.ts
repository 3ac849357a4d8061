import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { intersectGlobs } from "./glob-intersection.js";

describe("intersectGlobs", () => {
	it.each<[string, string, string | undefined]>([
		["src/a.ts", "src/a.ts", "src/a.ts"],
		["./src//a.ts", "src/a.ts", "src/a.ts"],
		["src/a.ts", "src/b.ts", undefined],
		["src/a/", "src/a/b/c.ts", "src/a/b/c.ts"],
		["src/a/", "src/a", "src/a"],
		["src/a/", "src/ab/c.ts", undefined],
		["src/*/", "src/x/y/z", "src/x/y/z"],
		["src/*", "src/a/b", undefined],
		["src/**", "src/a/b", "src/a/b"],
		["src/**/*.ts", "src/a/*.test.*", "src/a/.test.ts"],
		["**/a", "b/**", "b/a"],
		["**", "**/**", "a"],
		["*.ts", "*.js", undefined],
		["a*b", "*ba", undefined],
		["{a,b}/{c,d}.ts", "b/d.*", "b/d.ts"],
		["[a-c]x", "[c-e]?", "cx"],
		["[^a]", "a", undefined],
		["[^a]", "?", "b"],
		["[ab]/*.ts", "\\[ab\\]/x.ts", "[ab]/x.ts"],
		[".*", "..*", "..a"],
		["/etc/*", "etc/passwd", undefined],
		["docs/plan-*.md", "docs/*-01.md", "docs/plan-01.md"],
		["", "**", undefined],
	])("%s with %s", (a, b, path) => {
		const expected = path === undefined ? { kind: "disjoint" } : { kind: "common", path };
		expect([intersectGlobs(a, b), intersectGlobs(b, a).kind]).toEqual([expected, expected.kind]);
	});

	it.each<[string, string]>([
		["{a,b}".repeat(40), "braces"],
		["@(a|b)/x", "syntax"],
		["!a", "syntax"],
		["[!a]", "syntax"],
		["**.ts", "syntax"],
		["../a*", "syntax"],
		["[a", "syntax"],
		["*".repeat(2000), "size"],
		["a/{,b}/*", "syntax"],
	])("%s is unknown", (pattern, reason) => {
		expect(intersectGlobs(pattern, "a/*")).toEqual({ kind: "unknown", reason });
	});

	it("is bounded", () => {
		const many = `{${Array.from({ length: 200 }, (_, index) => `*${index % 10}*`).join(",")}}/`;
		expect(intersectGlobs(`${many}x`, `${many}y${"*a".repeat(100)}`).kind).not.toBe("common");
	});
});

describe("against picomatch", () => {
	const character = fc.constantFrom("a", "b", ".", "-", "c");
	const segment = fc
		.array(
			fc.oneof(
				{ weight: 5, arbitrary: character },
				fc.constantFrom("*", "?", "[ab]", "[a-b]", "[^a]", "{a,bc}", "{,a/b}", "\\[", "{b,c*}"),
			),
			{ minLength: 1, maxLength: 4 },
		)
		.map((parts) => parts.join(""));
	const pattern = fc
		.array(fc.oneof({ weight: 4, arbitrary: segment }, fc.constant("**"), fc.constant("*")), {
			minLength: 1,
			maxLength: 4,
		})
		.map((segments) => segments.join("/"));
	const path = fc
		.array(
			fc
				.array(fc.oneof({ weight: 8, arbitrary: character }, fc.constantFrom("[", "]")), { minLength: 1, maxLength: 4 })
				.map((parts) => parts.join("")),
			{ minLength: 1, maxLength: 4 },
		)
		.filter((segments) => !segments.some((one) => one === "." || one === ".."))
		.map((segments) => segments.join("/"));
	const matches = (one: string, glob: string): boolean => picomatch.isMatch(one, glob, { dot: true });

	it("a witness is matched by both", () => {
		fc.assert(
			fc.property(pattern, pattern, (a, b) => {
				const result = intersectGlobs(a, b);
				if (result.kind === "common")
					expect([result.path, matches(result.path, a), matches(result.path, b)]).toEqual([result.path, true, true]);
			}),
			{ numRuns: 5000 },
		);
	});

	it("where none is claimed no path is matched by both", () => {
		fc.assert(
			fc.property(pattern, pattern, fc.array(path, { minLength: 5, maxLength: 20 }), (a, b, paths) => {
				if (intersectGlobs(a, b).kind !== "disjoint") return;
				for (const one of paths) expect([one, matches(one, a) && matches(one, b)]).toEqual([one, false]);
			}),
			{ numRuns: 3000 },
		);
	});

	it("a path that a pattern matches meets it", () => {
		fc.assert(
			fc.property(pattern, path, (glob, one) => {
				const literal = one.replace(/[[\]]/gu, "\\$&");
				const { kind } = intersectGlobs(glob, literal);
				if (kind !== "unknown") expect([kind]).toEqual([matches(one, glob) ? "common" : "disjoint"]);
			}),
			{ numRuns: 10_000 },
		);
	});
});

it("is symmetric and never throws", () => {
	const any = fc.oneof(
		fc.string({ unit: "binary" }),
		fc
			.array(fc.constantFrom("a", "*", "**", "/", "{", "}", ",", "[", "]", "^", "-", "\\", "?", "(", ".", "\ud83d"), {
				maxLength: 16,
			})
			.map((parts) => parts.join("")),
	);
	fc.assert(
		fc.property(any, any, (a, b) => {
			expect(intersectGlobs(a, b).kind).toBe(intersectGlobs(b, a).kind);
		}),
		{ numRuns: 3000 },
	);
});
