import { createDependencyGraph, type DependencyGraph } from "./dependency-graph.js";
import type { Dependency, Phase, Plan } from "../plan.js";
import { createPlanGraph } from "./plan-graph.js";
import { createPlanReferences, type PlanReference } from "./plan-references.js";
import { isFinished } from "./schedule.js";
import type { DocumentSummary, PhaseSummary, Workspace } from "../workspace/workspace.js";

/** A dependency between two plans that are both open: `from` can only be carried out as a whole after `to`. */
export interface SerialEdge {
	readonly from: DocumentSummary;
	/** `undefined`: the plan as a whole. */
	readonly phase: PhaseSummary | undefined;
	readonly to: DocumentSummary;
	readonly on: PhaseSummary | undefined;
}

/** Plans of which each must come before the next, and the last before the first. */
export interface SerialCycle {
	/** The dependency of this plan that is part of it. */
	readonly dependency: Dependency;
	/** From this plan on, back to it. */
	readonly edges: readonly SerialEdge[];
}

interface WrittenEdge extends SerialEdge {
	readonly reference: PlanReference;
}

interface Serial {
	readonly graph: DependencyGraph;
	readonly edges: ReadonlyMap<string, readonly WrittenEdge[]>;
}

const known = new WeakMap<readonly DocumentSummary[], Serial>();

/**
 * Why a plan and others cannot be carried out one after the other: their phases depend on each other's in turns, though
 * no phase waits for itself. In the words of databases, the schedule is not serialisable: the graph of the transactions,
 * with an edge wherever a part of one must follow a part of another, has a cycle (Bernstein, Hadzilacos and Goodman,
 * Concurrency Control and Recovery in Database Systems, 1987, chapter 2). Finished plans and phases force nothing.
 *
 * @returns a shortest cycle through the first dependency that is on one; `undefined` also where phases themselves wait in
 * a circle, which is worse and said elsewhere
 */
export function serialCycle(plan: Plan, workspace: Workspace): SerialCycle | undefined {
	const { documents } = workspace;
	const own = plan.path === undefined ? undefined : workspace.document(plan.path);
	if (!own || !isOpen(own)) return undefined;
	const places: readonly (readonly [Phase | undefined, number | undefined, readonly Dependency[]])[] = [
		[undefined, undefined, plan.dependencies],
		...plan.phases.map((phase, at) => [phase, at, phase.dependencies] as const),
	];
	if (!places.some(([, , dependencies]) => dependencies.some(({ target }) => target.kind === "plan"))) return undefined;
	const serial = known.get(documents) ?? serialGraph(documents);
	known.set(documents, serial);
	for (const [phase, at, dependencies] of places) {
		if (isFinished(phase?.status?.tier)) continue;
		for (const dependency of dependencies) {
			if (dependency.target.kind !== "plan") continue;
			const edge = edgeOf(documents, own, at === undefined ? undefined : own.phases[at], dependency.target);
			if (!edge || !serial.graph.onOneCycle(edge.from.path, edge.to.path)) continue;
			const edges = [{ ...edge, reference: dependency.target }, ...wayBack(serial, edge.to.path, own.path)];
			const graph = createPlanGraph(documents);
			const isCircle = edges.some(
				(each) =>
					graph.cycleThrough(each.from, each.phase && each.from.phases.indexOf(each.phase), each.reference) !==
					undefined,
			);
			if (!isCircle) return { dependency, edges };
		}
	}
	return undefined;
}

function serialGraph(documents: readonly DocumentSummary[]): Serial {
	const edges = new Map<string, WrittenEdge[]>();
	for (const document of documents.filter(isOpen)) {
		const own: WrittenEdge[] = [];
		const add = (phase: PhaseSummary | undefined, references: readonly PlanReference[]): void => {
			for (const reference of references) {
				const edge = edgeOf(documents, document, phase, reference);
				if (edge) own.push({ ...edge, reference });
			}
		};
		add(undefined, document.dependencies);
		for (const phase of document.phases) if (!isFinished(phase.status)) add(phase, phase.dependencies);
		if (own.length > 0) edges.set(document.path, own);
	}
	const nodes = documents.filter(isOpen).map(({ path }) => path);
	return {
		graph: createDependencyGraph(
			nodes,
			[...edges.values()].flat().map(({ from, to }) => ({ from: from.path, to: to.path })),
		),
		edges,
	};
}

/** `undefined` for a dependency inside the plan, on something finished, and on what is not there. */
function edgeOf(
	documents: readonly DocumentSummary[],
	from: DocumentSummary,
	phase: PhaseSummary | undefined,
	reference: PlanReference,
): SerialEdge | undefined {
	if (reference.link === undefined && (reference.title ?? "") === "") return undefined;
	const found = createPlanReferences(documents).resolve(from, reference);
	if (!found || found.document.path === from.path || found.unknownPhase || !isOpen(found.document)) return undefined;
	const on = found.phases?.find(({ status }) => !isFinished(status));
	return found.phases && !on ? undefined : { from, phase, to: found.document, on };
}

function isOpen({ kind, status }: DocumentSummary): boolean {
	return kind === "plan" && !isFinished(status);
}

/** A shortest way between two plans on one cycle. */
function wayBack({ graph, edges }: Serial, from: string, to: string): readonly WrittenEdge[] {
	const cameBy = new Map<string, WrittenEdge | undefined>([[from, undefined]]);
	const queue = [from];
	for (let path = queue[0], at = 0; path !== undefined && !cameBy.has(to); path = queue[++at]) {
		for (const edge of edges.get(path) ?? []) {
			if (cameBy.has(edge.to.path) || !graph.onOneCycle(edge.to.path, to)) continue;
			cameBy.set(edge.to.path, edge);
			queue.push(edge.to.path);
		}
	}
	const way: WrittenEdge[] = [];
	for (let edge = cameBy.get(to); edge; edge = cameBy.get(edge.from.path)) way.push(edge);
	return way.reverse();
}
