import { join, relative, sep } from "node:path";
import { baseFolder } from "./base-folder.js";
import type { CheckOptions } from "./check-options.js";
import { count, tellReport } from "./check-report.js";
import { ExitCode } from "../exit-code.js";
import { givenPlansFolders } from "./given-folders.js";
import { describeLinks, refuseHiddenFiles } from "./plan-links.js";
import { type FoundFiles, markdownFiles, markdownFilesOfProject } from "./plan-files.js";
import { coveredBy, createPlanLinter, type PlanLinter, type PlanLinterOptions } from "./plan-linter.js";
import { areRefused } from "../plans/refused-text.js";
import { noMarkdown, noPlansFolder, notCovered, unreadableDocuments } from "../problems.js";
import { ProgressLine } from "./progress-line.js";
import { templateNotes } from "./template-notes.js";
import type { FixedFile } from "../report/check-json.js";

/**
 * `acid-plans check [paths]`: lints the plans of the working tree and tells findings and summary.
 *
 * @param paths files and folders; none: every plan that the config covers
 * @throws {CannotRun}
 */
export async function checkFiles(cwd: string, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
	const progress = new ProgressLine();
	const fixes = options.fix === true || options.fixDryRun === true;
	const { linter, found, covered } = await openWorktree(cwd, paths, {
		fix: fixes && (options.quiet === true ? "errors" : true),
		// Warnings have to be counted, though nobody is told of them.
		quiet: options.quiet === true && options.maxWarnings === undefined,
		progress,
		template: options.template,
	});
	const withoutGit = linter.isWithoutGit
		? ["This is no git repository, so nothing was compared with tracked files and history."]
		: [];
	const linkNotes = await describeLinks(cwd, linter, found.links, covered);
	if (covered.length === 0) {
		const note = await nothingCovered(cwd, linter, paths, found.files, linkNotes);
		return tellReport(
			linter.eslint,
			{ cwd, source: "worktree", results: [], tally: linter.tally, notes: [...linkNotes, note] },
			options,
		);
	}

	progress.total = covered.length;
	const results = await linter.eslint.lintFiles([...covered]);
	progress.clear();
	if (linter.tally.documents === 0 && !(await areRefused(results)))
		throw notCovered(relative(cwd, covered[0] ?? ""), shown(cwd, linter));
	const fixed = fixes
		? (await import("../report/fixed-files.js")).fixedFiles(results, baseFolder(cwd), options.fix === true)
		: [];
	if (options.fix === true) await linter.writeFixes(results);
	const notes = [...withoutGit, ...linkNotes, ...describeFixes(fixed), ...templateNotes(linter, results, options)];
	return tellReport(
		linter.eslint,
		{ cwd, source: "worktree", results, tally: linter.tally, notes, fixes: fixed },
		options,
	);
}

/**
 * `acid-plans check --fix-only`: writes the fixes of our rules that read nothing but the file itself. It is the task of
 * lint-staged, which sees the working tree's siblings and not those of the commit: so rules that look beyond the file
 * are not asked, findings are not told, and the verdict is left to `check --staged`.
 *
 * @throws {CannotRun}
 */
export async function fixFiles(
	cwd: string,
	paths: readonly string[],
	{ template }: Pick<CheckOptions, "template">,
): Promise<ExitCode> {
	const { linter, covered } = await openWorktree(cwd, paths, { fix: "in-file", template });
	// `lintFiles` of nothing would mean everything.
	if (covered.length > 0) await linter.writeFixes(await linter.eslint.lintFiles([...covered]));
	return ExitCode.clean;
}

interface Worktree {
	readonly linter: PlanLinter;
	/** What was asked for. */
	readonly found: FoundFiles;
	/** What of it the config covers. */
	readonly covered: readonly string[];
}

async function openWorktree(
	cwd: string,
	paths: readonly string[],
	options: Pick<PlanLinterOptions, "fix" | "quiet" | "progress" | "template">,
): Promise<Worktree> {
	const found = paths.length > 0 ? markdownFiles(cwd, paths) : markdownFilesOfProject(cwd);
	const { files } = found;
	const plans = givenPlansFolders(cwd, paths);
	const linter = await createPlanLinter({ cwd, files, plans, snapshot: "worktree", ...options });
	const covered = await coveredBy(linter, files);
	await refuseHiddenFiles(cwd, linter, found, covered);
	return { linter, found, covered };
}

/**
 * No file is a plan: fine where the config knows plans elsewhere, and no answer where it does not know any.
 *
 * @returns what to say of it
 * @throws {CannotRun} the rules are off everywhere, or there is nothing to check
 */
async function nothingCovered(
	cwd: string,
	linter: PlanLinter,
	paths: readonly string[],
	files: readonly string[],
	linkNotes: readonly string[],
): Promise<string> {
	if (linter.configFile !== undefined) {
		const elsewhere = [join(cwd, "plans", "plan.md"), ...(paths.length > 0 ? markdownFilesOfProject(cwd).files : [])];
		if ((await coveredBy(linter, elsewhere)).length === 0) {
			throw notCovered(relative(cwd, files.find(isInPlansFolder) ?? files[0] ?? "plans"), shown(cwd, linter));
		}
	}
	if (paths.length === 0 && linkNotes.length > 0) throw unreadableDocuments(linkNotes);
	if (paths.length === 0) throw files.length === 0 ? noMarkdown([cwd]) : noPlansFolder();
	return `None of ${count(files.length, ".md file")} is in a plans folder.`;
}

function describeFixes(fixed: readonly FixedFile[]): string[] {
	if (fixed.length === 0) return [];
	const files = count(fixed.length, "file");
	return [
		fixed.some(({ written }) => written) ? `Fixed ${files}.` : `\`--fix\` would change ${files}; nothing was written.`,
	];
}

function isInPlansFolder(file: string): boolean {
	return file.split(sep).includes("plans");
}

function shown(cwd: string, { configFile }: PlanLinter): string | undefined {
	return configFile && relative(cwd, configFile);
}
