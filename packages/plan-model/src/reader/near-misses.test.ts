import { describe, expect, it } from "vitest";
import type { NearMiss } from "../plan.js";
import { read } from "../testing/read.js";

const phases = (...blocks: readonly string[]): string => `# Cache\n\n## Phases\n\n${blocks.join("\n\n")}\n`;
const brief = ({ looksLike, text, edit }: NearMiss): [string, string, string | undefined] => [
	looksLike,
	text,
	edit?.text,
];
const misses = (text: string): unknown[] => read(text).nearMisses.map(brief);

describe("phases", () => {
	it.each([
		["a number in words", phases("### Phase One: Store", "### Phase 2: Map"), ["phase", "Phase One", "Phase 1"]],
		["a slip", phases("### Phase 1: Store", "### Phsae 2: Map"), ["phase", "Phsae 2", "Phase 2"]],
		["no space", phases("### Phase1: Store", "### Phase 2: Map"), ["phase", "Phase1", "Phase 1"]],
		[
			"no colon, in a gap",
			phases("### Phase 1: Store", "### Phase 2 Map", "### Phase 3: Use"),
			["phase", "Phase 2", ":"],
		],
		[
			"bold type, in a gap",
			phases("### Phase 1: Store", "**Phase 2: Map**", "### Phase 3: Use"),
			["phase", "Phase 2", "### Phase 2: Map"],
		],
		[
			"bold type at the start",
			phases("**Phase 1: Store**", "### Phase 2: Map"),
			["phase", "Phase 1", "### Phase 1: Store"],
		],
		["no space behind #", phases("### Phase 1: Store", "###Phase 2: Map"), ["phase", "###Phase 2", " "]],
		[
			"an indentation",
			phases("### Phase 1: Store", "- a\n\n  ### Phase 2: Map", "### Phase 3: Use"),
			["phase", "Phase 2", undefined],
		],
	])("%s", (_what, text, expected) => {
		expect(misses(text)).toEqual([expected]);
	});

	it.each([
		["a heading about a phase", phases("### Phase 1: Store", "### Phase 1 ordering notes", "### Phase 2: Map")],
		["a number of something else", phases("### Stage 7 hardening", "### Stage 9 coverage")],
		["a bold line without a gap", phases("### Phase 1: Store", "**Phase 3: Later**", "### Phase 2: Map")],
		["bold steps inside tasks", phases("### Task 1: Store", "**Step 1: Write**", "**Step 2: Run**", "### Task 2: Map")],
	])("not %s", (_what, text) => {
		expect(misses(text)).toEqual([]);
	});
});

describe("fields", () => {
	const one = (body: string): string =>
		phases(`### Phase 1: Store\n${body}`, "### Phase 2: Map\n**Objective**: x\n\n**Testing**: x");

	it.each([
		["a slip", one("**Objective**: x\n\n**Tesing**: y"), ["field", "Tesing", "Testing"]],
		["a label right below a list", one("**Steps**:\n1. a\n**Testing**: y"), ["field", "Testing", "\n"]],
		[
			"a label without marks right below a list, where the others have none",
			one("Objective: x\nSteps:\n1. a\nTesting: y"),
			["field", "Testing", "\n"],
		],
		["no colon", one("**Objective** Keep positions"), ["field", "Objective", ":"]],
		["no colon, below another field", one("**Steps**:\n1. a\n\n**Testing** Run it"), ["field", "Testing", ":"]],
		["a status without colon", one("**Status** ✅ Done"), ["status", "Status", ":"]],
		["a status behind a dash", one("Status - In Progress"), ["status", "Status", ": "]],
		["a misspelt status", one("**Stauts**: ✅ Done"), ["status", "Stauts", "Status"]],
		["a misspelt status of the plan", `# Cache\n\n**Stauts**: 🟡 Planned\n`, ["status", "Stauts", "Status"]],
		[
			"a misspelt dependency",
			phases("### Phase 1: Store", "### Phase 2: Map\n**Depend on**: Phase 1"),
			["dependency", "Depend on", "Depends on"],
		],
		[
			"a number in words",
			phases("### Phase 1: Store", "### Phase 2: Map\n**Depends on**: Phase One"),
			["dependency", "Phase One", "Phase 1"],
		],
		[
			"a misspelt reference",
			phases("### Phase 1: Store", "### Phase 2: Map\n**Depends on**: Phsae 1"),
			["dependency", "Phsae 1", "Phase 1"],
		],
	])("%s", (_what, text, expected) => {
		expect(misses(text)).toEqual([expected]);
	});

	it.each([
		["a sentence", one("**Testing** is done by hand")],
		["a label of the team's own", one("**File changes**: x")],
		["a label that belongs to an item", one("- a\n  **Testing**: y")],
		["the rest of a sentence", one("**Steps**:\n1. Two kinds of\nTesting: load and smoke")],
		["a date", one("**Date**: 2026-01-01")],
		["a current state", one("**Current state**: slow")],
		["the status of a plan that is one phase", "# Phase 2: Cache\n\n**Status:** ✅ DONE\n"],
		["another status line", "# Cache\n\n**Status**: Done\n\n**Stauts**: Done\n"],
	])("not %s", (_what, text) => {
		expect(misses(text)).toEqual([]);
	});

	it("reads a labelled line above dashes as the field it is, and says so", () => {
		const plan = read(phases("### Phase 1: Store\n**Objective**: x\n\n**Deliverables**: y\n---", "### Phase 2: Map"));
		expect(plan.phases.map((phase) => phase.fields.map((field) => field.name))).toEqual([
			["objective", "deliverables"],
			[],
		]);
		expect(plan.nearMisses).toMatchObject([
			{ looksLike: "field", text: "Deliverables", field: "deliverables", edit: { text: "\n" } },
		]);
		expect(read("# Cache\n\nTesting\n---\n\nText\n").headings).toHaveLength(2);
	});

	it("reads an objective that stands in its heading", () => {
		const [phase] = read(phases("### Phase 1: Store\n\n#### Objective: Keep positions\n\n- a")).phases;
		expect(phase?.objective?.value.text).toBe("Keep positions");
		expect(phase?.steps).toHaveLength(1);
	});
});

describe("rows of the timeline", () => {
	const plan = (row: string): string =>
		`${phases("### Phase 1: Store", "### Phase 2: Map", "### Phase 3: Use")}\n## Timeline\n\n| Phase | Time |\n| --- | --- |\n| Phase 1: Store | 1 day |\n| Phase 3: Use | 1 day |\n| ${row} | 2 days |\n`;

	it.each([
		["a slip", "Phsae 2: Map", ["timeline-row", "Phsae 2", "Phase 2"]],
		["a number in words", "Phase Two", ["timeline-row", "Phase Two", "Phase 2"]],
		["a title alone", "Map", ["timeline-row", "Map", "Phase 2: "]],
	])("%s", (_what, row, expected) => {
		expect(misses(plan(row))).toEqual([expected]);
	});

	it("not other work", () => {
		expect(misses(plan("Buffer"))).toEqual([]);
	});
});
