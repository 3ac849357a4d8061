import { appendAll } from "../text/append-all.js";
import { createDependencyGraph, type DependencyEdge } from "../graph/dependency-graph.js";
import {
	readEstimate,
	sameDuration,
	sumEstimates,
	type DurationTotal,
	type DurationUnit,
	type Estimate,
} from "../text/estimate.js";
import { compareLabels } from "../text/phase-label.js";
import type { Field, Dependency, Phase, Plan, Series, Timeline, TimelineRow, TimelineTotal } from "../plan.js";
import type { LocatedText, SourceRange } from "../text/source-range.js";
import { isAbbreviation } from "../text/title-abbreviation.js";

/** A place where a timeline and the plan around it say different things. */
export type TimelineFault =
	/** A phase that no timeline of its series has. */
	| { readonly kind: "missing-phase"; readonly phase: Phase; readonly timeline: Timeline }
	/** `name` as one would say it: `Phase 6`. */
	| { readonly kind: "unknown-phase"; readonly row: TimelineRow; readonly name: string; readonly last: Phase }
	| { readonly kind: "title"; readonly title: LocatedText; readonly phase: Phase }
	| { readonly kind: "dependencies"; readonly phase: Phase; readonly listed: LocatedText; readonly own: LocatedText }
	| {
			readonly kind: "total";
			readonly total: TimelineTotal;
			readonly stated: LocatedText;
			readonly sum: DurationTotal;
			readonly criticalPath: DurationTotal | undefined;
	  }
	/** The head of the plan says how long it takes, the timeline comes to `total`. */
	| { readonly kind: "head"; readonly stated: LocatedText; readonly timeline: Timeline; readonly total: DurationTotal };

/** Everything in which the timelines of a plan differ from its phases, from their own sums and from its head. */
export function timelineFaults(plan: Plan): TimelineFault[] {
	const faults: TimelineFault[] = [];
	const told = new Set<Phase>();
	for (const timeline of plan.timelines) {
		for (const phase of missingPhases(plan, timeline)) {
			if (told.has(phase)) continue;
			told.add(phase);
			faults.push({ kind: "missing-phase", phase, timeline });
		}
		for (const row of timeline.rows) {
			if (row.role !== "phase") continue;
			const fault = (timeline.series && unknownPhase(row, timeline.series)) ?? otherTitle(plan, row);
			if (fault) faults.push(fault);
			const different = otherDependencies(plan, timeline, row);
			if (different) faults.push(different);
		}
		appendAll(faults, wrongTotals(plan, timeline));
	}
	appendAll(faults, wrongHead(plan));
	return faults;
}

/** A schedule that names most phases of a series means to name them all; a status table may leave some out. */
function missingPhases(plan: Plan, timeline: Timeline): Phase[] {
	const { series } = timeline;
	if (!series || (!timeline.hasDurations && timeline.section?.name !== "timeline")) return [];
	const rows = plan.timelines.filter((other) => other.series === series).flatMap((other) => other.rows);
	const named = new Set(rows.flatMap((row) => row.phases));
	const shapes = new Set([...named].map((phase) => typeof phase.label.parts[0]));
	// A schedule of what is left has no rows for what is done.
	const hasOpen = [...named].some((phase) => phase.status?.tier !== "done");
	const missing = series.phases.filter(
		(phase) =>
			!named.has(phase) &&
			phase.status?.tier !== "dropped" &&
			!(phase.status?.tier === "done" && hasOpen) &&
			!phase.isOptional &&
			shapes.has(typeof phase.label.parts[0]) &&
			!rows.some((row) =>
				row.labels.some(
					(label) => isPartOf(label.parts, phase) || (label.openEnded && (compareLabels(label, phase.label) ?? 1) <= 0),
				),
			),
	);
	return missing.length <= named.size ? missing : [];
}

/** `Phase 5.2` is a part of Phase 5. */
function isPartOf(parts: readonly (number | string)[], phase: Phase): boolean {
	return parts.length > phase.label.parts.length && phase.label.parts.every((part, index) => part === parts[index]);
}

function unknownPhase(row: TimelineRow, series: Series): TimelineFault | undefined {
	const [label] = row.labels;
	const first = series.phases[0];
	const last = series.phases.at(-1);
	if (row.phases.length > 0 || !label || !first || !last) return undefined;
	// A file that starts at Phase 5 is one of several, and its timeline may be that of all.
	if ((compareLabels(label, first.label) ?? -1) < 0) return undefined;
	return { kind: "unknown-phase", row, name: first.name.slice(0, -first.label.text.length) + label.text, last };
}

function otherTitle(plan: Plan, row: TimelineRow): TimelineFault | undefined {
	const [phase, ...more] = row.phases;
	const { title } = row;
	if (!phase || more.length > 0 || !title) return undefined;
	// `Phase 1 (the tests first): 2 days`: a remark, not a title.
	if (plan.text[title.range.start - 1] === "(") return undefined;
	const parts = phase.section?.children.map((child) => child.heading.text.text) ?? [];
	const agrees =
		isAbbreviation(title.text, phase.title.text, parts) !== false ||
		isAbbreviation(phase.title.text, title.text) === true;
	return agrees ? undefined : { kind: "title", title, phase };
}

/**
 * Differs only where a phase that one of the two names cannot be reached from the other: `Phase 4` says no less than
 * `Phases 1-4` where Phase 4 waits for the rest.
 */
function otherDependencies(plan: Plan, timeline: Timeline, row: TimelineRow): TimelineFault | undefined {
	const [phase, ...more] = row.phases;
	const range = row.dependenciesRange;
	if (!phase || more.length > 0 || !range || !row.dependencies || phase.dependsOn === undefined) return undefined;
	const own = phasesOf(phase.dependencies);
	const listed = phasesOf(row.dependencies);
	const hasUnknown = row.dependencies.some(({ target }) => target.kind === "unknown-phase");
	// Free text and an empty cell name no phase, and do not say that there is none.
	const isOwnCertain = own.size > 0 || phase.saysNoDependencies;
	const isRowCertain = listed.size > 0 || hasUnknown || row.saysNoDependencies;
	if (!isOwnCertain || !isRowCertain || phase.dependencies.some(({ target }) => target.kind === "unknown-phase"))
		return undefined;
	const ownReach = reachable(own, timeline);
	const listedReach = reachable(listed, timeline);
	const agrees =
		!hasUnknown && [...listed].every((each) => ownReach.has(each)) && [...own].every((each) => listedReach.has(each));
	return agrees
		? undefined
		: { kind: "dependencies", phase, listed: trimmed(plan, range), own: written(plan, phase.dependsOn) };
}

/** What a field says behind its label, or in the list below it. */
function written(plan: Plan, { value, items }: Field): LocatedText {
	const [first] = items;
	const last = items.at(-1);
	if (value.text !== "" || !first || !last) return trimmed(plan, value.range);
	const text = items.map((item) => item.text.text).join(", ");
	return { text, range: { start: first.text.range.start, end: last.text.range.end } };
}

/** What stands at a place, as it is written. */
function trimmed(plan: Plan, { start, end }: SourceRange): LocatedText {
	const raw = plan.text.slice(start, end);
	const text = raw.trim();
	const from = start + raw.indexOf(text);
	return { text, range: { start: from, end: from + text.length } };
}

function phasesOf(dependencies: readonly Dependency[]): Set<Phase> {
	return new Set(dependencies.flatMap(({ target }) => (target.kind === "phase" ? [target.phase] : [])));
}

function reachable(from: ReadonlySet<Phase>, timeline: Timeline): ReadonlySet<Phase> {
	const rows = new Map(
		timeline.rows.flatMap((row) => (row.phases[0] && row.phases.length === 1 ? [[row.phases[0], row] as const] : [])),
	);
	const reached = new Set(from);
	for (const phase of reached) {
		for (const next of phasesOf([...phase.dependencies, ...(rows.get(phase)?.dependencies ?? [])])) reached.add(next);
	}
	return reached;
}

/** A reserve makes a total larger than its rows. */
const RESERVE = /buffer|contingen|reserve|margin|slack|overhead|puffer|incl|plus|\+/iu;
const PARALLEL = /parallel|concurrent|overlap|simultan|same time|gleichzeitig|paralel/iu;

/** Figures that were rounded on the way: both ends within a twentieth. */
const ROUNDING = 0.05;

interface Sums {
	readonly sum: DurationTotal;
	readonly criticalPath: DurationTotal | undefined;
	/** Everything that a total may be. */
	readonly all: readonly DurationTotal[];
}

/** What the rows add up to; `undefined` where one of them has no estimate, or has no end. */
function sumsOf(timeline: Timeline): Sums | undefined {
	const phases = timeline.rows.filter((row) => row.role === "phase");
	const estimates = (rows: readonly TimelineRow[]): Estimate[] => rows.flatMap((row) => row.estimate ?? []);
	if (phases.length < 2 || phases.some((row) => !row.estimate?.duration || row.estimate.openEnded)) return undefined;
	const others = timeline.rows.filter((row) => row.role === "other");
	const subtotals = estimates(timeline.rows.filter((row) => row.role === "subtotal"));
	const sum = sumEstimates(estimates([...phases, ...others]));
	const criticalPath = criticalPathOf(phases);
	const all = [
		sum,
		sumEstimates(estimates(phases)),
		...(subtotals.length > 0 ? [sumEstimates(subtotals)] : []),
		...(criticalPath ? [criticalPath] : []),
	];
	return { sum, criticalPath, all };
}

const HOURS: Readonly<Record<DurationUnit, number>> = {
	minute: 1 / 60,
	hour: 1,
	day: 8,
	week: 40,
	month: 160,
	quarter: 480,
	year: 1920,
	sprint: 80,
	session: 4,
	point: 4,
};

/** The heaviest chain of dependencies; `undefined` where none are declared or they go round in a circle. */
function criticalPathOf(rows: readonly TimelineRow[]): DurationTotal | undefined {
	const ids = new Map(rows.flatMap((row, index) => row.phases.map((phase) => [phase, String(index)] as const)));
	const edges: DependencyEdge[] = [];
	for (const [index, row] of rows.entries()) {
		for (const phase of row.phases) {
			for (const on of phasesOf([...phase.dependencies, ...(row.dependencies ?? [])])) {
				const to = ids.get(on);
				if (to !== undefined && to !== String(index)) edges.push({ from: String(index), to });
			}
		}
	}
	if (edges.length === 0) return undefined;
	const weights = new Map(
		rows.flatMap(({ estimate }, index) =>
			estimate?.duration ? [[String(index), estimate.duration.max * HOURS[estimate.duration.unit]] as const] : [],
		),
	);
	const path = createDependencyGraph(
		rows.map((_, index) => String(index)),
		edges,
	).criticalPath(weights)?.path;
	return path && sumEstimates(path.flatMap((id) => rows[Number(id)]?.estimate ?? []));
}

function wrongTotals(plan: Plan, timeline: Timeline): TimelineFault[] {
	const sums = sumsOf(timeline);
	if (!sums) return [];
	return timeline.totals.flatMap((total): TimelineFault[] => {
		const stated = sumEstimates([total.estimate]);
		if (
			sums.all.some((sum) => !isComparable(stated, sum) || sameDuration(total.estimate, sum) || isRounded(stated, sum))
		)
			return [];
		const [own, added] = [upperEnd(stated), upperEnd(sums.sum)];
		if (own > added && RESERVE.test(total.text.text)) return [];
		// Without declared dependencies a shorter total may mean work side by side, where the timeline speaks of that.
		if (own < added && !sums.criticalPath && PARALLEL.test(surroundings(plan, timeline))) return [];
		return [
			{
				kind: "total",
				total,
				stated: trimmed(plan, total.estimateRange),
				sum: sums.sum,
				criticalPath: sums.criticalPath,
			},
		];
	});
}

function upperEnd(total: DurationTotal): number {
	return total.amounts.reduce((hours, { max, unit }) => hours + max * HOURS[unit], 0);
}

function surroundings(plan: Plan, timeline: Timeline): string {
	const { start, end } = timeline.section?.contentRange ?? timeline.range;
	return plan.text.slice(start, end);
}

const UNIT_ORDER: readonly DurationUnit[] = ["minute", "hour", "day", "week", "month", "quarter", "year"];

/** Hours of work and weeks of a calendar measure different things; neighbouring units are the same in other words. */
function isComparable(a: DurationTotal, b: DurationTotal): boolean {
	const places = (total: DurationTotal): number[] => total.amounts.map(({ unit }) => UNIT_ORDER.indexOf(unit));
	const all = [...places(a), ...places(b)];
	if (all.includes(-1)) return false;
	return Math.max(...places(a)) - Math.max(...places(b)) <= 1 && Math.max(...places(b)) - Math.max(...places(a)) <= 1;
}

/** The amount or what stands in brackets behind it: the head rounds when it changes units. */
function isSame(estimate: Estimate, total: DurationTotal): boolean {
	return [estimate, ...estimate.alternatives].some((reading) => sameDuration(reading, total));
}

function isRounded(a: DurationTotal, b: DurationTotal): boolean {
	const [left, ...moreLeft] = a.amounts;
	const [right, ...moreRight] = b.amounts;
	if (!left || !right || moreLeft.length > 0 || moreRight.length > 0 || left.unit !== right.unit) return false;
	const near = (one: number, other: number): boolean => Math.abs(one - other) <= ROUNDING * Math.max(one, other);
	return near(left.min, right.min) && near(left.max, right.max);
}

/** The head speaks roughly: it is wrong only where it has nothing in common with any total or sum. */
function wrongHead(plan: Plan): TimelineFault[] {
	const timelines = plan.timelines.filter((timeline) => timeline.hasDurations);
	return plan.fields.flatMap((field): TimelineFault[] => {
		const estimate = field.name === "estimate" ? readEstimate(field.value.text) : undefined;
		if (!estimate?.duration || estimate.openEnded) return [];
		const stated = sumEstimates([estimate]);
		let first: { readonly timeline: Timeline; readonly total: DurationTotal } | undefined;
		for (const timeline of timelines) {
			for (const total of [
				...timeline.totals.map((each) => sumEstimates([each.estimate])),
				...(sumsOf(timeline)?.all ?? []),
			]) {
				// Hours in the head are work; days of a timeline are a calendar, in which not every hour is work.
				if (
					!isComparable(stated, total) ||
					isInHours(stated) !== isInHours(total) ||
					isSame(estimate, total) ||
					meets(stated, total)
				)
					return [];
				first ??= { timeline, total };
			}
		}
		return first
			? [{ kind: "head", stated: field.value.located(estimate.duration.start, estimate.duration.end), ...first }]
			: [];
	});
}

function isInHours(total: DurationTotal): boolean {
	return total.amounts.every(({ unit }) => unit === "minute" || unit === "hour");
}

function meets(a: DurationTotal, b: DurationTotal): boolean {
	const ends = (total: DurationTotal): readonly [number, number] => [
		total.amounts.reduce((hours, { min, unit }) => hours + min * HOURS[unit], 0),
		upperEnd(total),
	];
	const [aMin, aMax] = ends(a);
	const [bMin, bMax] = ends(b);
	return aMin <= bMax && bMin <= aMax;
}
