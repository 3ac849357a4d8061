import { describe, expect, it } from "vitest";
import { titlesAgree } from "./title-agreement.js";

describe("titlesAgree", () => {
	it.each([
		["Search", "Search Implementation Plan"],
		["User Preferences", "User Preference Management Implementation Plan"],
		["001: Quick Fixes", "1 - Quick fixes"],
		["Search & Ranking", "Ranking and search"],
		["Suchindex", "SUCHINDEX"],
		["🄫ÀA", "ÀA"],
	])("%s and %s", (a, b) => {
		expect([titlesAgree(a, b), titlesAgree(b, a)]).toEqual([true, true]);
	});

	it.each([
		["Search", "Catalog"],
		["Search index", "Search page"],
		["Phase 7: Search", "Phase 8: Search"],
	])("not %s and %s", (a, b) => {
		expect([titlesAgree(a, b), titlesAgree(b, a)]).toEqual([false, false]);
	});
});
