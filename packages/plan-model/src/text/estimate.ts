import type { Span } from "./span.js";
import { execAll } from "./exec-all.js";

export type DurationUnit =
	"minute" | "hour" | "day" | "week" | "month" | "quarter" | "year" | "sprint" | "session" | "point";

/** `2-3 days`: 2 to 3 of a unit. */
export interface Amount {
	readonly min: number;
	readonly max: number;
	readonly unit: DurationUnit;
}

/** An amount as written. */
export interface Duration extends Amount, Span {
	/** `36+ weeks`, `> 2 days`: no upper end. */
	readonly openEnded: boolean;
	/** `~4 hours`, `about 2 days`. */
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

const UNITS: ReadonlyMap<string, DurationUnit> = new Map(
	(
		[
			["minute", "min", "mins", "minute", "minutes", "minuten", "minuto", "minutos", "мин", "минут", "минуты", "分钟"],
			["hour", "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "hora", "horas", "heure", "heures"],
			["hour", "ч", "час", "часа", "часов", "小时"],
			["day", "d", "day", "days", "workday", "workdays", "tag", "tage", "tagen", "día", "días", "dia", "dias"],
			["day", "jour", "jours", "день", "дня", "дней", "天"],
			["week", "w", "wk", "wks", "week", "weeks", "woche", "wochen", "semana", "semanas", "semaine", "semaines"],
			["week", "неделя", "недели", "недель", "周"],
			["month", "mo", "month", "months", "monat", "monate", "monaten", "mes", "meses", "mês", "mois"],
			["month", "месяц", "месяца", "месяцев", "个月"],
			["quarter", "quarter", "quarters", "quartal", "quartale"],
			[
				"year",
				"year",
				"years",
				"yr",
				"yrs",
				"jahr",
				"jahre",
				"año",
				"años",
				"ano",
				"anos",
				"an",
				"ans",
				"год",
				"года",
				"лет",
				"年",
			],
			["sprint", "sprint", "sprints"],
			["session", "session", "sessions", "sitting", "sittings"],
			["point", "sp", "pts", "point", "points"],
		] as const
	).flatMap(([unit, ...words]) => words.map((word) => [word, unit] as const)),
);

const CALENDAR_UNITS: ReadonlyMap<string, CalendarSpan["unit"]> = new Map([
	["week", "week"],
	["weeks", "week"],
	["wk", "week"],
	["woche", "week"],
	["wochen", "week"],
	["semana", "week"],
	["semanas", "week"],
	["semaine", "week"],
	["semaines", "week"],
	["day", "day"],
	["days", "day"],
	["tag", "day"],
	["tage", "day"],
	["día", "day"],
	["días", "day"],
	["dia", "day"],
	["dias", "day"],
	["jour", "day"],
	["jours", "day"],
	["month", "month"],
	["months", "month"],
	["monat", "month"],
	["monate", "month"],
	["mes", "month"],
	["meses", "month"],
	["mois", "month"],
	["sprint", "sprint"],
	["sprints", "sprint"],
	["year", "year"],
	["years", "year"],
	["quarter", "quarter"],
	["quarters", "quarter"],
]);

/** A number, an optional second one, an optional plus, a unit. Bounded everywhere, so that it cannot run away. */
const DURATION =
	/(?<![\p{L}\p{N}.,_/$€£:-])(?<fewer>[<>≤≥]=?\s{0,2})?(?<about>[~≈]\s{0,2})?(?<min>\d{1,5}(?:[.,]\d{1,2})?)(?<plus1>\+)?(?:\s{0,2}(?:-|–|—|to|bis|a|à|до)\s{0,2}[~≈]?(?<max>\d{1,5}(?:[.,]\d{1,2})?))?(?<plus2>\+)?[\s-]{0,2}(?:(?:person|working|work|business|calendar|dev|engineer|engineering|full|story)[\s-])?(?<unit>个月|小时|分钟|[天周年]|\p{L}{1,9})(?<plus3>\+)?(?![\p{L}\p{N}_])/giu;

/** A longer text is prose: a duration in it says something else. */
const MAX_ESTIMATE_LENGTH = 400;

const ABOUT =
	/(?:\babout|\bapprox(?:\.|imately)?|\baround|\broughly|\bca\.?|\bcirca|\bestimated|\bна?\s?примерно|约|大约)\s{0,2}$/iu;

const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
	["one", 1],
	["a", 1],
	["an", 1],
	["two", 2],
	["three", 3],
	["four", 4],
	["five", 5],
	["six", 6],
	["half", 0.5],
]);

const WORD_DURATION =
	/(?<![\p{L}\p{N}_-])(?<number>one|an?|two|three|four|five|six|half)\s(?:an?\s|full\s|working\s)?(?<unit>minutes?|hours?|days?|weeks?|months?|sprints?|sessions?|years?)(?![\p{L}\p{N}_-])/giu;

/** Speeds, sizes and rates: a slash, "per", "faster", "ago", or a limit of the product, not the length of some work. */
const NO_WORK_AFTER =
	/^\s?(?:\/\s?\p{L}|\/\s?\d|per\b|ago\b|old\b|faster\b|slower\b|timeout\b|ttl\b|cache\b|cached\b|retention\b|expiry\b|elapsed\b|remaining\b|window\b|interval\b)/iu;

/** `2 x 3 days`: neither figure is the estimate. */
const MULTIPLIED = /\d\s?[x×*]\s?$/iu;

function toNumber(text: string): number {
	return Number(text.replace(",", "."));
}

/** All durations in a text, left to right. */
function readDurations(text: string): Duration[] {
	const found: Duration[] = [];
	DURATION.lastIndex = 0;
	for (const match of execAll(DURATION, text)) {
		const groups = match.groups ?? {};
		const written = groups["unit"] ?? "";
		const lower = written.toLowerCase();
		const previous = found.at(-1);
		// `m` alone may be minutes, months, metres or millions; right after hours it is minutes.
		const isMinutes = lower === "m" && previous?.unit === "hour" && /^\s?$/.test(text.slice(previous.end, match.index));
		const unit = isMinutes ? "minute" : UNITS.get(lower);
		if (unit === undefined) continue;
		// `5M` is a size and `3 H` no estimate: short forms are lower case, except a plain `H` after a digit.
		if (written.length === 1 && written !== lower && lower !== "h" && lower !== "d" && lower !== "w") continue;
		const start = match.index;
		const end = start + match[0].length;
		if (NO_WORK_AFTER.test(text.slice(end, end + 16)) || MULTIPLIED.test(text.slice(Math.max(0, start - 8), start)))
			continue;
		const min = toNumber(groups["min"] ?? "");
		const max = groups["max"] === undefined ? min : toNumber(groups["max"]);
		if (max < min) continue;
		const sign = groups["fewer"]?.[0];
		const openEnded =
			groups["plus1"] !== undefined ||
			groups["plus2"] !== undefined ||
			groups["plus3"] !== undefined ||
			sign === ">" ||
			sign === "≥";
		const upTo = sign === "<" || sign === "≤";
		const approximate = groups["about"] !== undefined || ABOUT.test(text.slice(Math.max(0, start - 16), start));
		found.push({ min: upTo ? 0 : min, max, unit, start, end, openEnded, approximate });
	}
	if (found.length === 0) {
		for (const match of execAll(WORD_DURATION, text)) {
			const number = SMALL_NUMBERS.get((match.groups?.["number"] ?? "").toLowerCase());
			const unit = UNITS.get((match.groups?.["unit"] ?? "").toLowerCase());
			if (number === undefined || unit === undefined) continue;
			const end = match.index + match[0].length;
			found.push({ min: number, max: number, unit, start: match.index, end, openEnded: false, approximate: false });
		}
	}
	return joinCompound(text, found);
}

/** `1h 30m`: hours and minutes that touch are one duration, since an hour is 60 minutes under every reading. */
function joinCompound(text: string, durations: readonly Duration[]): Duration[] {
	const joined: Duration[] = [];
	for (const duration of durations) {
		const last = joined.at(-1);
		const touching = last !== undefined && /^\s?$/.test(text.slice(last.end, duration.start));
		if (last !== undefined && touching && last.unit === "hour" && duration.unit === "minute") {
			joined[joined.length - 1] = {
				...last,
				unit: "minute",
				min: last.min * 60 + duration.min,
				max: last.max * 60 + duration.max,
				end: duration.end,
			};
		} else joined.push(duration);
	}
	return joined;
}

const ONGOING =
	/(?<![\p{L}\p{N}_-])(?:ongoing|continuous|laufend|continuo|en continu|continua|постоянно|持续)(?![\p{L}\p{N}_-])/iu;

/** What may stand between a value and the same value in another unit. */
const ALTERNATIVE = /^\s{0,2}(?:[(（[]\s?|=\s?|≈\s?|\/\s?|or\s|,?\s?i\.?e\.?,?\s)\s?[~≈]?(?:about\s|approx\.?\s)?$/iu;

/**
 * The estimate in a value: `2-3 days`, `~4 hours`, `10 weeks (2.5 months)`, `36+ weeks`, `Ongoing`, `预计 2 天`.
 * The first duration is the value; one in brackets right after it says the same in another unit. A text in which the
 * durations are added up (`2 days + 4 hours`) or span two units (`10 days - 2 weeks`) has no single value and is not read.
 */
export function readEstimate(text: string): Estimate | undefined {
	if (text.length > MAX_ESTIMATE_LENGTH) return undefined;
	const durations = readDurations(text);
	const first = durations[0];
	if (first === undefined) {
		const ongoing = ONGOING.exec(text);
		if (ongoing === null) return undefined;
		const start = ongoing.index;
		return {
			start,
			end: start + ongoing[0].length,
			duration: undefined,
			alternatives: [],
			openEnded: true,
			ongoing: true,
		};
	}
	const second = durations[1];
	if (
		second !== undefined &&
		/^\s{0,2}(?:[+–—-]|to|and|plus|bis)\s{0,2}$/iu.test(text.slice(first.end, second.start))
	) {
		return undefined;
	}
	const alternatives: Duration[] = [];
	let end = first.end;
	for (const duration of durations.slice(1)) {
		if (!ALTERNATIVE.test(text.slice(end, duration.start)) || duration.unit === first.unit) break;
		alternatives.push(duration);
		end = duration.end;
	}
	return { start: first.start, end, duration: first, alternatives, openEnded: first.openEnded, ongoing: false };
}

const CALENDAR_WORD =
	/(?<![\p{L}\p{N}_])(?<word>\p{L}{2,9})\s{0,2}(?<first>\d{1,3})(?<plus1>\+)?(?:\s{0,2}(?:-|–|—|to|through|bis|&|and)\s{0,2}(?:\p{L}{3,9}\s)?(?<last>\d{1,3}))?(?<plus2>\+)?(?![\p{L}\p{N}_])/giu;
const QUARTER =
	/(?<![\p{L}\p{N}_])Q(?<first>[1-4])(?:\s{0,2}[-–—/]\s{0,2}Q?(?<last>[1-4]))?(?:\s{0,2}['’/]?\s?(?<year>\d{4}|\d{2}))?(?![\p{L}\p{N}_])/gu;
const CHINESE_SPAN = /第\s?(?<first>\d{1,3})(?:\s?[-–~至到]\s?第?(?<last>\d{1,3}))?\s?(?<unit>周|天|月)/u;

/** When something is to be done: `Weeks 1-2`, `Week 3`, `Month 2`, `Day 4-5`, `Q3 2025`, `Week 19+`; the first such. */
export function readCalendarSpan(text: string): CalendarSpan | undefined {
	if (text.length > MAX_ESTIMATE_LENGTH) return undefined;
	for (const match of execAll(CALENDAR_WORD, text)) {
		const groups = match.groups ?? {};
		const unit = CALENDAR_UNITS.get((groups["word"] ?? "").toLowerCase());
		if (unit === undefined) continue;
		const first = Number(groups["first"]);
		return {
			start: match.index,
			end: match.index + match[0].length,
			unit,
			first,
			last: groups["last"] === undefined ? first : Number(groups["last"]),
			openEnded: groups["plus1"] !== undefined || groups["plus2"] !== undefined,
			year: undefined,
		};
	}
	for (const match of execAll(QUARTER, text)) {
		const groups = match.groups ?? {};
		const first = Number(groups["first"]);
		const year = groups["year"] === undefined ? undefined : Number(groups["year"]);
		return {
			start: match.index,
			end: match.index + match[0].length,
			unit: "quarter",
			first,
			last: groups["last"] === undefined ? first : Number(groups["last"]),
			openEnded: false,
			year: year !== undefined && year < 100 ? 2000 + year : year,
		};
	}
	const chinese = CHINESE_SPAN.exec(text);
	if (chinese?.groups !== undefined) {
		const first = Number(chinese.groups["first"]);
		const written = chinese.groups["unit"];
		return {
			start: chinese.index,
			end: chinese.index + chinese[0].length,
			unit: written === "周" ? "week" : written === "天" ? "day" : "month",
			first,
			last: chinese.groups["last"] === undefined ? first : Number(chinese.groups["last"]),
			openEnded: false,
			year: undefined,
		};
	}
	return undefined;
}

/** The sum of several estimates, unit by unit; alternatives are not added a second time. */
export function sumEstimates(estimates: readonly (Estimate | Duration)[]): DurationTotal {
	const amounts = new Map<DurationUnit, Amount>();
	let openEnded = false;
	let ongoing = false;
	let approximate = false;
	for (const estimate of estimates) {
		const duration = "unit" in estimate ? estimate : estimate.duration;
		if (!("unit" in estimate) && estimate.ongoing) ongoing = true;
		if (duration === undefined) continue;
		if (duration.openEnded) openEnded = true;
		if (duration.approximate) approximate = true;
		const { unit } = duration;
		const sum = amounts.get(unit);
		amounts.set(unit, { min: (sum?.min ?? 0) + duration.min, max: (sum?.max ?? 0) + duration.max, unit });
	}
	return { amounts: [...amounts.values()], openEnded: openEnded || ongoing, ongoing, approximate };
}

function asTotal(value: Estimate | Duration | DurationTotal): DurationTotal {
	return "amounts" in value ? value : sumEstimates([value]);
}

/** How many hours a unit has, under one way of reading what is written. */
interface Reading {
	readonly day: number;
	readonly week: number;
	readonly month: number;
}

const READINGS: readonly Reading[] = [8, 24].flatMap((day) =>
	[5, 7].flatMap((days) => [4, 52 / 12, 4.4].map((weeks) => ({ day, week: days * day, month: weeks * days * day }))),
);

function inHours(total: DurationTotal, reading: Reading): { min: number; max: number } | undefined {
	let min = 0;
	let max = 0;
	for (const amount of total.amounts) {
		const hours = unitHours(amount.unit, reading);
		if (hours === undefined) return undefined;
		min += amount.min * hours;
		max += amount.max * hours;
	}
	return { min, max };
}

function unitHours(unit: DurationUnit, reading: Reading): number | undefined {
	switch (unit) {
		case "minute":
			return 1 / 60;
		case "hour":
			return 1;
		case "day":
			return reading.day;
		case "week":
			return reading.week;
		case "month":
			return reading.month;
		case "quarter":
			return reading.month * 3;
		case "year":
			return reading.month * 12;
		default:
			return undefined;
	}
}

/** Two figures that were rounded on their way from one unit to another. */
const ROUNDING = 0.1;

function close(a: number, b: number, tolerance: number): boolean {
	return Math.abs(a - b) <= tolerance * Math.max(a, b) + 1e-9;
}

/**
 * Can both say the same? They disagree only if they do so under every reading of day (8 or 24 hours), week (5 or 7
 * days) and month (4 to 4.4 weeks). A single figure agrees with a range that contains it; what is open-ended, ongoing
 * or in units that cannot be converted (sessions, points, sprints) agrees with everything it cannot contradict.
 */
export function sameDuration(a: Estimate | Duration | DurationTotal, b: Estimate | Duration | DurationTotal): boolean {
	const left = asTotal(a);
	const right = asTotal(b);
	if (left.amounts.length === 0 || right.amounts.length === 0 || left.ongoing || right.ongoing) return true;
	const oneUnit =
		left.amounts.length === 1 && right.amounts.length === 1 && left.amounts[0]?.unit === right.amounts[0]?.unit;
	const tolerance = oneUnit && !left.approximate && !right.approximate ? 0 : ROUNDING;
	if (oneUnit) return agree(left.amounts[0], right.amounts[0], left, right, tolerance);
	return READINGS.some((reading) => {
		const l = inHours(left, reading);
		const r = inHours(right, reading);
		return l === undefined || r === undefined || agree(l, r, left, right, tolerance);
	});
}

function agree(
	l: { min: number; max: number } | undefined,
	r: { min: number; max: number } | undefined,
	left: DurationTotal,
	right: DurationTotal,
	tolerance: number,
): boolean {
	if (l === undefined || r === undefined) return true;
	if (left.openEnded && right.openEnded) return true;
	// `36+ weeks` asks only that the other is no shorter.
	if (left.openEnded) return r.max >= l.min * (1 - tolerance) - 1e-9;
	if (right.openEnded) return l.max >= r.min * (1 - tolerance) - 1e-9;
	if (close(l.min, r.min, tolerance) && close(l.max, r.max, tolerance)) return true;
	const inside = (point: number, range: { min: number; max: number }): boolean =>
		point >= range.min * (1 - tolerance) - 1e-9 && point <= range.max * (1 + tolerance) + 1e-9;
	if (l.min === l.max) return inside(l.min, r);
	if (r.min === r.max) return inside(r.min, l);
	return false;
}

/** Weeks in one of a unit. Days are counted as those of the calendar, hours as work: the least that either can mean. */
const WEEKS: Partial<Record<DurationUnit, number>> = {
	minute: 1 / 2400,
	hour: 1 / 40,
	day: 1 / 7,
	week: 1,
	month: 4,
	quarter: 13,
	year: 52,
};

/**
 * How many weeks an estimate comes to at its upper end, reckoned so that it is no more than the author meant.
 * @returns `undefined` for units that say nothing about time (`3 sessions`), and without a duration
 */
export function weeksOf({ duration }: Estimate): number | undefined {
	const weeks = duration && WEEKS[duration.unit];
	return duration && weeks !== undefined ? duration.max * weeks : undefined;
}
