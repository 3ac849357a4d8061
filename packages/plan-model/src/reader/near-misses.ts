import { fieldNearMisses } from "./field-near-misses.js";
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
	/** The plan as a whole has a status. */
	readonly hasStatus: boolean;
}

/** Headings, labels and rows that want to be part of the plan and cannot be read as such: nothing is dropped in silence. */
export function readNearMisses(context: ReadContext, readings: Readings): NearMiss[] {
	return [
		...phaseNearMisses(context, readings.series, readings.phases),
		...fieldNearMisses(context, readings.phases, readings.hasStatus),
		...timelineNearMisses(context, readings.phases, readings.timelines),
	].sort((a, b) => a.range.start - b.range.start);
}
