import type { Repository, TrackedHistory, TrackedTexts } from "../workspace/repository.js";
import { isTextRead } from "../workspace/texts-read.js";
import { batchArguments, runGit, splitNul } from "./git.js";
import { noRepository } from "./git-problem.js";
import { ignoredPaths } from "./ignored-paths.js";
import { indexState, isShallow, revisionState } from "./git-state.js";
import { listIndex, type IndexListing } from "./index-listing.js";
import { decodeText, readObjects } from "./object-reader.js";
import { Registry } from "./registry.js";
import { findRepository, type RepositoryLocation } from "./repository-root.js";
import { resolveRevision } from "./revision.js";

/** A {@link Repository} over git itself. */
export interface GitRepository extends Repository {
	/** The id of a tracked file's content, for keys of caches. */
	blobId(path: string): string | undefined;
	/** The commit of HEAD, or `undefined` before the first one. */
	readonly headCommit: string | undefined;
	/** Equal as long as git's index holds the same paths and contents. */
	readonly digest: string;
}

const repositories = new Registry<TrackedFiles>(16);

/**
 * The facts of a repository in its present state. Nothing is run until the first question, and then at most once
 * for a state of git's index and HEAD, which is told by `stat` at every call: the same object comes back as long
 * as nothing changed, in a process of any length.
 * @param root top level of a work tree, absolute. Outside a repository the answer has a `problem` and knows no file.
 */
export function openRepository(root: string, environment: NodeJS.ProcessEnv = process.env): GitRepository {
	const location = findRepository(root, environment);
	if (location === undefined) return new TrackedFiles(root, undefined, "");
	const state = `${indexState(location)}\n${revisionState(location)}\n${isShallow(location)}`;
	return repositories.get(
		`${location.root}\0${location.indexFile}`,
		() => new TrackedFiles(location.root, location, state),
		(repository) => repository.state === state,
	);
}

class TrackedFiles implements GitRepository {
	readonly root: string;
	readonly state: string;
	readonly #location: RepositoryLocation | undefined;
	#listing: IndexListing | undefined;
	#problem: string | undefined;
	#paths: ReadonlySet<string> | undefined;
	#directories: ReadonlySet<string> | undefined;
	#spellings: ReadonlyMap<string, string> | undefined;
	#baseNames: ReadonlyMap<string, readonly string[]> | undefined;
	#head: { readonly commit: string | undefined; readonly problem: string | undefined } | undefined;
	readonly #history = new Map<string, boolean>();
	/** Walks through the history for some paths. */
	#walks = 0;
	/** Everything that was ever added. */
	#everAdded: TrackedHistory | undefined;
	readonly #texts = new Map<string, string>();

	constructor(root: string, location: RepositoryLocation | undefined, state: string) {
		this.root = root;
		this.state = state;
		this.#location = location;
	}

	/** Lists the index at the first question. */
	#list(): IndexListing {
		if (this.#listing !== undefined) return this.#listing;
		const answer = this.#location === undefined ? noRepository(this.root) : listIndex(this.#location);
		if ("problem" in answer) {
			this.#problem = answer.problem;
			this.#listing = { files: new Map(), links: new Map(), submodules: new Set(), unmerged: new Set(), digest: "" };
		} else this.#listing = answer;
		return this.#listing;
	}

	get problem(): string | undefined {
		this.#list();
		return this.#problem;
	}

	get digest(): string {
		return this.#list().digest;
	}

	get isShallow(): boolean {
		return this.#location !== undefined && isShallow(this.#location);
	}

	get paths(): ReadonlySet<string> {
		const { files, links, unmerged } = this.#list();
		this.#paths ??= new Set([...files.keys(), ...links.keys(), ...unmerged]);
		return this.#paths;
	}

	get headCommit(): string | undefined {
		return this.#readHead().commit;
	}

	#readHead(): { readonly commit: string | undefined; readonly problem: string | undefined } {
		if (this.#head === undefined) {
			const head =
				this.#location === undefined
					? { ...noRepository(this.root), missing: "git" as const }
					: resolveRevision(this.#location, "HEAD");
			// No commit yet is a certain answer: nothing has ever been tracked.
			this.#head = {
				commit: head.commit,
				problem: head.problem !== undefined && head.missing !== "no-commit" ? head.problem : undefined,
			};
		}
		return this.#head;
	}

	blobId(path: string): string | undefined {
		return this.#list().files.get(path);
	}

	hasFile(path: string): boolean {
		const { files, links, unmerged } = this.#list();
		return files.has(path) || links.has(path) || unmerged.has(path);
	}

	hasDirectory(path: string): boolean {
		const folder = path.replace(/(?<!\/)\/+$/, "");
		return folder === "" || folder === "." || this.#folders().has(folder) || this.#list().submodules.has(folder);
	}

	#folders(): ReadonlySet<string> {
		if (this.#directories !== undefined) return this.#directories;
		const directories = new Set<string>();
		for (const path of [...this.paths, ...this.#list().submodules]) {
			for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
				const folder = path.slice(0, end);
				if (directories.has(folder)) break;
				directories.add(folder);
			}
		}
		this.#directories = directories;
		return directories;
	}

	otherCase(path: string): string | undefined {
		const asked = path.replace(/(?<!\/)\/+$/, "");
		this.#spellings ??= new Map(
			[...this.#folders(), ...this.#list().submodules, ...this.paths].map((each) => [foldCase(each), each]),
		);
		const spelling = this.#spellings.get(foldCase(asked));
		return spelling === undefined || this.hasFile(asked) || this.hasDirectory(asked) ? undefined : spelling;
	}

	withBaseName(name: string): readonly string[] {
		if (this.#baseNames === undefined) {
			const baseNames = new Map<string, string[]>();
			for (const path of this.paths) {
				const base = path.slice(path.lastIndexOf("/") + 1);
				const known = baseNames.get(base);
				if (known === undefined) baseNames.set(base, [path]);
				else known.push(path);
			}
			this.#baseNames = baseNames;
		}
		return this.#baseNames.get(name) ?? [];
	}

	isUnknown(path: string): boolean {
		const { submodules, links } = this.#list();
		if (submodules.size === 0 && links.size === 0) return false;
		for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1)) {
			const folder = path.slice(0, end);
			if (submodules.has(folder) || links.has(folder)) return true;
		}
		return false;
	}

	texts(all: readonly string[]): TrackedTexts {
		const paths = all.filter(isTextRead);
		const asked = new Map<string, string>();
		for (const path of paths) {
			const id = this.blobId(path);
			if (id !== undefined && !this.#texts.has(path)) asked.set(id, path);
		}
		let problem = this.problem;
		if (this.#location !== undefined && asked.size > 0) {
			const contents = readObjects(this.#location, asked);
			if ("problem" in contents) problem ??= contents.problem;
			else {
				for (const path of paths) {
					const content = contents.get(this.blobId(path) ?? "");
					if (Buffer.isBuffer(content)) this.#texts.set(path, decodeText(content));
					else if (content !== undefined) problem ??= content.problem;
				}
			}
		}
		const texts = new Map<string, string>();
		for (const path of paths) {
			const text = this.#texts.get(path);
			if (text !== undefined) texts.set(path, text);
		}
		return { texts, problem };
	}

	ignored(paths: readonly string[]): ReadonlySet<string> {
		return this.#location === undefined ? new Set() : ignoredPaths(this.#location, paths.filter(isPathOfRepository));
	}

	everTracked(paths: readonly string[]): TrackedHistory {
		const { commit, problem } = this.#readHead();
		if (problem !== undefined || this.#location === undefined) return { paths: new Set(), problem };
		const asked = new Set(paths.map((path) => path.replace(/(?<!\/)\/+$/, "")).filter(isPathOfRepository));
		const open = [...asked].filter((path) => !this.#history.has(path));
		if (commit !== undefined && open.length > 0) {
			const added = this.#addedPaths(this.#location, commit, open);
			if (added.problem !== undefined) return { paths: new Set(), problem: added.problem };
			for (const path of open) this.#history.set(path, added.paths.has(path));
		}
		return {
			paths: new Set(paths.filter((path) => this.#history.get(path.replace(/(?<!\/)\/+$/, "")) === true)),
			problem: undefined,
		};
	}

	/**
	 * A walk that is limited to some paths is the quicker one, and each rule that asks for one plan gets it. In a run over
	 * many plans one walk for all paths takes the place of the rest; where it fails (a very long history), nothing is lost.
	 */
	#addedPaths(location: RepositoryLocation, commit: string, open: readonly string[]): TrackedHistory {
		if (this.#walks++ === MOST_WALKS) this.#everAdded = addedPaths(location, commit, undefined);
		return this.#everAdded !== undefined && this.#everAdded.problem === undefined
			? this.#everAdded
			: addedPaths(location, commit, open);
	}
}

/** So many questions about some paths are walks of their own; who asks more often, asks for many plans. */
const MOST_WALKS = 3;

/** Git refuses the whole question when one path leaves the repository or has no name. */
function isPathOfRepository(path: string): boolean {
	return (
		path !== "" &&
		!path.startsWith("/") &&
		!path.includes("\0") &&
		!/^[a-z]:/i.test(path) &&
		!path.split(/[/\\]/).includes("..")
	);
}

function foldCase(path: string): string {
	return path.normalize("NFC").toLowerCase();
}

/**
 * Which of these files and folders some commit added; of all where none are named. History is not simplified: a file that
 * a side branch added and removed again was there. A merge that adds a file itself is told by `-c`. Renames are off, since
 * a renamed file is an added one under its new name. What the user's config could change is set.
 */
function addedPaths(
	location: RepositoryLocation,
	commit: string,
	asked: readonly string[] | undefined,
): TrackedHistory {
	const wanted = asked && new Set(asked);
	const found = new Set<string>();
	for (const batch of asked ? batchArguments(asked) : [[]]) {
		const answer = runGit(
			location,
			[
				"log",
				"--format=",
				"--name-only",
				"-z",
				"--diff-filter=A",
				"--no-renames",
				"--no-ext-diff",
				"--no-show-signature",
				"--full-history",
				"-c",
				commit,
				"--",
				...batch,
			],
			{ offline: true, config: ["log.showRoot=true", "log.follow=false"] },
		);
		if (answer.output === undefined) return { paths: found, problem: answer.problem };
		for (const path of splitNul(answer.output)) {
			for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
				const part = path.slice(0, end);
				// Whoever has the folder has those above it.
				if (wanted === undefined && end < path.length && found.has(part)) break;
				if (wanted === undefined || wanted.has(part)) found.add(part);
			}
		}
	}
	return { paths: found, problem: undefined };
}
