import { describe, expect, it } from "vitest";
import { PathIndex, type PathClaim } from "./path-overlaps.js";

function claim(text: string): PathClaim {
	const directory = text.endsWith("/");
	return { path: directory ? text.slice(0, -1) : text, pattern: /[*?{]/u.test(text), directory };
}

function meeting(text: string, others: readonly string[]): string[] {
	return [...new PathIndex(others.map(claim)).meeting(claim(text))].map(({ witness }) => witness).sort();
}

describe(PathIndex, () => {
	it.each([
		["src/a.ts", ["src/a.ts", "src/b.ts", "src/a.tsx"], ["src/a.ts"]],
		["src/a.ts", ["src/", "src", "lib/"], ["src/a.ts"]],
		["src/", ["src/a.ts", "src/core/", "srcs/a.ts", "src/core/x.ts"], ["src/a.ts", "src/core/", "src/core/x.ts"]],
		["src/core/x.ts", ["src/**/*.ts", "src/*.ts", "{src,lib}/core/x.ts", "lib/**"], ["src/core/x.ts", "src/core/x.ts"]],
		[
			"src/**/*.ts",
			["src/a.ts", "src/a.md", "lib/a.ts", "src/core/"],
			["src/a.ts", expect.stringMatching(/^src\/core\/.*\.ts$/u)],
		],
		[
			"src/*.test.ts",
			["src/a*", "**/*.ts", "docs/*"],
			[expect.stringContaining(".test.ts"), expect.stringContaining(".test.ts")],
		],
		["app/(auth)/page.tsx", ["app/(auth)/page.tsx"], ["app/(auth)/page.tsx"]],
	])("finds what meets %s", (text, others, expected) => {
		expect(meeting(text, others)).toEqual(expected);
	});

	it("answers the last of many questions as the first", () => {
		const patterns = Array.from({ length: 2000 }, (_, at) => `packages/p${at}/**/*.ts`);
		const index = new PathIndex(patterns.map(claim));
		const found = Array.from(
			{ length: 10_000 },
			(_, at) => [...index.meeting(claim(`packages/p${at % 2000}/a.ts`))].length,
		);
		expect(found.every((count) => count === 1)).toBe(true);
	});

	it("looks at so many of three thousand patterns for a question, once what it has at first is used up", () => {
		const claims = Array.from({ length: 3_000 }, (_, at) => claim(`src/*x${at}`));
		const index = new PathIndex(claims);
		const looks = (): number => {
			let count = 0;
			for (const each of claims) for (const met of index.meeting(each, () => (count++, "pass"))) expect(met).toBe(0);
			return count;
		};
		const [first, second] = [looks(), looks()];
		expect(first).toBeGreaterThan(second);
		expect(second).toBeLessThanOrEqual(1_500 * claims.length);
	});
});
