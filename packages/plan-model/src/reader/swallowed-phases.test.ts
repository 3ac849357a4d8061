import { describe, expect, it } from "vitest";
import type { SwallowedPhase } from "../plan.js";
import { readPlan } from "./read-plan.js";
import { findSwallowed } from "./swallowed-phases.js";
import { parseMarkdown } from "../testing/parse.js";

function read(lines: readonly string[], newline = "\n"): { source: string; found: readonly SwallowedPhase[] } {
	const source = lines.join(newline);
	return { source, found: readPlan(parseMarkdown(source), source).swallowedPhases };
}

function summary(lines: readonly string[]): string[] {
	return read(lines).found.map((phase) => `${phase.label.text} in ${phase.fenceLine}`);
}

const HEAD = ["# Search Implementation Plan", "", "## Phases", "", "### Phase 1: Index", ""];
const PHASE_2 = ["### Phase 2: Query", "", "Text.", ""];
const CODE = ["```ts", "search();", "```", ""];
const TREE = ["```", "tree", "```", ""];
const PHASE_3 = ["### Phase 3: Ranking", ""];

describe(findSwallowed, () => {
	it.each([
		["a fence that is never closed", [...HEAD, "```bash", "npm i", "", ...PHASE_2], ["2 in 7"]],
		[
			"a left-over closing fence before a block with an info string",
			[...HEAD, "```", "", ...PHASE_2, ...CODE, ...PHASE_3],
			["2 in 7"],
		],
		[
			"the end of a Markdown example whose own fence a nested block used up",
			[...HEAD, "```markdown", "```bash", "npm i", "```", "```", "", ...PHASE_2, "```", "tree", "```", "", ...PHASE_3],
			["2 in 11", "3 in 11"],
		],
		[
			"two closing fences",
			[...HEAD, ...CODE.slice(0, 3), "```", "", ...PHASE_2, "```", "tree", "```", "", ...PHASE_3],
			["2 in 10", "3 in 10"],
		],
		[
			"a block of code without a closing fence",
			[...HEAD, "```bash", "npm i", "", ...PHASE_2, ...CODE, ...PHASE_3],
			["2 in 7"],
		],
		[
			"a block of code that the fence of a later block closes",
			[...HEAD, "```bash", "npm i", "", ...PHASE_2, ...TREE, "Text.", "", ...CODE, ...PHASE_3],
			["2 in 7"],
		],
		[
			"what the same accident swallows further down",
			[...HEAD, "```bash", "npm i", "", ...PHASE_2, ...TREE, ...PHASE_3],
			["2 in 7", "3 in 7"],
		],
		[
			"a left-over fence that the fence of a later block closes",
			[...HEAD, "```", "", ...PHASE_2, ...TREE, ...PHASE_3, ...CODE],
			["2 in 7", "3 in 7"],
		],
		[
			"several phases, with marks around the words",
			[...HEAD, "```", "", "### **Phase 2: Query** ##", "### ✅ Phase 3 — `rank`", "", "```ts", "a", "```"],
			["2 in 7", "3 in 7"],
		],
	])("finds phases in %s", (_name, lines, expected) => {
		expect(summary(lines)).toEqual(expected);
	});

	it.each([
		["an example with an info string and an end", [...HEAD, "```markdown", ...PHASE_2, "```", "", ...PHASE_3]],
		["an example that nests a block", [...HEAD, "```markdown", ...PHASE_2, ...CODE, ...PHASE_3]],
		["a longer fence", [...HEAD, "````", ...PHASE_2, ...CODE, "````", "", ...PHASE_3]],
		["a balanced block without info string", [...HEAD, "```", ...PHASE_2, "```", "", ...PHASE_3]],
		["a phase that stands outside too", [...HEAD, "```", "", ...PHASE_2, ...CODE, ...PHASE_2, ...PHASE_3]],
		["another level", [...HEAD, "```", "", "## Phase 2: Query", "", ...CODE, ...PHASE_3]],
		["another series", [...HEAD, "```", "", "### Task 2: Query", "", ...CODE, ...PHASE_3]],
		["a label far off", [...HEAD, "```", "", "### Phase 9: Query", "", ...CODE, ...PHASE_3]],
		["a shell comment", [...HEAD, "```bash", ...PHASE_2, "```", "", ...PHASE_3]],
	])("does not report %s", (_name, lines) => {
		expect(summary(lines)).toEqual([]);
	});

	it("closes a fence where its text ends", () => {
		const { source, found } = read([...HEAD, "```bash", "npm i", "", "---", "", ...PHASE_2, ...CODE], "\r\n");
		const close = found[0]?.close;
		expect(close?.text).toBe("\r\n```");
		const closed = source.slice(0, close?.offset) + close?.text + source.slice(close?.offset);
		expect(closed).toContain("npm i\r\n```\r\n\r\n---");
		const plan = readPlan(parseMarkdown(closed), closed);
		expect(plan.phases.map((phase) => phase.label.text)).toEqual(["1", "2"]);
		expect(plan.swallowedPhases).toEqual([]);
	});

	it("names no place to close a fence that is left over", () => {
		expect(read([...HEAD, "```", "", ...PHASE_2, ...CODE]).found[0]?.close).toBeUndefined();
	});

	it("closes a fence that the fence of a later block closed", () => {
		const { source, found } = read([...HEAD, "```bash", "npm i", "", ...PHASE_2, ...TREE, ...PHASE_3]);
		expect(found.map((phase) => phase.isOutOfStep)).toEqual([false, true]);
		const close = found[0]?.close;
		const closed = source.slice(0, close?.offset) + close?.text + source.slice(close?.offset);
		const plan = readPlan(parseMarkdown(closed), closed);
		expect(plan.phases.map((phase) => phase.label.text)).toEqual(["1", "2", "3"]);
		expect(plan.swallowedPhases).toEqual([]);
	});

	it("finds the sections that a fence swallows, with phases and without", () => {
		const sections = (lines: readonly string[]): (string | undefined)[] => {
			const source = lines.join("\n");
			return readPlan(parseMarkdown(source), source).swallowedHeadings.map(
				({ name, fenceLine }) => `${name} ${fenceLine}`,
			);
		};
		const end = ["## Timeline", "", "- Phase 1: 2 days", "", "## Risks", ""];
		expect(sections([...HEAD, "```bash", "npm i", "", ...end])).toEqual(["timeline 7", "risks 7"]);
		expect(sections([...HEAD, "```bash", "npm i", "", ...PHASE_2, ...end])).toEqual([
			"undefined 7",
			"timeline 7",
			"risks 7",
		]);
		expect(sections([...HEAD, "```", "npm i", "", ...end, "```"])).toEqual([]);
		expect(sections([...HEAD, "```markdown", ...end, "```"])).toEqual([]);
	});

	it("gives the words of the heading", () => {
		const { source, found } = read([...HEAD, "```", "", ...PHASE_2]);
		expect(source.slice(found[0]?.range.start, found[0]?.range.end)).toBe("Phase 2: Query");
		expect(source.slice(found[0]?.fence.start, found[0]?.fence.end)).toBe("```");
	});
});
