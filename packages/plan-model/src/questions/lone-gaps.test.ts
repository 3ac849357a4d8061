import { describe, expect, it } from "vitest";
import { findLoneGaps } from "./lone-gaps.js";
import { read } from "../testing/read.js";

const gaps = (...phases: string[]): string[] => {
	const text = phases.map((content, index) => `## Phase ${index + 1}: X\n\n${content}\n\n`).join("");
	return read(text).series.flatMap((series) =>
		findLoneGaps(series).flatMap(({ phase, fields }) => fields.map(({ label }) => `${phase.name} ${label}`)),
	);
};

describe("findLoneGaps", () => {
	it("finds what one phase alone has not, under the label of the first sibling", () => {
		expect(gaps("**Goal**: a", "Text", "**Objective**: b")).toEqual(["Phase 2 Goal"]);
		expect(gaps("Text", "**Goal**: a\n\n**Owner**: b", "**Goal**: a\n\n**Owner**: b")).toEqual([
			"Phase 1 Goal",
			"Phase 1 Owner",
		]);
	});

	it.each([
		["what two have not", ["Text", "Text", "**Goal**: a"]],
		["what all have", ["**Goal**: a", "**Goal**: a"]],
		["what may be left out", ["**Steps**:\n1. a\n\n**Status**: Done\n\n**Depends on**: Phase 2", "Text"]],
		["the result of a command", ["Expected: PASS", "Text"]],
		["labels of the team's own", ["**Our part**: a", "Text"]],
	])("leaves %s", (_, phases) => {
		expect(gaps(...phases)).toEqual([]);
	});
});
