import { rangeOf, readInlineText, type InlineText } from "./inline-text.js";
import { readPhaseHeading } from "../text/phase-heading.js";
import { labelKey } from "../text/phase-label.js";
import { misreadReference } from "./phase-near-misses.js";
import type { NearMiss, Phase, Section, Timeline } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import { normaliseName } from "../text/name-matching.js";

/** Rows of a timeline that want to name a phase of the plan. */
export function timelineNearMisses(
	context: ReadContext,
	phases: readonly Phase[],
	timelines: readonly Timeline[],
): NearMiss[] {
	if (phases.length === 0) return [];
	return [...misreadRows(context, phases), ...rowsWithoutNumber(timelines)];
}

/** `Phse 2: Map`, `Phase Two` in the Timeline section. */
function misreadRows(context: ReadContext, phases: readonly Phase[]): NearMiss[] {
	const labels = new Set(phases.map((phase) => labelKey(phase.label)));
	return context.outline.sections.flatMap((outline) => {
		if (!isTimeline(context.section(outline))) return [];
		const content = context.content(outline);
		const cells = content.tables.flatMap((table) =>
			table.children.slice(1).flatMap((row) => (row.children[0] ? [row.children[0]] : [])),
		);
		const texts: InlineText[] = [
			...cells.map((cell) =>
				readInlineText(cell.children, context.source, { start: rangeOf(cell).start, end: rangeOf(cell).start }),
			),
			...content.items.map((item) => item.text),
		];
		return texts.flatMap((text): NearMiss | readonly NearMiss[] => {
			// A colon behind a bare `Phase Two` makes it read as a heading.
			const line = (text.lines()[0] ?? text).text;
			const read = readPhaseHeading(line, context.vocabulary) ?? readPhaseHeading(`${line}:`, context.vocabulary);
			if (read?.kind !== "near-miss") return [];
			return misreadReference(text, 0, read, "timeline-row", (label) => labels.has(labelKey(label))) ?? [];
		});
	});
}

function isTimeline(section: Section): boolean {
	for (let each: Section | undefined = section; each; each = each.parent) if (each.name === "timeline") return true;
	return false;
}

/** A row that gives a phase's title and not its number, among rows that give numbers. */
function rowsWithoutNumber(timelines: readonly Timeline[]): NearMiss[] {
	return timelines.flatMap(({ series, rows }) => {
		if (!series) return [];
		const named = new Set(rows.flatMap((row) => row.phases));
		return rows.flatMap((row): NearMiss[] => {
			if (row.role !== "other" || row.labels.length > 0) return [];
			const title = normaliseName(row.text.text);
			const phase =
				title === ""
					? undefined
					: series.phases.find((each) => !named.has(each) && normaliseName(each.title.text) === title);
			if (!phase) return [];
			const { start } = row.text.range;
			// `3 List` lacks the colon and the word.
			const number = /^\S+\s+/u.exec(row.text.text)?.[0] ?? "";
			const isNumbered = number.trim().replace(/[.)]$/u, "") === phase.label.text;
			const end = isNumbered ? start + number.length : start;
			return [
				{
					...row.text,
					looksLike: "timeline-row",
					reason: isNumbered ? "no colon stands behind its number" : "the number of its phase is missing",
					hint: `Write "${phase.name}: ${isNumbered ? row.text.text.slice(number.length) : row.text.text}"`,
					edit: { range: { start, end }, text: `${phase.name}: ` },
					label: phase.label,
					field: undefined,
				},
			];
		});
	});
}
