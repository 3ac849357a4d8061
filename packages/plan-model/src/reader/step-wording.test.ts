import { describe, expect, it } from "vitest";
import { stepFaults, stepsOf } from "./step-wording.js";
import { read } from "../testing/read.js";

const WORDS = { undecided: ["decide", "choose"], vague: ["as needed", "various"] };
const faults = (steps: string, heading = ""): string[] =>
	read(`# A\n\n### Phase 1: B${heading}\n\n**Steps**:\n${steps}\n`).phases.flatMap((phase) =>
		stepFaults(phase, WORDS).map((fault) => `${fault.kind}: ${fault.words.text}`),
	);

describe("stepFaults", () => {
	it.each([
		["Decide where the store lies", "undecided: Decide"],
		["Choose a codec", "undecided: Choose"],
		["Choose Redis or SQLite", "undecided: Choose"],
		["Use either Redis or SQLite", "undecided: either Redis or"],
		["Move the store to the server?", "undecided: ?"],
		["Add indexes as needed", "vague: as needed"],
		["Test with various inputs", "vague: various"],
	])("finds what is wrong with %j", (step, expected) => {
		expect(faults(`1. ${step}`)).toEqual([expected]);
	});

	it.each([
		"Choose the template from the menu",
		"Remove server? and token? parameters",
		"Answer `why?`",
		"Add indexes to `orders` as needed",
		"Test with various inputs: 3, 5 and 8",
		"Return either the position or nothing of the parcel, as the caller wants it",
	])("says nothing of %j", (step) => {
		expect(faults(`1. ${step}`)).toEqual([]);
	});

	it("finds a step without an action among steps that have one", () => {
		const active = "1. Create the store\n2. Add the map\n3. Write the docs\n";
		expect(faults(`${active}4. Database schema`)).toEqual(["no-action: Database schema"]);
		expect(faults(`${active}4. Error handling\n5. \`a.ts\`\n6. Schema\n   - of the store`)).toEqual([]);
		expect(faults("1. Database schema\n2. Codec\n3. Create the store")).toEqual([]);
		expect(faults("1. Datenbank anlegen\n2. Karte zeichnen\n3. Schema")).toEqual([]);
	});

	it("leaves alone what is ticked, set aside or done", () => {
		expect(faults("- [x] Decide where\n- [ ] Choose a codec (deferred)")).toEqual([]);
		expect(faults("1. Decide where", " ✅")).toEqual([]);
	});
});

describe("stepsOf", () => {
	const steps = (text: string): string[] =>
		read(`# A\n\n${text}\n`).phases.flatMap((phase) => stepsOf(phase).map((item) => item.text.text));

	it("are the items of the field, else boxes, else the longest numbered list", () => {
		expect(steps("### Phase 1: B\n\n**Steps**:\n- a\n- b")).toEqual(["a", "b"]);
		expect(steps("### Phase 1: B\n\n- [ ] a\n- b\n- [x] c")).toEqual(["a", "c"]);
		expect(steps("### Phase 1: B\n\n1. a\n2. b\n\nText\n\n1. c\n2. d\n3. e")).toEqual(["c", "d", "e"]);
		expect(steps("### Phase 1: B\n\n- a\n- b")).toEqual([]);
	});

	it("are none in a document that is one phase", () => {
		expect(read("# Phase 1: B\n\n## Parts\n\n1. a\n2. b\n").allPhases.flatMap((phase) => stepsOf(phase))).toEqual([]);
	});
});
