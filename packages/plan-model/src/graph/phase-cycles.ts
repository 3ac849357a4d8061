import { createDependencyGraph, type DependencyEdge } from "./dependency-graph.js";
import type { Dependency, Phase, Plan } from "../plan.js";

/** Phases of one plan that wait for each other. */
export interface PhaseCycle {
	/** Each waits for the next, and the last for the first; the first stands first in the document. */
	readonly phases: readonly Phase[];
	/** The dependency of the first phase on the second. */
	readonly edge: Dependency;
}

/** The cycles that the declared dependencies of a plan make. */
export interface PhaseCycles {
	/** A shortest cycle of every knot of phases; a phase that names itself is none. */
	readonly cycles: readonly PhaseCycle[];
	/** Both phases are on one cycle. */
	includes(from: Phase, to: Phase): boolean;
}

const known = new WeakMap<Plan, PhaseCycles>();

/** Where the phases of a plan wait for each other, through dependencies inside the plan; computed once for a plan. */
export function phaseCycles(plan: Plan): PhaseCycles {
	let cycles = known.get(plan);
	if (!cycles) known.set(plan, (cycles = findCycles(plan)));
	return cycles;
}

function findCycles(plan: Plan): PhaseCycles {
	const ids = new Map(plan.allPhases.map((phase, index) => [phase, String(index)]));
	const edges: DependencyEdge[] = [];
	for (const [phase, from] of ids) {
		for (const { target } of phase.dependencies) {
			const to = target.kind === "phase" ? ids.get(target.phase) : undefined;
			if (to !== undefined && to !== from) edges.push({ from, to });
		}
	}
	const graph = createDependencyGraph(ids.values(), edges);
	return {
		cycles: graph.cycles().flatMap((cycle) => {
			const phases = cycle.flatMap((id) => plan.allPhases[Number(id)] ?? []);
			const [first, second] = phases;
			const edge = first?.dependencies.find(({ target }) => target.kind === "phase" && target.phase === second);
			return edge ? [{ phases, edge }] : [];
		}),
		includes: (from, to) => from !== to && graph.onOneCycle(ids.get(from) ?? "", ids.get(to) ?? ""),
	};
}
