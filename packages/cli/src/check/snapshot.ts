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
import type { CheckOptions } from "./check-options.js";
import { isMarkdown } from "./plan-files.js";
import { CannotRun, unmergedIndex } from "../problems.js";

/** A state of the repository that is no working tree, what of it is new, and since when. */
export interface Snapshot {
	/** Its index holds the state: git's own, or one that was made for a commit. */
	readonly location: RepositoryLocation;
	readonly listing: IndexListing;
	/** From {@link before} to the state. */
	readonly changes: readonly PathChange[];
	/** The commit with which the state is compared. */
	readonly before: string;
	/** That commit as rules about history know it; `undefined`: the base revision of the config is right. */
	readonly base?: string;
	/** For people: where the plans were read from, and what made them new. */
	readonly words: { readonly place: string; readonly change: string };
	readonly source: "index" | "range";
}

/** Files of a snapshot that may be plans: whether they are, the config says. */
export interface Candidates {
	/** The `.md` files it holds. */
	readonly markdown: readonly string[];
	readonly unmerged: readonly string[];
	/** Symbolic links that may stand for a plan, or for a folder of plans. */
	readonly links: readonly string[];
	/** All of them that end in `.md`, and those that went. */
	readonly all: readonly string[];
}

/** A hook says nothing where nothing matters; whoever asked for a report gets an empty one. */
export function isSilent({ source }: Snapshot, { json, outputs }: CheckOptions): boolean {
	return source === "index" && json !== true && outputs.length === 0;
}

/** Blobs without content: such is also what `git add --intent-to-add` leaves in the index. */
const EMPTY_BLOBS = new Set([
	"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
	"473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
]);

/**
 * What is about to be committed: git's index, in a hook the one that git made for this commit (`GIT_INDEX_FILE`),
 * compared with HEAD.
 *
 * @throws {CannotRun} no repository, or git failed
 */
export function readStagedSnapshot(cwd: string): Snapshot {
	const { changes, problem } = stagedChanges(cwd);
	if (changes === undefined) throw new CannotRun(problem);
	const location = repositoryOf(cwd);
	const words = { place: " as staged", change: "this commit" };
	return { location, listing: listingOf(location), changes, before: "HEAD", words, source: "index" };
}

/** @throws {CannotRun} there is no repository */
export function repositoryOf(cwd: string): RepositoryLocation {
	const location = findRepository(cwd);
	if (location === undefined) throw new CannotRun(`${cwd} is in no git repository. Run \`git init\`.`);
	return location;
}

/** @throws {CannotRun} git could not list the index */
export function listingOf(location: RepositoryLocation): IndexListing {
	const listing = listIndex(location);
	if ("problem" in listing) throw new CannotRun(listing.problem);
	return listing;
}

/** The `.md` files of a snapshot, POSIX, relative to the top level. Links, and files that are only intended, are none. */
export function snapshotMarkdown({ listing, changes, source }: Snapshot): readonly string[] {
	const changed = new Set(changes.map(({ path }) => path));
	return [...listing.files]
		.filter(([path, id]) => isMarkdown(path) && (source === "range" || !EMPTY_BLOBS.has(id) || changed.has(path)))
		.map(([path]) => path);
}

/**
 * The texts of documents of a snapshot, all with one git process.
 *
 * @throws {CannotRun} one of them cannot be read
 */
export function snapshotTexts({ listing, location }: Snapshot, paths: readonly string[]): ReadonlyMap<string, string> {
	const ids = new Map<string, string>();
	for (const path of paths) {
		const id = listing.files.get(path);
		if (id !== undefined) ids.set(id, path);
	}
	const contents = readObjects(location, ids);
	if ("problem" in contents) throw new CannotRun(contents.problem);
	const texts = new Map<string, string>();
	for (const path of paths) {
		const content = contents.get(listing.files.get(path) ?? "");
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
