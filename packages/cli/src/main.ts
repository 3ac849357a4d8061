import { createRequire } from "node:module";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { CheckOptions } from "./check-options.js";
import { ExitCode } from "./exit-code.js";
import { CannotRun, describeFailure } from "./problems.js";

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
		if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.clean : ExitCode.couldNotRun;
		process.stderr.write(`acid-plans: ${error instanceof CannotRun ? error.message : describeFailure(error)}\n`);
		return ExitCode.couldNotRun;
	}
}

function createProgram(done: (code: ExitCode) => void): Command {
	const { version } = createRequire(import.meta.url)("../package.json") as { version: string };
	const program = new Command("acid-plans")
		.description("Checks implementation plans the way a compiler checks code.")
		.version(version)
		.exitOverride()
		.showHelpAfterError("`acid-plans --help` and `acid-plans <command> --help` show what there is.");

	program
		.command("check")
		.summary("check plans with ESLint")
		.description(
			"Checks plans with ESLint: with the repository's own config, or with acid-plans' defaults where there is none.\n" +
				"Exit codes: 0 clean, 1 findings, 2 could not run.",
		)
		.argument("[paths...]", "files and folders (default: every plan that the config covers)")
		.option(
			"--staged",
			"check the plans as git's index holds them, for hooks; the working tree is neither read nor changed",
		)
		.option("--all", "with --staged: fail on every finding, older ones in untouched plans too")
		.option("--fix", "apply the safe fixes")
		.option(
			"--fix-only",
			"apply the safe fixes of rules that read nothing but the file itself, tell no findings (for lint-staged)",
		)
		.option("--quiet", "tell errors only")
		.addOption(new Option("--max-warnings <n>", "fail with more warnings than this").argParser(parseCount))
		.action(async (paths: string[], options: CheckOptions) => {
			done(await check(paths, options));
		});
	return program;
}

async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
	if (options.all === true && options.staged !== true) {
		throw new CannotRun("`--all` says how `--staged` judges. Give both, or leave it out.");
	}
	if (options.staged === true) {
		if (paths.length > 0)
			throw new CannotRun("`--staged` checks every plan in git's index, so it takes no paths. Leave them out.");
		if (options.fix === true || options.fixOnly === true) {
			throw new CannotRun(
				"`--staged` changes nothing, so it cannot fix. Run `acid-plans check --fix` and stage the result.",
			);
		}
		const { checkStaged } = await import("./check-staged.js");
		return checkStaged(process.cwd(), options);
	}
	if (options.fixOnly === true) {
		const { fixFiles } = await import("./fix-files.js");
		return fixFiles(process.cwd(), paths);
	}
	const { checkFiles } = await import("./check-files.js");
	return checkFiles(process.cwd(), paths, options);
}

function parseCount(value: string): number {
	if (!/^\d+$/.test(value)) throw new InvalidArgumentError("It takes a whole number.");
	return Number(value);
}
