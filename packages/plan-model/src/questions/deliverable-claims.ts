import type { PathUse, Phase, Plan } from "../plan.js";

/** A path of which a plan says that it is there now. */
export interface DeliverableClaim {
	readonly phase: Phase;
	readonly use: PathUse;
	/** The phase is done as a whole, or the item that names the path is ticked. */
	readonly by: "phase" | "item";
}

/**
 * What a plan says it has delivered: in phases that are done, and in ticked items of others, the paths that are
 * deliverables or that a step creates. Each path once, under its deliverable if there is one; PLAN-FORMAT, "Durable".
 */
export function deliverableClaims(plan: Plan): DeliverableClaim[] {
	const claims = new Map<string, DeliverableClaim>();
	const planDone = isDone(plan.status);
	// Ticks in a plan that says it has not begun are a contradiction (all-or-nothing), no claim.
	const ticksCount = plan.status?.tier !== "planned";
	for (const phase of plan.allPhases) {
		// A plan that is done says of its phases without a status of their own that they are.
		const phaseDone =
			(isDone(phase.status) && (ticksCount || phase.status?.place !== "boxes")) ||
			(planDone && phase.status === undefined);
		for (const use of phase.paths) {
			if (!isDelivery(use) || use.done === false) continue;
			if (!phaseDone && !(ticksCount && use.done === true)) continue;
			const known = claims.get(use.path);
			if (known && (known.use.source === "deliverables" || use.source !== "deliverables")) continue;
			claims.set(use.path, { phase, use, by: phaseDone ? "phase" : "item" });
		}
	}
	return [...claims.values()].sort((a, b) => a.use.range.start - b.use.range.start);
}

function isDone(status: Plan["status"]): boolean {
	return status?.tier === "done" && !status.contradiction;
}

/** What is changed was there before: only of a deliverable does that say that it is there afterwards. */
function isDelivery({ action, source }: PathUse): boolean {
	return action === "create" || (source === "deliverables" && action === "change");
}
