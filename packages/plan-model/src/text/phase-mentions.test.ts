import { describe, expect, it } from "vitest";
import { findPhaseMentions } from "./phase-mentions.js";
import { createVocabulary } from "./vocabulary.js";

const vocabulary = createVocabulary();
const mentions = (text: string): string[] =>
	findPhaseMentions(text, vocabulary).map(
		({ word, labels, isJoined }) =>
			`${word} ${labels.map(({ label, isCertain }) => label.text + (isCertain ? "" : "?")).join(" ")}${isJoined ? " joined" : ""}`,
	);

describe("mentions of phases", () => {
	it.each([
		["after Phase 3 and before tasks 4 and 5", ["phase 3", "task 4 5"]],
		["Phases 1, 2 and 4 wait for Phases 6–8", ["phase 1 2 4", "phase 6–8"]],
		["**Phase** 3, Phase **4**", ["phase 3", "phase 4"]],
		["Phase\n3", ["phase 3"]],
		["Phase 1, 2 days", ["phase 1 2?"]],
		["phase-3, phase3, Phase #3", ["phase 3 joined", "phase 3 joined", "phase 3 joined"]],
		["Phase 2.1 and Phase 5a", ["phase 2.1", "phase 5a"]],
		["a phase of 3 weeks, phases, Phase\n\n3", []],
	])("in %j are %j", (text, expected) => {
		expect(mentions(text)).toEqual(expected);
	});

	it("take time in proportion to the text", () => {
		const text = "Phases 1, 2, 3, ".repeat(20_000);
		const start = performance.now();
		findPhaseMentions(text, vocabulary);
		expect(performance.now() - start).toBeLessThan(3000);
	});
});
