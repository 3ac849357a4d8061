import { describe, expect, it } from "vitest";
import { hasDate, statusNote } from "./status-note.js";
import { read } from "../testing/read.js";
import { createVocabulary } from "../text/vocabulary.js";

const vocabulary = createVocabulary();
const LABELS = new Set(["reason", "superseded by"]);
const note = (text: string) => {
	const plan = read(text);
	const phase = plan.phases[0];
	const status = phase ? phase.status : plan.status;
	return status && statusNote(plan, phase, status, LABELS, vocabulary);
};

describe("statusNote", () => {
	it.each([
		["⛔ Blocked", ""],
		["⛔ Blocked by the review", "by the review"],
		["On hold", ""],
		["On hold (waits for #12)", "waits for #12"],
		["Superseded by [the other](b.md)", "by the other"],
	])("gives the words beside the status of %j", (status, words) => {
		expect(note(`# A\n\n**Status**: ${status}\n`)?.words).toBe(words);
		expect(note(`# A\n\n### Phase 1: B\n\n**Status**: ${status}\n`)?.words).toBe(words);
	});

	it("takes a title for no note", () => {
		expect(note("# A\n\n### ⛔ Phase 1: Store\n")?.words).toBe("");
		expect(note("# A\n\n### Phase 1: Store — deferred (no time)\n")?.words).toBe("no time");
	});

	it("finds fields, front matter and prose that may explain it", () => {
		expect(note("# A\n\n### Phase 1: B ⛔\n\n**Reason**: The review\n")?.fields).toHaveLength(1);
		expect(note("# A\n\n### Phase 1: B ⛔\n\n**Blocked by**: #12\n")?.fields).toHaveLength(1);
		expect(note("# A\n\n### Phase 1: B ⛔\n\nThe review is late.\n")?.hasProse).toBe(true);
		expect(note("# A\n\n### Phase 1: B ⛔\n\n**Objective**: C\n")?.hasProse).toBe(false);
		expect(note("---\nstatus: superseded\nsuperseded_by: b.md\n---\n\n# A\n")?.hasProse).toBe(true);
	});

	it("does not ask a table, nor boxes", () => {
		expect(note("# A\n\n### Phase 1: B\n\n- [ ] a\n")).toBeUndefined();
	});
});

describe("hasDate", () => {
	it("knows the usual ways to write one", () => {
		for (const text of ["Done (2025-01-16)", "16.1.2025", "on January 16, 2025", "Oct 2025", "2025年1月"])
			expect(hasDate(text), text).toBe(true);
		for (const text of ["Done", "v1.2.3 of 2025", "Phase 12"]) expect(hasDate(text), text).toBe(false);
	});
});
