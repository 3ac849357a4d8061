import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { createCheckCommand } from "./commands/check.js";
import { createDoctorCommand } from "./commands/doctor.js";
import { createExplainCommand } from "./commands/explain.js";
import { createGraphCommand } from "./commands/graph.js";
import { createIndexCommand } from "./commands/index-page.js";
import { createStatusCommand } from "./commands/status.js";
import { createInitCommand } from "./commands/init.js";
import { createNewCommand } from "./commands/new.js";
import { ExitCode } from "./exit-code.js";
import { CannotRun, describeFailure } from "./problems.js";
import { jsonFailure } from "./report/json-failure.js";

/**
 * Runs the command line. What a command needs is loaded when it is called: a hook that has nothing to do must cost
 * next to nothing.
 *
 * @param args without the program and the script
 * @returns the exit code; everything else goes to the standard output and error. Does not throw.
 */
export async function main(args: readonly string[]): Promise<ExitCode> {
	try {
		let code: ExitCode = ExitCode.clean;
		await createProgram((result) => (code = result)).parseAsync(args, { from: "user" });
		return code;
	} catch (error) {
		if (args.includes("--json") && !isHelp(error)) process.stdout.write(jsonFailure(error));
		if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.clean : ExitCode.couldNotRun;
		const { printable, withoutCommands } = await import("./terminal/printable.js");
		const sentence = printable(error instanceof CannotRun ? error.message : describeFailure(error));
		process.stderr.write(`acid-plans: ${withoutCommands(sentence)}\n`);
		return ExitCode.couldNotRun;
	}
}

/** Commander ends `--help` and `--version` with an error, too. */
function isHelp(error: unknown): boolean {
	return error instanceof CommanderError && error.exitCode === 0;
}

/** Every command there is; each file under `commands/` makes one, and loads what it needs only when it is called. */
const COMMANDS = [
	createInitCommand,
	createNewCommand,
	createCheckCommand,
	createDoctorCommand,
	createStatusCommand,
	createIndexCommand,
	createGraphCommand,
	createExplainCommand,
] as const;

/** The whole command line; `done` is called with the exit code. Exported for the reference page, which is made from its help. */
export function createProgram(done: (code: ExitCode) => void): Command {
	const { version } = createRequire(import.meta.url)("../package.json") as { version: string };
	const program = new Command("acid-plans")
		.description("Checks implementation plans the way a compiler checks code.")
		.version(version)
		.exitOverride()
		.showHelpAfterError("`acid-plans --help` and `acid-plans <command> --help` show what there is.");
	for (const create of COMMANDS) program.addCommand(create(done).copyInheritedSettings(program));
	return program;
}
