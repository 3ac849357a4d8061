import {
	type CrossPlanConflict,
	type CrossPlanConflicts,
	type CrossPlanOptions,
	findCrossPlanConflicts,
} from "./cross-plan-conflicts.js";
import type { ForeignPlans, PlannedWrite } from "./foreign-writes.js";
import type { PathUse, Phase, Plan } from "../plan.js";
import { type ConflictKind, writeConflicts } from "./schedule.js";
import { unreadPaths } from "./unread-plans.js";
import type { DocumentSummary, PhaseSummary, Workspace } from "../workspace/workspace.js";

/** Two phases that may run at the same time and write one path; listed once for the two, with the first of their paths. */
export interface WriteCollision {
	/** The phase of this plan under which it is told, and where it names the path. */
	readonly phase: Phase;
	readonly use: PathUse;
	readonly other: CollidingPhase;
	readonly kind: ConflictKind;
	/** Both create this very path. */
	readonly certain: boolean;
	readonly witness: string;
	/** Further paths on which the two meet. */
	readonly more: number;
	/** Whether this phase should wait for the other one. */
	readonly waits: boolean;
	/** The plans that write it, too, where they are too many to be told one by one; `other` is of the first of them. */
	readonly crowd: CollidingCrowd | undefined;
}

/** Phases of many plans that meet one path. */
export interface CollidingCrowd {
	/** The first of them, one of each plan. */
	readonly named: readonly CollidingPhase[];
	/** How many plans there are besides the named ones. */
	readonly more: number;
	/** There are more than could be counted. */
	readonly isMore: boolean;
	has(document: DocumentSummary): boolean;
}

/** The other end: a phase of this plan, or of another one. */
export interface CollidingPhase {
	/** `undefined`: of this plan. */
	readonly document: DocumentSummary | undefined;
	readonly phase: Phase | PhaseSummary;
	/** Where it names the path. */
	readonly line: number;
}

interface KnownConflicts {
	readonly options: CrossPlanOptions;
	readonly isShared: (path: string) => boolean;
	readonly conflicts: CrossPlanConflicts;
}

/** What all plans write is sorted once; the list of documents stays the same as long as nothing changed. */
const crossPlan = new WeakMap<readonly DocumentSummary[], KnownConflicts[]>();

/** So many answers are kept for one list of documents: a config may ask several ways, a caller that makes its own function each time none. */
const MOST_KNOWN = 4;

/**
 * The phases of a plan that collide with concurrent ones: inside the plan, told at the later phase, and with other
 * plans. Two phases are told once, however many paths they share: one dependency orders them. A path that many plans
 * write is told once for all of them.
 * @param isShared whether many phases may write a path; pass the same function again, what is known is kept by it
 */
export function writeCollisions(
	plan: Plan,
	workspace: Workspace | undefined,
	isShared: (path: string) => boolean,
	options: CrossPlanOptions = {},
): WriteCollision[] {
	const collisions = [
		...ownCollisions(plan).filter(({ use, witness }) => !isShared(witness) && !isShared(use.path)),
		...(workspace ? otherCollisions(plan, workspace, isShared, options) : []),
	];
	const first = new Map<string, WriteCollision>();
	for (const collision of collisions.sort(
		(a, b) => Number(b.certain) - Number(a.certain) || a.use.range.start - b.use.range.start,
	)) {
		const { phase, other, crowd } = collision;
		const key = `${phase.range.start} ${(crowd?.named ?? [other]).map(nodeOf).join("\n")} ${crowd ? crowd.more : ""}`;
		const known = first.get(key);
		first.set(key, known ? { ...known, more: known.more + 1 } : collision);
	}
	return [...first.values()].sort((a, b) => a.use.range.start - b.use.range.start);
}

function nodeOf({ document, phase }: CollidingPhase): string {
	return `${document?.path ?? ""}\n${"line" in phase ? phase.line : phase.range.start}`;
}

function ownCollisions(plan: Plan): WriteCollision[] {
	return writeConflicts(plan).map(({ first, second, firstUse, secondUse, kind, certain, witness, order }) => {
		const [own, others] = kind.split("-") as [string, string];
		return {
			phase: second,
			use: secondUse,
			other: { document: undefined, phase: first, line: plan.lines.position(firstUse.range.start).line },
			kind: `${others}-${own}` as ConflictKind,
			certain,
			witness,
			more: 0,
			waits: order.dependent === second,
			crowd: undefined,
		};
	});
}

function otherCollisions(
	plan: Plan,
	workspace: Workspace,
	isShared: (path: string) => boolean,
	options: CrossPlanOptions,
): WriteCollision[] {
	const summary = workspace.document(plan.path ?? "");
	if (!summary) return [];
	const unread = unreadPaths(workspace.problems);
	return conflictsOf(workspace.documents, isShared, { ...options, unread }, summary.path).flatMap(
		({ own, other, kind, certain, witness, ownWaits, crowd }) => {
			const phase = plan.phases[summary.phases.indexOf(own.phase)];
			const use = phase?.writes.find(
				({ path, action, range }) =>
					path === own.write.path &&
					action === own.write.action &&
					plan.lines.position(range.start).line === own.write.line,
			);
			if (!phase || !use) return [];
			return [
				{
					phase,
					use,
					other: collidingPhase(other),
					kind,
					certain,
					witness,
					more: 0,
					waits: ownWaits,
					crowd: crowd && collidingCrowd(crowd),
				},
			];
		},
	);
}

/** The phase of another plan that writes a path. */
export function collidingPhase({ document, phase, write }: PlannedWrite): CollidingPhase {
	return { document, phase, line: write.line };
}

/** Many plans, with the first of them by name. */
export function collidingCrowd(plans: ForeignPlans): CollidingCrowd {
	const named = plans.named.map(({ write }) => collidingPhase(write));
	return { named, more: plans.count - named.length, isMore: plans.isMore, has: (document) => plans.has(document) };
}

function conflictsOf(
	documents: readonly DocumentSummary[],
	isShared: (path: string) => boolean,
	options: CrossPlanOptions,
	path: string,
): readonly CrossPlanConflict[] {
	let known = crossPlan.get(documents);
	if (!known) crossPlan.set(documents, (known = []));
	let entry = known.find(
		(each) =>
			each.isShared === isShared &&
			each.options.repository === options.repository &&
			each.options.everyOpenPlan === options.everyOpenPlan,
	);
	if (!entry) {
		entry = { options, isShared, conflicts: findCrossPlanConflicts(documents, isShared, options) };
		known.unshift(entry);
		known.length = Math.min(known.length, MOST_KNOWN);
	}
	return entry.conflicts.of(path);
}
