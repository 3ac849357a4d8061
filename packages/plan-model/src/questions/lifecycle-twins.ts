import { normaliseName } from "../text/name-matching.js";
import type { DocumentSummary, Workspace } from "../workspace/workspace.js";
import { fileName } from "../text/path-name.js";

/** Folders that say how far a plan is, besides those of the archive. */
const LIFECYCLE =
	/^(?:active|in-progress|in_progress|wip|current|backlog|planned|todo|pending|next|later|draft|drafts|proposed|blocked|paused|deferred)$/iu;

/** Plans by what twins have in common; the documents of a workspace stay the same array as long as nothing changed. */
const tables = new WeakMap<readonly DocumentSummary[], ReadonlyMap<string, readonly DocumentSummary[]>>();

/**
 * The same plan in another lifecycle folder: of the same plans folder, with the same file name and title, where at
 * least one of the two folders says that its plans are finished or how far they are.
 */
export function lifecycleTwins(path: string, workspace: Workspace): readonly DocumentSummary[] {
	const own = workspace.document(path);
	const key = own && twinKey(own);
	if (!own || key === undefined) return [];
	return (tableOf(workspace.documents).get(key) ?? []).filter(
		(other) =>
			other.path !== path &&
			(own.kind === "archive" || other.kind === "archive" || (isLifecycle(path) && isLifecycle(other.path))),
	);
}

function tableOf(documents: readonly DocumentSummary[]): ReadonlyMap<string, readonly DocumentSummary[]> {
	const known = tables.get(documents);
	if (known) return known;
	const table = new Map<string, DocumentSummary[]>();
	for (const document of documents) {
		const key = twinKey(document);
		if (key === undefined) continue;
		const list = table.get(key);
		if (list) list.push(document);
		else table.set(key, [document]);
	}
	tables.set(documents, table);
	return table;
}

/** `undefined` for what is no plan, or has no title. */
function twinKey({ kind, title, path, folder }: DocumentSummary): string | undefined {
	return title === undefined || (kind !== "plan" && kind !== "archive")
		? undefined
		: `${folder}\0${nameOf(path)}\0${normaliseName(title)}`;
}

function nameOf(path: string): string {
	return fileName(path).toLowerCase();
}

function isLifecycle(path: string): boolean {
	return path
		.split("/")
		.slice(0, -1)
		.some((segment) => LIFECYCLE.test(segment));
}
