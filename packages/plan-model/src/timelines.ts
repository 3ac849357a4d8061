import type { DependencyValue } from "./dependency-value.js";
import type { InlineText } from "./inline-text.js";
import type { Series, Timeline, TimelineRow } from "./plan.js";
import type { ReadContext } from "./read-context.js";

/** A row whose dependencies are read but not resolved: that needs all phases of the document. */
export interface TimelineRowReading extends Omit<TimelineRow, "dependencies"> {
	/** What the dependency column says, spans of `value` counted in `text`; `undefined`: there is no such column. */
	readonly dependencyCell: { readonly value: DependencyValue; readonly text: InlineText } | undefined;
}

/** A timeline before its dependencies are resolved. */
export interface TimelineReading extends Omit<Timeline, "rows"> {
	readonly rows: readonly TimelineRowReading[];
}

/** All timelines, schedules and status tables whose rows name phases of one of the series. */
export function readTimelines(context: ReadContext, series: readonly Series[]): TimelineReading[] {
	void context;
	void series;
	return [];
}
