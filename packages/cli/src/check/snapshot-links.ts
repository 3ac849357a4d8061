import { join, posix } from "node:path";
import { decodeText, type GitProblem, linkOutside, readObjects, symbolicLink } from "@acid-plans/model/node";
import { CannotRun } from "../problems.js";
import { isMarkdown } from "./plan-files.js";
import { isPlanLike } from "./plan-links.js";
import type { PlanLinter } from "./plan-linter.js";
import type { Snapshot } from "./snapshot.js";

/** A link that is not followed, and whether the changes brought it. */
export type SnapshotLink = GitProblem & { readonly isChanged: boolean };

/**
 * The symbolic links of a snapshot that may stand for a plan, and those among the changes that may stand for a folder:
 * of the others, which may be any number, the check told when they came.
 *
 * @param all those that came earlier, too
 */
export function snapshotLinks({ listing, changes }: Snapshot, all: boolean): string[] {
	const changed = new Set(changes.map(({ path }) => path));
	return [...listing.links.keys()].filter((path) => all || isMarkdown(path) || changed.has(path));
}

/**
 * The links that would be plans, or folders of them, were they not links: nothing behind them is checked. A link to what
 * is checked under its own name is none of them.
 *
 * @param documents what is checked
 * @throws {CannotRun} git cannot say where a link leads
 */
export async function linksNotFollowed(
	{ listing, location, changes }: Snapshot,
	linter: PlanLinter,
	links: readonly string[],
	documents: readonly string[],
): Promise<SnapshotLink[]> {
	if (links.length === 0) return [];
	const contents = readObjects(location, new Map(links.map((path) => [listing.links.get(path) ?? "", path])));
	if ("problem" in contents) throw new CannotRun(contents.problem);
	const changed = new Set(changes.map(({ path }) => path));
	const found: SnapshotLink[] = [];
	for (const path of links) {
		const content = contents.get(listing.links.get(path) ?? "");
		if (content !== undefined && "problem" in content) throw new CannotRun(content.problem);
		const pointer = content === undefined ? "" : decodeText(content);
		const target = posix.join(posix.dirname(path), pointer).replace(/\/$/, "");
		const leaves = posix.isAbsolute(pointer) || target === ".." || target.startsWith("../");
		const isChecked = documents.some((document) => document === target || document.startsWith(`${target}/`));
		if ((isChecked && !leaves) || !(await isPlanLike(linter, join(location.root, path)))) continue;
		found.push({ ...(leaves ? linkOutside(path) : symbolicLink(path)), isChanged: changed.has(path) });
	}
	return found;
}
