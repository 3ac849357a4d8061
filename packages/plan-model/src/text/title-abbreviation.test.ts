import { describe, expect, it } from "vitest";
import { isAbbreviation } from "./title-abbreviation.js";

describe(isAbbreviation, () => {
	it.each([
		["Index", "Index Builder"],
		["API Implementation", "The API of the store"],
		["Config", "Configuration and secrets"],
		["UI/API", "User Interface & API"],
		["Testing & Deploy", "Testing, Optimization & Deployment"],
		["Migrate data", "Data migration"],
		["Query parser (2 days)", "Parser of queries"],
		["Weeks 1-2", "Store"],
		["(all of it)", "All of it"],
	])("says yes to %s of %s", (short, full) => {
		expect(isAbbreviation(short, full)).not.toBe(false);
	});

	it.each([
		["Simple index", "Inverted Index Builder"],
		["Launch", "Production deployment"],
		["Index", "Ranking"],
	])("says no to %s of %s", (short, full) => {
		expect(isAbbreviation(short, full)).toBe(false);
	});

	it("takes words from other texts too", () => {
		expect(isAbbreviation("Security + Rate Limiter", "Security", ["0.4 Throttling"])).toBe(false);
		expect(isAbbreviation("Security + Rate Limit", "Security", ["0.4 Rate limiter"])).toBe(true);
	});

	it("says nothing of a title without words", () => {
		expect(isAbbreviation("—", "Store")).toBeUndefined();
		expect(isAbbreviation("Implementation", "Store")).toBeUndefined();
	});
});
