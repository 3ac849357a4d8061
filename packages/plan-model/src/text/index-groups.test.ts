import { describe, expect, it } from "vitest";
import { groupAgrees, readGroupTier } from "./index-groups.js";
import { createVocabulary } from "./vocabulary.js";

describe(readGroupTier, () => {
	it.each([
		["Active Plans", "active"],
		["🟢 In Progress (进行中)", "active"],
		["✅ Recently Completed (moved to done/)", "done"],
		["Ready", "planned"],
		["Not Started", "planned"],
		["Deferred", "dropped"],
		["On Hold", "blocked"],
		["Planned & Active", undefined],
		["Active Architecture Source", undefined],
		["Backend", undefined],
		["Status Overview", undefined],
		["", undefined],
	] as const)("reads %j as %s", (heading, tier) => {
		expect(readGroupTier(heading, createVocabulary())).toBe(tier);
	});
});

describe(groupAgrees, () => {
	it("takes active groups for everything that is open", () => {
		expect([groupAgrees("active", "planned"), groupAgrees("active", "blocked"), groupAgrees("active", "done")]).toEqual(
			[true, true, false],
		);
	});
	it("takes groups of finished plans at their word", () => {
		expect([groupAgrees("done", "done"), groupAgrees("done", "active"), groupAgrees("planned", "done")]).toEqual([
			true,
			false,
			false,
		]);
	});
});
