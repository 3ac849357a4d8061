import { lstatSync, readdirSync, readFileSync, realpathSync, type Dirent, type Stats } from "node:fs";
import { join, posix } from "node:path";
import { byPath, type DocumentFile, type DocumentListing, type DocumentSource } from "./document-source.js";
import { leavesFolder } from "./document-link.js";
import type { FolderSearch } from "./folder-search.js";
import { runGit, splitNul } from "./git.js";
import { linkOutside, symbolicLink, unreadableFile, type GitProblem } from "./git-problem.js";
import { indexState, statKey } from "./git-state.js";
import { blobId, decodeText } from "./object-reader.js";
import { plansPathspecs } from "./plans-folder.js";
import { pathBelow, type RepositoryLocation } from "./repository-root.js";

/**
 * Milliseconds. A file whose time of change is this near to the moment it was looked at may change again without
 * a new time, since the clocks of file systems tick (Linux: up to 10 ms). Git knows the same trouble as "racy".
 */
const clockTick = 100;

/** The paths found, and what must be unchanged for them to be still the right ones. */
interface Found {
	readonly paths: readonly { readonly path: string; readonly folder: string; readonly kind: DocumentFile["kind"] }[];
	readonly problems: ReadonlyMap<string, GitProblem>;
	readonly problem: string | undefined;
	/** Folders and ignore files by their stat keys. */
	readonly watched: ReadonlyMap<string, string>;
	readonly state: string;
	/** One of the folders changed just now. */
	readonly racy: boolean;
}

/**
 * The documents of the plans folders on the disk: tracked, or untracked and not ignored. Which there are is asked of
 * git once and again only when git's index, a folder or an ignore file changed; whether they changed is told by
 * `stat`. Symbolic links are not followed: they would make one document two, or lead out of the repository.
 */
export class WorktreeDocuments implements DocumentSource {
	readonly #search: FolderSearch;
	readonly #root: string;
	#found: Found | undefined;
	#listing: DocumentListing | undefined;

	constructor(search: FolderSearch) {
		this.#search = search;
		this.#root = search.root;
	}

	current(): DocumentListing {
		const found = this.#find();
		const known = this.#listing;
		const documents = new Map<string, DocumentFile>();
		const problems = new Map(found.problems);
		let same = known !== undefined && known.problem === found.problem;
		for (const { path, folder, kind } of found.paths) {
			const stats = lstatSync(join(this.#root, path), { throwIfNoEntry: false });
			// Tracked and deleted on the disk, or deleted since the listing.
			if (stats === undefined) continue;
			if (!stats.isFile()) {
				problems.set(path, stats.isSymbolicLink() ? this.#describeLink(path) : unreadableFile(path, "not a file"));
				continue;
			}
			const key = this.#contentKey(path, stats);
			const before = known?.documents.get(path);
			if (before !== undefined && before.key === key && before.kind === kind && before.folder === folder)
				documents.set(path, before);
			else {
				documents.set(path, { path, folder, kind, key });
				same = false;
			}
		}
		if (
			known !== undefined &&
			same &&
			known.documents.size === documents.size &&
			sameProblems(known.problems, problems)
		)
			return known;
		this.#listing = { documents, problems, problem: found.problem };
		return this.#listing;
	}

	/** Time of change, size and file number; of a file that changed just now its content as well. */
	#contentKey(path: string, stats: Stats): string {
		const key = `${stats.mtimeMs}:${stats.ctimeMs}:${stats.size}:${stats.ino}`;
		if (Date.now() - Math.max(stats.mtimeMs, stats.ctimeMs) > clockTick) return key;
		const text = readDocument(join(this.#root, path), path);
		return typeof text === "string" ? `${key}:${blobId(text)}` : key;
	}

	#describeLink(path: string): GitProblem {
		let target: string | undefined;
		try {
			target = realpathSync.native(join(this.#root, path));
		} catch {
			// A link to nowhere is told of like one that stays inside.
		}
		return target !== undefined && pathBelow(this.#root, target) === undefined ? linkOutside(path) : symbolicLink(path);
	}

	read(documents: readonly DocumentFile[]): ReadonlyMap<string, string | GitProblem> {
		return new Map(documents.map(({ path }) => [path, readDocument(join(this.#root, path), path)]));
	}

	#find(): Found {
		const folders = this.#search.find();
		const { location, names } = folders;
		const state = `${location === undefined ? "-" : indexState(location)}\n${names.join("\0")}`;
		const known = this.#found;
		if (known !== undefined && known.state === state && !known.racy && isUnchanged(known.watched)) return known;
		const now = Date.now();
		// Before the listing: what changes in between is seen the next time.
		const before = location === undefined ? undefined : this.#listTracked(location, names);
		const paths = before === undefined ? walk(this.#root, names) : "problem" in before ? [] : before;
		const documents = paths.flatMap((path) => folders.documentAt(path) ?? []);
		const watched = this.#watch(new Set([...names, ...documents.map(({ folder }) => folder)]), location);
		const problems = new Map(folders.problems);
		const outside = outsideFolders(this.#root, documents);
		for (const { path } of documents) if (outside.has(posix.dirname(path))) problems.set(path, linkOutside(path));
		this.#found = {
			paths: documents.filter(({ path }) => !outside.has(posix.dirname(path))).sort(byPath),
			problems,
			problem: before !== undefined && "problem" in before ? before.problem : undefined,
			watched: watched.keys,
			state,
			racy: now - watched.latest <= clockTick,
		};
		return this.#found;
	}

	/** Tracked files, and untracked ones that git does not ignore. */
	#listTracked(location: RepositoryLocation, names: readonly string[]): string[] | GitProblem {
		if (names.length === 0) return [];
		const answer = runGit(
			location,
			["ls-files", "--cached", "--others", "--exclude-standard", "-z", "--full-name", "--", ...plansPathspecs(names)],
			{ magicPathspecs: true },
		);
		if (answer.output === undefined) return answer;
		// A path with a conflict is listed once for each side.
		return [...new Set(splitNul(answer.output))].filter((path) => !path.split("/").includes("node_modules"));
	}

	/** What decides which documents there are: every folder from the root down, with its ignore file. */
	#watch(
		folders: ReadonlySet<string>,
		location: RepositoryLocation | undefined,
	): { readonly keys: ReadonlyMap<string, string>; readonly latest: number } {
		const keys = new Map<string, string>();
		let latest = 0;
		const watchIgnoreFile = (folder: string): void => {
			const path = join(this.#root, folder, ".gitignore");
			if (location !== undefined && !keys.has(path)) keys.set(path, statKey(path));
		};
		const watchFolder = (folder: string): void => {
			const path = join(this.#root, folder);
			const stats = lstatSync(path, { throwIfNoEntry: false });
			keys.set(path, statKey(path));
			if (stats !== undefined) latest = Math.max(latest, stats.mtimeMs, stats.ctimeMs);
			watchIgnoreFile(folder);
		};
		for (const folder of folders) {
			const path = join(this.#root, folder);
			if (keys.has(path)) continue;
			for (let end = folder.length; end > 0; end = folder.lastIndexOf("/", end - 1))
				watchIgnoreFile(folder.slice(0, end));
			watchIgnoreFile("");
			watchFolder(folder);
			// The root as a plans folder would mean to watch all of the repository: its own level must do.
			if (folder !== "") for (const below of foldersBelow(this.#root, folder)) watchFolder(below);
		}
		if (location !== undefined)
			keys.set(
				join(location.commonDirectory, "info", "exclude"),
				statKey(join(location.commonDirectory, "info", "exclude")),
			);
		return { keys, latest };
	}
}

/** What git knows as a folder may be a link on the disk, which leaves the repository. */
function outsideFolders(root: string, documents: readonly { readonly path: string }[]): ReadonlySet<string> {
	const folders = new Set(documents.map(({ path }) => posix.dirname(path)));
	return new Set([...folders].filter((folder) => leavesFolder(root, join(root, folder))));
}

function isUnchanged(watched: ReadonlyMap<string, string>): boolean {
	for (const [path, key] of watched) if (statKey(path) !== key) return false;
	return true;
}

function sameProblems(a: ReadonlyMap<string, GitProblem>, b: ReadonlyMap<string, GitProblem>): boolean {
	return a.size === b.size && [...a].every(([path, { problem }]) => b.get(path)?.problem === problem);
}

/** The text of a document, or why it cannot be read. */
function readDocument(file: string, path: string): string | GitProblem {
	try {
		return decodeText(readFileSync(file));
	} catch (error) {
		return unreadableFile(path, (error as NodeJS.ErrnoException).code ?? "unknown");
	}
}

function entriesOf(folder: string): Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}

const neverEntered = new Set(["node_modules", ".git"]);

/** All folders below one, links not followed; without recursion, however deep they are. */
function foldersBelow(root: string, folder: string): string[] {
	const folders: string[] = [];
	const open = [folder];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		for (const entry of entriesOf(join(root, next))) {
			if (!entry.isDirectory() || neverEntered.has(entry.name)) continue;
			const path = next === "" ? entry.name : `${next}/${entry.name}`;
			folders.push(path);
			open.push(path);
		}
	}
	return folders;
}

/** Without a repository: every Markdown file below the plans folders of the root. */
function walk(root: string, names: readonly string[]): string[] {
	const folders = names.flatMap((name) => [name, ...foldersBelow(root, name)]);
	const paths = new Set<string>();
	for (const folder of folders) {
		for (const entry of entriesOf(join(root, folder))) {
			if (!entry.isDirectory() && entry.name.endsWith(".md"))
				paths.add(folder === "" ? entry.name : `${folder}/${entry.name}`);
		}
	}
	return [...paths];
}
