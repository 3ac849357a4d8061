import { describe, expect, it } from "vitest";
import { read } from "../testing/read.js";
import { baseName, isSamePlan } from "./renamed-plans.js";

const plan = (title: string, path = "plans/a.md") => read(`# ${title}\n\n### Phase 1: Work\n`, { path });

describe(isSamePlan, () => {
	it.each([
		["Search Implementation Plan", "Search of Plans Implementation Plan", 0.5, true],
		["Search Implementation Plan", "Billing Implementation Plan", 0.7, false],
		["Search Implementation Plan", "Billing Implementation Plan", 0.95, true],
		["Stage 7 Search Implementation Plan", "Stage 8 Search Implementation Plan", 0.8, false],
	])("of %s and %s, alike to %d: %s", (before, now, similarity, expected) => {
		expect(isSamePlan(plan(before), plan(now), similarity)).toBe(expected);
	});

	it("says nothing of plans without a title", () => {
		const none = read("### Phase 1: Work\n", { path: "plans/b.md" });
		expect([isSamePlan(none, plan("Search"), 0.8), isSamePlan(none, none, 0.9)]).toEqual([false, true]);
	});
});

it("names the path that a plan had at the base", () => {
	const base = { name: "HEAD" } as Parameters<typeof baseName>[0];
	expect(baseName(base, plan("A"), plan("A"))).toBe("HEAD");
	expect(baseName(base, plan("A", "plans/old.md"), plan("A"))).toBe("HEAD in `plans/old.md`");
});
