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

/**
 * A directed graph over ids. All answers are deterministic: ties go by the order in which the nodes were given.
 * An id that is no node has no dependencies, nothing depends on it, and it is concurrent with nothing.
 */
export interface DependencyGraph {
	readonly nodes: readonly string[];
	/** What `id` depends on directly. */
	dependencies(id: string): readonly string[];
	/** What depends on `id` directly. */
	dependents(id: string): readonly string[];
	/**
	 * One shortest cycle of every strongly connected component, in edge direction, first node not repeated.
	 * In a component so tangled that the search would cost more than `CYCLE_SEARCH_LIMIT` steps: the shortest found until then.
	 */
	cycles(): readonly (readonly string[])[];
	/** Whether `a` depends on `b`, directly or through others. A node depends on itself only on a cycle. */
	dependsOn(a: string, b: string): boolean;
	/** Each of the two depends on the other, or they are one node that depends on itself. */
	onOneCycle(a: string, b: string): boolean;
	/** Neither comes before the other; a node is not concurrent with itself. */
	concurrent(a: string, b: string): boolean;
	/** Dependencies first, else as given; the members of a cycle stand together. */
	order(): readonly string[];
	/** Level by level: what can run once all levels before are done. The members of a cycle share a level. */
	waves(): readonly (readonly string[])[];
	/** The heaviest chain; a node without weight, or with one that is no positive number, counts 0. Undefined for an empty or cyclic graph. */
	criticalPath(weights: ReadonlyMap<string, number>): CriticalPath | undefined;
}

/** Edges that the search for a shortest cycle may follow in one strongly connected component. */
const CYCLE_SEARCH_LIMIT = 5_000_000;

/** Bytes that remembered answers of `dependsOn` may take before they are forgotten. */
const REACH_MEMORY = 32 * 1024 * 1024;

/** Edges whose ends are no nodes are left out; double nodes and edges count once. */
export function createDependencyGraph(nodes: Iterable<string>, edges: Iterable<DependencyEdge>): DependencyGraph {
	const ids = [...new Set(nodes)];
	const indexOf = new Map(ids.map((id, index) => [id, index]));
	const outgoing: Set<number>[] = ids.map(() => new Set());
	const incoming: Set<number>[] = ids.map(() => new Set());
	for (const { from, to } of edges) {
		const source = indexOf.get(from);
		const target = indexOf.get(to);
		if (source === undefined || target === undefined) continue;
		outgoing[source]?.add(target);
		incoming[target]?.add(source);
	}
	const successors = outgoing.map((set) => [...set].sort((a, b) => a - b));
	const predecessors = incoming.map((set) => [...set].sort((a, b) => a - b));
	const { components, componentOf } = stronglyConnectedComponents(successors);
	const name = (index: number): string => ids[index] ?? "";
	const isCyclic = (component: number): boolean => {
		const members = components[component] ?? [];
		const [first] = members;
		return members.length > 1 || (first !== undefined && outgoing[first]?.has(first) === true);
	};
	const reach = createReachability(components, componentOf, successors);

	const dependsOn = (a: string, b: string): boolean => {
		const source = indexOf.get(a);
		const target = indexOf.get(b);
		if (source === undefined || target === undefined) return false;
		const from = componentOf[source] ?? 0;
		const to = componentOf[target] ?? 0;
		return from === to ? isCyclic(from) : reach(from, to);
	};

	return {
		nodes: ids,
		dependencies: (id) => (successors[indexOf.get(id) ?? -1] ?? []).map(name),
		dependents: (id) => (predecessors[indexOf.get(id) ?? -1] ?? []).map(name),
		dependsOn,
		onOneCycle: (a, b) => {
			const component = componentOf[indexOf.get(a) ?? -1];
			return component !== undefined && component === componentOf[indexOf.get(b) ?? -1] && isCyclic(component);
		},
		concurrent: (a, b) => a !== b && indexOf.has(a) && indexOf.has(b) && !dependsOn(a, b) && !dependsOn(b, a),
		cycles: () =>
			components
				.filter((_, component) => isCyclic(component))
				.map((members) => shortestCycle(members, successors, componentOf))
				.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
				.map((cycle) => cycle.map(name)),
		order: () => components.flatMap((members) => members.map(name)),
		waves: () => {
			const levels = levelsOf(components, componentOf, successors);
			const waves: string[][] = [];
			ids.forEach((id, index) => {
				(waves[levels[componentOf[index] ?? 0] ?? 0] ??= []).push(id);
			});
			return waves;
		},
		criticalPath: (weights) => {
			if (ids.length === 0 || components.some((_, component) => isCyclic(component))) return undefined;
			const length: number[] = [];
			const before: (number | undefined)[] = [];
			for (const [index = 0] of components) {
				let heaviest: number | undefined;
				for (const dependency of successors[index] ?? []) {
					if (heaviest === undefined || (length[dependency] ?? 0) > (length[heaviest] ?? 0)) heaviest = dependency;
				}
				const weight = weights.get(name(index)) ?? 0;
				length[index] = (weight > 0 ? weight : 0) + (heaviest === undefined ? 0 : (length[heaviest] ?? 0));
				before[index] = heaviest;
			}
			let last = 0;
			length.forEach((value, index) => {
				if (value > (length[last] ?? 0)) last = index;
			});
			const path: string[] = [];
			for (let at: number | undefined = last; at !== undefined; at = before[at]) path.push(name(at));
			return { path: path.reverse(), length: length[last] ?? 0 };
		},
	};
}

interface Components {
	/** Members ascending; a component stands after all that it depends on, else as its first visited member was given. */
	readonly components: readonly (readonly number[])[];
	readonly componentOf: readonly number[];
}

/** Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of its own: a chain of plans may be longer than the call stack. */
function stronglyConnectedComponents(successors: readonly (readonly number[])[]): Components {
	const visited: number[] = new Array<number>(successors.length).fill(-1);
	const low: number[] = new Array<number>(successors.length).fill(0);
	const componentOf: number[] = new Array<number>(successors.length).fill(-1);
	const components: number[][] = [];
	const open: number[] = [];
	const path: { node: number; next: number }[] = [];
	let clock = 0;
	const enter = (node: number): void => {
		visited[node] = low[node] = clock++;
		open.push(node);
		path.push({ node, next: 0 });
	};
	for (let root = 0; root < successors.length; root++) {
		if (visited[root] !== -1) continue;
		enter(root);
		for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
			const { node } = frame;
			const successor = successors[node]?.[frame.next++];
			if (successor !== undefined) {
				if (visited[successor] === -1) enter(successor);
				else if (componentOf[successor] === -1) low[node] = Math.min(low[node] ?? 0, visited[successor] ?? 0);
				continue;
			}
			path.pop();
			const parent = path.at(-1)?.node;
			if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
			if (low[node] !== visited[node]) continue;
			const members: number[] = [];
			for (let member = open.pop(); member !== undefined; member = open.pop()) {
				componentOf[member] = components.length;
				members.push(member);
				if (member === node) break;
			}
			components.push(members.sort((a, b) => a - b));
		}
	}
	return { components, componentOf };
}

/** The longest way down from each component, in components. */
function levelsOf(
	components: readonly (readonly number[])[],
	componentOf: readonly number[],
	successors: readonly (readonly number[])[],
): number[] {
	const levels: number[] = [];
	components.forEach((members, component) => {
		let level = 0;
		for (const member of members) {
			for (const successor of successors[member] ?? []) {
				const other = componentOf[successor] ?? 0;
				if (other !== component) level = Math.max(level, (levels[other] ?? 0) + 1);
			}
		}
		levels[component] = level;
	});
	return levels;
}

/**
 * Breadth first from every member that has a choice of ways (a cycle through a member with one way on also passes the next).
 * @returns the cycle, from its smallest index on
 */
function shortestCycle(
	members: readonly number[],
	successors: readonly (readonly number[])[],
	componentOf: readonly number[],
): number[] {
	const component = componentOf[members[0] ?? 0];
	const inside = new Map(
		members.map((member) => [member, (successors[member] ?? []).filter((next) => componentOf[next] === component)]),
	);
	const branching = members.filter((member) => (inside.get(member)?.length ?? 0) > 1);
	let best: number[] = [];
	let steps = 0;
	for (const start of branching.length > 0 ? branching : members.slice(0, 1)) {
		const cameFrom = new Map<number, number>();
		let frontier = [start];
		let closing: number | undefined;
		for (let depth = 1; frontier.length > 0 && closing === undefined; depth++) {
			if (best.length > 0 && (depth >= best.length || steps > CYCLE_SEARCH_LIMIT)) break;
			const following: number[] = [];
			for (const node of frontier) {
				for (const next of inside.get(node) ?? []) {
					steps++;
					if (next === start) closing ??= node;
					else if (!cameFrom.has(next)) {
						cameFrom.set(next, node);
						following.push(next);
					}
				}
			}
			frontier = following;
		}
		if (closing === undefined) continue;
		const cycle = [closing];
		for (let at = closing; at !== start;) {
			at = cameFrom.get(at) ?? start;
			cycle.push(at);
		}
		best = cycle.reverse();
	}
	const smallest = best.reduce((at, node, index) => (node < (best[at] ?? 0) ? index : at), 0);
	return [...best.slice(smallest), ...best.slice(0, smallest)];
}

/**
 * Answers whether a component reaches another. What one component reaches is kept as a bit set over its island (the components
 * connected with it in any direction), so plans that have nothing to do with each other cost each other nothing.
 */
function createReachability(
	components: readonly (readonly number[])[],
	componentOf: readonly number[],
	successors: readonly (readonly number[])[],
): (from: number, to: number) => boolean {
	let next: (readonly number[])[] | undefined;
	let island: number[] = [];
	const place: number[] = [];
	const rows = new Map<number, Uint32Array>();
	let memory = 0;

	const prepare = (): (readonly number[])[] => {
		const following = components.map((members, component) => {
			const targets = new Set<number>();
			for (const member of members)
				for (const successor of successors[member] ?? []) targets.add(componentOf[successor] ?? 0);
			targets.delete(component);
			return [...targets];
		});
		island = islandsOf(following);
		const sizes = new Map<number, number>();
		island.forEach((number, component) => {
			place[component] = sizes.get(number) ?? 0;
			sizes.set(number, (place[component] ?? 0) + 1);
		});
		return following;
	};

	const rowOf = (from: number, following: readonly (readonly number[])[]): Uint32Array => {
		const known = rows.get(from);
		if (known !== undefined) return known;
		// Components are numbered dependencies first: nothing behind `from` is reached by it.
		const row = new Uint32Array((place[from] ?? 0) / 32 + 1);
		const stack = [from];
		for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
			for (const target of following[at] ?? []) {
				const bit = place[target] ?? 0;
				const word = row[bit >>> 5] ?? 0;
				if ((word & (1 << (bit & 31))) !== 0) continue;
				row[bit >>> 5] = word | (1 << (bit & 31));
				const shared = rows.get(target);
				if (shared === undefined) stack.push(target);
				else shared.forEach((bits, index) => (row[index] = (row[index] ?? 0) | bits));
			}
		}
		memory += row.byteLength;
		if (memory > REACH_MEMORY) {
			rows.clear();
			memory = row.byteLength;
		}
		rows.set(from, row);
		return row;
	};

	return (from, to) => {
		if (to >= from) return false;
		next ??= prepare();
		if (island[from] !== island[to]) return false;
		const bit = place[to] ?? 0;
		return ((rowOf(from, next)[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
	};
}

/** The number of the weakly connected component of each, by union and find with path halving. */
function islandsOf(following: readonly (readonly number[])[]): number[] {
	const parent = following.map((_, index) => index);
	const find = (index: number): number => {
		let at = index;
		for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
			parent[at] = parent[up] ?? up;
			at = parent[at] ?? at;
		}
		return at;
	};
	following.forEach((targets, component) => {
		for (const target of targets) parent[find(component)] = find(target);
	});
	return following.map((_, index) => find(index));
}
