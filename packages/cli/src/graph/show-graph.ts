import { ExitCode } from "../exit-code.js";
import { openPlans } from "../plans/open-plans.js";
import { tellUnread } from "../plans/tell-unread.js";
import { jsonText } from "../terminal/json-text.js";
import { withoutCommands } from "../terminal/printable.js";
import { dotGraph } from "./dot.js";
import { mermaidGraph } from "./mermaid.js";
import { plansGraph, type PlansGraph } from "./plans-graph.js";

export type GraphFormat = "mermaid" | "dot" | "json";

const WRITERS: Readonly<Record<GraphFormat, (graph: PlansGraph) => string>> = {
	mermaid: mermaidGraph,
	dot: dotGraph,
	json: (graph) => jsonText(graph).trimEnd(),
};

/**
 * `acid-plans graph [paths]`: prints the dependencies of plans and phases.
 *
 * @throws {CannotRun}
 */
export async function showGraph(cwd: string, paths: readonly string[], format: GraphFormat): Promise<ExitCode> {
	const graph = plansGraph(await openPlans(cwd, paths));
	const text = WRITERS[format](graph);
	process.stdout.write(`${format === "json" ? text : withoutCommands(text)}\n`);
	tellUnread(graph.unread);
	return graph.edges.some(({ cycle }) => cycle) ? ExitCode.findings : ExitCode.clean;
}
