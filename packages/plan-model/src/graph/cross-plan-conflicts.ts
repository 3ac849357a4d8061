import {
	type ForeignPlans,
	type ForeignWrite,
	type ForeignWrites,
	MOST_NAMED,
	type PlannedWrite,
	plannedWrites,
	type WrittenSurface,
} from "./foreign-writes.js";
import type { ConflictKind } from "./schedule.js";
import { shownPath } from "../workspace/path-places.js";
import type { Repository } from "../workspace/repository.js";
import type { DocumentSummary } from "../workspace/workspace.js";

/** Phases of two plans that write one path and are not ordered; `own` is of the plan under which it is listed. */
export interface CrossPlanConflict {
	readonly own: PlannedWrite;
	/** The first of them where there is a crowd. */
	readonly other: PlannedWrite;
	/** Own action first. */
	readonly kind: ConflictKind;
	/** Both create this very path. */
	readonly certain: boolean;
	/** A path that both cover. */
	readonly witness: string;
	/**
	 * The dependency that would order the two: this phase on the other, or the other on this. A plan that has begun goes
	 * before one that has not; else the one whose path comes first.
	 */
	readonly ownWaits: boolean;
	/** All plans that meet this write, where they are too many to be told one by one. */
	readonly crowd: ForeignPlans | undefined;
}

export interface CrossPlanOptions {
	/** Tell the weaker kinds (anything but create against create) of every open plan, not only of those that have begun. */
	readonly everyOpenPlan?: boolean | undefined;
	/** Decides of which package a path is, where plans lie in several folders. */
	readonly repository?: Repository | undefined;
	/** Documents that could not be read, which are the same as long as the list of documents is. */
	readonly unread?: readonly string[] | undefined;
}

/** The conflicts of each plan with others. */
export interface CrossPlanConflicts {
	/** @param path of the plan, relative to the root of the repository */
	of(path: string): readonly CrossPlanConflict[];
}

/** So many plans that meet some path are remembered, so that patterns which all meet each other keep no square. */
const MOST_REMEMBERED = 100_000;

/**
 * The conflicts between the plans of a workspace, listed under both paths; each is looked for when its plan is asked for,
 * and what several plans have to know is kept. PLAN-FORMAT, "Isolated": create against create is told of any two
 * plans that are not done, dropped or archived, the weaker kinds of plans that have begun.
 *
 * A write that few plans meet has a conflict with each of them, one that many meet has a single one with the crowd: in
 * each of the two plans of every pair there is one that names the path.
 * @param isShared whether many phases may write a path
 */
export function findCrossPlanConflicts(
	documents: readonly DocumentSummary[],
	isShared: (path: string) => boolean,
	{ everyOpenPlan = false, repository, unread }: CrossPlanOptions = {},
): CrossPlanConflicts {
	const planned = plannedWrites(documents, repository, unread);
	const speaks = (write: PlannedWrite): boolean => everyOpenPlan || write.hasBegun;

	/** What meets a surface is the same for all who write it in one way. */
	const known = new Map<string, ForeignWrites>();
	let remembered = 0;
	const meeting = (surface: WrittenSurface, own: PlannedWrite): ForeignWrites | undefined => {
		const isSame = (write: PlannedWrite, other: WrittenSurface): boolean => other === surface && write.isCreation;
		const wanted = [...(own.isCreation ? [isSame] : []), ...(speaks(own) ? [speaks] : [])];
		if (wanted.length === 0 || isShared(own.write.path)) return undefined;
		const key = `${own.isCreation} ${speaks(own)} ${surface.pattern} ${surface.directory} ${surface.path}`;
		let all = known.get(key);
		if (!all) {
			all = planned.meeting(surface, wanted, isShared);
			remembered += all.size;
			if (remembered > MOST_REMEMBERED) {
				known.clear();
				remembered = all.size;
			}
			known.set(key, all);
		}
		return all;
	};

	const conflictsOf = (surface: WrittenSurface, own: PlannedWrite): CrossPlanConflict[] => {
		const all = isShared(shownPath(surface.path)) ? undefined : meeting(surface, own);
		if (!all) return [];
		const plans = planned.unordered(all, own.document, own.node);
		return plans.count > MOST_NAMED
			? plans.named.slice(0, 1).map((first) => conflictOf(own, first, plans))
			: plans.named.map((each) => conflictOf(own, each, undefined));
	};
	const found = new Map<string, readonly CrossPlanConflict[]>();
	return {
		of(path) {
			let conflicts = found.get(path);
			if (!conflicts) {
				conflicts = planned.of(path).flatMap(({ surface, write }) => conflictsOf(surface, write));
				found.set(path, conflicts);
			}
			return conflicts;
		},
	};
}

function conflictOf(
	own: PlannedWrite,
	{ write: other, witness }: ForeignWrite,
	crowd: ForeignPlans | undefined,
): CrossPlanConflict {
	return {
		own,
		other,
		kind: `${own.write.action}-${other.write.action}`,
		certain: own.isCreation && other.isCreation && own.place.path === other.place.path,
		witness,
		ownWaits: own.hasBegun === other.hasBegun ? own.document.path > other.document.path : other.hasBegun,
		crowd,
	};
}
