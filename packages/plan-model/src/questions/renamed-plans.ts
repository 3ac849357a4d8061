import type { Plan } from "../plan.js";
import { titlesAgree } from "../text/title-agreement.js";
import type { BaseRevision } from "../workspace/repository.js";

/** Two files that are the same to this degree are one, whatever they are called. */
const SURE = 0.9;

/**
 * Whether a plan is the one that stood at another path: git has compared the texts, and takes half of them for enough.
 * Plans that fill in one template are as alike as that, so the titles have to agree, too, unless hardly a line changed.
 * @param similarity of the two texts, from 0 to 1
 */
export function isSamePlan(before: Plan, now: Plan, similarity: number): boolean {
	if (similarity >= SURE) return true;
	return before.feature !== undefined && now.feature !== undefined && titlesAgree(before.feature, now.feature);
}

/** The base revision as a finding names it: with the path that the plan had there, where it was another one. */
export function baseName(base: BaseRevision, before: Plan, now: Plan): string {
	return before.path === now.path ? base.name : `${base.name} in \`${before.path ?? ""}\``;
}
