import {
	decodeText,
	findRepository,
	type IndexListing,
	listIndex,
	type PathChange,
	readObjects,
	type RepositoryLocation,
	stagedChanges,
} from "@acid-plans/model/node";
import { isMarkdown } from "./plan-files.js";
import { CannotRun, unmergedIndex } from "../problems.js";

/** What git's index holds, and what of it HEAD has not. */
export interface StagedTree {
	readonly location: RepositoryLocation;
	readonly listing: IndexListing;
	readonly changes: readonly PathChange[];
}

/** Blobs without content: such is also what `git add --intent-to-add` leaves in the index. */
const EMPTY_BLOBS = new Set([
	"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
	"473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
]);

/**
 * Reads git's index: in a hook the one that git made for this commit (`GIT_INDEX_FILE`).
 *
 * @throws {CannotRun} no repository, or git failed
 */
export function readStagedTree(cwd: string): StagedTree {
	const { changes, problem } = stagedChanges(cwd);
	if (changes === undefined) throw new CannotRun(problem);
	const location = findRepository(cwd);
	if (location === undefined) throw new CannotRun(`${cwd} is in no git repository. Run \`git init\`.`);
	const listing = listIndex(location);
	if ("problem" in listing) throw new CannotRun(listing.problem);
	return { location, listing, changes };
}

/** The `.md` files in the index, POSIX, relative to the top level. Links, and files that are only intended, are none. */
export function stagedMarkdown({ listing, changes }: StagedTree): readonly string[] {
	const changed = new Set(changes.map(({ path }) => path));
	return [...listing.files]
		.filter(([path, id]) => isMarkdown(path) && (!EMPTY_BLOBS.has(id) || changed.has(path)))
		.map(([path]) => path);
}

/**
 * The texts of documents as the index holds them, all with one git process.
 *
 * @throws {CannotRun} one of them has an unresolved conflict, or cannot be read
 */
export function stagedTexts(tree: StagedTree, paths: readonly string[]): ReadonlyMap<string, string> {
	const ids = new Map<string, string>();
	for (const path of paths) {
		const id = tree.listing.files.get(path);
		if (id !== undefined) ids.set(id, path);
	}
	const contents = readObjects(tree.location, ids);
	if ("problem" in contents) throw new CannotRun(contents.problem);
	const texts = new Map<string, string>();
	for (const path of paths) {
		const content = contents.get(tree.listing.files.get(path) ?? "");
		if (content === undefined) continue;
		if ("problem" in content) throw new CannotRun(content.problem);
		texts.set(path, decodeText(content));
	}
	return texts;
}

/** @throws {CannotRun} a document has an unresolved conflict, so the index holds no one text of it */
export function refuseUnmerged(paths: readonly string[]): void {
	if (paths.length > 0) throw unmergedIndex(paths);
}
