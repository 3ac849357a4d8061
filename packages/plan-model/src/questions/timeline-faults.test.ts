import { describe, expect, it } from "vitest";
import { read } from "../testing/read.js";
import { timelineFaults } from "./timeline-faults.js";

const PHASES = "# A\n\n### Phase 1: Store\n\n### Phase 2: Read\n\n### Phase 3: Show\n\n## Timeline\n\n";

function kinds(timeline: string, phases = PHASES): string[] {
	return timelineFaults(read(phases + timeline)).map((fault) => fault.kind);
}

function table(...durations: readonly string[]): string {
	return `| Phase | Time |\n| --- | --- |\n${durations.map((duration, at) => `| Phase ${at + 1} | ${duration} |\n`).join("")}`;
}

describe(timelineFaults, () => {
	it.each([
		["the sum", `${table("1 day", "2 days", "3 days")}| Total | 6 days |\n`],
		["the sum of ranges", `${table("1-2 days", "2 days", "3 days")}| Total | 6-7 days |\n`],
		["a figure inside the sum of ranges", `${table("1-2 days", "2-4 days", "3 days")}| Total | 8 days |\n`],
		["other units", `${table("5 days", "5 days", "1 week")}| Total | 3 weeks |\n`],
		["a rounded sum", `${table("6-8 hours", "30-40 hours", "23 hours")}| Total | 60-70 hours |\n`],
		["ongoing work", `${table("1 day", "2 days", "Ongoing")}| Total | 3 days |\n`],
		["rows without an estimate", `${table("1 day", "Week 2", "Week 3")}| Total | 3 weeks |\n`],
		[
			"a total of subtotals",
			`${table("1 day", "2 days", "3 days")}| Subtotal | 6 days |\n| Reserve | 1 day |\n| Grand Total | 7 days |\n`,
		],
		["a part of the phases", `${table("1 day", "2 days", "3 days")}| MVP Total | 3 days |\n`],
	])("is right about a total that is %s", (_name, timeline) => {
		expect(kinds(timeline)).toEqual([]);
	});

	it.each([
		["too large", `${table("1 day", "2 days", "3 days")}| Total | 9 days |\n`],
		["too small", `${table("1 day", "2 days", "3 days")}| Total | 4 days |\n`],
		["larger at one end", `${table("1-2 days", "2 days", "3 days")}| Total | 6-9 days |\n`],
	])("finds a total that is %s", (_name, timeline) => {
		expect(kinds(timeline)).toEqual(["total"]);
	});

	it("expects no rows for what is done, where the rest is open", () => {
		const rows = "- Phase 2: 1 day\n- Phase 3: 1 day\n";
		expect(kinds(rows, PHASES.replace("Store", "Store ✅"))).toEqual([]);
		expect(kinds(rows)).toEqual(["missing-phase"]);
	});

	it("takes direct dependencies and all of them for the same", () => {
		const phases =
			"# A\n\n### Phase 1: Store\n\n### Phase 2: Read\n**Depends on**: Phase 1\n\n### Phase 3: Show\n**Depends on**: Phases 1-2\n\n## Timeline\n\n";
		const rows = (third: string): string =>
			`| Phase | Depends on |\n| --- | --- |\n| Phase 1 | — |\n| Phase 2 | Phase 1 |\n| Phase 3 | ${third} |\n`;
		expect(kinds(rows("Phase 2"), phases)).toEqual([]);
		expect(kinds(rows("the design"), phases)).toEqual([]);
		expect(kinds(rows("Phase 1"), phases)).toEqual(["dependencies"]);
		expect(kinds(rows("None"), phases)).toEqual(["dependencies"]);
	});
});
