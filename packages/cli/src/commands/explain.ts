import { Command } from "commander";
import type { ExplainOptions } from "../explain/explain-rule.js";
import type { CommandDone } from "./command.js";

/** `acid-plans explain`. */
export function createExplainCommand(done: CommandDone): Command {
	return new Command("explain")
		.summary("show the page of a rule, or list all rules")
		.description(
			"Shows what a rule reports and why, with examples; without a rule, all of them with the preset that switches each on.\n" +
				"Exit codes: 0 told, 2 there is no such rule.",
		)
		.argument("[rule]", "its name, with or without `acid-plans/`")
		.option("--json", "print JSON (version 1)")
		.action(async (rule: string | undefined, options: ExplainOptions) => {
			const { explain } = await import("../explain/explain-rule.js");
			done(explain(rule, options));
		});
}
