/** `from` depends on `to`. */
export interface DependencyEdge {
	readonly from: string;
	readonly to: string;
}

export interface CriticalPath {
	/** From the first to be done to the last. */
	readonly path: readonly string[];
	readonly length: number;
}

/** A directed graph over ids. All answers are deterministic: ties go by the order in which the nodes were given. */
export interface DependencyGraph {
	readonly nodes: readonly string[];
	/** What `id` depends on directly. */
	dependencies(id: string): readonly string[];
	/** What depends on `id` directly. */
	dependents(id: string): readonly string[];
	/** One shortest cycle of every strongly connected component, in edge direction, first node not repeated. */
	cycles(): readonly (readonly string[])[];
	/** Whether `a` depends on `b`, directly or through others. A node depends on itself only on a cycle. */
	dependsOn(a: string, b: string): boolean;
	/** Neither comes before the other; a node is not concurrent with itself. */
	concurrent(a: string, b: string): boolean;
	/** Dependencies first, else as given; the members of a cycle stand together. */
	order(): readonly string[];
	/** Level by level: what can run once all levels before are done. The members of a cycle share a level. */
	waves(): readonly (readonly string[])[];
	/** The heaviest chain; a node without weight counts 0. Undefined for an empty or cyclic graph. */
	criticalPath(weights: ReadonlyMap<string, number>): CriticalPath | undefined;
}

/** Edges whose ends are no nodes are left out; double nodes and edges count once. */
export function createDependencyGraph(nodes: Iterable<string>, edges: Iterable<DependencyEdge>): DependencyGraph {
	void nodes;
	void edges;
	throw new Error("not written yet");
}
