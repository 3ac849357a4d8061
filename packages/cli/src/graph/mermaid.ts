import { printableLine } from "../terminal/printable.js";
import { type GraphPhase, type GraphPlan, phaseText, type PlansGraph } from "./plans-graph.js";

/**
 * Everything that means something inside a quoted label: the quote ends it, `#` and `;` make an entity, `$$` begins a
 * formula, HTML is HTML, and the rest is Markdown, which Mermaid reads in labels without being asked: a title that begins
 * with `1. ` is drawn as "Unsupported markdown: list". Entities are put back behind its Markdown reader.
 *
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
const SPECIAL = /[#;$&<>"'`\\*_~[\]@]|:(?=\/\/|fa-)|(?<=^\d{1,9})[.)]|^[-+=]|(?<=^www)\.|(?<=[ (]www)\./giu;

/** A text as the label of a node. */
export function mermaidLabel(text: string): string {
	return `"${printableLine(text).replace(SPECIAL, (character) => `#${character.charCodeAt(0)};`)}"`;
}

/** A flowchart in Mermaid, which GitHub and GitLab draw inside Markdown. Arrows go from what comes first to what waits for it. */
export function mermaidGraph({ plans, edges }: PlansGraph): string {
	const arrows = edges.map(({ from, to, declared, cycle }) => {
		const arrow = declared ? "-->" : "-.->";
		return `\t${to} ${arrow}${cycle ? "|cycle|" : ""} ${from}`;
	});
	const onCycle = edges.flatMap(({ cycle }, at) => (cycle ? [at] : []));
	return [
		"flowchart LR",
		...plans.flatMap(planLines),
		...arrows,
		"\tclassDef done fill:#d3f9d8,stroke:#2b8a3e,color:#000",
		"\tclassDef active fill:#d0ebff,stroke:#1864ab,color:#000",
		"\tclassDef blocked fill:#ffe3e3,stroke:#c92a2a,color:#000",
		"\tclassDef dropped fill:#f1f3f5,stroke:#868e96,color:#495057,stroke-dasharray:4",
		...(onCycle.length > 0 ? [`\tlinkStyle ${onCycle.join(",")} stroke:#c92a2a,stroke-width:3px`] : []),
	].join("\n");
}

function planLines(plan: GraphPlan): string[] {
	const label = mermaidLabel(plan.title ?? plan.path);
	if (plan.phases.length === 0) return [`\t${plan.id}[${label}]`];
	return [
		`\tsubgraph ${plan.id}[${label}]`,
		...plan.phases.map((phase) => `\t\t${phase.id}[${mermaidLabel(phaseText(phase))}]${classOf(phase)}`),
		"\tend",
	];
}

function classOf({ state }: GraphPhase): string {
	return state === "ready" || state === "waiting" ? "" : `:::${state}`;
}
