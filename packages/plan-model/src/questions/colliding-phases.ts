import { addedDependency } from "./dependency-insertion.js";
import { entryText } from "./index-edits.js";
import { relativeLink } from "../text/link-target.js";
import type { Phase, Plan } from "../plan.js";
import type { ReadCollision } from "../graph/read-collisions.js";
import type { TextEdit } from "../text/source-range.js";
import type { Vocabulary } from "../text/vocabulary.js";
import type { CollidingPhase } from "../graph/write-collisions.js";

/** What a finding says of the other end. */
export interface CollisionNames {
	/** With its place: `Phase 2 (line 9)`. */
	readonly other: string;
	/** As one would depend on it: `Phase 2`, `Phase 2 of plans/b.md`. */
	readonly on: string;
	readonly more: string;
}

/** The other end of a collision in words. */
export function nameCollision({ other, more }: ReadCollision): CollisionNames {
	const { document, phase, line } = other;
	return {
		other: `${phase.name} (${document ? `\`${document.path}\`, ` : ""}line ${line})`,
		on: document ? `${phase.name} of \`${document.path}\`` : phase.name,
		more: more === 0 ? "" : ` (and ${more} more ${more === 1 ? "path" : "paths"})`,
	};
}

/**
 * The edit that lets a phase depend on the other end.
 * @returns `undefined` where that would make another finding: the other phase stands further down
 */
export function orderingEdit(
	plan: Plan,
	{ phase, other }: { readonly phase: Phase; readonly other: Pick<CollidingPhase, "document" | "phase"> },
	vocabulary: Vocabulary,
): TextEdit | undefined {
	const { document } = other;
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
