import type { Tier } from "./vocabulary.js";

/** A phase or plan that is finished, or will not be done here, conflicts with nothing. */
export function isFinished(tier: Tier | undefined): boolean {
	return tier === "done" || tier === "dropped";
}
