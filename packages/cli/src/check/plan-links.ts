import { join, relative } from "node:path";
import { linkProblem, pathBelow, realPath, symbolicLink } from "@acid-plans/model/node";
import { unreadableDocuments } from "../problems.js";
import type { FoundFiles } from "./plan-files.js";
import type { PlanLinter } from "./plan-linter.js";

/** A stranger can make any number of links. */
const MOST_TOLD = 10;

/**
 * Tells of the links that would be plans, or folders of them, were they not links. Of a link whose target is looked at
 * under its own name there is nothing to tell.
 *
 * @param links absolute
 * @param checked the files that are looked at, absolute
 * @returns sentences
 */
export async function describeLinks(
	cwd: string,
	linter: PlanLinter,
	links: readonly string[],
	checked: readonly string[],
): Promise<string[]> {
	if (links.length === 0) return [];
	const known = checked.map((file) => realPath(file) ?? file);
	const problems = new Set<string>();
	for (const link of links) {
		const target = realPath(link);
		if (target !== undefined && known.some((file) => pathBelow(target, file) !== undefined)) continue;
		if (!(await isPlanLike(linter, link))) continue;
		problems.add((linkProblem(link, cwd) ?? symbolicLink(relative(cwd, link))).problem);
	}
	return tellSome([...problems]);
}

/** The first few of many alike sentences, and how many there are. */
export function tellSome(problems: readonly string[]): string[] {
	const left = problems.length - MOST_TOLD;
	return left > 0 ? [...problems.slice(0, MOST_TOLD), `${left} more symbolic links are not followed.`] : [...problems];
}

/** Whether the config takes a path for a plan, or for a folder of plans. */
export async function isPlanLike(linter: PlanLinter, path: string): Promise<boolean> {
	return (await linter.covers(path)) || linter.covers(join(path, "plan.md"));
}

/**
 * A link that was given by name and leads to a file that is no plan cannot be looked at: to say nothing of it would pass
 * for "no problems".
 *
 * @throws {CannotRun}
 */
export async function refuseHiddenFiles(
	cwd: string,
	linter: PlanLinter,
	{ aliases }: FoundFiles,
	covered: readonly string[],
): Promise<void> {
	for (const [link, file] of aliases) {
		if (!covered.includes(file) && (await linter.covers(link)))
			throw unreadableDocuments([(linkProblem(link, cwd) ?? symbolicLink(relative(cwd, link))).problem]);
	}
}
