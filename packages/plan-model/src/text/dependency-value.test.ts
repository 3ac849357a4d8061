import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textsWith } from "../testing/texts.js";
import { readDependencyValue } from "./dependency-value.js";
import { createVocabulary } from "./vocabulary.js";

const vocabulary = createVocabulary();

function references(text: string): string[] {
	return readDependencyValue(text, vocabulary).references.map(
		(one) => `${one.kind} ${one.text}${one.plan === undefined ? "" : ` of ${one.plan.text}`}`,
	);
}

describe("none", () => {
	it.each([
		"None",
		"N/A",
		"—",
		"none (foundation)",
		"None (can run beside Phase 0)",
		"None — start at once",
		"Nothing (first phase)",
		"无",
	])("%s", (text) => {
		expect(readDependencyValue(text, vocabulary)).toMatchObject({ none: true, references: [], isFreeText: false });
	});
});

describe("references", () => {
	it.each<[string, string[]]>([
		["Phase 1", ["phase Phase 1"]],
		["Phases 1-4", ["phase Phases 1-4"]],
		["Phases 1, 2 and 3", ["phase 1", "phase 2", "phase 3"]],
		["Phases 1–1, and 5", ["phase 1", "phase 1", "phase 5"]],
		["3-1, 5", ["label 3", "label 1", "label 5"]],
		["Phases 3, 5a, 5b", ["phase 3", "phase 5a", "phase 5b"]],
		["Phase 1, Phase 3 & Task 2.4", ["phase Phase 1", "phase Phase 3", "phase Task 2.4"]],
		["Phase 1 → Phase 2", ["phase Phase 1", "phase Phase 2"]],
		["Phase 0 (needs the query of Phase 4)", ["phase Phase 0"]],
		["Phase 0 complete ✅", ["phase Phase 0"]],
		["PR 1 merge", ["phase PR 1"]],
		["PR 1, PR 3", ["phase PR 1", "phase PR 3"]],
		["Phases A, B and C", ["phase A", "phase B", "phase C"]],
		["TASK-001", ["phase TASK-001"]],
		["H1, M7.a", ["label H1", "label M7.a"]],
		["A3 completion", ["label A3"]],
		["2.1", ["label 2.1"]],
		["#288 (kernel)", ["issue #288"]],
		["#step-1", ["anchor #step-1"]],
		["Plan 063 Phase 3.5 ✅", ["phase Phase 3.5 of Plan 063"]],
		["User Auth Implementation Plan Phase 2", ["phase Phase 2 of User Auth Implementation Plan"]],
		["other.md Phase 2", ["phase Phase 2 of other.md"]],
		["Phase 2 of Plan 063", ["phase Phase 2 of Plan 063"]],
		["Requires 016-store.md completion", ["file 016-store.md"]],
		["Plan 012", ["plan Plan 012"]],
		["ждёт Ф2", ["phase Ф2"]],
		["Can start after Phase 2", ["phase Phase 2"]],
	])("%s", (text, expected) => {
		expect(references(text)).toEqual(expected);
	});

	it("leaves a range to who knows what lies in it", () => {
		const [range] = readDependencyValue("Tasks 2.1-2.4", vocabulary).references;
		expect(range?.label).toMatchObject({ parts: [2, 1], last: { parts: [2, 4] } });
	});

	it("knows all previous ones", () => {
		expect(readDependencyValue("All previous phases", vocabulary).allPrevious?.text).toBe("All previous phases");
	});
});

describe("free text", () => {
	it.each([
		"Settings system, vendor management",
		"Python 3.10+",
		"Node.js 20.x, pnpm 8.x",
		"Independent of Phase 3",
		"Can run in parallel with Phase 2",
		"Stdlib foundation (Plan 027)",
		"Day 1 types",
		"A stable API",
	])("%s", (text) => {
		expect(readDependencyValue(text, vocabulary)).toMatchObject({ none: false, references: [], isFreeText: true });
	});

	it("stands beside references", () => {
		expect(references("Types from Phase 2 and the new API")).toEqual(["phase Phase 2"]);
		expect(references("Phase 2 and A/B tests")).toEqual(["phase Phase 2"]);
		expect(references("Phase 1, 3 engineers")).toEqual(["phase Phase 1"]);
	});
});

it("never throws, and every reference is what stands at its place", () => {
	const words = fc.constantFrom(
		"Phase",
		"Phases",
		"1",
		"2-3",
		",",
		"and",
		"(",
		")",
		"None",
		"Plan 063",
		"x.md",
		"#12",
		"#a-b",
		"H1",
		"—",
		"after",
		"�",
		"\ud800",
	);
	fc.assert(
		fc.property(textsWith(words), (text) => {
			const value = readDependencyValue(text, vocabulary);
			for (const one of value.references) {
				expect(one.text).not.toBe("");
				expect(text.slice(one.start, one.end)).toBe(one.text);
				if (one.label !== undefined) expect(text.slice(one.label.start, one.label.end)).toBe(one.label.text);
				if (one.plan !== undefined) expect(text.slice(one.plan.start, one.plan.end)).toBe(one.plan.text);
			}
			if (value.none) expect(value.references).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});
