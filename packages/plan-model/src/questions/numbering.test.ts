import { describe, expect, it } from "vitest";
import { findNumberingFaults, findPastedPlans } from "./numbering.js";
import { read } from "../testing/read.js";

function faults(labels: readonly string[], word = "Phase"): string[] {
	const plan = read(`# A\n\n${labels.map((label) => `## ${word} ${label}: B\n`).join("\n")}`);
	return plan.series
		.flatMap((series) => findNumberingFaults(series, plan))
		.map(({ kind, phase, missing }) => `${kind} ${phase.label.text}${missing > 0 ? ` (${missing})` : ""}`);
}

describe("faults in the numbers of phases", () => {
	it.each([
		[["0", "1", "2"]],
		[["23", "24", "25"]],
		[["1-2", "3-4", "5"]],
		[["1", "2A", "2B", "3"]],
		[["1", "1.5", "2"]],
		[["A", "B", "C"]],
		[["I", "II", "III"]],
		[["1.1", "1.2", "2.1"]],
	])("are none in %j", (labels) => {
		expect(faults(labels)).toEqual([]);
	});

	it.each<[string[], string[]]>([
		[["1", "2", "5"], ["gap 5 (2)"]],
		[["1", "999999"], ["gap 999999 (999997)"]],
		[
			["1", "4-6", "9"],
			["gap 4-6 (2)", "gap 9 (2)"],
		],
		[
			["4.1", "4.3", "5.1", "5.4"],
			["gap 4.3 (1)", "gap 5.4 (2)"],
		],
		[
			["A", "D", "C"],
			["gap D (1)", "back C"],
		],
		[["1", "3", "2"], ["back 2"]],
		[["1", "5", "2", "3", "4", "6"], ["back 2"]],
		[["1", "2", "2", "3"], ["repeat 2"]],
		[
			["1", "2", "3", "2", "3"],
			["repeat 2", "repeat 3"],
		],
		[["1", "2", "1", "2", "3"], ["restart 1"]],
		[["1", "01"], ["repeat 01"]],
		[["A", "B", "D"], ["gap D (1)"]],
	])("in %j are %j", (labels, expected) => {
		expect(faults(labels)).toEqual(expected);
	});

	it("are none where labels of different shapes meet, and in calendars", () => {
		expect(faults(["1", "S4"])).toEqual([]);
		expect(faults(["1", "3", "3"], "Week")).toEqual([]);
	});

	it("are none where the rest stands in another section", () => {
		const plan = read(
			"# A\n\n## Work\n\n### Phase 1: B\n\n### Phase 2: C\n\n### Phase 3: D\n\n## Who\n\n### Phase 1: Ada\n\n### Phase 3: Ben\n",
		);
		expect(plan.series.flatMap((series) => findNumberingFaults(series, plan))).toEqual([]);
	});

	it("in task lists are repeats only", () => {
		const plan = read("# A\n\n- [ ] T001 B\n- [ ] T002 C\n- [ ] T003 D\n- [ ] T005 E\n- [ ] T002 F\n");
		expect(
			plan.series
				.flatMap((series) => findNumberingFaults(series, plan))
				.map(({ kind, phase }) => `${kind} ${phase.label.text}`),
		).toEqual(["repeat T002"]);
	});
});

describe("plans pasted into one file", () => {
	it("are found by their titles and numbers", () => {
		const plan = read("# A Plan\n\n## Phase 1: B\n\n## Phase 2: C\n\n# D Plan\n\n## Phase 1: E\n\n## Phase 2: F\n");
		expect(findPastedPlans(plan).map(({ title, otherTitle }) => [title.text.text, otherTitle.text.text])).toEqual([
			["D Plan", "A Plan"],
		]);
	});

	it("are none in parts of a plan", () => {
		expect(
			findPastedPlans(read("# Part A\n\n## Task 1: B\n\n## Task 2: C\n\n# Part B\n\n## Task 1: D\n\n## Task 2: E\n")),
		).toEqual([]);
		expect(
			findPastedPlans(
				read("# A Plan\n\n## Phase 1: B\n\n## Phase 2: C\n\n# B Plan\n\n## Phase 3: D\n\n## Phase 4: E\n"),
			),
		).toEqual([]);
	});
});
