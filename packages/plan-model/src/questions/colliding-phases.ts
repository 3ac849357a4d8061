import { addedDependency } from "./dependency-insertion.js";
import { entryText } from "./index-edits.js";
import { relativeLink } from "../text/link-target.js";
import type { Phase, Plan } from "../plan.js";
import type { ReadCollision } from "../graph/read-collisions.js";
import type { TextEdit } from "../text/source-range.js";
import type { Vocabulary } from "../text/vocabulary.js";
import type { CollidingCrowd, CollidingPhase } from "../graph/write-collisions.js";

/** What a finding says of the other end. */
export interface CollisionNames {
	/** With its place: `Phase 2 (line 9)`; of many plans the first ones and how many more. */
	readonly other: string;
	/** As one would depend on it: `Phase 2`, `Phase 2 of plans/b.md`; of many plans `those phases`. */
	readonly on: string;
	readonly more: string;
}

/** The other end of a collision in words. */
export function nameCollision({ other, more, crowd }: Pick<ReadCollision, "other" | "more" | "crowd">): CollisionNames {
	const { document, phase } = other;
	return {
		other: crowd ? nameCrowd(crowd) : namePlace(other),
		on: crowd ? "those phases" : document ? `${phase.name} of \`${document.path}\`` : phase.name,
		more: more === 0 ? "" : ` (and ${more} more ${more === 1 ? "path" : "paths"})`,
	};
}

function namePlace({ document, phase, line }: CollidingPhase): string {
	return `${phase.name} (${document ? `\`${document.path}\`, ` : ""}line ${line})`;
}

/** The first ones by name; who looks for the rest finds the same path in the finding of each. */
function nameCrowd({ named, more, isMore }: CollidingCrowd): string {
	const rest = `${isMore ? "more than " : ""}${more} more ${more === 1 && !isMore ? "plan" : "plans"}`;
	return `${named.map(namePlace).join(", ")} and ${rest}`;
}

/**
 * The edit that lets a phase depend on the other end.
 * @returns `undefined` where that would make another finding (the other phase stands further down), and where one
 * dependency is not enough
 */
export function orderingEdit(
	plan: Plan,
	{
		phase,
		other,
		crowd,
	}: {
		readonly phase: Phase;
		readonly other: Pick<CollidingPhase, "document" | "phase">;
		readonly crowd?: CollidingCrowd | undefined;
	},
	vocabulary: Vocabulary,
): TextEdit | undefined {
	const { document } = other;
	if (crowd) return undefined;
	if (document)
		return addedDependency(
			plan,
			phase,
			`[${entryText(document.feature ?? document.path)}](${relativeLink(plan.path ?? "", document.path)}) ${other.phase.name}`,
			vocabulary,
		);
	if ("range" in other.phase && other.phase.range.start > phase.range.start) return undefined;
	return addedDependency(plan, phase, other.phase.name, vocabulary);
}
