import { Command, InvalidArgumentError, Option } from "commander";
import type { CheckOptions } from "../check/check-options.js";
import { givenPath } from "./given-path.js";
import type { ExitCode } from "../exit-code.js";
import { CannotRun } from "../problems.js";
import type { CommandDone } from "./command.js";
import { createOutputOptions, refuseMixedOutputs } from "./output-options.js";

const EXAMPLES = `
Examples:
  acid-plans check docs/plans --format frame
  acid-plans check --staged
  acid-plans check --range origin/main...HEAD --format github --format sarif --output plans.sarif

An --output belongs to the --format in front of it; a --format without one goes to the standard output.`;

/** `acid-plans check`. */
export function createCheckCommand(done: CommandDone): Command {
	const { format, output, requests } = createOutputOptions();
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
		.option(
			"--range <A..B>",
			"check the plans as commit B holds them and judge what changed since A, for CI; A...B: since B left A",
		)
		.option("--all", "with --staged or --range: fail on every finding, older ones in untouched plans too")
		.option("--fix", "apply the safe fixes")
		.option("--fix-dry-run", "show what --fix would change, write nothing, tell the findings that would be left")
		.option(
			"--fix-only",
			"apply the safe fixes of acid-plans rules that read nothing but the file itself, tell no findings (for lint-staged)",
		)
		.addOption(
			new Option(
				"--template <name>",
				"what is asked of plans where the repository has no ESLint config: the sections and fields of acid-plans (the default), or none in particular",
			).choices(["acid", "free"]),
		)
		.option("--quiet", "tell errors only; warnings still count for --max-warnings")
		.addOption(new Option("--max-warnings <n>", "fail with more warnings than this").argParser(parseCount))
		.addOption(format)
		.addOption(output)
		.option("--json", "print JSON (version 1)")
		.addHelpText("after", EXAMPLES)
		.action(async (paths: string[], options: Omit<CheckOptions, "outputs">) => {
			refuseMixedOutputs(requests, options.json === true);
			done(await check(paths.map(givenPath), { ...options, outputs: requests }));
		});
}

async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
	refuseContradictions(paths, options);
	if (options.staged === true || options.range !== undefined) {
		const { checkStaged, checkRange } = await import("../check/check-snapshot.js");
		return options.range === undefined
			? checkStaged(process.cwd(), options)
			: checkRange(process.cwd(), options.range, options);
	}
	const { checkFiles, fixFiles } = await import("../check/check-files.js");
	return options.fixOnly === true ? fixFiles(process.cwd(), paths, options) : checkFiles(process.cwd(), paths, options);
}

/** @throws {CannotRun} two options do not go together */
function refuseContradictions(paths: readonly string[], options: CheckOptions): void {
	const { staged, range, all, fix, fixDryRun, fixOnly, json, outputs } = options;
	if (staged === true && range !== undefined)
		throw new CannotRun("`--staged` checks git's index and `--range` a commit. Give one of them.");
	const snapshot = staged === true ? "--staged" : range === undefined ? undefined : "--range";
	if (all === true && snapshot === undefined)
		throw new CannotRun("`--all` says how `--staged` or `--range` judges. Give both, or leave it out.");
	if (snapshot !== undefined && paths.length > 0) {
		const where = staged === true ? "git's index" : "the commit";
		throw new CannotRun(`\`${snapshot}\` checks every plan in ${where}, so it takes no paths. Leave them out.`);
	}
	if (snapshot !== undefined && (fix === true || fixDryRun === true || fixOnly === true)) {
		throw new CannotRun(
			`\`${snapshot}\` changes nothing, so it cannot fix. Run \`acid-plans check --fix\` and ${staged === true ? "stage" : "commit"} the result.`,
		);
	}
	const fixes = [fix && "--fix", fixDryRun && "--fix-dry-run", fixOnly && "--fix-only"].filter(Boolean);
	if (fixes.length > 1)
		throw new CannotRun(`${fixes.map((name) => `\`${name}\``).join(" and ")} contradict each other. Give one of them.`);
	if (fixOnly === true && (json === true || outputs.length > 0))
		throw new CannotRun("`--fix-only` tells no findings, so it takes neither `--json` nor `--format`. Leave them out.");
}

function parseCount(value: string): number {
	if (!/^\d+$/.test(value)) throw new InvalidArgumentError("It takes a whole number.");
	return Number(value);
}
