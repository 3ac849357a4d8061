import { describe, expect, it } from "vitest";
import { read } from "../testing/read.js";

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

	it.each(["`Objective`: x", "[Objective](x.md): x", "https://example.org/a", "12:30 we met"])(
		"reads no field in %s",
		(text) => {
			expect(read(HEAD + text).phases[0]?.fields).toEqual([]);
		},
	);

	it("knows an empty field", () => {
		const [phase] = read(`${HEAD}**Objective**:\n\n**Testing**: <!-- later -->\n`).phases;
		expect(phase?.objective?.isEmpty).toBe(true);
		expect(phase?.testing?.isEmpty).toBe(true);
	});

	const fields = (text: string): string[] =>
		(read(HEAD + text).phases[0]?.fields ?? []).map(
			({ label, form, value }) => `${label.text} | ${form} | ${value.text}`,
		);

	it.each([
		["**Objective.** Read it", "Objective | bold-period | Read it"],
		["🎯 **Objective:** Read it", "Objective | bold-colon-inside | Read it"],
		["**Objective** : Read it", "Objective | bold-colon-outside | Read it"],
		["**Objective** - Read it", "Objective | bold-dash | Read it"],
		["**Objective**—Read it", "Objective | bold-dash | Read it"],
		["**Goal: be fast** and small", "Goal | bold-colon-inside | be fast and small"],
		["**Team gate:** yes", "Team gate | bold-colon-inside | yes"],
		["**Depends *on***: Phase 0", "Depends on | bold-colon-outside | Phase 0"],
		["**De*p*ends on**: Phase 0", "Depends on | bold-colon-outside | Phase 0"],
		["- **Objective**\n  Read it", "Objective | bold-alone | Read it"],
		["- **Objective**", "Objective | bold-alone | "],
		["Objective：Read it", "Objective | plain-colon | Read it"],
		["Objective:", "Objective | plain-colon | "],
		["Objective: `a` and [b](c.md)", "Objective | plain-colon | a and b"],
		["**Four words of ours**: x", "Four words of ours | bold-colon-outside | x"],
		[`**${"a".repeat(40)}**: x`, `${"a".repeat(40)} | bold-colon-outside | x`],
		[`**Objective (${"a".repeat(36)})**: x`, `Objective (${"a".repeat(36)}) | bold-colon-outside | x`],
	])("its label, form and value: %s", (text, expected) => {
		expect(fields(text)).toEqual([expected]);
	});

	it.each([
		["a sentence that begins with a bold name", "**Objective** is met"],
		["a number behind a bold name", "**Objective** -5"],
		["a compound", "**Objective**-driven"],
		["a bold sentence", "**Our gate.** Then"],
		["an unknown bold phrase before a dash", "**Our gate** — then"],
		["a dash further on", "**Objective** of it — later"],
		["a hyphen further on", "**Objective** of it - later"],
		["an unknown bold phrase alone", "**Our gate**"],
		["a bold phrase with a colon in it", "**Our gate: shut** then"],
		["an unknown label in a list", "- **Our gate**: shut"],
		["an unknown plain label", "Our gate: shut"],
		["five words", "**Five words of our own**: x"],
		["a long word", `**${"a".repeat(41)}**: x`],
		["a known name with a long note", `**Objective (${"a".repeat(37)})**: x`],
		["a question", "**Why, then?**: x"],
		["no name at all", "**:** x"],
		["a colon alone", ": x"],
		["a plain name with the value joined to it", "Objective:x"],
		["a name that is half code", "Ob`jective`: x"],
		["a name that is half a link", "Ob[jective](a.md): x"],
		["bold code", "**`Objective`**: x"],
		["two bold words", "**Depends** **on**: x"],
	])("is none: %s", (_, text) => {
		expect(fields(text)).toEqual([]);
	});

	it("begins with its marks", () => {
		const text = `${HEAD}**Objective**: Read it`;
		expect(read(text).phases[0]?.objective?.range).toEqual({ start: HEAD.length, end: text.length });
	});
});
