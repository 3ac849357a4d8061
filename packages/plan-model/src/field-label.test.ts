import { describe, expect, it } from "vitest";
import { read } from "./test-read.js";

const HEAD = "# A Implementation Plan\n\n### Phase 1: One\n\n";

describe("a field is read in every spelling", () => {
	it.each([
		["**Objective**: Read it", "bold-colon-outside", "none"],
		["**Objective:** Read it", "bold-colon-inside", "none"],
		["**Objective.** Read it", "bold-period", "none"],
		["**Objective** — Read it", "bold-dash", "none"],
		["Objective: Read it", "plain-colon", "none"],
		["🎯 **Objective**: Read it", "bold-colon-outside", "none"],
		["- **Objective**: Read it", "bold-colon-outside", "list-item"],
		["- Objective: Read it", "plain-colon", "list-item"],
		["> **Objective**: Read it", "bold-colon-outside", "blockquote"],
		["#### Objective\n\nRead it", "heading", "none"],
		["| Field | Value |\n| --- | --- |\n| Objective | Read it |", "table-row", "none"],
		["__Objective__: Read it", "bold-colon-outside", "none"],
	])("%s", (text, form, container) => {
		const [phase] = read(HEAD + text).phases;
		expect(phase?.objective).toMatchObject({ name: "objective", form, container, isEmpty: false });
		expect(phase?.objective?.value.text).toBe("Read it");
	});

	it("reads several on one line, each with its own place", () => {
		const text = `${HEAD}**Objective**: Read it | **Estimate**: 2 days • **Depends on**: None`;
		const [phase] = read(text).phases;
		expect(phase?.fields.map((field) => [field.name, field.container, field.value.text])).toEqual([
			["objective", "line", "Read it"],
			["estimate", "line", "2 days"],
			["dependsOn", "line", "None"],
		]);
		for (const field of phase?.fields ?? []) {
			expect(text.slice(field.value.range.start, field.value.range.end)).toBe(field.value.text);
			expect(text.slice(field.label.range.start, field.label.range.end)).toBe(field.label.text);
		}
	});

	it("takes the list behind an empty label, not the one behind a filled phrase", () => {
		const [phase] = read(`${HEAD}**Objective**: Read it\n\n1. First\n2. Second\n\n**Testing**:\n- It runs`).phases;
		expect(phase?.objective?.items).toEqual([]);
		expect(phase?.steps.map((step) => step.text.text)).toEqual(["First", "Second"]);
		expect(phase?.testing?.items.map((item) => item.text.text)).toEqual(["It runs"]);
	});

	it("keeps a team's own bold label without a name, and no sentence that ends in a colon", () => {
		const [phase] = read(`${HEAD}**Config Example**: none\n\n**What we must never do again is this**: panic`).phases;
		expect(phase?.fields.map((field) => [field.name, field.label.text])).toEqual([[undefined, "Config Example"]]);
	});

	it.each(["`Objective`: x", "[Objective](x.md): x", "https://example.org/a", "12:30 we met"])("reads no field in %s", (text) => {
		expect(read(HEAD + text).phases[0]?.fields).toEqual([]);
	});

	it("knows an empty field", () => {
		const [phase] = read(`${HEAD}**Objective**:\n\n**Testing**: <!-- later -->\n`).phases;
		expect(phase?.objective?.isEmpty).toBe(true);
		expect(phase?.testing?.isEmpty).toBe(true);
	});
});
