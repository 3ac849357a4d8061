/** Words that rows and columns of timelines are called by: part of the one table of words (vocabulary.ts). */

/** Words that begin a row of totals. */
export const TOTAL_WORDS: ReadonlySet<string> = new Set([
	"total",
	"totals",
	"subtotal",
	"sum",
	"overall",
	"gesamt",
	"summe",
	"gesamtaufwand",
	"gesamtdauer",
	"somme",
	"suma",
	"итого",
	"всего",
	"合计",
	"总计",
	"总工期",
	"总时间",
]);

/** Words beside `total` that leave it the total of everything. */
export const WHOLE_WORDS: ReadonlySet<string> = new Set([
	"grand",
	"estimated",
	"estimate",
	"estimates",
	"project",
	"overall",
	"time",
	"duration",
	"effort",
	"timeline",
	"development",
	"implementation",
	"all",
	"phases",
	"hours",
	"days",
	"weeks",
	"général",
	"general",
	"geral",
	"de",
	"estimado",
	"tiempo",
	"zeit",
]);

/** Headers of the column that gives the titles of phases. */
export const TITLE_COLUMNS: ReadonlySet<string> = new Set([
	"title",
	"name",
	"phase name",
	"task name",
	"titel",
	"título",
	"titre",
	"名称",
	"название",
]);

/** Headers of the column that gives bare labels. */
export const NUMBER_COLUMNS: ReadonlySet<string> = new Set(["", "#", "no", "nr", "id", "number", "num", "№"]);

/** Headers of a column of statuses, besides the names of the field. */
export const STATUS_COLUMNS: ReadonlySet<string> = new Set([
	"progress",
	"✓",
	"✅",
	"done",
	"fortschritt",
	"progreso",
	"进度",
]);

/** Units of an estimate as the header of its column shortens them. */
export const UNIT_WORDS: Readonly<Record<string, string>> = {
	h: "hours",
	hrs: "hours",
	hours: "hours",
	days: "days",
	d: "days",
	weeks: "weeks",
	wks: "weeks",
};
