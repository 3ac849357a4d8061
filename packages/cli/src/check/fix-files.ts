import { coveredBy } from "./check-files.js";
import { ExitCode } from "../exit-code.js";
import { givenPlansFolders } from "./given-folders.js";
import { markdownFiles, markdownFilesOfProject } from "./plan-files.js";
import { createPlanLinter } from "./plan-linter.js";

/**
 * `acid-plans check --fix-only`: writes the fixes of rules that read nothing but the file itself. It is the task of
 * lint-staged, which sees the working tree's siblings and not those of the commit: so rules that look beyond the file
 * are not asked, findings are not told, and the verdict is left to `check --staged`.
 *
 * @throws {CannotRun}
 */
export async function fixFiles(cwd: string, paths: readonly string[]): Promise<ExitCode> {
	const files = paths.length > 0 ? markdownFiles(cwd, paths) : markdownFilesOfProject(cwd);
	const linter = await createPlanLinter({
		cwd,
		files,
		plans: givenPlansFolders(cwd, paths),
		snapshot: "worktree",
		fix: "in-file",
	});
	const covered = await coveredBy(linter, files);
	// `lintFiles` of nothing would mean everything.
	if (covered.length > 0) await linter.writeFixes(await linter.eslint.lintFiles(covered));
	return ExitCode.clean;
}
