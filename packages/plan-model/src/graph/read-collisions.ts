import { type CrossPlanOptions, hasBegun, phaseNode, planOrder } from "./cross-plan-conflicts.js";
import { PathIndex } from "../text/path-overlaps.js";
import type { PathAction, PathUse, Phase, Plan } from "../plan.js";
import { isFinished, readConflicts } from "./schedule.js";
import type { DocumentSummary, PhaseSummary, Workspace, WriteSummary } from "../workspace/workspace.js";
import { writeCollisions, type CollidingPhase } from "./write-collisions.js";

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
	const told = new Set(
		writeCollisions(plan, workspace, isShared, options).flatMap(({ phase, other }) => [
			keyOf(phase, other),
			...(other.document ? [] : [keyOf(other.phase, { ...other, phase })]),
		]),
	);
	const all = [...inPlan(plan), ...(workspace ? acrossPlans(plan, workspace, options) : [])];
	const first = new Map<string, ReadCollision>();
	const rank = (collision: ReadCollision): number => (collision.action === "create" ? 0 : 1);
	for (const collision of all.sort((a, b) => rank(a) - rank(b) || a.use.range.start - b.use.range.start)) {
		const key = keyOf(collision.phase, collision.other);
		if (isShared(collision.path) || told.has(key)) continue;
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
			},
		];
	});
}

interface Write {
	readonly path: string;
	readonly pattern: boolean;
	readonly directory: boolean;
	readonly write: WriteSummary;
	readonly document: DocumentSummary;
	readonly phase: PhaseSummary;
	readonly node: string;
	readonly hasBegun: boolean;
}

/** So many others are named for one read, and so many writes of a path looked at. */
const MOST_OTHERS = 3;
const MOST_LOOKED_AT = 64;

const indexes = new WeakMap<readonly DocumentSummary[], PathIndex<Write>>();

function acrossPlans(plan: Plan, workspace: Workspace, options: CrossPlanOptions): ReadCollision[] {
	const { documents } = workspace;
	const own = plan.path === undefined ? undefined : workspace.document(plan.path);
	const speaks = (begun: boolean): boolean => begun || options.everyOpenPlan === true;
	if (!own || own.kind !== "plan" || isFinished(own.status) || !speaks(hasBegun(own))) return [];
	const writes = indexes.get(documents) ?? indexWrites(documents);
	indexes.set(documents, writes);
	const order = planOrder(documents);
	const found: ReadCollision[] = [];
	for (const [index, phase] of plan.phases.entries()) {
		if (isFinished(phase.status?.tier)) continue;
		for (const use of phase.reads) {
			if (use.outside || use.done === true || use.directory || use.pattern) continue;
			// A bare name may be that of another file in each plan.
			if (!use.path.includes("/")) continue;
			let looked = 0;
			const others = new Set<DocumentSummary>();
			for (const { claim } of writes.meeting(use)) {
				if (++looked > MOST_LOOKED_AT || others.size >= MOST_OTHERS) break;
				if (
					claim.directory ||
					claim.document.path === own.path ||
					others.has(claim.document) ||
					!speaks(claim.hasBegun)
				)
					continue;
				if (order.isOrdered(phaseNode(own, index), claim.node)) continue;
				others.add(claim.document);
				const other = { document: claim.document, phase: claim.phase, line: claim.write.line };
				found.push({ phase, use, other, action: claim.write.action, path: use.path, more: 0 });
			}
		}
	}
	return found;
}

function indexWrites(documents: readonly DocumentSummary[]): PathIndex<Write> {
	const claims: Write[] = [];
	for (const document of documents) {
		if (document.kind !== "plan" || isFinished(document.status)) continue;
		const begun = hasBegun(document);
		for (const [index, phase] of document.phases.entries()) {
			if (isFinished(phase.status)) continue;
			for (const write of phase.writes) {
				const { path, pattern, directory } = write;
				claims.push({
					path,
					pattern,
					directory,
					write,
					document,
					phase,
					node: phaseNode(document, index),
					hasBegun: begun,
				});
			}
		}
	}
	return new PathIndex(claims);
}
