import {
	createDependencyGraph,
	createPlanReferences,
	type DependencyEdge,
	type DocumentSummary,
	planProgress,
	type PhaseProgress,
	type Tier,
} from "@acid-plans/model";
import type { OpenedPlans } from "../plans/open-plans.js";

export interface GraphPhase {
	readonly id: string;
	readonly name: string;
	readonly title: string;
	readonly line: number;
	readonly state: PhaseProgress["state"];
}

export interface GraphPlan {
	readonly id: string;
	readonly path: string;
	readonly title: string | null;
	readonly status: Tier | null;
	readonly phases: readonly GraphPhase[];
}

/** `from` depends on `to`; both are ids of phases, or of plans as a whole. */
export interface GraphEdge {
	readonly from: string;
	readonly to: string;
	/** `false`: the plan declares no dependencies, so its phases are ordered as written. */
	readonly declared: boolean;
	/** The two wait for each other, perhaps through others. */
	readonly cycle: boolean;
}

/** What `acid-plans graph --format json` prints. Members may be added; a change of one raises the version. */
export interface PlansGraph {
	readonly version: 1;
	readonly plans: readonly GraphPlan[];
	readonly edges: readonly GraphEdge[];
}

/**
 * The dependencies of plans and their phases. A plan that is not among those asked for is in the graph as well where one of
 * them depends on it: an arrow needs an end.
 */
export function plansGraph(opened: readonly OpenedPlans[]): PlansGraph {
	const plans: GraphPlan[] = [];
	const edges: GraphEdge[] = [];
	for (const { documents, workspace } of opened) {
		const all = workspace.documents;
		const shown = withDependencies(
			documents.filter(({ kind }) => kind === "plan"),
			all,
		);
		const ids = new Map(shown.map(({ path }, at) => [path, `p${plans.length + at}`]));
		const raw = shown.flatMap((document) => edgesOf(document, all, ids));
		const graph = createDependencyGraph(...internal(shown, raw, ids));
		edges.push(
			...raw.map(({ from, to, declared }) => ({
				from: from.id,
				to: to.id,
				declared,
				cycle: graph.onOneCycle(from.waits, to.awaited),
			})),
		);
		for (const document of shown) {
			const id = ids.get(document.path) ?? "";
			plans.push({
				id,
				path: document.path,
				title: document.title ?? null,
				status: document.status ?? null,
				phases: planProgress(document, all).phases.map(({ phase, state }, at) => ({
					id: `${id}_${at}`,
					name: phase.name,
					title: phase.title,
					line: phase.line,
					state,
				})),
			});
		}
	}
	return { version: 1, plans, edges };
}

/** How a phase is called in a drawing. */
export function phaseText({ name, title }: GraphPhase): string {
	return title === "" ? name : `${name}: ${title}`;
}

/** A phase, or a plan: it waits where it begins, and others wait for its end. */
interface Place {
	readonly id: string;
	readonly waits: string;
	readonly awaited: string;
}

interface RawEdge {
	readonly from: Place;
	readonly to: Place;
	readonly declared: boolean;
}

const placeOfPhase = (id: string): Place => ({ id, waits: id, awaited: id });
const placeOfPlan = (id: string): Place => ({ id, waits: `${id}:start`, awaited: `${id}:end` });

function edgesOf(
	document: DocumentSummary,
	all: readonly DocumentSummary[],
	ids: ReadonlyMap<string, string>,
): RawEdge[] {
	const references = createPlanReferences(all);
	const own = ids.get(document.path) ?? "";
	const targets = (dependencies: DocumentSummary["dependencies"]): Place[] =>
		dependencies.flatMap((dependency) => {
			const found = references.resolve(document, dependency);
			const id = found && ids.get(found.document.path);
			if (!found || id === undefined || found.unknownPhase) return [];
			if (found.phases)
				return found.phases.map((phase) => placeOfPhase(`${id}_${found.document.phases.indexOf(phase)}`));
			return id === own ? [] : [placeOfPlan(id)];
		});
	const edges = targets(document.dependencies).map((to): RawEdge => ({ from: placeOfPlan(own), to, declared: true }));
	const ofPhases = document.phases.flatMap(({ dependencies }, at) =>
		targets(dependencies).map((to): RawEdge => ({ from: placeOfPhase(`${own}_${at}`), to, declared: true })),
	);
	edges.push(...ofPhases);
	if (!ofPhases.some(({ to }) => to.id.startsWith(`${own}_`))) {
		for (let at = 1; at < document.phases.length; at++)
			edges.push({ from: placeOfPhase(`${own}_${at}`), to: placeOfPhase(`${own}_${at - 1}`), declared: false });
	}
	// A range and a name may say the same twice.
	return [...new Map(edges.map((edge) => [`${edge.from.id} ${edge.to.id}`, edge])).values()];
}

/** Nodes and edges in which a plan as a whole has a start, before all its phases, and an end, after them. */
function internal(
	shown: readonly DocumentSummary[],
	raw: readonly RawEdge[],
	ids: ReadonlyMap<string, string>,
): [string[], DependencyEdge[]] {
	const nodes: string[] = [];
	const edges: DependencyEdge[] = [];
	for (const document of shown) {
		// Nobody waits for what was dropped: it is drawn, and is on no cycle.
		if (document.status === "dropped") continue;
		const { id, waits, awaited } = placeOfPlan(ids.get(document.path) ?? "");
		nodes.push(waits, awaited);
		edges.push({ from: awaited, to: waits });
		for (const [at, phase] of document.phases.entries()) {
			if (phase.status === "dropped") continue;
			const node = `${id}_${at}`;
			nodes.push(node);
			edges.push({ from: node, to: waits }, { from: awaited, to: node });
		}
	}
	edges.push(...raw.map(({ from, to }) => ({ from: from.waits, to: to.awaited })));
	return [nodes, edges];
}

function withDependencies(asked: readonly DocumentSummary[], all: readonly DocumentSummary[]): DocumentSummary[] {
	const references = createPlanReferences(all);
	const found = new Set(asked);
	// A set hands out what is added on the way, too.
	for (const document of found) {
		for (const dependency of [...document.dependencies, ...document.phases.flatMap((phase) => phase.dependencies)]) {
			const other = references.resolve(document, dependency)?.document;
			if (other) found.add(other);
		}
	}
	return all.filter((document) => found.has(document));
}
