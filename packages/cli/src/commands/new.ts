import { Command } from "commander";
import type { ExitCode } from "../exit-code.js";
import type { NewPlanOptions } from "../new-plan/new-plan.js";
import type { CommandDone } from "./command.js";

/** `acid-plans new`. */
export function createNewCommand(done: CommandDone): Command {
	return new Command("new")
		.summary("make a plan from the template")
		.description(
			"Makes a plan from the folder's template, named as the others are, and lists it in the index.\n" +
				"It passes `acid-plans check` but for the placeholders that are to be filled in. Nothing is overwritten.\n" +
				"Exit codes: 0 done, 2 could not run.",
		)
		.argument("<title>", "what the plan is about, in words")
		.option("--folder <folder>", "the plans folder, where there are several")
		.option("--description <text>", "one line for the index")
		.option("--dry-run", "say what would be written, and write nothing")
		.option("--json", "print JSON (version 1)")
		.action(async (title: string, options: NewPlanOptions) => {
			done(await run(title, options));
		});
}

async function run(title: string, options: NewPlanOptions): Promise<ExitCode> {
	const { newPlan } = await import("../new-plan/new-plan.js");
	return newPlan(process.cwd(), title, options);
}
