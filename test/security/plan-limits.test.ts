import { describe, expect, it } from "vitest";
import { findCrossPlanConflicts } from "../../packages/plan-model/src/graph/cross-plan-conflicts.js";
import { writeConflicts } from "../../packages/plan-model/src/graph/schedule.js";
import { read } from "../../packages/plan-model/src/testing/read.js";
import { readCommands } from "../../packages/plan-model/src/text/command-text.js";
import { intersectGlobs } from "../../packages/plan-model/src/text/glob-intersection.js";
import { type PathClaim, PathIndex } from "../../packages/plan-model/src/text/path-overlaps.js";
import { summarizePlan } from "../../packages/plan-model/src/workspace/summary.js";

/* Rows of the table "Limits" of SECURITY.md: what is told at the limit, and what beyond it. */

interface PhaseParts {
	readonly on?: string | undefined;
	readonly files?: string | undefined;
}

function planOf(count: number, parts: (number: number) => PhaseParts): string {
	const phases = Array.from({ length: count }, (_, at) => {
		const { on, files } = parts(at + 1);
		const fields = [on && `**Depends on**: ${on}`, files && `**Files**: ${files}`].filter(Boolean);
		return [`### Phase ${at + 1}: Build it`, ...fields].join("\n\n");
	});
	return `# A\n\n${phases.join("\n\n")}\n`;
}

describe("write conflicts of one path of a phase", () => {
	/** All wait for the first, and so for none of the others. */
	const atOnce = (count: number): string =>
		planOf(count + 1, (number) => (number === 1 ? {} : { on: "Phase 1", files: "`src/x.ts`" }));

	it("17 phases have 16 others each: all pairs are told", () => {
		expect(writeConflicts(read(atOnce(17)))).toHaveLength((17 * 16) / 2);
	});

	it("of 40 phases each is told, with 16 others", () => {
		const conflicts = writeConflicts(read(atOnce(40)));
		const told = conflicts.flatMap(({ first, second }) => [first, second]);
		expect(new Set(told).size).toBe(40);
		expect(conflicts.length).toBeLessThanOrEqual(40 * 16);
		expect(conflicts.length).toBeLessThan((40 * 39) / 2);
	});

	/** Each waits for the one before, but for the last: that one waits for the last but two. */
	const inARow = (count: number): string =>
		planOf(count, (number) => ({
			on: number === 1 ? "None" : `Phase ${number === count ? number - 2 : number - 1}`,
			files: "`src/x.ts`",
		}));

	it.each([1_000, 1_100])("of %i phases on one file two that nothing orders are found", (count) => {
		const conflicts = writeConflicts(read(inARow(count)));
		expect(conflicts.map(({ first, second }) => [first.label.text, second.label.text])).toEqual([
			[String(count - 1), String(count)],
		]);
	});
});

describe('phases looked at for "all previous" and ranges, each time all of the series', () => {
	/** Of 400 phases the last ones have the same dependencies: each costs 400 looks. */
	const last = (count: number, on: string): (readonly string[])[] =>
		read(planOf(400, (number) => (number > 400 - count ? { on } : {})))
			.phases.slice(400 - count)
			.map(({ dependencies }) =>
				dependencies.map(({ target }) => (target.kind === "phase" ? target.phase.label.text : target.kind)),
			);

	it("250 ranges over 400 phases stand for all that they name", () => {
		for (const labels of last(250, "Phases 1-3")) expect(labels).toEqual(["1", "2", "3"]);
	});

	it("of 251 the last one stands for its two ends", () => {
		const labels = last(251, "Phases 1-3");
		expect(labels.at(-2)).toEqual(["1", "2", "3"]);
		expect(labels.at(-1)).toEqual(["1", "3"]);
	});

	it('250 times "all previous phases" stand for all of them', () => {
		expect(last(250, "All previous phases").map((labels) => labels.length)).toEqual(
			Array.from({ length: 250 }, (_, at) => 150 + at),
		);
	});

	it("of 251 the last stands for the phase before, which stands for the others", () => {
		const labels = last(251, "All previous phases");
		expect(labels.at(-2)).toHaveLength(398);
		expect(labels.at(-1)).toEqual(["399"]);
	});
});

describe("a path, a pattern", () => {
	const files = (length: number, end: string): readonly string[] => {
		const path = `src/${"a".repeat(length - 4 - end.length)}${end}`;
		expect(path).toHaveLength(length);
		return read(planOf(1, () => ({ files: `\`${path}\`, \`src/short.ts\`` }))).phases[0]!.writes.map((use) => use.path);
	};

	it.each(["/b.ts", "/*.ts"])("1,024 characters are one (%s)", (end) => {
		expect(files(1_024, end)).toEqual([expect.stringMatching(/^src\/a+\//), "src/short.ts"]);
	});

	it.each(["/b.ts", "/*.ts"])("more are none, and what stands beside is read (%s)", (end) => {
		expect(files(1_025, end)).toEqual(["src/short.ts"]);
	});
});

describe("what the braces of a pattern stand for", () => {
	it.each([
		["256 patterns", "src/{1..16}/{1..16}.ts", "src/16/16.ts"],
		["braces 16 deep", `src/${"{a,".repeat(16)}b${"}".repeat(16)}.ts`, "src/b.ts"],
	])("%s are compared", (_, pattern, path) => {
		expect(intersectGlobs(pattern, path)).toEqual({ kind: "common", path });
	});

	it.each([
		["257 patterns", "src/{1..257}.ts", "src/1.ts"],
		["braces 17 deep", `src/${"{a,".repeat(17)}b${"}".repeat(17)}.ts`, "src/b.ts"],
	])("%s are not, and nobody says that they meet nothing", (_, pattern, path) => {
		expect(intersectGlobs(pattern, path)).toEqual({ kind: "unknown", reason: "braces" });
	});
});

describe("steps of comparing the patterns of a plan, or of all plans", () => {
	/** Each takes some thousand steps to compare with a path, and matches another one. */
	const patterns = (count: number): PathClaim[] => [
		...Array.from({ length: count }, (_, at) => ({
			path: `src/${"b".repeat(1_000)}*${at}.ts`,
			pattern: true,
			directory: false,
		})),
		{ path: "src/a*.ts", pattern: true, directory: false },
	];
	const meeting = (count: number): string[] => {
		const index = new PathIndex(patterns(count));
		const path = { path: "src/ab.ts", pattern: false, directory: false };
		return [...index.meeting(path)].map(({ claim }) => claim.path);
	};

	it("so many as a thousand long patterns need are taken", () => {
		expect(meeting(1_000)).toEqual(["src/a*.ts"]);
	});

	it("the patterns behind are not compared", () => {
		expect(meeting(5_000)).toEqual([]);
	});
});

describe("plans counted that write one path", () => {
	const crowdOf = (count: number): object | undefined => {
		const documents = Array.from({ length: count }, (_, at) => {
			const path = `plans/p${at}.md`;
			const plan = read("# A\n\n**Status**: Planned\n\n### Phase 1: Build it\n\n**Files**: `src/x.ts` (new)\n", {
				path,
			});
			return summarizePlan(plan, "plans");
		});
		return findCrossPlanConflicts(documents, () => false).of("plans/p0.md")[0]?.crowd;
	};

	it("1,000 with the plan itself", () => {
		expect(crowdOf(1_000)).toMatchObject({ count: 999, isMore: false });
	});

	it("of more it is said that they are more", () => {
		expect(crowdOf(1_002)).toMatchObject({ isMore: true });
	});
});

describe("a text of commands", () => {
	const commands = (length: number): number => readCommands(`pnpm test\n`.repeat(length / 10)).length;

	it("262,144 characters are read", () => {
		expect(commands(262_140)).toBe(26_214);
	});

	it("what stands behind is not", () => {
		expect(commands(300_000)).toBe(26_215);
	});
});
