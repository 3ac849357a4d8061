import type { PathChange } from "@acid-plans/model/node";
import { isMarkdown } from "./plan-files.js";
import { type Snapshot, snapshotTexts } from "./snapshot.js";
import { foldersThatCameOrWent, mayName } from "./staged-relevance.js";

/** A plan changed, or something that a plan may name. */
export function isRelevant(snapshot: Snapshot, plans: ReadonlySet<string>, documents: readonly string[]): boolean {
	const { changes } = snapshot;
	if (changes.length === 0) return false;
	if (changes.some(({ path, from }) => plans.has(path) || (from !== undefined && plans.has(from)))) return true;
	return nameAny(snapshot, documents, changes);
}

/** Whether one of the documents may name one of the changed paths, or a folder that came or went with them. */
export function nameAny(snapshot: Snapshot, documents: readonly string[], changes: readonly PathChange[]): boolean {
	const { files, links, submodules } = snapshot.listing;
	const folders = foldersThatCameOrWent([...files.keys(), ...links.keys(), ...submodules], changes);
	return mayName(snapshotTexts(snapshot, documents).values(), changes, folders);
}

/** Documents that went with the changes, by the name they had. */
export function deletedMarkdown(changes: readonly PathChange[]): string[] {
	return changes
		.flatMap(({ kind, path, from }) => (kind === "deleted" ? [path] : from === undefined ? [] : [from]))
		.filter(isMarkdown);
}
