import type { Span } from "./span.js";

/** A day of the calendar; `day` is missing where only the month is written. */
export interface CalendarDate {
	readonly year: number;
	/** From 1. */
	readonly month: number;
	readonly day: number | undefined;
}

/** A whole date. */
export interface CalendarDay extends CalendarDate {
	readonly day: number;
}

/** Days since 1970-01-01; the next day has the next number. */
export function dayNumber({ year, month, day }: CalendarDay): number {
	return Math.floor(Date.UTC(year, month - 1, day) / (24 * 60 * 60 * 1000));
}

/** A date as it stands in a text. */
export interface DateText extends Span, CalendarDate {
	/** Another date as this one is written; `undefined` where day and month cannot be told apart. */
	write(date: CalendarDay): string | undefined;
}

interface MonthName {
	readonly month: number;
	/** The twelve names of the same language and length. */
	readonly names: readonly string[];
}

let months: ReadonlyMap<string, MonthName> | undefined;

/** Names of months, long and short, in the languages in which plans were seen. */
function monthNames(): ReadonlyMap<string, MonthName> {
	if (months) return months;
	const known = new Map<string, MonthName>();
	for (const locale of ["en", "de", "es", "fr", "pt", "it", "nl"]) {
		for (const length of ["long", "short"] as const) {
			const format = new Intl.DateTimeFormat(locale, { month: length, timeZone: "UTC" });
			const names = Array.from({ length: 12 }, (_, month) =>
				format.format(Date.UTC(2024, month, 15)).replace(/\.$/u, ""),
			);
			names.forEach((name, at) => {
				const key = name.toLowerCase();
				if (!known.has(key)) known.set(key, { month: at + 1, names });
			});
		}
	}
	return (months = known);
}

const two = (number: number, like: string): string => String(number).padStart(like.length, "0");

/** `2026-01-05`, `2026/1/5`, `2026-01`, `2026年1月5日`; a time may follow. */
const YEAR_FIRST = /(?<![\d.])(\d{4})([-/.]|年)(\d{1,2})(?:(\2|月)(\d{1,2})日?)?(?![\d-])/u;
/** `05.01.2026`, `5/1/2026` */
const YEAR_LAST = /(?<![\d.])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d|\.\d)/u;
/** `January 5, 2026`, `Jan 5th 2026`, `January 2026` */
const MONTH_FIRST = /(\p{L}{3,10})(\.?\s{1,8})(?:(\d{1,2})(st|nd|rd|th)?(,?\s{1,8}))?(\d{4})(?!\d)/u;
/** `5 January 2026`, `5. Januar 2026`, `5 de enero de 2026` */
const DAY_FIRST = /(?<!\d)(\d{1,2})((?:st|nd|rd|th|\.)?\s+(?:de\s+)?)(\p{L}{3,10})(\.?,?\s+(?:de\s+)?)(\d{4})(?!\d)/u;

/** The first date of a text, in numbers or with the name of the month; `undefined` when there is none that exists. */
export function readDate(text: string): DateText | undefined {
	const short = text.slice(0, 200);
	return [yearFirst, dayFirst, monthFirst, yearLast]
		.map((read) => read(short))
		.find((date) => date !== undefined && exists(date));
}

function exists({ year, month, day }: CalendarDate): boolean {
	if (year < 1970 || month < 1 || month > 12) return false;
	return day === undefined || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

function yearFirst(text: string): DateText | undefined {
	const match = YEAR_FIRST.exec(text);
	if (!match) return undefined;
	const [written, year = "", separator = "", month = "", second = "", day] = match;
	return {
		...place(match),
		year: Number(year),
		month: Number(month),
		day: day === undefined ? undefined : Number(day),
		write: (date) =>
			`${date.year}${separator}${two(date.month, month)}${day === undefined ? "" : `${second}${two(date.day ?? 1, day)}`}${/\D$/u.exec(written)?.[0] ?? ""}`,
	};
}

function yearLast(text: string): DateText | undefined {
	const match = YEAR_LAST.exec(text);
	if (!match) return undefined;
	const [, first = "", separator = "", second = "", year = ""] = match;
	// `.` is written where the day comes first, `/` and `-` where either may.
	const isDayFirst = separator === "." || Number(first) > 12;
	const isOpen = !isDayFirst && Number(second) <= 12 && first !== second;
	const [day, month] = isDayFirst ? [first, second] : [second, first];
	return {
		...place(match),
		year: Number(year),
		month: Number(month),
		day: Number(day),
		write: (date) => {
			if (isOpen) return undefined;
			const parts = [two(date.day ?? 1, day), two(date.month, month)];
			return [...(isDayFirst ? parts : parts.reverse()), date.year].join(separator);
		},
	};
}

function monthFirst(text: string): DateText | undefined {
	const match = MONTH_FIRST.exec(text);
	const name = match && monthNames().get(match[1]?.toLowerCase() ?? "");
	if (!match || !name) return undefined;
	const [, , gap = " ", day, , comma = " ", year = ""] = match;
	return {
		...place(match),
		year: Number(year),
		month: name.month,
		day: day === undefined ? undefined : Number(day),
		write: (date) =>
			`${nameOf(date.month, name, match[1] ?? "")}${gap}${day === undefined ? "" : `${two(date.day ?? 1, day.startsWith("0") ? day : "")}${comma}`}${date.year}`,
	};
}

function dayFirst(text: string): DateText | undefined {
	const match = DAY_FIRST.exec(text);
	const name = match && monthNames().get(match[3]?.toLowerCase() ?? "");
	if (!match || !name) return undefined;
	const [, day = "", gap = " ", , behind = " ", year = ""] = match;
	return {
		...place(match),
		year: Number(year),
		month: name.month,
		day: Number(day),
		write: (date) =>
			`${two(date.day ?? 1, day.startsWith("0") ? day : "")}${gap.replace(/^(?:st|nd|rd|th)/u, "")}${nameOf(date.month, name, match[3] ?? "")}${behind}${date.year}`,
	};
}

/** In capitals or not, as the other name was written. */
function nameOf(month: number, { names }: MonthName, like: string): string {
	const name = names[month - 1] ?? "";
	const first = like.charAt(0);
	return first === first.toUpperCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function place(match: RegExpExecArray): Span {
	return { start: match.index, end: match.index + match[0].length };
}
