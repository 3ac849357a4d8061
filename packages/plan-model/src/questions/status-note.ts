import { readStatusPhrase } from "../text/status-phrase.js";
import type { Field, Phase, Plan, Status } from "../plan.js";
import type { Vocabulary } from "../text/vocabulary.js";

/** What is written beside a status to explain it. */
export interface StatusNote {
	/** The words around the status that are not the status itself: `by the review` of `Blocked by the review`. */
	readonly words: string;
	/** Fields of the same phase or plan whose label was asked for, and that say something. */
	readonly fields: readonly Field[];
	/** Prose stands right below the heading that carries the status: it may explain it. */
	readonly hasProse: boolean;
}

/** A status is a few words long; what comes after as many is a note. */
const MOST_WORDS = 4;
const MOST_TEXT = 1000;

/**
 * What explains the status of a plan or a phase. A row of a table has cells for that, and is not asked.
 *
 * @param labels of fields that may explain it, in lower case
 * @returns `undefined` for a status that nobody wrote as a line, a heading, an item or in the front matter
 */
export function statusNote(
	plan: Plan,
	phase: Phase | undefined,
	status: Status,
	labels: ReadonlySet<string>,
	vocabulary: Vocabulary,
): StatusNote | undefined {
	if (status.place === "boxes" || status.place === "table") return undefined;
	const fields = (phase?.fields ?? plan.fields).filter(
		(field) => !field.isEmpty && (labels.has(field.label.text.toLowerCase()) || field.name === "dependsOn"),
	);
	const entries = phase ? [] : [...(plan.frontMatter?.entries ?? [])];
	const hasEntry = entries.some(
		([key, { values }]) => labels.has(key.replaceAll(/[_-]/gu, " ").toLowerCase()) && values.length > 0,
	);
	// Words behind the status on its line belong to it; before a title, the title follows.
	const isBehind = phase === undefined || status.range.start > phase.labelRange.start;
	const end =
		isBehind && status.place !== "front-matter" ? Math.max(status.carrier.end, status.range.end) : status.range.end;
	const words = restOf(plan.text.slice(status.range.start, Math.min(end, status.range.start + MOST_TEXT)), vocabulary);
	const carrier =
		phase?.section ??
		(phase ? undefined : plan.sections.find(({ heading }) => heading.range.start === status.carrier.start));
	return {
		words,
		fields,
		hasProse:
			hasEntry ||
			(status.place === "heading" &&
				carrier?.blocks[0]?.type === "paragraph" &&
				!isField(carrier.blocks[0].range.start, carrier.fields)),
	};
}

function isField(start: number, fields: readonly Field[]): boolean {
	return fields.some((field) => field.range.start <= start && start < field.range.end);
}

/** The words behind the shortest beginning that is a status by itself. */
function restOf(text: string, vocabulary: Vocabulary): string {
	const words = text.match(/[\p{L}\p{M}\p{N}'’#][\p{L}\p{M}\p{N}'’#./-]*/gu) ?? [];
	for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
		if (readStatusPhrase(words.slice(0, count).join(" "), vocabulary).tier === undefined) continue;
		const shortest = words.findIndex(
			(_, at) => readStatusPhrase(words.slice(0, at + 1).join(" "), vocabulary).tier !== undefined,
		);
		return words.slice(shortest + 1).join(" ");
	}
	return words.join(" ");
}

const MONTH = "jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez";
const DATE = new RegExp(
	String.raw`\b\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:${MONTH})\p{L}{0,7}\.?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?\d{4}\b|\d{4}\s?年`,
	"iu",
);

/** Whether a text has a date, to the month at least. */
export function hasDate(text: string): boolean {
	return DATE.test(text);
}
