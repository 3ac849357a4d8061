import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textsWith } from "../testing/texts.js";
import { readMarks } from "./status-marks.js";
import { readStatusPhrase } from "./status-phrase.js";
import { createVocabulary, type Tier } from "./vocabulary.js";

const vocabulary = createVocabulary();

describe("the whole phrase decides", () => {
	it.each<[string, Tier | undefined]>([
		["🟡 Planned", "planned"],
		["🔄 In Progress", "active"],
		["✅ Done", "done"],
		["⛔ Blocked", "blocked"],
		["🚫 Dropped", "dropped"],
		["in-progress", "active"],
		["READY_FOR_EXECUTION", "planned"],
		["Planning Complete", "planned"],
		["Design complete, awaiting implementation", "planned"],
		["0% Complete", "planned"],
		["~65-70% complete", "active"],
		["Complete (100%)", "done"],
		["3 of 20 endpoints migrated (15%)", "active"],
		["NOT IMPLEMENTED (merged from two older plans)", "planned"],
		["NOT STARTED - deferred until phases 1-5 complete", "planned"],
		["Phase 1 Complete, Ready for Phase 2", "active"],
		["Phase 0 complete, implementing Phase 1", "active"],
		["In Progress (Phase 5 complete, ready for Phase 6)", "active"],
		["Partially implemented", "active"],
		["Complete — PR #TBD", "done"],
		["landed in #344", "done"],
		["**complete** (2026-07-29)", "done"],
		["All phases complete", "done"],
		["Blocked: waits for the vendor", "blocked"],
		["Deferred to next year", "dropped"],
		["LATER", "dropped"],
		["Status: done", "done"],
		["✅", "done"],
		["✔︎", "done"],
	])("%s", (text, tier) => {
		expect(readStatusPhrase(text, vocabulary).tier).toBe(tier);
	});

	it.each<[string, Tier | undefined]>([
		["ABGESCHLOSSEN", "done"],
		["Fast fertig (Phase 2 offen)", "active"],
		["Terminado", "done"],
		["En cours", "active"],
		["Concluído", "done"],
		["в работе", "active"],
		["已完成（2025）", "done"],
		["待做", "planned"],
	])("%s", (text, tier) => {
		expect(readStatusPhrase(text, vocabulary).tier).toBe(tier);
	});

	it.each([
		"",
		"🟡",
		"Definition of done",
		"Must be completed first",
		"Production-ready demo interface",
		"✅ Built & bug-free",
		"ARCHIVED (moved into other files)",
		"Likely already correct",
		"Complete collaboration framework",
		"Backend complete",
		"Phase 0 complete ✅",
		"Ready for production",
		"Done?",
		"When all is done",
	])("%j states no tier for certain", (text) => {
		expect(readStatusPhrase(text, vocabulary).tier).toBeUndefined();
	});
});

describe("marks against words", () => {
	it.each([
		"✅ LARGELY COMPLETE",
		"✅ 95% Complete",
		"✅ Frontend complete (~95%)",
		"✅ In Progress",
		"⭕ Done",
		"✅ (in progress)",
	])("%s contradicts itself", (text) => {
		expect(readStatusPhrase(text, vocabulary).contradiction).toBe(true);
	});

	it.each([
		"✅ Approved",
		"✅ Planning complete",
		"✅ Ready for review",
		"🔴 Done",
		"🟢 Planned",
		"⏳ Pending",
		"⏸️ Deferred",
		"📋 In progress",
		"✅ Complete (100%)",
	])("%s does not", (text) => {
		expect(readStatusPhrase(text, vocabulary).contradiction).toBe(false);
	});
});

describe("a list of states to choose from", () => {
	it.each([
		"Proposed | Accepted | Deprecated",
		"⭕ Not Started / 🔄 In Progress / ✅ Complete",
		"Planned, In Progress, Done",
	])("%s", (text) => {
		expect(readStatusPhrase(text, vocabulary)).toMatchObject({ tier: undefined, isChoice: true });
	});
});

it("tells where marks and words stand", () => {
	const text = "✅ 80% Complete";
	const phrase = readStatusPhrase(text, vocabulary);
	expect(phrase).toMatchObject({ percent: 80, wordTier: "active", emojiTier: "done", hasWords: true });
	expect(text.slice(phrase.words?.start, phrase.words?.end)).toBe("80% Complete");
	expect(phrase.marks.map((mark) => text.slice(mark.start, mark.end))).toEqual(["✅"]);
});

it("reads joined emoji as one mark and leaves typography alone", () => {
	expect(readMarks("👩‍💻 © a → b ✔️", vocabulary).map((mark) => mark.text)).toEqual(["👩‍💻", "✔️"]);
});

it("knows the team's words and emoji", () => {
	const own = createVocabulary({ statuses: { done: ["geliefert", "🏁"], planned: ["🟡"] } });
	expect(readStatusPhrase("🏁", own).tier).toBe("done");
	expect(readStatusPhrase("geliefert am 3. Mai", own).tier).toBe("done");
	expect(readStatusPhrase("🟡", own).tier).toBe("planned");
});

it("never throws, and its spans lie in the text", () => {
	const words = fc.constantFrom(
		"✅",
		"done",
		"Phase 1",
		"complete",
		"(",
		")",
		"50%",
		"—",
		"not",
		"|",
		" ",
		"in progress",
		"�",
		"🟡",
		"\ud83d",
	);
	fc.assert(
		fc.property(textsWith(words), (text) => {
			const phrase = readStatusPhrase(text, vocabulary);
			for (const mark of phrase.marks) expect(text.slice(mark.start, mark.end)).toBe(mark.text);
			if (phrase.words !== undefined) {
				expect(phrase.words.start).toBeLessThan(phrase.words.end);
				expect(phrase.words.end).toBeLessThanOrEqual(text.length);
			}
			if (phrase.contradiction) expect(phrase.wordTier).not.toBe(phrase.emojiTier);
			if (phrase.isChoice) expect(phrase.tier).toBeUndefined();
		}),
	);
});
