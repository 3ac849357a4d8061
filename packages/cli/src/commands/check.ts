import { Command, InvalidArgumentError, Option } from "commander";
import type { CheckOptions } from "../check/check-options.js";
import type { ExitCode } from "../exit-code.js";
import { CannotRun } from "../problems.js";
import type { CommandDone } from "./command.js";

/** `acid-plans check`. */
export function createCheckCommand(done: CommandDone): Command {
	return new Command("check")
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
		const { checkStaged } = await import("../check/check-staged.js");
		return checkStaged(process.cwd(), options);
	}
	if (options.fixOnly === true) {
		const { fixFiles } = await import("../check/fix-files.js");
		return fixFiles(process.cwd(), paths);
	}
	const { checkFiles } = await import("../check/check-files.js");
	return checkFiles(process.cwd(), paths, options);
}

function parseCount(value: string): number {
	if (!/^\d+$/.test(value)) throw new InvalidArgumentError("It takes a whole number.");
	return Number(value);
}
