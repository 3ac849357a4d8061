import type { PathAction, PathUse, Phase, Plan } from "./plan.js";

/** What the two phases do to the path: the first as the earlier phase of the plan. */
export type ConflictKind = `${PathAction}-${PathAction}`;

/** Two concurrent phases of a plan that touch one path. */
export interface WriteConflict {
	/** The earlier phase in the document, and the later one. */
	readonly first: Phase;
	readonly second: Phase;
	readonly firstUse: PathUse;
	readonly secondUse: PathUse;
	readonly kind: ConflictKind;
	/** A path that both cover. */
	readonly witness: string;
	/** `create-create` is certain; anything else is likely. */
	readonly certain: boolean;
	/** `dependent` should depend on `on`: orders the two without a cycle. */
	readonly order: { readonly dependent: Phase; readonly on: Phase };
}

/** Whether two phases of the plan may be carried out at the same time; PLAN-FORMAT, "Isolated". */
export function concurrentPhases(plan: Plan): (a: Phase, b: Phase) => boolean {
	void plan;
	return () => false;
}

/** Concurrent phases whose write sets meet. */
export function writeConflicts(plan: Plan): WriteConflict[] {
	void plan;
	return [];
}

/** Concurrent phases of which one reads what the other writes. */
export function readConflicts(plan: Plan): WriteConflict[] {
	void plan;
	return [];
}
