import { appendAll } from "../text/append-all.js";
import { createDependencyGraph, type DependencyEdge, type DependencyGraph } from "./dependency-graph.js";
import { createPlanReferences, type PlanReferences } from "./plan-references.js";
import { mayMeanUnread } from "./unread-plans.js";
import type { DependencySummary, DocumentSummary } from "../workspace/workspace.js";

/** Which phases of different plans are ordered by dependencies between plans. */
export interface PlanOrder {
	/** Nodes are those of {@link phaseNode}. */
	isOrdered(a: string, b: string): boolean;
	/**
	 * The plan names another one or is named by one; every other plan is ordered with none. Where one waits for a document
	 * that could not be read, any plan may be named in that.
	 */
	isInvolved(document: DocumentSummary): boolean;
}

const orders = new WeakMap<readonly DocumentSummary[], PlanOrder>();

/** Stands for every document that could not be read: what waits for one may be ordered with any plan. */
const UNREAD = "?";

/**
 * The order of a workspace; made once for one list of documents.
 *
 * @param unread documents that could not be read, which are the same as long as the list is
 */
export function planOrder(documents: readonly DocumentSummary[], unread: readonly string[] = []): PlanOrder {
	let order = orders.get(documents);
	if (!order) orders.set(documents, (order = createPlanOrder(documents, unread)));
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
function createPlanOrder(documents: readonly DocumentSummary[], unread: readonly string[]): PlanOrder {
	const references = createPlanReferences(documents);
	const involved = new Set<DocumentSummary>();
	const links: { from: string; document: DocumentSummary; dependency: DependencySummary }[] = [];
	const beyond: DependencyEdge[] = [];
	const start = (document: DocumentSummary): string => `${document.path}#start`;
	const end = (document: DocumentSummary): string => `${document.path}#end`;
	const link = (from: string, document: DocumentSummary, dependency: DependencySummary): void => {
		const on = references.documentOf(document, dependency);
		if (!on && mayMeanUnread(document, dependency, unread)) {
			involved.add(document);
			beyond.push({ from, to: UNREAD });
		}
		if (!on || on === document) return;
		involved.add(document);
		involved.add(on);
		links.push({ from, document, dependency });
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

	/** Most questions are about plans that have nothing to do with each other: the graph is made for the first that has. */
	let graph: DependencyGraph | undefined;
	const wholeGraph = (): DependencyGraph => {
		if (graph) return graph;
		const nodes: string[] = [UNREAD];
		const edges: DependencyEdge[] = links.flatMap(({ from, document, dependency }) => {
			const resolved = references.resolve(document, dependency);
			if (!resolved) return [];
			const { document: on, phases } = resolved;
			return phases
				? phases.map((phase) => ({ from, to: phaseNode(on, on.phases.indexOf(phase)) }))
				: [{ from, to: end(on) }];
		});
		appendAll(edges, beyond);
		for (const document of involved) {
			nodes.push(start(document), end(document));
			for (const index of document.phases.keys()) {
				const node = phaseNode(document, index);
				nodes.push(node);
				edges.push({ from: node, to: start(document) }, { from: end(document), to: node });
			}
			edges.push({ from: end(document), to: start(document) });
			appendAll(edges, ownEdges(document, references));
		}
		return (graph = createDependencyGraph(nodes, edges));
	};
	const dependsOn = (a: string, b: string): boolean => wholeGraph().dependsOn(a, b);
	const isUnknown = (node: string): boolean => beyond.length > 0 && dependsOn(node, UNREAD);
	return {
		isOrdered: (a, b) => dependsOn(a, b) || dependsOn(b, a) || isUnknown(a) || isUnknown(b),
		isInvolved: (document) => beyond.length > 0 || involved.has(document),
	};
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
