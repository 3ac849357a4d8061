import { fieldNearMisses } from "./field-near-misses.js";
import type { FrontMatterReading } from "./front-matter.js";
import { readPhaseHeading } from "../text/phase-heading.js";
import { phaseNearMisses } from "./phase-near-misses.js";
import type { NearMiss, Phase, Timeline } from "../plan.js";
import type { ReadContext } from "./read-context.js";
import type { SeriesReading } from "./series.js";
import { timelineNearMisses } from "./timeline-near-misses.js";

/** What the reader made of a document, as far as near misses are concerned. */
export interface Readings {
	readonly series: SeriesReading;
	readonly phases: readonly Phase[];
	readonly timelines: readonly Timeline[];
	readonly frontMatter: FrontMatterReading | undefined;
	/** The plan as a whole has a status. */
	readonly hasStatus: boolean;
}

/** Headings, labels and rows that want to be part of the plan and cannot be read as such: nothing is dropped in silence. */
export function readNearMisses(context: ReadContext, readings: Readings): NearMiss[] {
	return [
		...frontMatterNearMiss(context, readings.frontMatter),
		...phaseNearMisses(context, readings.series, readings.phases),
		...fieldNearMisses(context, readings.phases, readings.hasStatus),
		...timelineNearMisses(context, readings.phases, readings.timelines),
	].sort((a, b) => a.range.start - b.range.start);
}

/** What cannot be read in the front matter takes everything with it that its lines say, from that place on. */
function frontMatterNearMiss(context: ReadContext, frontMatter: FrontMatterReading | undefined): NearMiss[] {
	if (!frontMatter) return [];
	const heading = headingIn(frontMatter, context);
	if (heading) return [heading];
	if (!frontMatter.problem) return [];
	const { at, reason, hint, edit } = frontMatter.problem;
	return [{ ...at, looksLike: "front-matter", reason, hint, edit, label: undefined, field: undefined }];
}

/** Front matter that is never closed ends at the first separator of phases, and its headings are comments to YAML. */
function headingIn({ range }: FrontMatterReading, { source, vocabulary }: ReadContext): NearMiss | undefined {
	for (const match of source.slice(range.start, range.end).matchAll(/^(#{1,6})[ \t]+(\S.*)$/gmu)) {
		const [line, marks = "", words = ""] = match;
		const phase = readPhaseHeading(words, vocabulary);
		const isPhase = phase?.kind === "phase";
		if (!isPhase && (marks.length === 1 || vocabulary.section(words) === undefined)) continue;
		const start = range.start + match.index;
		return {
			text: line,
			range: { start, end: start + line.length },
			looksLike: isPhase ? "phase" : "section",
			reason: "the front matter is still open here",
			hint: "Close the front matter with a line `---` below its last key",
			edit: undefined,
			label: isPhase ? phase.label : undefined,
			field: undefined,
		};
	}
	return undefined;
}
