import { pairPhases } from "./phase-pairs.js";
import type { Phase, Plan, Status } from "../plan.js";

/** A written status that changed in a way that asks for a reason. */
export interface StatusTransition {
	/** `skipped`: from planned to done without having been active; `revived`: back from dropped. */
	readonly kind: "skipped" | "revived";
	/** `undefined`: the plan's own. */
	readonly phase: Phase | undefined;
	readonly before: Status;
	readonly now: Status;
}

/**
 * The statuses of a plan and its phases that jumped over active, or came back from dropped, since an earlier state.
 * Blocked is active that waits (PLAN-FORMAT, "Status"). Boxes alone are no status that anybody wrote.
 */
export function statusTransitions(before: Plan, now: Plan): StatusTransition[] {
	const pairs = pairPhases(before, now).flatMap((pair) =>
		pair.now ? [{ phase: pair.now, before: pair.before.status, now: pair.now.status }] : [],
	);
	return [{ phase: undefined, before: before.status, now: now.status }, ...pairs].flatMap(
		({ phase, before: old, now: status }): StatusTransition[] => {
			if (!isWritten(old) || !isWritten(status)) return [];
			if (old.tier === "dropped" && status.tier !== "dropped")
				return [{ kind: "revived", phase, before: old, now: status }];
			return old.tier === "planned" && status.tier === "done"
				? [{ kind: "skipped", phase, before: old, now: status }]
				: [];
		},
	);
}

function isWritten(status: Status | undefined): status is Status {
	return status?.tier !== undefined && status.place !== "boxes" && !status.contradiction;
}
