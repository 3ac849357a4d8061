import { describe, expect, it } from "vitest";
import type { Timeline, TimelineRow } from "../plan.js";
import { read } from "../testing/read.js";
import { readTimelines } from "./timelines.js";

const PLAN = `# Search Implementation Plan

## ACID Breakdown

### Phase 1: Index Builder

### Phase 2: Query Parser

### Phase 3: Ranking & Relevance

`;

function timelines(text: string): readonly Timeline[] {
	return read(PLAN + text).timelines;
}

function only(text: string): Timeline {
	const [timeline, ...others] = timelines(text);
	if (!timeline || others.length > 0) throw new Error(`Expected one timeline, got ${timelines(text).length}.`);
	return timeline;
}

function summary(row: TimelineRow): string {
	const { duration } = row.estimate ?? {};
	const parts = [
		row.role === "phase"
			? row.phases.map((phase) => phase.label.text).join("+") || `no ${row.labels[0]?.text}`
			: row.role,
		row.title?.text,
		duration && `${duration.min}-${duration.max} ${duration.unit}`,
		row.status?.tier,
		row.dependencies?.map((dependency) => dependency.text).join("+"),
	];
	return parts
		.map((part) => part ?? "")
		.join("|")
		.replace(/\|+$/u, "");
}

function rows(text: string): string[] {
	return only(text).rows.map(summary);
}

describe(readTimelines, () => {
	it("reads a table with durations and dependencies", () => {
		const text = `## Timeline

| Phase | Duration | Dependencies |
|-------|----------|--------------|
| Phase 1: Index | 1-2 weeks | None |
| **Phase 2** | 3 days | Phase 1 |
| Phase 3: Ranking | 1 week | Phases 1-2 |
| Buffer | 2 days | - |
| **Total** | **5 weeks** | |
`;
		const timeline = only(text);
		expect(timeline.rows.map(summary)).toEqual([
			"1|Index|1-2 week",
			"2||3-3 day||Phase 1",
			"3|Ranking|1-1 week||Phases 1-2+Phases 1-2",
			"other||2-2 day",
			"total||5-5 week",
		]);
		expect(timeline).toMatchObject({ form: "table", hasDurations: true });
		expect(timeline.totals.map((total) => total.text.text)).toEqual(["Total"]);
		expect(timeline.series?.phases).toHaveLength(3);
	});

	it.each([
		[
			"bare labels in a column of phases",
			"| Phase | Status |\n|-|-|\n| 1 | ✅ Done |\n| 2 | 🔄 In Progress |\n| 3 | |\n",
			["1|||done", "2|||active", "3"],
		],
		[
			"a number and a title",
			"| # | Phase | Effort |\n|-|-|-|\n| 1 | Index | 4h |\n| 2 | Parser | 2h |\n| 3 | Ranking | 1h |\n",
			["1|Index|4-4 hour", "2|Parser|2-2 hour", "3|Ranking|1-1 hour"],
		],
		[
			"a number before the whole name",
			"| # | Phase | Effort |\n|-|-|-|\n| A | Phase 1: Index | 4h |\n| B | Phase 2: Parser | 2h |\n",
			["1|Index|4-4 hour", "2|Parser|2-2 hour"],
		],
		[
			"ranges and lists of phases",
			"| Phase | Duration |\n|-|-|\n| Phases 1-2 | 2 weeks |\n| Phase 3 | 1 week |\n",
			["1+2||2-2 week", "3||1-1 week"],
		],
		[
			"a unit in the header",
			"| Phase | Effort (days) |\n|-|-|\n| Phase 1 | 2-3 |\n| Phase 2 | 1 |\n",
			["1||2-3 day", "2||1-1 day"],
		],
		[
			"a row for a phase that does not exist",
			"| Phase | Time |\n|-|-|\n| Phase 1 | 1d |\n| Phase 2 | 1d |\n| Phase 4 | 1d |\n",
			["1||1-1 day", "2||1-1 day", "no 4||1-1 day"],
		],
		[
			"subtotals and parts of a phase",
			"| Phase | Time |\n|-|-|\n| Phase 1 | 1d |\n| Phase 1 Total | 1d |\n| Phase 1.2: Shards | 1d |\n| Phase 2 | 1d |\n| Phase 2 tests | 1d |\n| Grand Total | 4d |\n",
			["1||1-1 day", "subtotal||1-1 day", "other|Shards|1-1 day", "2||1-1 day", "other||1-1 day", "total||4-4 day"],
		],
		[
			"a list",
			"## Timeline\n\n- Phase 1: 2 days\n- **Phase 2**: Parser (1 week)\n- Phase 3 (Ranking): 3-4 days\n- **Total**: 3 weeks\n",
			["1||2-2 day", "2|Parser|1-1 week", "3|Ranking|3-4 day", "total||3-3 week"],
		],
		[
			"lines of a paragraph",
			"## Timeline\n\n**Phase 1**: 2 days\n**Phase 2**: ~3 days ✅\n",
			["1||2-2 day", "2||3-3 day|done"],
		],
		[
			"weeks of a calendar in the Timeline section",
			"## Timeline\n\n| Phase | Weeks |\n|-|-|\n| Phase 1 | 1-2 |\n| Phase 2 | 3 |\n",
			["1", "2"],
		],
	])("reads %s", (_name, text, expected) => {
		expect(rows(text)).toEqual(expected);
	});

	it.each([
		[
			"no estimate, status or dependency",
			"## Risks\n\n| Phase | Risk |\n|-|-|\n| Phase 1 | slow |\n| Phase 2 | wrong |\n",
		],
		[
			"a row for each file",
			"| Phase | File | Status |\n|-|-|-|\n| 1 | a.ts | Done |\n| 1 | b.ts | Done |\n| 2 | c.ts | Done |\n",
		],
		["components", "| Component | Effort |\n|-|-|\n| 1. Server | 2 days |\n| 2. Client | 3 days |\n"],
		["weeks", "| Week | Status |\n|-|-|\n| Week 1 | Done |\n| Week 2 | Done |\n"],
		[
			"phases of another plan",
			"| Phase | Duration |\n|-|-|\n| Phase 1: Procurement | 2 days |\n| Phase 2: Hiring | 3 days |\n",
		],
		[
			"mostly phases that do not exist",
			"| Phase | Duration |\n|-|-|\n| Phase 2 | 2 days |\n| Phase 7 | 3 days |\n| Phase 8 | 3 days |\n",
		],
		["remarks on phases", "## Timeline\n\n- Phase 1 (Index) can overlap with Phase 2\n- Phase 2 (Parser) waits\n"],
	])("takes no table with %s for a timeline", (_name, text) => {
		expect(timelines(text)).toEqual([]);
	});

	it("reads totals right below", () => {
		const text =
			"## Timeline\n\n| Phase | Time |\n|-|-|\n| Phase 1 | 1d |\n| Phase 2 | 1d |\n\n**Total Estimated Time**: 10 weeks (2.5 months)\n\n**Total (MVP)**: 2 days\n";
		expect(only(text).totals.map(({ estimate }) => estimate.duration?.min)).toEqual([10]);
	});

	it("finds the series that is spoken of", () => {
		const rollout = "## Rollout\n\n### Phase 1: Canary\n\n### Phase 2: Everyone\n\n";
		const table = (titles: readonly string[]): string =>
			`| Phase | Time |\n|-|-|\n${titles.map((title, at) => `| Phase ${at + 1}${title} | 1d |`).join("\n")}\n`;
		const seriesOf = (text: string): string | undefined => timelines(text)[0]?.series?.phases[0]?.title.text;
		expect(seriesOf(`${rollout}## Schedule\n\n${table([": Canary", ": Everyone"])}`)).toBe("Canary");
		expect(seriesOf(`${rollout}## Schedule\n\n${table(["", "", ""])}`)).toBe("Index Builder");
		expect(seriesOf(`${rollout.trimEnd()}\n\n${table(["", ""])}`)).toBe("Canary");
	});

	it("says nothing of one of two phases with the same label", () => {
		const text =
			"### Phase 2: Query Cache\n\n## Status\n\n| Phase | Status |\n|-|-|\n| Phase 1 | Done |\n| Phase 2 | Done |\n| Phase 3 | Done |\n";
		expect(rows(text)).toEqual(["1|||done", "2+2", "3|||done"]);
	});
});
