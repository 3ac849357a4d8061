import { describe, expect, it } from "vitest";
import { findMisplacedSections } from "./section-order.js";
import { read } from "../testing/read.js";

const ORDER = ["A", "B", "C", "D"].map(
	(title) =>
		({ heading }: { heading: { text: { text: string } } }) =>
			heading.text.text === title,
);
const misplaced = (text: string): string[] =>
	findMisplacedSections(read(text), ORDER).map(
		({ section, other, isLate }) =>
			`${section.heading.text.text} ${isLate ? "after" : "before"} ${other.heading.text.text}`,
	);
const plan = (titles: string): string => `# T\n\n${[...titles].map((title) => `## ${title}\n`).join("\n")}`;

describe("findMisplacedSections", () => {
	it.each([
		["ABCD", []],
		["AXBYD", []],
		["BACD", ["A after B"]],
		["DABC", ["D before C"]],
		["ACBD", ["B after C"]],
		["DCBA", ["C after D", "B after D", "A after D"]],
		["ABDC", ["C after D"]],
	])("of %s are %j", (titles, found) => {
		expect(misplaced(plan(titles))).toEqual(found);
	});

	it("takes the first section of a name, at the top", () => {
		expect(misplaced("# T\n\n## A\n\n## B\n\n### A\n\n## A\n")).toEqual([]);
		expect(misplaced("# B\n\n# A\n")).toEqual([]);
	});
});
