import type { Span } from "./span.js";

export type DurationUnit = "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year" | "sprint" | "session" | "point";

/** `2-3 days`: 2 to 3 of a unit. */
export interface Amount {
	readonly min: number;
	readonly max: number;
	readonly unit: DurationUnit;
}

/** An amount as written. */
export interface Duration extends Amount, Span {
	/** `36+ weeks`, `> 2 days`. */
	readonly openEnded: boolean;
	/** `~4 hours`, `about`. */
	readonly approximate: boolean;
}

/** What an estimate says: the value, and the same again in other units. */
export interface Estimate extends Span {
	/** The value; undefined when the work is only said to be ongoing. */
	readonly duration: Duration | undefined;
	/** In brackets or after `or`/`=`: the same in another unit (`10 weeks (2.5 months)`), or an aside. */
	readonly alternatives: readonly Duration[];
	readonly openEnded: boolean;
	readonly ongoing: boolean;
}

/** A sum over several units, kept apart: what a day is in hours is not ours to say. */
export interface DurationTotal {
	readonly amounts: readonly Amount[];
	readonly openEnded: boolean;
	readonly ongoing: boolean;
	readonly approximate: boolean;
}

/** `Weeks 1-2`, `Month 2`, `Q3 2025`: when, not how long. */
export interface CalendarSpan extends Span {
	readonly unit: "day" | "week" | "month" | "quarter" | "year" | "sprint";
	readonly first: number;
	readonly last: number;
	/** `Week 19+`. */
	readonly openEnded: boolean;
	/** The year of a quarter, where written. */
	readonly year: number | undefined;
}

export function readEstimate(text: string): Estimate | undefined {
	void text;
	return undefined;
}

export function readCalendarSpan(text: string): CalendarSpan | undefined {
	void text;
	return undefined;
}

export function sumEstimates(estimates: readonly (Estimate | Duration)[]): DurationTotal {
	void estimates;
	return { amounts: [], openEnded: false, ongoing: false, approximate: false };
}

export function sameDuration(a: Estimate | Duration | DurationTotal, b: Estimate | Duration | DurationTotal): boolean {
	void a; void b;
	return true;
}
