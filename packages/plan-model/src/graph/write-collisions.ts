import { type CrossPlanConflict, type CrossPlanOptions, findCrossPlanConflicts } from "./cross-plan-conflicts.js";
import type { PathUse, Phase, Plan } from "../plan.js";
import { type ConflictKind, writeConflicts } from "./schedule.js";
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
}

/** The other end: a phase of this plan, or of another one. */
export interface CollidingPhase {
	/** `undefined`: of this plan. */
	readonly document: DocumentSummary | undefined;
	readonly phase: Phase | PhaseSummary;
	/** Where it names the path. */
	readonly line: number;
}

/** The conflicts between plans are found for all at once; the list of documents stays the same as long as nothing changed. */
const crossPlan = new WeakMap<
	readonly DocumentSummary[],
	Map<boolean, ReadonlyMap<string, readonly CrossPlanConflict[]>>
>();

/**
 * The phases of a plan that collide with concurrent ones: inside the plan, told at the later phase, and with other
 * plans. Two phases are told once, however many paths they share: one dependency orders them.
 * @param isShared whether many phases may write a path
 */
export function writeCollisions(
	plan: Plan,
	workspace: Workspace | undefined,
	isShared: (path: string) => boolean,
	options: CrossPlanOptions = {},
): WriteCollision[] {
	const collisions = [...ownCollisions(plan), ...(workspace ? otherCollisions(plan, workspace, options) : [])].filter(
		({ use, witness }) => !isShared(witness) && !isShared(use.path),
	);
	const first = new Map<string, WriteCollision>();
	for (const collision of collisions.sort(
		(a, b) => Number(b.certain) - Number(a.certain) || a.use.range.start - b.use.range.start,
	)) {
		const { phase, other } = collision;
		const key = `${phase.range.start} ${other.document?.path ?? ""}\n${"line" in other.phase ? other.phase.line : other.phase.range.start}`;
		const known = first.get(key);
		first.set(key, known ? { ...known, more: known.more + 1 } : collision);
	}
	return [...first.values()].sort((a, b) => a.use.range.start - b.use.range.start);
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
		};
	});
}

function otherCollisions(plan: Plan, workspace: Workspace, options: CrossPlanOptions): WriteCollision[] {
	const summary = workspace.document(plan.path ?? "");
	if (!summary) return [];
	return conflictsOf(workspace.documents, options.everyOpenPlan === true, summary.path).flatMap(
		({ own, other, kind, certain, witness, ownWaits }) => {
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
					other: { document: other.document, phase: other.phase, line: other.write.line },
					kind,
					certain,
					witness,
					more: 0,
					waits: ownWaits,
				},
			];
		},
	);
}

function conflictsOf(
	documents: readonly DocumentSummary[],
	everyOpenPlan: boolean,
	path: string,
): readonly CrossPlanConflict[] {
	let known = crossPlan.get(documents);
	if (!known) crossPlan.set(documents, (known = new Map<boolean, ReadonlyMap<string, readonly CrossPlanConflict[]>>()));
	let conflicts = known.get(everyOpenPlan);
	if (!conflicts) known.set(everyOpenPlan, (conflicts = findCrossPlanConflicts(documents, { everyOpenPlan })));
	return conflicts.get(path) ?? [];
}
