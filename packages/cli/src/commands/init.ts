import { Command, Option } from "commander";
import type { ExitCode } from "../exit-code.js";
import type { InitOptions } from "../init/init.js";
import type { CommandDone } from "./command.js";

/** `acid-plans init`. */
export function createInitCommand(done: CommandDone): Command {
	return new Command("init")
		.summary("protect the plans of this repository")
		.description(
			"Adds what is missing for a bad plan not to land: config, hooks, lint-staged entry, plans folder, editor settings. " +
				"With --install nothing is left to do by hand.\n" +
				"It only ever adds: what it cannot add safely to a file of yours, it prints. A second run changes nothing.\n" +
				"Exit codes: 0 done, or told with --dry-run, 2 could not run.",
		)
		.option("--plans <folder...>", "plans folders (default: every folder `plans`)")
		.addOption(
			new Option("--template <name>", "what is asked of plans (default: proposed from those there are)").choices([
				"acid",
				"free",
			]),
		)
		.addOption(
			new Option("--hooks <tool>", "what runs the hooks (default: the tool in use)").choices([
				"husky",
				"lefthook",
				"simple-git-hooks",
				"pre-commit",
				"none",
			]),
		)
		.option("--github", "add a GitHub workflow, too")
		.option("--install", "run the commands that install packages and switch the hooks on")
		.option("--dry-run", "show what would be written, and write nothing")
		.option("--json", "print JSON (version 1)")
		.action(async (options: InitOptions) => {
			done(await run(options));
		});
}

async function run(options: InitOptions): Promise<ExitCode> {
	const { init } = await import("../init/init.js");
	return init(process.cwd(), options);
}
