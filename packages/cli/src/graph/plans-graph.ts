import {
	createDependencyGraph,
	createPlanReferences,
	type DependencyEdge,
	type DocumentSummary,
	planProgress,
	type PhaseProgress,
	type Tier,
	unreadPlans,
} from "@acid-plans/model";
import type { OpenedPlans } from "../plans/open-plans.js";
import { type UnreadDocument, unreadDocuments } from "../plans/tell-unread.js";

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
	/** Documents that are not drawn, since nothing is known of them. */
	readonly unread: readonly UnreadDocument[];
}

/**
 * The dependencies of plans and their phases. A plan that is not among those asked for is in the graph as well where one of
 * them depends on it: an arrow needs an end.
 */
export function plansGraph(opened: readonly OpenedPlans[]): PlansGraph {
	const drawn = drawnDocuments(opened);
	const raw = drawn.flatMap(edgesOf);
	const graph = createDependencyGraph(...internal(drawn, raw));
	return {
		version: 1,
		plans: drawn.map(({ document, all, unread, id }) => ({
			id,
			path: document.path,
			title: document.title ?? null,
			status: document.status ?? null,
			phases: planProgress(document, all, unread).phases.map(({ phase, state }, at) => ({
				id: `${id}_${at}`,
				name: phase.name,
				title: phase.title,
				line: phase.line,
				state,
			})),
		})),
		edges: raw.map(({ from, to, declared }) => ({
			from: from.id,
			to: to.id,
			declared,
			cycle: graph.onOneCycle(from.waits, to.awaited),
		})),
		unread: unreadDocuments(opened),
	};
}

/** A plan of the graph, with the documents among which its dependencies are looked for. */
interface Drawn {
	readonly document: DocumentSummary;
	readonly all: readonly DocumentSummary[];
	/** Plans of which nothing is known. */
	readonly unread: readonly string[];
	readonly id: string;
	/** The id of another document of the same repository, if it is drawn. */
	readonly idOf: (path: string) => string | undefined;
}

/** Each document once, though the workspaces of several configs may know it. */
function drawnDocuments(opened: readonly OpenedPlans[]): Drawn[] {
	const ids = new Map<string, string>();
	const drawn: Drawn[] = [];
	for (const { root, documents, workspace } of opened) {
		const all = workspace.documents;
		const unread = unreadPlans(workspace);
		const idOf = (path: string): string | undefined => ids.get(`${root}\0${path}`);
		const asked = documents.filter(({ kind }) => kind === "plan");
		for (const document of withDependencies(asked, all)) {
			if (idOf(document.path) !== undefined) continue;
			const id = `p${ids.size}`;
			ids.set(`${root}\0${document.path}`, id);
			drawn.push({ document, all, unread, id, idOf });
		}
	}
	return drawn;
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

function edgesOf({ document, all, id: own, idOf }: Drawn): RawEdge[] {
	const references = createPlanReferences(all);
	const targets = (dependencies: DocumentSummary["dependencies"]): Place[] =>
		dependencies.flatMap((dependency) => {
			const found = references.resolve(document, dependency);
			const id = found && idOf(found.document.path);
			if (!found || id === undefined || found.unknownPhase) return [];
			if (found.phases)
				return found.phases.map((phase) => placeOfPhase(`${id}_${found.document.phases.indexOf(phase)}`));
			return id === own ? [] : [placeOfPlan(id)];
		});
	const edges = targets(document.dependencies).map((to): RawEdge => ({ from: placeOfPlan(own), to, declared: true }));
	const ofPhases = document.phases.flatMap(({ dependencies }, at) =>
		targets(dependencies).map((to): RawEdge => ({ from: placeOfPhase(`${own}_${at}`), to, declared: true })),
	);
	// Not spread into arguments: a plan may have more dependencies than the stack has room for.
	for (const edge of ofPhases) edges.push(edge);
	if (!ofPhases.some(({ to }) => to.id.startsWith(`${own}_`))) {
		for (let at = 1; at < document.phases.length; at++)
			edges.push({ from: placeOfPhase(`${own}_${at}`), to: placeOfPhase(`${own}_${at - 1}`), declared: false });
	}
	// A range and a name may say the same twice.
	return [...new Map(edges.map((edge) => [`${edge.from.id} ${edge.to.id}`, edge])).values()];
}

/** Nodes and edges in which a plan as a whole has a start, before all its phases, and an end, after them. */
function internal(drawn: readonly Drawn[], raw: readonly RawEdge[]): [string[], DependencyEdge[]] {
	const nodes: string[] = [];
	const edges: DependencyEdge[] = [];
	for (const { document, id } of drawn) {
		// Nobody waits for what was dropped: it is drawn, and is on no cycle.
		if (document.status === "dropped") continue;
		const { waits, awaited } = placeOfPlan(id);
		nodes.push(waits, awaited);
		edges.push({ from: awaited, to: waits });
		for (const [at, phase] of document.phases.entries()) {
			if (phase.status === "dropped") continue;
			const node = `${id}_${at}`;
			nodes.push(node);
			edges.push({ from: node, to: waits }, { from: awaited, to: node });
		}
	}
	for (const { from, to } of raw) edges.push({ from: from.waits, to: to.awaited });
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
