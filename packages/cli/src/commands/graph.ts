import { Command, Option } from "commander";
import type { GraphFormat } from "../graph/show-graph.js";
import { givenPath } from "./given-path.js";
import type { CommandDone } from "./command.js";

/** `acid-plans graph`. */
export function createGraphCommand(done: CommandDone): Command {
	return new Command("graph")
		.summary("draw the dependencies of plans and phases")
		.description(
			"Prints the dependencies of plans and their phases. Arrows go from what comes first to what waits for it; dashed ones " +
				"are the order as written of a plan that declares no dependencies. What waits for itself is marked as a cycle.\n" +
				"Exit codes: 0 no cycle, 1 a cycle, 2 could not run.",
		)
		.argument("[paths...]", "files and folders (default: every plan that the config covers)")
		.addOption(new Option("--format <format>", "what to print").choices(["mermaid", "dot", "json"]).default("mermaid"))
		.option("--json", "the same as --format json (version 1)")
		.action(async (paths: string[], options: { readonly format: GraphFormat; readonly json?: boolean }) => {
			const { showGraph } = await import("../graph/show-graph.js");
			done(await showGraph(process.cwd(), paths.map(givenPath), options.json === true ? "json" : options.format));
		});
}
