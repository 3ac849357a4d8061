import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomesOf } from "./outcomes.js";
import { read } from "../testing/read.js";

function outcomes(objective: string): string[] {
	const text = read(`# A\n\n### Phase 1: B\n\n**Objective**: ${objective}\n`).phases[0]?.objective?.value;
	return text ? outcomesOf(text).map((each) => each.text) : [];
}

describe("outcomesOf", () => {
	it.each([
		["Document the API and retire the old one", ["Document the API", "retire the old one"]],
		["Add the parser; remove the scanner.", ["Add the parser", "remove the scanner"]],
		["Store the positions. Draw the map.", ["Store the positions", "Draw the map"]],
		["Create `a.ts`, then migrate the callers", ["Create a.ts", "migrate the callers"]],
		["Move the store (of maps). Draw the map. It is big.", ["Move the store (of maps)", "Draw the map"]],
		["Move the store and also update its tests", ["Move the store", "update its tests"]],
	])("names each outcome of %j", (objective, expected) => {
		expect(outcomes(objective)).toEqual(expected);
	});

	it.each([
		"Build and test the loader",
		"Build the loader and the writer",
		"Build the parser and test suite",
		"Add a pipeline to collect, process and store the readings",
		"Create, read, update and delete readings",
		"Write the store and verify that it keeps readings",
		"Write the store and deploy it",
		"Write the store. It keeps the readings of a year.",
		"Write the store (read the old one and remove what is stale)",
		"Store readings e.g. add positions",
	])("names one outcome in %j", (objective) => {
		expect(outcomes(objective)).toHaveLength(1);
	});

	it("says nothing about texts that begin with no action", () => {
		expect(outcomes("A store that is fast. Remove the old one.")).toEqual([]);
		expect(outcomes("Den Speicher bauen und den alten entfernen")).toEqual([]);
	});

	it("never throws, and names parts of the text in order", () => {
		const words = fc.constantFrom(
			"Add",
			"and",
			"then",
			";",
			".",
			"`x`",
			"store",
			"the",
			"(",
			")",
			"to",
			"remove",
			'"',
			"&",
		);
		fc.assert(
			fc.property(fc.array(words, { maxLength: 20 }), (list) => {
				const text = `Add ${list.join(" ")}`;
				const plain = text.replaceAll("`", "");
				let at = 0;
				for (const outcome of outcomes(text)) {
					const found = plain.indexOf(outcome, at);
					expect(found).toBeGreaterThanOrEqual(at);
					at = found;
				}
			}),
		);
	});
});
