import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textsWith } from "../testing/texts.js";
import { readCalendarSpan, readEstimate, sameDuration, sumEstimates, type Estimate, weeksOf } from "./estimate.js";

function estimate(text: string): Estimate {
	const read = readEstimate(text);
	if (read === undefined) throw new Error(`no estimate in ${text}`);
	return read;
}

describe("durations", () => {
	it.each<[string, number, number, string]>([
		["2-3 days", 2, 3, "day"],
		["~4 hours", 4, 4, "hour"],
		["3d", 3, 3, "day"],
		["30min", 30, 30, "minute"],
		["1.5 – 2 weeks", 1.5, 2, "week"],
		["M (4-8 hours)", 4, 8, "hour"],
		["5 weeks estimated", 5, 5, "week"],
		["1h 30m", 90, 90, "minute"],
		["1-2 Stunden", 1, 2, "hour"],
		["预计 2 天", 2, 2, "day"],
		["half a day", 0.5, 0.5, "day"],
		["XS (< 1 hour)", 0, 1, "hour"],
	])("%s", (text, min, max, unit) => {
		expect(estimate(text).duration).toMatchObject({ min, max, unit });
	});

	it("takes the first as the value and what stands in brackets as the same in another unit", () => {
		expect(estimate("10 weeks (2.5 months)").alternatives).toMatchObject([{ min: 2.5, unit: "month" }]);
		expect(estimate("7 weeks (4 weeks MVP)").alternatives).toEqual([]);
	});

	it("knows what has no end", () => {
		expect(estimate("36+ weeks").openEnded).toBe(true);
		expect(estimate("Ongoing")).toMatchObject({ ongoing: true, duration: undefined });
	});

	it.each([
		"",
		"1h/24h cache",
		"~500ms",
		"v2.1",
		"2025-01-03",
		"$1,000-2,000/month",
		"4 hours per article",
		"2 days + 4 hours",
		"30% faster",
		"Week 3",
	])("%j is none", (text) => {
		expect(readEstimate(text)).toBeUndefined();
	});
});

describe("calendar spans", () => {
	it.each<[string, string, number, number]>([
		["Weeks 1-2", "week", 1, 2],
		["Week 3", "week", 3, 3],
		["Weeks 61–62", "week", 61, 62],
		["Month 2", "month", 2, 2],
		["Q2-Q3 2026", "quarter", 2, 3],
		["第1-2周", "week", 1, 2],
	])("%s", (text, unit, first, last) => {
		expect(readCalendarSpan(text)).toMatchObject({ unit, first, last });
	});

	it.each([
		["day", "Day Days Tag Tage Día Días Dia Dias Jour"],
		["week", "Week Weeks Wk Woche Wochen Semana Semanas Semaine Semaines"],
		["month", "Month Months Monat Monate Mes Meses Mois"],
		["sprint", "Sprint Sprints"],
		["quarter", "Quarter Quarters"],
		["year", "Year Years"],
	])("a %s is called %s", (unit, words) => {
		for (const word of words.split(" "))
			expect(readCalendarSpan(`ab 1, ${word} 2-4`), word).toMatchObject({ unit, first: 2, last: 4, openEnded: false });
	});

	it("knows the year of a quarter and an open end", () => {
		expect(readCalendarSpan("Q3 2025")?.year).toBe(2025);
		expect(readCalendarSpan("Q3/25")).toEqual({
			start: 0,
			end: 5,
			unit: "quarter",
			first: 3,
			last: 3,
			openEnded: false,
			year: 2025,
		});
		expect(readCalendarSpan("Q3")?.year).toBeUndefined();
		expect(readCalendarSpan("Week 19+")?.openEnded).toBe(true);
		expect(readCalendarSpan("Weeks 19-20+")?.openEnded).toBe(true);
		expect(readCalendarSpan("2-3 days")).toBeUndefined();
	});

	it("knows the Chinese units", () => {
		expect([..."周天月"].map((unit) => readCalendarSpan(`第 3 ${unit}`))).toMatchObject(
			["week", "day", "month"].map((unit) => ({ unit, first: 3, last: 3, openEnded: false })),
		);
	});
});

describe("two durations", () => {
	it.each<[string, string, boolean]>([
		["10 weeks", "2.5 months", true],
		["68 days", "13.6 weeks", true],
		["11 hours", "1.5 days", true],
		["140 min", "2.5 h", true],
		["10 weeks", "8-12 weeks", true],
		["19-27 days", "19-25 days", false],
		["2 weeks", "3 weeks", false],
		["3 months", "5 weeks", false],
		["36+ weeks", "40 weeks", true],
		["36+ weeks", "20 weeks", false],
		["3 sessions", "2 days", true],
		["Ongoing", "2 days", true],
	])("%s and %s agree: %s", (a, b, same) => {
		expect(sameDuration(estimate(a), estimate(b))).toBe(same);
		expect(sameDuration(estimate(b), estimate(a))).toBe(same);
	});

	it("adds up unit by unit", () => {
		const sum = sumEstimates(["2-3 days", "1 day", "1 week"].map(estimate));
		expect(sum.amounts).toEqual([
			{ min: 3, max: 4, unit: "day" },
			{ min: 1, max: 1, unit: "week" },
		]);
		expect(sameDuration(sum, estimate("8-9 days"))).toBe(true);
		expect(sameDuration(sum, estimate("3 weeks"))).toBe(false);
	});
});

it("never throws, and its spans hold what was read", () => {
	const words = fc.constantFrom(
		"2",
		"-",
		"3 days",
		"weeks",
		"(",
		")",
		"h",
		"+",
		"~",
		"Week",
		"Q3",
		"2025",
		"ongoing",
		" ",
	);
	fc.assert(
		fc.property(textsWith(words), (text) => {
			const read = readEstimate(text);
			if (read !== undefined) {
				expect(read.start).toBeLessThan(read.end);
				expect(read.end).toBeLessThanOrEqual(text.length);
				expect(sameDuration(read, read)).toBe(true);
				if (read.duration !== undefined) expect(read.duration.min).toBeLessThanOrEqual(read.duration.max);
			}
			const span = readCalendarSpan(text);
			if (span !== undefined) expect(text.slice(span.start, span.end)).not.toBe("");
		}),
	);
});

describe("weeksOf", () => {
	it.each([
		["2-3 weeks", 3],
		["14 days", 2],
		["80 hours", 2],
		["1 month", 4],
	])("takes the upper end of %j", (text, weeks) => {
		const estimate = readEstimate(text);
		expect(estimate && weeksOf(estimate)).toBeCloseTo(weeks);
	});

	it("cannot say how long a session or ongoing work is", () => {
		for (const text of ["3 sessions", "Ongoing"]) {
			const estimate = readEstimate(text);
			expect(estimate && weeksOf(estimate)).toBeUndefined();
		}
	});
});
