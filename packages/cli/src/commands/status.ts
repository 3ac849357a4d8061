import { Command } from "commander";
import type { StatusOptions } from "../status/show-status.js";
import { givenPath } from "./given-path.js";
import type { CommandDone } from "./command.js";

/** `acid-plans status`. */
export function createStatusCommand(done: CommandDone): Command {
	return new Command("status")
		.summary("tell how far plans are and what can start")
		.description(
			"Tells of each plan its status, how many phases are done, which can start, what the others wait for, and whether the index agrees.\n" +
				"Exit codes: 0 told, 2 could not run.",
		)
		.argument("[paths...]", "files and folders (default: every plan that the config covers)")
		.option("--all", "archived plans, too")
		.option("--json", "print JSON (version 1)")
		.action(async (paths: string[], options: StatusOptions) => {
			const { showStatus } = await import("../status/show-status.js");
			done(await showStatus(process.cwd(), paths.map(givenPath), options));
		});
}
