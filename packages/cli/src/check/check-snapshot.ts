import { join, relative } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { PathChange } from "@acid-plans/model/node";
import type { ESLint } from "eslint";
import { coveredBy } from "./check-files.js";
import type { CheckOptions } from "./check-options.js";
import { count, tellReport } from "./check-report.js";
import { DocumentTally } from "./document-tally.js";
import { ExitCode } from "../exit-code.js";
import { countFindings, type FindingCounts, separateOlder, withMessages } from "./finding-comparison.js";
import { isMarkdown } from "./plan-files.js";
import { createPlanLinter, type PlanLinter } from "./plan-linter.js";
import { notCovered } from "../problems.js";
import { ProgressLine } from "./progress-line.js";
import { withRangeSnapshot } from "./range-snapshot.js";
import { readStagedSnapshot, refuseUnmerged, type Snapshot, snapshotMarkdown, snapshotTexts } from "./snapshot.js";
import { foldersThatCameOrWent, mayName } from "./staged-relevance.js";
import { withIndexOf } from "./temporary-index.js";

/**
 * `acid-plans check --staged`: the verdict of the hooks, over every plan as git's index holds it.
 *
 * @throws {CannotRun}
 */
export async function checkStaged(cwd: string, options: CheckOptions): Promise<ExitCode> {
	return checkSnapshot(cwd, readStagedSnapshot(cwd), options);
}

/**
 * `acid-plans check --range A..B`: the same verdict over every plan as B holds it, compared with A.
 *
 * @throws {CannotRun}
 */
export async function checkRange(cwd: string, range: string, options: CheckOptions): Promise<ExitCode> {
	return withRangeSnapshot(cwd, range, (snapshot) => checkSnapshot(cwd, snapshot, options));
}

/**
 * Checks every plan of a snapshot, when a plan or a path that plans name is among the changes. It fails on findings in
 * documents that the changes touch, and on findings anywhere that were not there before; older findings elsewhere are
 * counted. Neither index nor working tree is touched.
 */
async function checkSnapshot(cwd: string, snapshot: Snapshot, options: CheckOptions): Promise<ExitCode> {
	const { changes, location, listing, source, words } = snapshot;
	const judgesAll = options.all === true;
	const progress = new ProgressLine();
	const unmerged = [...listing.unmerged].filter(isMarkdown);
	const markdown = snapshotMarkdown(snapshot);
	const candidates = [...markdown, ...unmerged, ...deletedMarkdown(changes)];
	// Before ESLint is loaded, every .md file is taken for a plan.
	if (candidates.length === 0 || (!judgesAll && !isRelevant(snapshot, new Set(candidates), markdown)))
		return tellNothing(cwd, snapshot, options);

	const absolute = (path: string): string => join(location.root, path);
	const linter = await createPlanLinter({
		cwd,
		files: candidates.map(absolute),
		snapshot: "index",
		against: snapshot.base,
		quiet: options.quiet === true && options.maxWarnings === undefined,
		progress,
	});
	const covered = new Set(
		(await coveredBy(linter, candidates.map(absolute))).map((file) => posix(relative(location.root, file))),
	);
	refuseUnmerged(unmerged.filter((path) => covered.has(path)));
	const documents = markdown.filter((path) => covered.has(path));
	if (covered.size === 0) {
		const plan = candidates.find((path) => /(?:^|\/)plans\//.test(path));
		if (plan !== undefined && linter.configFile !== undefined) throw notCovered(plan, relative(cwd, linter.configFile));
		return tellNothing(cwd, snapshot, options, linter);
	}
	if (!judgesAll && !isRelevant(snapshot, covered, documents)) return tellNothing(cwd, snapshot, options, linter);

	const texts = snapshotTexts(snapshot, documents);
	progress.total = texts.size;
	const results = await lintTexts(linter, texts, absolute);
	if (documents.length > 0 && linter.tally.documents === 0) {
		throw notCovered(documents[0] ?? "plans", linter.configFile && relative(cwd, linter.configFile));
	}
	const verdict = judgesAll
		? { failing: [...results.values()], older: [] }
		: await judge(snapshot, linter, texts, results);
	progress.clear();
	const older = verdict.older.reduce((sum, { messages }) => sum + messages.length, 0);
	return tellReport(
		linter.eslint,
		{
			cwd,
			source,
			results: verdict.failing,
			tally: linter.tally,
			place: words.place,
			older,
			notes: older === 0 ? [] : [describeOlder(older, verdict.older.length, snapshot)],
		},
		options,
	);
}

/** Nothing that plans are concerned with has changed. Whoever reads reports gets an empty one; a hook says nothing. */
async function tellNothing(
	cwd: string,
	{ source, words }: Snapshot,
	options: CheckOptions,
	linter?: PlanLinter,
): Promise<ExitCode> {
	if (source === "index" && options.json !== true && options.outputs.length === 0) return ExitCode.clean;
	const { eslint } = linter ?? (await createPlanLinter({ cwd, files: [], snapshot: "index" }));
	const notes = [`Nothing that plans are concerned with changed in ${words.change}.`];
	return tellReport(
		eslint,
		{ cwd, source, results: [], tally: new DocumentTally(), place: words.place, notes },
		options,
	);
}

/** A plan changed, or something that a plan may name. */
function isRelevant(snapshot: Snapshot, plans: ReadonlySet<string>, documents: readonly string[]): boolean {
	const { changes, listing } = snapshot;
	if (changes.length === 0) return false;
	if (changes.some(({ path, from }) => plans.has(path) || (from !== undefined && plans.has(from)))) return true;
	const folders = foldersThatCameOrWent(
		[...listing.files.keys(), ...listing.links.keys(), ...listing.submodules],
		changes,
	);
	return mayName(snapshotTexts(snapshot, documents).values(), changes, folders);
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
		// A signal is heard between two turns of the event loop, and ESLint alone may not end one.
		await setImmediate();
		const [result] = await linter.eslint.lintText(text, { filePath: absolute(path) });
		if (result !== undefined) results.set(path, result);
	}
	return results;
}

/** Splits the findings into those that fail the commit and the older ones in documents that it does not touch. */
async function judge(
	snapshot: Snapshot,
	linter: PlanLinter,
	texts: ReadonlyMap<string, string>,
	results: Results,
): Promise<{ readonly failing: ESLint.LintResult[]; readonly older: ESLint.LintResult[] }> {
	const touched = new Set(snapshot.changes.map(({ path }) => path));
	const failing: ESLint.LintResult[] = [];
	const older: ESLint.LintResult[] = [];
	const untouched = [...results].filter(([path, { messages }]) => !touched.has(path) && messages.length > 0);
	const before =
		untouched.length === 0
			? new Map<string, FindingCounts>()
			: await findingsBefore(
					snapshot,
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

/** The same check over what was there before; the text of an untouched document is the same there. */
async function findingsBefore(
	{ location, before }: Snapshot,
	linter: PlanLinter,
	texts: ReadonlyMap<string, string>,
	paths: readonly string[],
): Promise<ReadonlyMap<string, FindingCounts>> {
	const own = new Map(paths.map((path) => [path, texts.get(path) ?? ""]));
	const results = await withIndexOf(location, before, () =>
		lintTexts(linter, own, (path) => join(location.root, path)),
	);
	return new Map([...results].map(([path, { messages }]) => [path, countFindings(messages, own.get(path) ?? "")]));
}

function describeOlder(findings: number, files: number, { words }: Snapshot): string {
	return `${count(findings, "older finding")} in ${count(files, "file")} that ${words.change} does not touch; \`acid-plans check\` shows them.`;
}

function posix(path: string): string {
	return path.replaceAll("\\", "/");
}
