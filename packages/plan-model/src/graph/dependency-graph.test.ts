import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDependencyGraph, type DependencyEdge, type DependencyGraph } from "./dependency-graph.js";

/** `"a>b c>d e"`: a depends on b, c on d; e stands alone. Nodes in order of appearance. */
function graph(text: string): DependencyGraph {
	const pairs = text.split(" ").map((word) => word.split(">"));
	return createDependencyGraph(
		pairs.flat(),
		pairs.flatMap(([from, to]) => (from !== undefined && to !== undefined ? [{ from, to }] : [])),
	);
}

describe("cycles", () => {
	it.each<[string, string[][]]>([
		["a>b b>c", []],
		["a>a", [["a"]]],
		["a>b b>a", [["a", "b"]]],
		["a>b b>c c>a c>d", [["a", "b", "c"]]],
		// the short way round, once a component
		["a>b b>c c>a b>a", [["a", "b"]]],
		[
			"x>y y>x a>b b>a x>a",
			[
				["x", "y"],
				["a", "b"],
			],
		],
		["a>b b>c c>b", [["b", "c"]]],
		["a>b b>c c>d d>a b>b", [["b"]]],
	])("%s", (text, expected) => {
		expect(graph(text).cycles()).toEqual(expected);
	});
});

describe("dependsOn and concurrent", () => {
	const diamond = graph("d>b d>c b>a c>a e");

	it.each<[string, string, boolean, boolean]>([
		["d", "a", true, false],
		["a", "d", false, false],
		["b", "c", false, true],
		["e", "a", false, true],
		["a", "a", false, false],
		["a", "nowhere", false, false],
	])("%s and %s", (a, b, depends, concurrent) => {
		expect([diamond.dependsOn(a, b), diamond.concurrent(a, b)]).toEqual([depends, concurrent]);
	});

	it("holds on cycles", () => {
		const cyclic = graph("a>b b>a c>c");
		expect([cyclic.dependsOn("a", "a"), cyclic.dependsOn("a", "b"), cyclic.dependsOn("c", "c")]).toEqual([
			true,
			true,
			true,
		]);
		expect(cyclic.concurrent("a", "b")).toBe(false);
	});
});

describe("order, waves and critical path", () => {
	it("keeps the given order where dependencies allow it", () => {
		expect(graph("a b c>b d").order()).toEqual(["a", "b", "c", "d"]);
		expect(graph("a>d b c").order()).toEqual(["d", "a", "b", "c"]);
		expect(graph("a>b b>a c>a").order()).toEqual(["a", "b", "c"]);
	});

	it("groups by the longest way", () => {
		expect(graph("a b>a c>a d>b d>a e").waves()).toEqual([["a", "e"], ["b", "c"], ["d"]]);
		expect(graph("a>b b>a c>a").waves()).toEqual([["a", "b"], ["c"]]);
	});

	it("finds the heaviest chain", () => {
		const weights = new Map([
			["a", 1],
			["b", 5],
			["c", 2],
			["d", 1],
			["e", 4],
		]);
		expect(graph("b>a c>a d>b d>c e").criticalPath(weights)).toEqual({ path: ["a", "b", "d"], length: 7 });
		expect(graph("a>b b>a").criticalPath(weights)).toBeUndefined();
		expect(createDependencyGraph([], []).criticalPath(weights)).toBeUndefined();
	});
});

it("leaves out edges to nowhere and counts doubles once", () => {
	const doubled = createDependencyGraph(
		["a", "b", "a"],
		[
			{ from: "a", to: "b" },
			{ from: "a", to: "b" },
			{ from: "a", to: "z" },
		],
	);
	expect([doubled.nodes, doubled.dependencies("a"), doubled.dependents("b")]).toEqual([["a", "b"], ["b"], ["a"]]);
});

it("answers for 100,000 nodes in a row", () => {
	const ids = Array.from({ length: 100_000 }, (_, index) => String(index));
	const chain = ids.slice(1).map((to, index): DependencyEdge => ({ from: String(index), to }));
	const long = createDependencyGraph(ids, chain);
	expect([long.dependsOn("0", "99999"), long.dependsOn("99999", "0"), long.concurrent("5", "6")]).toEqual([
		true,
		false,
		false,
	]);
	expect([long.order()[0], long.waves().length, long.cycles()]).toEqual(["99999", 100_000, []]);
	expect(
		long.criticalPath(
			new Map([
				["7", 1],
				["9", 2],
			]),
		)?.length,
	).toBe(3);
	const ring = createDependencyGraph(ids, [...chain, { from: "99999", to: "0" }]);
	expect(ring.cycles()[0]?.length).toBe(100_000);
});

describe("against the definition", () => {
	const arbitrary = fc.integer({ min: 1, max: 9 }).chain((size) => {
		const id = fc.integer({ min: 0, max: size - 1 }).map(String);
		return fc.record({
			nodes: fc.constant(Array.from({ length: size }, (_, index) => String(index))),
			edges: fc.array(fc.record({ from: id, to: id }), { maxLength: 16 }),
		});
	});

	/** Warshall's closure. */
	function closure(nodes: readonly string[], edges: readonly DependencyEdge[]): Set<string> {
		const reached = new Set(edges.map(({ from, to }) => `${from} ${to}`));
		for (const via of nodes)
			for (const from of nodes)
				for (const to of nodes)
					if (reached.has(`${from} ${via}`) && reached.has(`${via} ${to}`)) reached.add(`${from} ${to}`);
		return reached;
	}

	it("dependsOn is the transitive closure, whatever the order of questions", () => {
		fc.assert(
			fc.property(arbitrary, fc.boolean(), ({ nodes, edges }, backwards) => {
				const tested = createDependencyGraph(nodes, edges);
				const reached = closure(nodes, edges);
				const pairs = nodes.flatMap((a) => nodes.map((b) => [a, b] as const));
				for (const [a, b] of backwards ? pairs.reverse() : pairs)
					expect(tested.dependsOn(a, b)).toBe(reached.has(`${a} ${b}`));
			}),
		);
	});

	it("order and waves put dependencies first, every cycle is one and none is shorter", () => {
		fc.assert(
			fc.property(arbitrary, ({ nodes, edges }) => {
				const tested = createDependencyGraph(nodes, edges);
				const reached = closure(nodes, edges);
				const waves = tested.waves();
				const order = tested.order();
				expect([...order].sort()).toEqual(nodes);
				for (const { from, to } of edges) {
					if (reached.has(`${to} ${from}`)) continue;
					expect(order.indexOf(to)).toBeLessThan(order.indexOf(from));
					expect(waves.findIndex((wave) => wave.includes(to))).toBeLessThan(
						waves.findIndex((wave) => wave.includes(from)),
					);
				}
				for (const cycle of tested.cycles()) {
					cycle.forEach((id, index) => expect(tested.dependencies(id)).toContain(cycle[(index + 1) % cycle.length]));
					for (const other of nodes.filter(
						(id) => tested.dependsOn(id, cycle[0] ?? "") && tested.dependsOn(cycle[0] ?? "", id),
					))
						expect(girthThrough(tested, other)).toBeGreaterThanOrEqual(cycle.length);
				}
			}),
		);
	});

	function girthThrough(tested: DependencyGraph, start: string): number {
		let frontier = new Set(tested.dependencies(start));
		for (let length = 1; length <= tested.nodes.length; length++) {
			if (frontier.has(start)) return length;
			frontier = new Set([...frontier].flatMap((id) => tested.dependencies(id)));
		}
		return Number.POSITIVE_INFINITY;
	}
});
