import { createDependencyGraph, type DependencyEdge, type DependencyGraph } from "./dependency-graph.js";
import { createPlanReferences, type PlanReference } from "./plan-references.js";
import type { DependencySummary, DocumentSummary, PhaseSummary } from "../workspace/workspace.js";

/** A place on a cycle: a phase, or a plan as a whole. */
export interface PlanCycleStep {
	readonly document: DocumentSummary;
	readonly phase: PhaseSummary | undefined;
}

/** What the plans of a workspace wait for, as far as it is declared. */
export interface PlanGraph {
	/**
	 * A shortest cycle through a dependency on another plan.
	 *
	 * @param from the document that declares it
	 * @param phase the phase that does, by its place in the main series; `undefined`: the plan as a whole
	 * @returns from the declaring phase on, each waiting for the next and the last for the first; `undefined`: no cycle
	 */
	cycleThrough(
		from: DocumentSummary,
		phase: number | undefined,
		reference: PlanReference,
	): readonly PlanCycleStep[] | undefined;
}

const known = new WeakMap<readonly DocumentSummary[], PlanGraph>();

/**
 * The graph of a workspace; made once for one list of documents.
 *
 * A plan has a node for its start, one for its end and one for each phase of its main series. A phase waits for the
 * start of its plan and the end for every phase, so that a dependency of a plan as a whole holds for all its phases,
 * and one on a plan as a whole waits for all of them. Only declared dependencies count, not the order in which phases
 * are written. Archived and dropped plans and dropped phases are out: nobody waits for them any more.
 */
export function createPlanGraph(documents: readonly DocumentSummary[]): PlanGraph {
	let graph = known.get(documents);
	if (!graph) known.set(documents, (graph = new WorkspaceGraph(documents)));
	return graph;
}

class WorkspaceGraph implements PlanGraph {
	readonly #documents: readonly DocumentSummary[];
	readonly #ids: ReadonlyMap<string, number>;
	readonly #graph: DependencyGraph;

	constructor(documents: readonly DocumentSummary[]) {
		this.#documents = documents;
		this.#ids = new Map(documents.map(({ path }, index) => [path, index]));
		const nodes: string[] = [];
		const edges: DependencyEdge[] = [];
		for (const [index, document] of documents.entries()) {
			// Without a dependency on another plan there is no way out of the document, and so no cycle through it.
			if (!isWaitedFor(document) || !allDependencies(document).some(namesPlan)) continue;
			const start = `${index}:start`;
			const end = `${index}:end`;
			nodes.push(start, end);
			edges.push({ from: end, to: start });
			for (const to of this.#targets(document, document.dependencies)) edges.push({ from: start, to });
			for (const [at, phase] of document.phases.entries()) {
				if (phase.status === "dropped") continue;
				const id = `${index}:${at}`;
				nodes.push(id);
				edges.push({ from: id, to: start }, { from: end, to: id });
				for (const to of this.#targets(document, phase.dependencies)) edges.push({ from: id, to });
			}
		}
		this.#graph = createDependencyGraph(nodes, edges);
	}

	cycleThrough(
		from: DocumentSummary,
		phase: number | undefined,
		reference: PlanReference,
	): readonly PlanCycleStep[] | undefined {
		const source = `${this.#ids.get(from.path) ?? ""}:${phase ?? "start"}`;
		let best: readonly string[] | undefined;
		for (const target of this.#targets(from, [reference])) {
			const path = this.#graph.onOneCycle(source, target) ? this.#way(target, source) : undefined;
			if (path && (!best || path.length < best.length)) best = path;
		}
		return best && this.#steps([source, ...best]);
	}

	/** The nodes that dependencies of a document point at; one on the document itself as a whole is none. */
	#targets(from: DocumentSummary, references: readonly PlanReference[]): string[] {
		const resolver = createPlanReferences(this.#documents);
		return references.flatMap((reference) => {
			const found = resolver.resolve(from, reference);
			const index = found && this.#ids.get(found.document.path);
			if (!found || index === undefined || found.unknownPhase) return [];
			if (found.phases) return found.phases.map((phase) => `${index}:${found.document.phases.indexOf(phase)}`);
			return found.document.path === from.path ? [] : [`${index}:end`];
		});
	}

	/** A shortest way from one node to another on the same cycle, both ends but the last included. */
	#way(from: string, to: string): readonly string[] {
		const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
		const queue = [from];
		for (let node = queue[0], at = 0; node !== undefined && !cameFrom.has(to); node = queue[++at]) {
			for (const next of this.#graph.dependencies(node)) {
				if (cameFrom.has(next) || !this.#graph.onOneCycle(next, to)) continue;
				cameFrom.set(next, node);
				queue.push(next);
			}
		}
		const way: string[] = [];
		for (let node = cameFrom.get(to); node !== undefined; node = cameFrom.get(node)) way.push(node);
		return from === to ? [] : way.reverse();
	}

	/** Start and end beside a phase of the same plan say nothing that the phase does not; alone they are the plan. */
	#steps(nodes: readonly string[]): PlanCycleStep[] {
		const steps: PlanCycleStep[] = [];
		for (const node of nodes) {
			const [index, at = ""] = node.split(":");
			const document = this.#documents[Number(index)];
			if (!document) continue;
			const step = { document, phase: document.phases[Number(at)] };
			const last = steps.at(-1);
			if (last?.document !== document) steps.push(step);
			else if (!last.phase) steps[steps.length - 1] = step;
			else if (step.phase) steps.push(step);
		}
		// The way may end at the end of the plan in which it began.
		const first = steps[0];
		const last = steps.at(-1);
		if (steps.length > 1 && first?.phase && last && last.document === first.document && !last.phase) steps.pop();
		return steps;
	}
}

function isWaitedFor(document: DocumentSummary): boolean {
	return document.kind === "plan" && document.status !== "dropped";
}

function allDependencies(document: DocumentSummary): DependencySummary[] {
	return [...document.dependencies, ...document.phases.flatMap((phase) => phase.dependencies)];
}

function namesPlan({ link, title }: PlanReference): boolean {
	return link !== undefined || (title ?? "") !== "";
}
