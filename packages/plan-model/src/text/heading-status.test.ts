import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textsWith } from "../testing/texts.js";
import { readHeadingStatus } from "./heading-status.js";
import { createVocabulary, type Tier } from "./vocabulary.js";

const vocabulary = createVocabulary();

function withoutStatus(text: string): string {
	const parts = readHeadingStatus(text, vocabulary)?.parts ?? [];
	return parts.toReversed().reduce((rest, { cut }) => rest.slice(0, cut.start) + rest.slice(cut.end), text);
}

describe("a status before or after the title", () => {
	it.each<[string, Tier, string]>([
		["✅ Phase 1: Parser", "done", "Phase 1: Parser"],
		["[DONE] Parser", "done", "Parser"],
		["Parser ✅", "done", "Parser"],
		["Parser ✅ COMPLETED", "done", "Parser"],
		["Parser — DONE", "done", "Parser"],
		["Parser (COMPLETED ✅)", "done", "Parser"],
		["Parser [DONE]", "done", "Parser"],
		["Parser - 🚧 IN PROGRESS", "active", "Parser"],
		["Parser (status: ✅ COMPLETE)", "done", "Parser"],
		["Parser (Planned)", "planned", "Parser"],
		["Parser ⏸️ PENDING", "planned", "Parser"],
		["Parser IN PROGRESS", "active", "Parser"],
		["Parser (90% complete)", "active", "Parser"],
		["Parser ⏳", "active", "Parser"],
		["Parser ✅ (5af697b)", "done", "Parser (5af697b)"],
	])("%s", (text, tier, title) => {
		expect(readHeadingStatus(text, vocabulary)?.tier).toBe(tier);
		expect(withoutStatus(text)).toBe(title);
	});

	it.each([
		"Complete Migration",
		"Data Ready",
		"Cleanup (optional)",
		"Status badges",
		"Rollout (10%)",
		"🚀 Launch",
		"📋 Executive Summary",
		"Auth — Planning",
		"Maintenance INFRASTRUCTURE READY",
		"CODE COMPLETE",
		"Moved (see Phase 1 completion)",
	])("%s has none", (text) => {
		expect(readHeadingStatus(text, vocabulary)).toBeUndefined();
	});

	it("sees that mark and words contradict each other across the title", () => {
		expect(readHeadingStatus("✅ Phase 8: Nodes - **IN PROGRESS**", vocabulary)).toMatchObject({
			tier: "active",
			contradiction: true,
		});
		expect(readHeadingStatus("Extraction ✅ (In Progress)", vocabulary)?.contradiction).toBe(true);
		expect(readHeadingStatus("✅ Nodes — DONE", vocabulary)?.contradiction).toBe(false);
	});
});

it("takes a list of names in brackets for no state", () => {
	expect(readHeadingStatus("Remove the fixed names (proposal, design, tasks)", vocabulary)).toBeUndefined();
	expect(readHeadingStatus("Store (draft, 2026-01-16)", vocabulary)?.tier).toBe("planned");
});

it("never throws, and cuts what lies in the text without overlap", () => {
	const words = fc.constantFrom(
		"✅",
		"DONE",
		"Phase 1:",
		"Title",
		"(",
		")",
		"[",
		"]",
		"—",
		"-",
		" ",
		"(done)",
		"{#a}",
		"🟡",
		"\udc00",
	);
	fc.assert(
		fc.property(textsWith(words), (text) => {
			let end = 0;
			for (const part of readHeadingStatus(text, vocabulary)?.parts ?? []) {
				expect(part.cut.start).toBeGreaterThanOrEqual(end);
				expect(part.start).toBeGreaterThanOrEqual(part.cut.start);
				expect(part.end).toBeLessThanOrEqual(part.cut.end);
				expect(part.cut.end).toBeLessThanOrEqual(text.length);
				end = part.cut.end;
			}
		}),
	);
});
