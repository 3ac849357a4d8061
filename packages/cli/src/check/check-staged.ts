import { join, relative } from "node:path";
import type { PathChange } from "@acid-plans/model/node";
import type { ESLint } from "eslint";
import { coveredBy } from "./check-files.js";
import type { CheckOptions } from "./check-options.js";
import { count, tellReport } from "./check-report.js";
import { ExitCode } from "../exit-code.js";
import { countFindings, type FindingCounts, separateOlder, withMessages } from "./finding-comparison.js";
import { withHeadIndex } from "./head-index.js";
import { isMarkdown } from "./plan-files.js";
import { createPlanLinter, type PlanLinter } from "./plan-linter.js";
import { notCovered } from "../problems.js";
import { foldersThatCameOrWent, mayName } from "./staged-relevance.js";
import { readStagedTree, refuseUnmerged, type StagedTree, stagedMarkdown, stagedTexts } from "./staged-documents.js";

/**
 * `acid-plans check --staged`: the verdict of the hooks. It checks every plan as git's index holds it, when a plan or
 * a path that plans name is among the changes. It fails on findings in documents that the commit touches, and on
 * findings anywhere that HEAD did not have; older findings elsewhere are counted. Neither index nor working tree is touched.
 *
 * @throws {CannotRun}
 */
export async function checkStaged(cwd: string, options: CheckOptions): Promise<ExitCode> {
	const tree = readStagedTree(cwd);
	const { changes, location, listing } = tree;
	if (changes.length === 0 && options.all !== true) return ExitCode.clean;

	const unmerged = [...listing.unmerged].filter(isMarkdown);
	const markdown = stagedMarkdown(tree);
	const candidates = [...markdown, ...unmerged, ...deletedMarkdown(changes)];
	if (candidates.length === 0) return ExitCode.clean;
	// Before ESLint is loaded, every .md file is taken for a plan.
	if (options.all !== true && !isRelevant(tree, new Set(candidates), markdown)) return ExitCode.clean;

	const absolute = (path: string): string => join(location.root, path);
	const linter = await createPlanLinter({
		cwd,
		files: candidates.map(absolute),
		snapshot: "index",
		quiet: options.quiet,
	});
	const covered = new Set(
		(await coveredBy(linter, candidates.map(absolute))).map((file) => posix(relative(location.root, file))),
	);
	refuseUnmerged(unmerged.filter((path) => covered.has(path)));
	const documents = markdown.filter((path) => covered.has(path));
	if (covered.size === 0) {
		const plan = candidates.find((path) => /(?:^|\/)plans\//.test(path));
		if (plan !== undefined && linter.configFile !== undefined) throw notCovered(plan, relative(cwd, linter.configFile));
		return ExitCode.clean;
	}
	if (options.all !== true && !isRelevant(tree, covered, documents)) return ExitCode.clean;

	const texts = stagedTexts(tree, documents);
	const results = await lintTexts(linter, texts, absolute);
	if (documents.length > 0 && linter.tally.documents === 0) {
		throw notCovered(documents[0] ?? "plans", linter.configFile && relative(cwd, linter.configFile));
	}
	const verdict =
		options.all === true ? { failing: [...results.values()], older: [] } : await judge(tree, linter, texts, results);
	const notes = describeOlder(verdict.older);
	return tellReport(
		linter.eslint,
		{ results: verdict.failing, tally: linter.tally, source: " as staged", notes },
		options,
	);
}

/** A plan changed, or something that a plan may name. */
function isRelevant(tree: StagedTree, plans: ReadonlySet<string>, documents: readonly string[]): boolean {
	const { changes, listing } = tree;
	if (changes.some(({ path, from }) => plans.has(path) || (from !== undefined && plans.has(from)))) return true;
	const folders = foldersThatCameOrWent(
		[...listing.files.keys(), ...listing.links.keys(), ...listing.submodules],
		changes,
	);
	return mayName(stagedTexts(tree, documents).values(), changes, folders);
}

function deletedMarkdown(changes: readonly PathChange[]): string[] {
	return changes
		.flatMap(({ kind, path, from }) => (kind === "deleted" ? [path] : from === undefined ? [] : [from]))
		.filter(isMarkdown);
}

type Results = ReadonlyMap<string, ESLint.LintResult>;

async function lintTexts(
	linter: PlanLinter,
	texts: ReadonlyMap<string, string>,
	absolute: (path: string) => string,
): Promise<Results> {
	const results = new Map<string, ESLint.LintResult>();
	for (const [path, text] of texts) {
		const [result] = await linter.eslint.lintText(text, { filePath: absolute(path) });
		if (result !== undefined) results.set(path, result);
	}
	return results;
}

/** Splits the findings into those that fail the commit and the older ones in documents that it does not touch. */
async function judge(
	tree: StagedTree,
	linter: PlanLinter,
	texts: ReadonlyMap<string, string>,
	results: Results,
): Promise<{ readonly failing: ESLint.LintResult[]; readonly older: ESLint.LintResult[] }> {
	const touched = new Set(tree.changes.map(({ path }) => path));
	const failing: ESLint.LintResult[] = [];
	const older: ESLint.LintResult[] = [];
	const untouched = [...results].filter(([path, { messages }]) => !touched.has(path) && messages.length > 0);
	const before =
		untouched.length === 0
			? new Map<string, FindingCounts>()
			: await findingsOfHead(
					tree,
					linter,
					texts,
					untouched.map(([path]) => path),
				);
	for (const [path, result] of results) {
		if (touched.has(path)) failing.push(result);
		else {
			const separated = separateOlder(
				result.messages,
				texts.get(path) ?? "",
				before.get(path) ?? new Map<string, number>(),
			);
			failing.push(withMessages(result, separated.newer));
			if (separated.older.length > 0) older.push(withMessages(result, separated.older));
		}
	}
	return { failing, older };
}

/** The same check over what HEAD holds; the text of an untouched document is the same there. */
async function findingsOfHead(
	{ location }: StagedTree,
	linter: PlanLinter,
	texts: ReadonlyMap<string, string>,
	paths: readonly string[],
): Promise<ReadonlyMap<string, FindingCounts>> {
	const own = new Map(paths.map((path) => [path, texts.get(path) ?? ""]));
	const results = await withHeadIndex(location, () => lintTexts(linter, own, (path) => join(location.root, path)));
	return new Map([...results].map(([path, { messages }]) => [path, countFindings(messages, own.get(path) ?? "")]));
}

function describeOlder(older: readonly ESLint.LintResult[]): string[] {
	if (older.length === 0) return [];
	const findings = older.reduce((sum, { messages }) => sum + messages.length, 0);
	const where = count(older.length, "file");
	return [
		`${count(findings, "older finding")} in ${where} that this commit does not touch; \`acid-plans check\` shows them.`,
	];
}

function posix(path: string): string {
	return path.replaceAll("\\", "/");
}
