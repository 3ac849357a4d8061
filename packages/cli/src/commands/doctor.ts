import { Command } from "commander";
import type { DoctorOptions } from "../doctor/show-diagnosis.js";
import type { CommandDone } from "./command.js";

/** `acid-plans doctor`. */
export function createDoctorCommand(done: CommandDone): Command {
	return new Command("doctor")
		.summary("tell what is off, and how to turn it on")
		.description(
			"Looks at the computed config of a plan (rules, language, parser, processor), versions, git, hooks in all work trees, and suppressions.\n" +
				"Exit codes: 0 all is in order, 1 something is off, 2 could not run.",
		)
		.argument("[plan]", "the plan whose config is looked at (default: the first that the config covers)")
		.option("--json", "print JSON (version 1)")
		.action(async (plan: string | undefined, options: DoctorOptions) => {
			const { showDiagnosis } = await import("../doctor/show-diagnosis.js");
			done(await showDiagnosis(process.cwd(), plan, options));
		});
}
