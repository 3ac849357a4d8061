import { describe, expect, it } from "vitest";
import { looksBack } from "./retrospects.js";

describe("looksBack", () => {
	it.each([
		"Session log — 2026-04-23",
		"Importer, second half — close-out",
		"Retrospective: importer",
		"Phase 1 Implementation Complete! ✅",
		"Cache (hand-off)",
		"Übergabeprotokoll",
	])("takes %s for a document that looks back", (title) => {
		expect(looksBack(title)).toBe(true);
	});

	it.each(["Audit Log", "Hand-off queue", "Session Log Implementation Plan", "Tab Auto Complete", "Log", "", "—"])(
		"takes %s for a plan",
		(title) => {
			expect(looksBack(title)).toBe(false);
		},
	);
});
