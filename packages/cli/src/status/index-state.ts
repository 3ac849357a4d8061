import { indexCoverage, indexDisagreements, type DocumentSummary } from "@acid-plans/model";
import type { OpenedPlans } from "../plans/open-plans.js";

/** How a plan stands in the index of its folder. */
export interface IndexState {
	/** `undefined`: the folder has none. */
	readonly path: string | undefined;
	/** `not-listed` says that the index should list it and does not; what need not be listed agrees. `unread`: nobody knows. */
	readonly state: "agrees" | "differs" | "not-listed" | "no-index" | "unread";
	/** What the entry says otherwise than the plan. */
	readonly differs: readonly ("title" | "status" | "group" | "description")[];
}

/** Compares plans with the indexes of their folders, with the questions of the rules index-complete and index-agreement. */
export function indexStates({
	workspace,
	repository,
	settings,
}: OpenedPlans): (document: DocumentSummary) => IndexState {
	const unlisted = new Set<string>();
	const unread = new Set(workspace.problems.map(({ path }) => path));
	const differing = new Map<string, IndexState["differs"][number][]>();
	for (const folder of workspace.folders) {
		const index = folder.index === undefined ? undefined : workspace.plan(folder.index);
		if (index === undefined) continue;
		const checkNotes = settings.template.kind !== "free";
		for (const { path } of indexCoverage(index, folder, workspace, repository, settings.vocabulary, checkNotes)
			.unlisted)
			unlisted.add(path);
		const entries = workspace.indexEntries(folder);
		for (const { document, about } of indexDisagreements(entries, (path) => workspace.document(path)))
			differing.set(document.path, [...new Set([...(differing.get(document.path) ?? []), about])]);
	}
	return ({ path }) => {
		const index = workspace.folderOf(path)?.index;
		if (index === undefined) return { path: index, state: "no-index", differs: [] };
		if (unread.has(index)) return { path: index, state: "unread", differs: [] };
		if (unlisted.has(path)) return { path: index, state: "not-listed", differs: [] };
		const differs = differing.get(path) ?? [];
		return { path: index, state: differs.length > 0 ? "differs" : "agrees", differs };
	};
}
