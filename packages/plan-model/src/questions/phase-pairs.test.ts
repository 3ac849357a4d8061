import { expect, it } from "vitest";
import { pairPhases } from "./phase-pairs.js";
import { read } from "../testing/read.js";

const plan = (...headings: readonly string[]): ReturnType<typeof read> =>
	read(headings.map((heading) => `${/^#/.test(heading) ? heading : `### ${heading}`}\n\nText.`).join("\n\n"));

it.each([
	[
		"by label and title",
		["Phase 1: Store", "Phase 2: Search"],
		["Phase 2: Search", "Phase 1: Store"],
		["Phase 1: Store", "Phase 2: Search"],
	],
	[
		"by the title where the label is another",
		["Phase 1: Store", "Phase 2: Search"],
		["Phase 1: Setup", "Phase 2: Store", "Phase 3: Search"],
		["Phase 2: Store", "Phase 3: Search"],
	],
	["by the label where the title is another", ["Phase 1: Store"], ["Phase 1: Cache"], ["Phase 1: Cache"]],
	[
		"by an abbreviated title",
		["Phase 1: In-memory store", "Phase 1: Search index"],
		["Phase 1: Search", "Phase 1: Store"],
		["Phase 1: Store", "Phase 1: Search"],
	],
	["not at all", ["Phase 1: Store", "Phase 2: Search"], ["Phase 2: Search"], [undefined, "Phase 2: Search"]],
	[
		"within its own parent",
		["## One", "### Task 1: Write", "## Two", "### Task 1: Write"],
		["## Two", "### Task 1: Write", "## One", "### Task 1: Write"],
		["Task 1: Write", "Task 1: Write"],
	],
])("finds phases again %s", (_, before, now, expected) => {
	const pairs = pairPhases(plan(...before), plan(...now));
	expect(pairs.map((pair) => pair.now && `${pair.now.name}: ${pair.now.title.text}`)).toEqual(expected);
	if (before[0] === "## One")
		expect(pairs.map((pair) => pair.now?.series.parent?.heading.text.text)).toEqual(["One", "Two"]);
});
