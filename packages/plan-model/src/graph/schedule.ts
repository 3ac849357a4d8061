import { isFinished } from "../text/finished.js";
import { createDependencyGraph, type DependencyEdge, type DependencyGraph } from "./dependency-graph.js";
import { PathIndex, type PathMeeting } from "../text/path-overlaps.js";
import type { PathAction, PathUse, Phase, Plan } from "../plan.js";

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
	/** Both create this very path; anything else (changes, folders, patterns) is likely. */
	readonly certain: boolean;
	/** `dependent` should depend on `on`: orders the two without a cycle, since neither is ordered before the other. */
	readonly order: { readonly dependent: Phase; readonly on: Phase };
}

export { isFinished };

/**
 * Whether two phases of the plan may be carried out at the same time; PLAN-FORMAT, "Isolated".
 *
 * It speaks of the phases of the main series: how other series stand to it is not written anywhere. A plan in which no
 * phase names another one of it is ordered as written; elsewhere the dependencies alone order, also through others.
 */
export function concurrentPhases(plan: Plan): (a: Phase, b: Phase) => boolean {
	const graph = phaseGraph(plan);
	if (!graph) return () => false;
	const ids = new Map(plan.phases.map((phase, index) => [phase, String(index)]));
	return (a, b) => {
		const first = ids.get(a);
		const second = ids.get(b);
		if (first === undefined || second === undefined || isFinished(a.status?.tier) || isFinished(b.status?.tier))
			return false;
		return graph.concurrent(first, second);
	};
}

/** The order of the main series; `undefined` where no phase names another: they are ordered as written. */
function phaseGraph({ phases }: Plan): DependencyGraph | undefined {
	const ids = new Map(phases.map((phase, index) => [phase, String(index)]));
	const edges: DependencyEdge[] = [];
	for (const [phase, from] of ids) {
		for (const { target } of phase.dependencies) {
			const to = target.kind === "phase" ? ids.get(target.phase) : undefined;
			if (to !== undefined) edges.push({ from, to });
		}
	}
	return edges.length === 0 ? undefined : createDependencyGraph(ids.values(), edges);
}

interface Claim {
	readonly path: string;
	readonly pattern: boolean;
	readonly directory: boolean;
	readonly phase: Phase;
	readonly use: PathUse;
}

/** Concurrent phases whose write sets meet: one finding for two phases and a path, in the order of the document. */
export function writeConflicts(plan: Plan): WriteConflict[] {
	const writes = claimsOf(plan, (phase) => phase.writes);
	return conflicts(plan, writes, writes);
}

/** Concurrent phases of which one reads what the other writes and does not write itself. */
export function readConflicts(plan: Plan): WriteConflict[] {
	return conflicts(
		plan,
		claimsOf(plan, (phase) => {
			const written = new Set(phase.writes.map((use) => use.path));
			return phase.reads.filter((use) => !written.has(use.path));
		}),
		claimsOf(plan, (phase) => phase.writes),
	);
}

/** What unfinished phases do to paths of the repository, ticked items excepted; one claim for a phase and path, the strongest. */
function claimsOf(plan: Plan, usesOf: (phase: Phase) => readonly PathUse[]): Claim[] {
	const claims: Claim[] = [];
	for (const phase of plan.phases) {
		if (isFinished(phase.status?.tier)) continue;
		const strongest = new Map<string, PathUse>();
		for (const use of usesOf(phase)) {
			if (use.outside || use.done === true || use.path === "" || use.path === ".") continue;
			const known = strongest.get(use.path);
			if (!known || STRENGTH[use.action] > STRENGTH[known.action]) strongest.set(use.path, use);
		}
		for (const use of strongest.values()) {
			claims.push({ path: use.path, pattern: use.pattern, directory: use.directory, phase, use });
		}
	}
	return claims;
}

const STRENGTH: Readonly<Record<PathAction, number>> = { read: 0, change: 1, delete: 2, create: 3 };

/** So many claims are looked at for one, and so many conflicts told of it: a path that all of a thousand phases name is told at each, not for each pair. */
const MOST_LOOKED_AT = 1_000;
const MOST_TOLD = 16;

function conflicts(plan: Plan, left: readonly Claim[], right: readonly Claim[]): WriteConflict[] {
	const areConcurrent = concurrentPhases(plan);
	const index = new PathIndex(right);
	const positions = new Map(plan.phases.map((phase, at) => [phase, at]));
	const onPath = new Map<string, Claim[]>();
	for (const claim of right) {
		if (claim.pattern) continue;
		const same = onPath.get(claim.path);
		if (same) same.push(claim);
		else onPath.set(claim.path, [claim]);
	}
	const found: WriteConflict[] = [];
	const seen = new Set<string>();
	for (const claim of left) {
		let [looked, told] = [0, 0];
		for (const { claim: other, witness } of nearestFirst(claim, onPath, index, positions)) {
			if (++looked > MOST_LOOKED_AT || told >= MOST_TOLD) break;
			if (other.phase === claim.phase || !areConcurrent(claim.phase, other.phase)) continue;
			told++;
			const isEarlier = (positions.get(claim.phase) ?? 0) < (positions.get(other.phase) ?? 0);
			const [first, second] = isEarlier ? [claim, other] : [other, claim];
			const key = `${positions.get(first.phase)} ${positions.get(second.phase)} ${first.path}\n${second.path}`;
			if (seen.has(key)) continue;
			seen.add(key);
			found.push(conflictOf(first, second, witness));
		}
	}
	const place = (conflict: WriteConflict): number => conflict.firstUse.range.start;
	return found.sort((a, b) => place(a) - place(b) || a.secondUse.range.start - b.secondUse.range.start);
}

/**
 * What meets a claim, the claims of the same path that stand right before and right behind it first. Where a thousand phases
 * name a path, they tell for all: if each is ordered with the next, all are ordered, and if not, that is a conflict.
 */
function* nearestFirst(
	claim: Claim,
	onPath: ReadonlyMap<string, readonly Claim[]>,
	index: PathIndex<Claim>,
	positions: ReadonlyMap<Phase, number>,
): Generator<PathMeeting<Claim>> {
	const same = claim.pattern ? [] : (onPath.get(claim.path) ?? []);
	const place = positions.get(claim.phase) ?? 0;
	let [low, high] = [0, same.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const other = same[middle];
		if (other && (positions.get(other.phase) ?? 0) < place) low = middle + 1;
		else high = middle;
	}
	const behind = same[low]?.phase === claim.phase ? low + 1 : low;
	const near = [same[low - 1], same[behind]].filter((other) => other !== undefined);
	for (const other of near) {
		const witness = claim.directory && other.directory ? `${claim.path}/` : claim.path;
		yield { claim: other, witness };
	}
	for (const meeting of index.meeting(claim)) if (!near.includes(meeting.claim)) yield meeting;
}

function conflictOf(first: Claim, second: Claim, witness: string): WriteConflict {
	const isPlain = [first, second].every((claim) => !claim.pattern && !claim.directory);
	// Who reads what another phase creates waits for it, even if it stands above.
	const isReversed = first.use.action === "read" && second.use.action === "create";
	return {
		first: first.phase,
		second: second.phase,
		firstUse: first.use,
		secondUse: second.use,
		kind: `${first.use.action}-${second.use.action}`,
		witness,
		certain: isPlain && first.use.action === "create" && second.use.action === "create",
		order: isReversed ? { dependent: first.phase, on: second.phase } : { dependent: second.phase, on: first.phase },
	};
}
