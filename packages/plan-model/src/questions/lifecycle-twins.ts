import { normaliseName } from "../text/vocabulary.js";
import type { DocumentSummary, Workspace } from "../workspace/workspace.js";

/** Folders that say how far a plan is, besides those of the archive. */
const LIFECYCLE =
	/^(?:active|in-progress|in_progress|wip|current|backlog|planned|todo|pending|next|later|draft|drafts|proposed|blocked|paused|deferred)$/iu;

/**
 * The same plan in another lifecycle folder: of the same plans folder, with the same file name and title, where at
 * least one of the two folders says that its plans are finished or how far they are.
 */
export function lifecycleTwins(path: string, workspace: Workspace): readonly DocumentSummary[] {
	const own = workspace.document(path);
	if (!own || own.title === undefined || (own.kind !== "plan" && own.kind !== "archive")) return [];
	const title = normaliseName(own.title);
	return workspace.documents.filter(
		(other) =>
			other.path !== path &&
			other.folder === own.folder &&
			(other.kind === "plan" || other.kind === "archive") &&
			nameOf(other.path) === nameOf(path) &&
			other.title !== undefined &&
			normaliseName(other.title) === title &&
			(own.kind === "archive" || other.kind === "archive" || (isLifecycle(own.path) && isLifecycle(other.path))),
	);
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1).toLowerCase();
}

function isLifecycle(path: string): boolean {
	return path
		.split("/")
		.slice(0, -1)
		.some((segment) => LIFECYCLE.test(segment));
}
