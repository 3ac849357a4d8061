import { appendAll } from "../text/append-all.js";
import { createDependencyGraph, type DependencyEdge, type DependencyGraph } from "./dependency-graph.js";
import { PathIndex } from "../text/path-overlaps.js";
import { createPlanReferences, type PlanReferences } from "./plan-references.js";
import { isFinished, type ConflictKind } from "./schedule.js";
import type { DependencySummary, DocumentSummary, PhaseSummary, WriteSummary } from "../workspace/workspace.js";

/** Phases of two plans that write one path and are not ordered; `own` is of the plan under which it is listed. */
export interface CrossPlanConflict {
	readonly own: { readonly phase: PhaseSummary; readonly write: WriteSummary };
	readonly other: { readonly document: DocumentSummary; readonly phase: PhaseSummary; readonly write: WriteSummary };
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
}

export interface CrossPlanOptions {
	/** Tell the weaker kinds (anything but create against create) of every open plan, not only of those that have begun. */
	readonly everyOpenPlan?: boolean;
}

/** So many others are named for one write; a path that a hundred plans create needs no list of ninety-nine in each. */
const MOST_OTHERS = 3;

/** So many claims on a path are looked at for one write, so that a much used path costs no square. */
const MOST_LOOKED_AT = 64;

interface Claim {
	readonly path: string;
	readonly pattern: boolean;
	readonly directory: boolean;
	readonly document: DocumentSummary;
	readonly phase: PhaseSummary;
	readonly write: WriteSummary;
	readonly node: string;
	readonly hasBegun: boolean;
}

/**
 * Every conflict between two plans, listed under both paths; for the whole workspace at once, since a rule that looked
 * for its own plan's would make the cost quadratic. PLAN-FORMAT, "Isolated": create against create is told of any two
 * plans that are not done, dropped or archived, the weaker kinds of plans that have begun.
 */
export function findCrossPlanConflicts(
	documents: readonly DocumentSummary[],
	options: CrossPlanOptions = {},
): ReadonlyMap<string, readonly CrossPlanConflict[]> {
	const open = documents.filter((document) => document.kind === "plan" && !isFinished(document.status));
	const claims: Claim[] = [];
	for (const document of open) appendAll(claims, claimsOf(document));
	const found = new Map<string, CrossPlanConflict[]>();
	if (claims.length === 0) return found;

	const order = planOrder(documents);
	const creations = new PathIndex(claims.filter(isPlainCreation));
	const speaks = (claim: Claim): boolean => options.everyOpenPlan === true || claim.hasBegun;
	const spoken = new PathIndex(claims.filter(speaks));
	for (const claim of claims) {
		const conflicts: CrossPlanConflict[] = [];
		const known = new Set<DocumentSummary>();
		const look = (index: PathIndex<Claim>): void => {
			let looked = 0;
			for (const { claim: other, witness } of index.meeting(claim)) {
				if (other.document === claim.document || known.has(other.document)) continue;
				if (++looked > MOST_LOOKED_AT || known.size >= MOST_OTHERS) return;
				if (order.isOrdered(claim.node, other.node)) continue;
				known.add(other.document);
				conflicts.push(conflictOf(claim, other, witness));
			}
		};
		if (isPlainCreation(claim)) look(creations);
		if (speaks(claim)) look(spoken);
		if (conflicts.length === 0) continue;
		const listed = found.get(claim.document.path);
		if (listed) appendAll(listed, conflicts);
		else found.set(claim.document.path, conflicts);
	}
	return found;
}

function isPlainCreation(claim: Claim): boolean {
	return claim.write.action === "create" && !claim.pattern && !claim.directory;
}

/** A plan has begun when it says so or one of its phases has. */
export function hasBegun({ status, phases }: DocumentSummary): boolean {
	return (
		status === "active" ||
		status === "blocked" ||
		phases.some((phase) => phase.status === "active" || phase.status === "done")
	);
}

function claimsOf(document: DocumentSummary): Claim[] {
	const claims: Claim[] = [];
	const begun = hasBegun(document);
	for (const [index, phase] of document.phases.entries()) {
		if (isFinished(phase.status)) continue;
		const seen = new Set<string>();
		for (const write of phase.writes) {
			if (write.path === "" || write.path === "." || seen.has(`${write.action} ${write.path}`)) continue;
			seen.add(`${write.action} ${write.path}`);
			const { path, pattern, directory } = write;
			claims.push({
				path,
				pattern,
				directory,
				document,
				phase,
				write,
				node: phaseNode(document, index),
				hasBegun: begun,
			});
		}
	}
	return claims;
}

function conflictOf(own: Claim, other: Claim, witness: string): CrossPlanConflict {
	return {
		own: { phase: own.phase, write: own.write },
		other: { document: other.document, phase: other.phase, write: other.write },
		kind: `${own.write.action}-${other.write.action}`,
		certain: isPlainCreation(own) && isPlainCreation(other),
		witness,
		ownWaits: own.hasBegun === other.hasBegun ? own.document.path > other.document.path : other.hasBegun,
	};
}

/** Which phases of different plans are ordered by dependencies between plans. */
export interface PlanOrder {
	/** Nodes are those of {@link phaseNode}. */
	isOrdered(a: string, b: string): boolean;
}

const orders = new WeakMap<readonly DocumentSummary[], PlanOrder>();

/** The order of a workspace; made once for one list of documents. */
export function planOrder(documents: readonly DocumentSummary[]): PlanOrder {
	let order = orders.get(documents);
	if (!order) orders.set(documents, (order = createPlanOrder(documents)));
	return order;
}

/** The name of a phase in the order of plans, by its place in the main series. */
export function phaseNode(document: DocumentSummary, index: number): string {
	return `${document.path}#${index}`;
}

/**
 * Only plans that name another plan, and those they name, can be ordered: the graph holds no others. Besides its phases
 * a plan has two nodes: its start, which waits for what the plan as a whole depends on and which every phase waits for,
 * and its end, which waits for every phase.
 */
function createPlanOrder(documents: readonly DocumentSummary[]): PlanOrder {
	const references = createPlanReferences(documents);
	const involved = new Set<DocumentSummary>();
	const edges: DependencyEdge[] = [];
	const start = (document: DocumentSummary): string => `${document.path}#start`;
	const end = (document: DocumentSummary): string => `${document.path}#end`;
	const link = (from: string, document: DocumentSummary, dependency: DependencySummary): void => {
		const resolved = references.resolve(document, dependency);
		if (!resolved || resolved.document === document) return;
		involved.add(document);
		involved.add(resolved.document);
		if (!resolved.phases) edges.push({ from, to: end(resolved.document) });
		for (const phase of resolved.phases ?? [])
			edges.push({ from, to: phaseNode(resolved.document, resolved.document.phases.indexOf(phase)) });
	};
	for (const document of documents) {
		for (const dependency of document.dependencies) link(start(document), document, dependency);
		for (const [index, phase] of document.phases.entries()) {
			for (const dependency of phase.dependencies) {
				if (dependency.link !== undefined || (dependency.title ?? "") !== "")
					link(phaseNode(document, index), document, dependency);
			}
		}
	}
	if (involved.size === 0) return { isOrdered: () => false };

	const nodes: string[] = [];
	for (const document of involved) {
		nodes.push(start(document), end(document));
		for (const index of document.phases.keys()) {
			const node = phaseNode(document, index);
			nodes.push(node);
			edges.push({ from: node, to: start(document) }, { from: end(document), to: node });
		}
		edges.push({ from: end(document), to: start(document) }, ...ownEdges(document, references));
	}
	const graph: DependencyGraph = createDependencyGraph(nodes, edges);
	return { isOrdered: (a, b) => graph.dependsOn(a, b) || graph.dependsOn(b, a) };
}

/** The order inside a plan: its dependencies, or as written where no phase names another. */
function ownEdges(document: DocumentSummary, references: PlanReferences): DependencyEdge[] {
	const edges: DependencyEdge[] = [];
	const { phases } = document;
	const indexOf = new Map(phases.map((phase, index) => [phase, index]));
	for (const [index, phase] of phases.entries()) {
		for (const dependency of phase.dependencies) {
			if (dependency.link !== undefined || (dependency.title ?? "") !== "") continue;
			for (const target of references.resolve(document, dependency)?.phases ?? []) {
				edges.push({ from: phaseNode(document, index), to: phaseNode(document, indexOf.get(target) ?? index) });
			}
		}
	}
	if (edges.length > 0) return edges;
	return phases
		.slice(1)
		.map((_phase, index) => ({ from: phaseNode(document, index + 1), to: phaseNode(document, index) }));
}
