import { printableLine } from "../terminal/printable.js";
import { type GraphPlan, phaseText, type PlansGraph } from "./plans-graph.js";

/** A text as a quoted string of DOT: the quote ends it, and a backslash begins an escape of labels (`\N`, `\l`). */
export function dotString(text: string): string {
	return `"${printableLine(text).replace(/["\\]/g, "\\$&")}"`;
}

/**
 * The graph in the language of Graphviz (https://graphviz.org/doc/info/lang.html). An arrow at a plan as a whole ends at the
 * border of its cluster, which `lhead` and `ltail` with `compound` do.
 */
export function dotGraph({ plans, edges }: PlansGraph): string {
	const byId = new Map(plans.map((plan) => [plan.id, plan]));
	const end = (id: string, side: "first" | "last"): { node: string; cluster: string | undefined } => {
		const phases = byId.get(id)?.phases ?? [];
		const phase = side === "first" ? phases[0] : phases.at(-1);
		return phase === undefined ? { node: id, cluster: undefined } : { node: phase.id, cluster: `cluster_${id}` };
	};
	return [
		"digraph plans {",
		"\tgraph [rankdir=LR, compound=true];",
		"\tnode [shape=box];",
		...plans.flatMap(planLines),
		...edges.map(({ from, to, declared, cycle }) => {
			const tail = end(to, "last");
			const head = end(from, "first");
			const attributes = [
				...(tail.cluster === undefined ? [] : [`ltail=${tail.cluster}`]),
				...(head.cluster === undefined ? [] : [`lhead=${head.cluster}`]),
				...(declared ? [] : ["style=dashed"]),
				...(cycle ? ['color="#c92a2a"', "penwidth=2", "label=cycle"] : []),
			];
			return `\t${tail.node} -> ${head.node}${attributes.length > 0 ? ` [${attributes.join(", ")}]` : ""};`;
		}),
		"}",
	].join("\n");
}

const FILLS: Readonly<Record<string, string>> = {
	done: "#d3f9d8",
	active: "#d0ebff",
	blocked: "#ffe3e3",
	dropped: "#f1f3f5",
};

function planLines({ id, title, path, phases }: GraphPlan): string[] {
	const label = dotString(title ?? path);
	if (phases.length === 0) return [`\t${id} [label=${label}];`];
	return [
		`\tsubgraph cluster_${id} {`,
		`\t\tlabel=${label};`,
		...phases.map((phase) => {
			const fill = FILLS[phase.state];
			const style = fill === undefined ? "" : `, style=filled, fillcolor="${fill}"`;
			return `\t\t${phase.id} [label=${dotString(phaseText(phase))}${style}];`;
		}),
		"\t}",
	];
}
