import { fileName } from "../text/path-name.js";
import { resolveLinkTarget } from "../text/link-target.js";
import type { DocumentProblem, DocumentSummary, Workspace } from "../workspace/workspace.js";
import type { PlanReference } from "./plan-references.js";

/** The documents that are there and of which nothing else is known. A link is not followed on purpose: what it leads to is known, or no plan. */
export function unreadPaths(problems: readonly DocumentProblem[]): readonly string[] {
	return problems.flatMap(({ path, isLink }) => (isLink ? [] : [path]));
}

/** Those of them that are plans by their place, neither archived nor anything else: one may have to wait for them. */
export function unreadPlans(workspace: Workspace): readonly string[] {
	return unreadPaths(workspace.problems).filter((path) => workspace.kindOf(path) === "plan");
}

/**
 * Whether a dependency that resolves to nothing may mean a document that could not be read. A link says which; a name may
 * be that of each of them, since nobody knows what they are called.
 */
export function mayMeanUnread(from: DocumentSummary, reference: PlanReference, unread: readonly string[]): boolean {
	if (unread.length === 0) return false;
	if (reference.link === undefined) return (reference.title ?? "") !== "";
	return linkedUnread(from, reference.link, unread) !== undefined;
}

/** Which of the documents that could not be read a link means. */
export function linkedUnread(from: DocumentSummary, link: string, unread: readonly string[]): string | undefined {
	if (unread.length === 0) return undefined;
	const paths = [
		resolveLinkTarget(from.path, link),
		resolveLinkTarget("", link),
		resolveLinkTarget(`${from.folder}/x`, link),
	].flatMap((path) => (path === undefined ? [] : [path, `${path}/README.md`, `${path}/index.md`]));
	const name = link.includes("/") ? undefined : link.toLowerCase();
	return paths.find((path) => unread.includes(path)) ?? unread.find((path) => fileName(path).toLowerCase() === name);
}
