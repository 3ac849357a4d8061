import { describe, expect, it } from "vitest";
import { fixPlan, lintPlan, type PlanInput, type RulesToRun } from "./lint-plan.js";

/*
 * A document whose text the language refuses: it is linted with one finding of ESLint's own, and to all others it is a path of
 * which nothing is known. Each case is told of a sibling that can be read, so that none is silent for another reason.
 */

const NESTED = `${">".repeat(50_000)} a\n`;
const REFUSED: readonly (readonly [string, string])[] = [
	["quotes in quotes", NESTED],
	["lists in lists", `${"- ".repeat(50_000)}a\n`],
	["a long paragraph", "*a ".repeat(30_000)],
];

function found(input: PlanInput, ...rules: readonly string[]): string[] {
	const toRun: RulesToRun = Object.fromEntries(rules.map((name) => [name, []]));
	return lintPlan(input, toRun).map(({ line, ruleId }) => `${line} ${ruleId?.replace("acid-plans/", "") ?? ""}`);
}

const plan = (title: string, text: string, status = "🔄 In Progress"): string =>
	`# ${title} Implementation Plan\n\n**Status**: ${status}\n\n### Phase 1: ${title}\n\n${text}\n`;

describe("a sibling that is refused", () => {
	it.each(REFUSED)("is no error of the rules that look at it: %s", (_name, other) => {
		const documents = { "plans/big.md": other, "plans/README.md": other, "packages/x/plans/b.md": other };
		expect(
			found({ text: plan("A", "[B](big.md)"), documents }, "valid-links", "no-write-conflicts", "unique-plans"),
		).toEqual([]);
	});

	it("may have the heading that a link names", () => {
		const text = plan("A", "[B](big.md#phase-9)");
		expect(found({ text, documents: { "plans/big.md": plan("B", "x") } }, "valid-links")).toEqual(["7 valid-links"]);
		expect(found({ text, documents: { "plans/big.md": NESTED } }, "valid-links")).toEqual([]);
	});

	it.each([
		["a phase of a plan that is linked", "[B](big.md) Phase 9", "big.md"],
		["a plan by its number", "Plan 63", "063-b.md"],
	])("may be %s", (_name, dependency, name) => {
		const text = plan("A", `**Depends on**: ${dependency}`);
		const others = { "plans/061-c.md": plan("C", "x"), "plans/062-d.md": plan("D", "x") };
		const documents = (other: string): PlanInput["documents"] => ({ ...others, [`plans/${name}`]: other });
		const sibling = name === "big.md" ? documents(plan("B", "x")) : others;
		expect(found({ text, documents: sibling }, "valid-dependencies")).toEqual(["7 valid-dependencies"]);
		expect(found({ text, documents: documents(NESTED) }, "valid-dependencies")).toEqual([]);
	});

	it("may stand between two plans that write one file", () => {
		const text = plan("A", "**Depends on**: [B](big.md)\n\n**Files**: `src/a.ts`");
		const last = plan("C", "**Files**: `src/a.ts`");
		const run = (other: string): string[] =>
			found(
				{ text, documents: { "plans/big.md": other, "plans/c.md": last } },
				"no-write-conflicts",
				"no-read-conflicts",
			);
		expect(run(plan("B", "x"))).toEqual(["9 no-write-conflicts"]);
		expect(run(plan("B", "**Depends on**: [C](c.md)"))).toEqual([]);
		expect(run(NESTED)).toEqual([]);
	});

	it("is no reason to be silent of plans that have nothing to do with it", () => {
		const documents = { "plans/big.md": NESTED, "plans/c.md": plan("C", "**Files**: `src/a.ts`") };
		expect(found({ text: plan("A", "**Files**: `src/a.ts`"), documents }, "no-write-conflicts")).toEqual([
			"7 no-write-conflicts",
		]);
	});

	it("may hold what is done, and keeps the history of other plans as it is", () => {
		const base = { "plans/feature.md": `${plan("A", "x")}\n### Phase 2: Store ✅\n\ny\n` };
		const run = (documents: PlanInput["documents"]): string[] =>
			found({ text: plan("A", "x"), base, documents }, "completed-phase-immutable");
		expect(run({})).toEqual(["1 completed-phase-immutable"]);
		expect(run({ "plans/big.md": NESTED })).toEqual([]);
	});

	it("may name a phase that a fix would give another number", () => {
		const text = "# A\n\n### Phase 1: One\n\n### Phase 3: Two\n";
		const rules = { "phase-numbering": [] };
		const documents = (other: string): PlanInput["documents"] => ({ "plans/big.md": other });
		expect(fixPlan({ text, documents: documents(plan("B", "x")) }, rules)).toContain("### Phase 2: Two");
		expect(fixPlan({ text, documents: documents(NESTED) }, rules)).toBe(text);
		expect(found({ text, documents: documents(NESTED) }, "phase-numbering")).toEqual(["5 phase-numbering"]);
	});
});

describe("an index beside a document that is refused", () => {
	const filename = "plans/README.md";
	const text = "# Plans\n\n- [A](a.md) - ✅ Done\n";
	const RULES = ["index-complete", "index-agreement"];
	const documents = (a: string, deep: string): PlanInput["documents"] => ({ "plans/a.md": a, "plans/deep/b.md": deep });

	it("may say of it what it likes, and keeps its entry", () => {
		expect(found({ text, filename, documents: documents(plan("A", "x"), plan("B", "x")) }, ...RULES)).toEqual([
			"1 index-complete",
			"3 index-agreement",
		]);
		const input = { text, filename, documents: documents(NESTED, NESTED) };
		expect(found(input, ...RULES)).toEqual([]);
		expect(fixPlan(input, Object.fromEntries(RULES.map((name) => [name, []])))).toBe(text);
	});

	it("need not list it, nor what an index further down may list that is refused", () => {
		const below = { "plans/deep/b.md": plan("B", "x") };
		const other = { text: "# Plans\n\n- [C](c.md)\n", filename };
		const all = { ...below, "plans/c.md": plan("C", "x") };
		expect(found({ ...other, documents: all }, ...RULES)).toEqual(["1 index-complete"]);
		expect(found({ ...other, documents: { ...all, "plans/deep/README.md": NESTED } }, ...RULES)).toEqual([]);
	});
});

describe("a document that was refused at the base", () => {
	const RULES = ["status-transition", "updated-date", "completed-phase-immutable"];
	const text = plan("A", "**Last Updated**: 2024-01-01", "✅ Done");

	it.each(REFUSED)("has the findings of one whose past is not known: %s", (_name, before) => {
		const past = plan("A", "**Last Updated**: 2024-01-01\n\nMore.", "❌ Cancelled");
		expect(found({ text, base: { "plans/feature.md": past } }, ...RULES)).not.toEqual([]);
		expect(found({ text, base: { "plans/feature.md": before } }, ...RULES)).toEqual([]);
	});

	it("is not looked for under the name it had", () => {
		const renamed = { "plans/feature.md": { path: "plans/old.md", similarity: 60 } };
		expect(found({ text, base: { "plans/old.md": NESTED }, renamed }, ...RULES)).toEqual([]);
	});
});
