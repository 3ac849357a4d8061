import type { CrossPlanOptions } from "./cross-plan-conflicts.js";
import { unreadPaths } from "./unread-plans.js";
import { hasBegun, MOST_NAMED, type PlannedWrite, plannedWrites, type WrittenSurface } from "./foreign-writes.js";
import { phaseNode } from "./plan-order.js";
import type { PathAction, PathUse, Phase, Plan } from "../plan.js";
import { isFinished, readConflicts } from "./schedule.js";
import type { PhaseSummary, Workspace } from "../workspace/workspace.js";
import {
	collidingCrowd,
	type CollidingCrowd,
	collidingPhase,
	type CollidingPhase,
	writeCollisions,
} from "./write-collisions.js";

/** A phase that reads what another one writes, at the same time perhaps; told once for the two, with the first path. */
export interface ReadCollision {
	readonly phase: Phase;
	/** Where it names what it reads. */
	readonly use: PathUse;
	readonly other: CollidingPhase;
	/** What the other does to it; what it creates must be there first. */
	readonly action: Exclude<PathAction, "read">;
	readonly path: string;
	/** Further paths of the same kind on which the two meet. */
	readonly more: number;
	/** The plans that write it, where they are too many to be told one by one; `other` is of the first of them. */
	readonly crowd: CollidingCrowd | undefined;
}

/**
 * The files that phases of a plan read while a concurrent phase, of this plan or of another one, writes them. Folders
 * are no files: whoever looks into one does not read all of it. Two phases that also write one path are left to
 * `writeCollisions`: one dependency orders them.
 *
 * Of another plan only what has begun counts, on both sides, unless `everyOpenPlan` says otherwise.
 *
 * @param isShared whether many phases may touch a path
 */
export function readCollisions(
	plan: Plan,
	workspace: Workspace | undefined,
	isShared: (path: string) => boolean,
	options: CrossPlanOptions = {},
): ReadCollision[] {
	const written = writeCollisions(plan, workspace, isShared, options);
	const told = new Set(
		written.flatMap(({ phase, other }) => [
			keyOf(phase, other),
			...(other.document ? [] : [keyOf(other.phase, { ...other, phase })]),
		]),
	);
	const isTold = ({ phase, other }: ReadCollision): boolean => {
		const { document } = other;
		return (
			told.has(keyOf(phase, other)) ||
			(document !== undefined && written.some((each) => each.phase === phase && each.crowd?.has(document) === true))
		);
	};
	const all = [...inPlan(plan), ...(workspace ? acrossPlans(plan, workspace, isShared, options) : [])];
	const first = new Map<string, ReadCollision>();
	const rank = (collision: ReadCollision): number => (collision.action === "create" ? 0 : 1);
	for (const collision of all.sort((a, b) => rank(a) - rank(b) || a.use.range.start - b.use.range.start)) {
		const { phase, other, crowd } = collision;
		const key = crowd
			? `${crowd.named.map((each) => keyOf(phase, each)).join("\n")} ${crowd.more}`
			: keyOf(phase, other);
		if (isShared(collision.path) || isTold(collision)) continue;
		const known = first.get(key);
		if (!known) first.set(key, collision);
		else if (known.action === collision.action && known.path !== collision.path)
			first.set(key, { ...known, more: known.more + 1 });
	}
	return [...first.values()].sort((a, b) => a.use.range.start - b.use.range.start);
}

function keyOf(phase: Phase | PhaseSummary, { phase: other, document }: CollidingPhase): string {
	const place = (each: Phase | PhaseSummary): number => ("range" in each ? each.range.start : each.line);
	return `${place(phase)} ${place(other)} ${document?.path ?? ""}`;
}

function inPlan(plan: Plan): ReadCollision[] {
	return readConflicts(plan).flatMap(({ first, second, firstUse, secondUse }) => {
		if (firstUse.directory || secondUse.directory) return [];
		const isFirst = firstUse.action === "read";
		const [phase, use, other, otherUse] = isFirst
			? [first, firstUse, second, secondUse]
			: [second, secondUse, first, firstUse];
		if (otherUse.action === "read" || use.pattern) return [];
		const line = plan.lines.position(otherUse.range.start).line;
		return [
			{
				phase,
				use,
				other: { document: undefined, phase: other, line },
				action: otherUse.action,
				path: use.path,
				more: 0,
				crowd: undefined,
			},
		];
	});
}

function acrossPlans(
	plan: Plan,
	workspace: Workspace,
	isShared: (path: string) => boolean,
	{ everyOpenPlan = false, repository }: CrossPlanOptions,
): ReadCollision[] {
	const own = plan.path === undefined ? undefined : workspace.document(plan.path);
	const speaks = (begun: boolean): boolean => begun || everyOpenPlan;
	if (!own || own.kind !== "plan" || isFinished(own.status) || !speaks(hasBegun(own))) return [];
	const planned = plannedWrites(workspace.documents, repository, unreadPaths(workspace.problems));
	// Whoever writes a folder need not touch this file of it; of the two kinds a creation must be there first.
	const isWrite = (write: PlannedWrite, surface: WrittenSurface): boolean =>
		!surface.directory && speaks(write.hasBegun);
	const wanted = [
		(write: PlannedWrite, surface: WrittenSurface) => isWrite(write, surface) && write.write.action === "create",
		(write: PlannedWrite, surface: WrittenSurface) => isWrite(write, surface) && write.write.action !== "create",
	];
	const found: ReadCollision[] = [];
	for (const [index, phase] of plan.phases.entries()) {
		if (isFinished(phase.status?.tier)) continue;
		for (const use of phase.reads) {
			if (use.outside || use.done === true || use.directory || use.pattern) continue;
			// A bare name may be that of another file in each plan.
			if (!use.path.includes("/")) continue;
			const place = planned.placeOf(use, own.folder);
			if (place.isAmbiguous) continue;
			const all = planned.meeting({ path: place.path, pattern: false, directory: false }, wanted, isShared);
			const plans = planned.unordered(all, own, phaseNode(own, index));
			const crowd = plans.count > MOST_NAMED ? collidingCrowd(plans) : undefined;
			for (const { write } of crowd ? plans.named.slice(0, 1) : plans.named) {
				const other = collidingPhase(write);
				found.push({ phase, use, other, action: write.write.action, path: use.path, more: 0, crowd });
			}
		}
	}
	return found;
}
