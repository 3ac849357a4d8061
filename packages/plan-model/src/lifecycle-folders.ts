import type { DocumentSummary } from "./workspace.js";

/**
 * Names of folders that say how far their plans are. Those of archives are here too: two documents are compared only
 * where the workspace takes at least one of them for archived.
 */
const LIFECYCLE = new Set([
	...["active", "in-progress", "in_progress", "wip", "doing", "current", "ongoing", "started"],
	...[
		"backlog",
		"todo",
		"to-do",
		"planned",
		"proposed",
		"proposals",
		"draft",
		"drafts",
		"pending",
		"next",
		"ready",
		"open",
		"future",
	],
	...["blocked", "on-hold", "paused", "review", "in-review"],
	...[
		"archive",
		"_archive",
		"archived",
		"done",
		"completed",
		"complete",
		"implemented",
		"finished",
		"closed",
		"shipped",
	],
]);

const known = new WeakMap<readonly DocumentSummary[], ReadonlyMap<string, DocumentSummary>>();

/**
 * Plans that lie in two folders of the lifecycle at once: an archived document and one with the same title whose path
 * differs in nothing but such folders (`plans/search.md` and `plans/archive/search.md`).
 *
 * @param documents those of `Workspace.documents`, which stays the same array as long as nothing changed
 * @returns the other document by the path of each
 */
export function lifecycleTwins(documents: readonly DocumentSummary[]): ReadonlyMap<string, DocumentSummary> {
	const twins = known.get(documents) ?? findTwins(documents);
	known.set(documents, twins);
	return twins;
}

function findTwins(documents: readonly DocumentSummary[]): Map<string, DocumentSummary> {
	const archived = new Map<string, DocumentSummary>();
	for (const document of documents) if (document.kind === "archive") archived.set(keyOf(document), document);
	const twins = new Map<string, DocumentSummary>();
	for (const document of documents) {
		if (document.kind !== "plan") continue;
		const other = archived.get(keyOf(document));
		if (!other) continue;
		twins.set(document.path, other);
		if (!twins.has(other.path)) twins.set(other.path, document);
	}
	return twins;
}

/** The title belongs to it: an archived `plan.md` is seldom the `plan.md` of today. */
function keyOf({ path, feature, title }: DocumentSummary): string {
	const segments = path.split("/");
	const name = segments.pop() ?? "";
	return [
		...segments.filter((segment) => !LIFECYCLE.has(segment.toLowerCase())),
		name,
		(feature ?? title ?? "").toLowerCase(),
	].join("/");
}
