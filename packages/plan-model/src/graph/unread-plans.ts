import { fileName } from "../text/path-name.js";
import { resolveLinkTarget } from "../text/link-target.js";
import type { DocumentProblem, DocumentSummary } from "../workspace/workspace.js";
import type { PlanReference } from "./plan-references.js";

/** The documents that are there and of which nothing else is known. A link is not followed on purpose: what it leads to is known, or no plan. */
export function unreadPaths(problems: readonly DocumentProblem[]): readonly string[] {
	return problems.flatMap(({ path, isLink }) => (isLink ? [] : [path]));
}

/**
 * Whether a dependency that resolves to nothing may mean a document that could not be read. A link says which; a name may
 * be that of each of them, since nobody knows what they are called.
 */
export function mayMeanUnread(
	from: DocumentSummary,
	{ link, title }: PlanReference,
	unread: readonly string[],
): boolean {
	if (unread.length === 0) return false;
	if (link === undefined) return (title ?? "") !== "";
	const paths = [
		resolveLinkTarget(from.path, link),
		resolveLinkTarget("", link),
		resolveLinkTarget(`${from.folder}/x`, link),
	].flatMap((path) => (path === undefined ? [] : [path, `${path}/README.md`, `${path}/index.md`]));
	const name = link.includes("/") ? undefined : link.toLowerCase();
	return unread.some((path) => paths.includes(path) || fileName(path).toLowerCase() === name);
}
