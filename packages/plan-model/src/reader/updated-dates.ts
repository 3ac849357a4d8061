import { type DateText, readDate } from "../text/date-text.js";
import { InlineText } from "./inline-text.js";
import type { Plan } from "../plan.js";
import type { LocatedText, SourceRange } from "../text/source-range.js";
import type { Span } from "../text/span.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** A line that tells when a document was last changed. */
export interface UpdatedDate {
	/** What stands behind the label, on its line. */
	readonly value: LocatedText;
	/** `undefined`: no date that exists. */
	readonly date: DateText | undefined;
	/** Where the date stands; the whole value without one. */
	readonly range: SourceRange;
}

/** `Updated: Phase 2 is done now` tells news, not a date. */
const MOST_WORDS = 4;

/**
 * What a document says of its last change, in its head, its foot and its front matter. Placeholders (`YYYY-MM-DD`,
 * `[Date]`) and sentences without a date are left out.
 */
export function updatedDates(plan: Plan, vocabulary: Vocabulary): UpdatedDate[] {
	const fields = plan.fields.flatMap((field) => (field.name === "lastUpdated" ? (field.value.lines()[0] ?? []) : []));
	const entries = [...(plan.frontMatter?.entries ?? [])].flatMap(([key, { values }]) =>
		vocabulary.field(key.replaceAll(/[_-]/gu, " ")) === "lastUpdated" ? (values[0] ?? []) : [],
	);
	return [...fields, ...entries].flatMap((value): UpdatedDate[] => {
		const text = value.text.trim();
		const date = readDate(value.text);
		const isPlaceholder =
			/^[[<{]/u.test(text) ||
			plan.placeholders.some(({ range }) => range.start < value.range.end && value.range.start < range.end);
		if (text === "" || isPlaceholder || (!date && text.split(/\s+/u).length > MOST_WORDS)) return [];
		return [{ value, date, range: date ? rangeIn(value, date) : value.range }];
	});
}

function rangeIn(value: LocatedText, { start, end }: Span): SourceRange {
	return value instanceof InlineText
		? value.rangeOf(start, end)
		: { start: value.range.start + start, end: value.range.start + end };
}
