import { Command } from "commander";
import type { IndexOptions } from "../index-page/update-index.js";
import { givenPath } from "./given-path.js";
import type { CommandDone } from "./command.js";

/** `acid-plans index`. */
export function createIndexCommand(done: CommandDone): Command {
	return new Command("index")
		.summary("bring the index of a plans folder up to date")
		.description(
			"Adds plans that the index does not list, and corrects what it says otherwise than the plans, in its own form. " +
				"No entry is removed; one moves only to the group of its plan's status. What only a person can decide is told.\n" +
				"Exit codes: 0 up to date, 1 something is left (with --check: or would be written), 2 could not run.",
		)
		.argument("[paths...]", "plans folders (default: every one that the config covers)")
		.option("--check", "write nothing; print what would change")
		.option("--create", "write an index for a folder that has none")
		.option("--json", "print JSON (version 1)")
		.action(async (paths: string[], options: IndexOptions) => {
			const { updateIndex } = await import("../index-page/update-index.js");
			done(await updateIndex(process.cwd(), paths.map(givenPath), options));
		});
}
