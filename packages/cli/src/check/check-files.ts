import { join, relative, sep } from "node:path";
import type { CheckOptions } from "./check-options.js";
import { count, tellReport } from "./check-report.js";
import { ExitCode } from "../exit-code.js";
import { givenPlansFolders } from "./given-folders.js";
import { markdownFiles, markdownFilesOfProject } from "./plan-files.js";
import { createPlanLinter, type PlanLinter } from "./plan-linter.js";
import { noMarkdown, noPlansFolder, notCovered } from "../problems.js";

/**
 * `acid-plans check [paths]`: lints the plans of the working tree and prints findings and summary.
 *
 * @param paths files and folders; none: every plan that the config covers
 * @throws {CannotRun}
 */
export async function checkFiles(cwd: string, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
	const files = paths.length > 0 ? markdownFiles(cwd, paths) : markdownFilesOfProject(cwd);
	const linter = await createPlanLinter({
		cwd,
		files,
		plans: givenPlansFolders(cwd, paths),
		snapshot: "worktree",
		fix: options.fix,
		quiet: options.quiet,
	});
	const covered = await coveredBy(linter, files);
	if (covered.length === 0) return tellNothingCovered(cwd, linter, paths, files);

	const results = await linter.eslint.lintFiles(covered);
	if (linter.tally.documents === 0) throw notCovered(relative(cwd, covered[0] ?? ""), shown(cwd, linter));
	if (options.fix === true) await linter.writeFixes(results);
	const notes = linter.isWithoutGit
		? ["This is no git repository, so nothing was compared with tracked files and history."]
		: [];
	return tellReport(linter.eslint, { results, tally: linter.tally, notes }, options);
}

/** The files for which the config switches on a rule of acid-plans. */
export async function coveredBy(linter: PlanLinter, files: readonly string[]): Promise<string[]> {
	const covered: string[] = [];
	for (const file of files) if (await linter.covers(file)) covered.push(file);
	return covered;
}

/**
 * No file is a plan: fine where the config knows plans elsewhere, and no answer where it does not know any.
 *
 * @throws {CannotRun} the rules are off everywhere, or there is nothing to check
 */
async function tellNothingCovered(
	cwd: string,
	linter: PlanLinter,
	paths: readonly string[],
	files: readonly string[],
): Promise<ExitCode> {
	if (linter.configFile !== undefined) {
		const elsewhere = [join(cwd, "plans", "plan.md"), ...(paths.length > 0 ? markdownFilesOfProject(cwd) : [])];
		if ((await coveredBy(linter, elsewhere)).length === 0) {
			throw notCovered(relative(cwd, files.find(isInPlansFolder) ?? files[0] ?? "plans"), shown(cwd, linter));
		}
	}
	if (paths.length === 0) throw files.length === 0 ? noMarkdown([cwd]) : noPlansFolder();
	process.stdout.write(`Checked 0 plans, 0 phases: none of ${count(files.length, ".md file")} is in a plans folder\n`);
	return ExitCode.clean;
}

function isInPlansFolder(file: string): boolean {
	return file.split(sep).includes("plans");
}

function shown(cwd: string, { configFile }: PlanLinter): string | undefined {
	return configFile && relative(cwd, configFile);
}
