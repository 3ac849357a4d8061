import type { CheckOptions } from "./check-options.js";
import { ExitCode } from "../exit-code.js";
import { isMarkdown } from "./plan-files.js";
import { withRangeSnapshot } from "./range-snapshot.js";
import { type Candidates, isSilent, readStagedSnapshot, type Snapshot, snapshotMarkdown } from "./snapshot.js";
import { snapshotLinks } from "./snapshot-links.js";
import { deletedMarkdown, isRelevant } from "./snapshot-relevance.js";

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
	const { changes, listing } = snapshot;
	const unmerged = [...listing.unmerged].filter(isMarkdown);
	const markdown = snapshotMarkdown(snapshot);
	const links = snapshotLinks(snapshot, options.all === true);
	const all = [...markdown, ...unmerged, ...links.filter(isMarkdown), ...deletedMarkdown(changes)];
	const candidates: Candidates = { markdown, unmerged, links, all };
	// Before ESLint is loaded, every .md file is taken for a plan.
	const mayMatter =
		links.some((path) => !isMarkdown(path)) ||
		(all.length > 0 && (options.all === true || isRelevant(snapshot, new Set(all), markdown)));
	// A hook that has nothing to do loads no linter.
	if (!mayMatter && isSilent(snapshot, options)) return ExitCode.clean;
	const { judgeSnapshot, tellNothing } = await import("./judge-snapshot.js");
	return mayMatter ? judgeSnapshot(cwd, snapshot, candidates, options) : tellNothing(cwd, snapshot, options);
}
