import { describe, expect, it } from "vitest";
import { findRepeatedFields, findRepeatedSections } from "./repeated-parts.js";
import { read } from "../testing/read.js";

describe("findRepeatedSections", () => {
	const repeated = (text: string): [number, number][] => {
		const plan = read(text);
		const line = (start: number): number => plan.lines.position(start).line;
		return findRepeatedSections(plan, () => true).map(({ first, again }) => [
			line(first.range.start),
			line(again.range.start),
		]);
	};
	it("finds siblings with the same words", () => {
		expect(repeated("# T\n\n## 1. Risks\n\n## ⚠️ 2. risks\n\n## Risks\n")).toEqual([
			[3, 5],
			[3, 7],
		]);
	});
	it.each([
		"# T\n\n## A\n\n### B\n\n## C\n\n### B\n",
		"# T\n\n# T\n",
		"## Phase 1: A\n\n### B\n\n### B\n",
		"# T\n\n## A\n\n### A\n",
	])("leaves %j", (text) => {
		expect(repeated(text)).toEqual([]);
	});
});

describe("findRepeatedFields", () => {
	const repeated = (content: string): string[] =>
		read(`## Phase 1: A\n\n${content}`).allPhases.flatMap((phase) =>
			findRepeatedFields(phase).map(({ again }) => again.label.text),
		);
	it.each([
		["**Testing**: a\n\n**Testing:** b\n", ["Testing"]],
		["### Steps\n\na\n\n### Steps\n\nb\n", ["Steps"]],
		["**Testing**: a\n\n**Validation**: b\n", []],
		["**Files**: a\n\n**Files**: b\n", []],
		["### Part\n\n**Testing**: a\n\n### Other\n\n**Testing**: b\n", []],
		["### Steps\n\na\n\n### Part\n\n### Steps\n\nb\n", []],
	])("of %j are %j", (content, labels) => {
		expect(repeated(content)).toEqual(labels);
	});
});
