import { describe, expect, it } from "vitest";
import { countsOf } from "./count-claims.js";
import { read } from "../testing/read.js";

const PHASES = "### Phase 1: A\n\nText\n\n### Phase 2: B\n\nText\n";
const claims = (text: string): { text: string; count: number; word: string }[] =>
	read(`# Plan\n\n${text}\n\n## Phases\n\n${PHASES}`).countClaims.map(({ text: number, count, word }) => ({
		text: number,
		count,
		word,
	}));

describe("claims about the number of phases", () => {
	it.each([
		["**Total Estimated Time**: 16 hours across 7 phases", "7", 7],
		["- [ ] All 6 phases completed", "6", 6],
		["The work is done in three phases.", "three", 3],
		["All of the 4 implementation phases are done.", "4", 4],
		["Die Arbeit verläuft in vier Phasen.", "vier", 4],
		["**Total: 20 phases**", "20", 20],
	])("are found in %j", (text, number, count) => {
		expect(claims(text)).toEqual([{ text: number, count, word: "phase" }]);
	});

	it("have a place", () => {
		const text = `# Plan\n\nWork goes on in 3 phases.\n\n${PHASES}`;
		const [claim] = read(text).countClaims;
		expect(text.slice(claim?.range.start, claim?.range.end)).toBe("3");
		expect(claim?.phrase).toBe("3 phases");
	});

	it.each([
		"A two-phase commit",
		"The importer has three phases.",
		"It splits into 3 phases.",
		"Effort: 10 hours (6 phases)",
		"Stage 7 and Stage 8 stay.",
		"in all 3 phases of the importer",
		"Users do it in two steps.",
		"in `3` phases",
		"in phase 3",
		"in 1 phase",
		"across 3 phase-outs",
	])("are not taken out of %j", (text) => {
		expect(claims(text)).toEqual([]);
	});

	it("are not those of a phase", () => {
		expect(read("### Phase 1: A\n\nAll 3 phases\n\n### Phase 2: B\n").countClaims).toEqual([]);
	});
});

describe("countsOf", () => {
	const counts = (text: string): number[] => [...countsOf(read(text).allPhases)].sort((a, b) => a - b);

	it("counts what a reader may count", () => {
		expect(counts("## Phase 0: A\n\n## Phase 1: B\n")).toEqual([2]);
		expect(counts("## Phase 1: A\n\n## Phase 2a: B\n\n## Phase 2b: C\n")).toEqual([2, 3]);
		expect(counts("## Phase 1: A\n\n## Phase 2: B (CANCELLED)\n")).toEqual([1, 2]);
		expect(counts("## Phases 1-3: A\n\n## Phase 4: B\n")).toContain(4);
	});

	it("counts series alone and together", () => {
		expect(counts("## Backend\n\n### Phase 1: A\n\n### Phase 2: B\n\n## Frontend\n\n### Phase 3: C\n")).toEqual([
			1, 2, 3,
		]);
	});
});
