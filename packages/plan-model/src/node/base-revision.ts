import type { BaseRevision, Renaming } from "../workspace/repository.js";
import { runGit, splitNul } from "./git.js";
import { noRepository } from "./git-problem.js";
import { openRepository } from "./git-repository.js";
import { isShallow, revisionState } from "./git-state.js";
import { blobId, decodeText, readObjects } from "./object-reader.js";
import { Registry } from "./registry.js";
import { findRenamings } from "./renamings.js";
import { findRepository, type RepositoryLocation } from "./repository-root.js";
import { resolveRevision } from "./revision.js";

/** A {@link BaseRevision} over git itself. */
export interface GitBaseRevision extends BaseRevision {
	/** The commit that the revision names; part of what makes a cached result valid. */
	readonly commit: string | undefined;
	/** The ids of all files below the folders at the base. */
	readonly ids: ReadonlyMap<string, string>;
}

const bases = new Registry<TreeTexts>(16);

/**
 * The documents as they were at a revision. Two git processes at the first question (which commit, which files),
 * one or two more when texts are needed that differ from git's index; all of it once as long as the revision
 * names the same commit.
 * @param root top level of a work tree, absolute.
 * @param revision as configured: `HEAD`, `origin/main` …
 * @param folders the plans folders; nothing else of the revision is known then. None means everything.
 */
export function openBase(
	root: string,
	revision: string,
	folders: readonly string[] = [],
	environment: NodeJS.ProcessEnv = process.env,
): GitBaseRevision {
	const location = findRepository(root, environment);
	if (location === undefined) return new TreeTexts(undefined, root, revision, folders, "", environment);
	const state = `${revisionState(location, revision)}\n${isShallow(location)}`;
	return bases.get(
		// What was renamed is told by git's index, of which there may be another for a time.
		[location.root, location.indexFile, revision, ...folders].join("\0"),
		() => new TreeTexts(location, location.root, revision, folders, state, environment),
		(base) => base.state === state,
	);
}

interface Tree {
	readonly commit: string | undefined;
	readonly ids: ReadonlyMap<string, string>;
	readonly problem: string | undefined;
	readonly missing: BaseRevision["missing"];
}

class TreeTexts implements GitBaseRevision {
	readonly name: string;
	readonly state: string;
	readonly #location: RepositoryLocation | undefined;
	readonly #root: string;
	readonly #folders: readonly string[];
	readonly #environment: NodeJS.ProcessEnv;
	#tree: Tree | undefined;
	#failure: string | undefined;
	/** Contents stay bytes until they are asked for: half the memory of a decoded text. */
	readonly #contents = new Map<string, Buffer>();
	/** Objects that git has not got, by id. */
	readonly #lost = new Map<string, string>();
	#loads = 0;
	/** What was renamed, for one state of git's index. */
	#renamings: { readonly digest: string; readonly byPath: ReadonlyMap<string, Renaming> } | undefined;

	constructor(
		location: RepositoryLocation | undefined,
		root: string,
		revision: string,
		folders: readonly string[],
		state: string,
		environment: NodeJS.ProcessEnv,
	) {
		this.#location = location;
		this.#root = root;
		this.name = revision;
		this.#folders = folders.filter((folder) => folder !== "");
		this.state = state;
		this.#environment = environment;
	}

	#read(): Tree {
		this.#tree ??=
			this.#location === undefined
				? { commit: undefined, ids: new Map(), ...noRepository(this.#root), missing: "no-repository" }
				: readTree(this.#location, this.name, this.#folders);
		return this.#tree;
	}

	get problem(): string | undefined {
		return this.#read().problem ?? this.#failure;
	}

	get missing(): BaseRevision["missing"] {
		return this.#read().missing ?? (this.#failure === undefined ? undefined : "git");
	}

	get commit(): string | undefined {
		return this.#read().commit;
	}

	get ids(): ReadonlyMap<string, string> {
		return this.#read().ids;
	}

	isUnchanged(path: string, text: string): boolean {
		const id = this.ids.get(path);
		return id !== undefined && blobId(text, id) === id;
	}

	renamedFrom(path: string): Renaming | undefined {
		const { commit } = this;
		if (this.#location === undefined || commit === undefined || this.ids.has(path)) return undefined;
		const index = openRepository(this.#root, this.#environment);
		if (index.blobId(path) === undefined) return undefined;
		if (this.#renamings?.digest !== index.digest) {
			const { digest } = index;
			const isGone = (other: string): boolean => other.endsWith(".md") && index.blobId(other) === undefined;
			const found = [...this.ids.keys()].some(isGone)
				? findRenamings(this.#location, commit, this.#folders)
				: new Map<string, Renaming>();
			if ("problem" in found) this.#failure = found.problem;
			this.#renamings = { digest, byPath: "problem" in found ? new Map<string, Renaming>() : found };
		}
		return this.#renamings.byPath.get(path);
	}

	text(path: string): string | undefined {
		const id = this.ids.get(path);
		if (id === undefined) return undefined;
		if (!this.#contents.has(id) && !this.#lost.has(id)) this.#load(path, id);
		const content = this.#contents.get(id);
		return content === undefined ? undefined : decodeText(content);
	}

	problemOf(path: string): string | undefined {
		return this.#lost.get(this.ids.get(path) ?? "");
	}

	/**
	 * The first time, what differs from git's index comes along: those are the documents that are about to be
	 * compared. The second time everything that is left does, so that there are never more than two processes.
	 */
	#load(path: string, id: string): void {
		if (this.#location === undefined) return;
		const wanted = new Map([[id, path]]);
		const index = this.#loads === 0 ? openRepository(this.#root, this.#environment) : undefined;
		this.#loads++;
		for (const [other, otherId] of this.ids) {
			if (
				other.endsWith(".md") &&
				!this.#contents.has(otherId) &&
				!this.#lost.has(otherId) &&
				index?.blobId(other) !== otherId
			)
				wanted.set(otherId, other);
		}
		const contents = readObjects(this.#location, wanted);
		if ("problem" in contents) {
			this.#failure = contents.problem;
			return;
		}
		for (const [each, content] of contents) {
			if (Buffer.isBuffer(content)) this.#contents.set(each, content);
			else this.#lost.set(each, content.problem);
		}
	}
}

function readTree(location: RepositoryLocation, revision: string, folders: readonly string[]): Tree {
	const resolved = resolveRevision(location, revision);
	if (resolved.problem !== undefined)
		return { commit: undefined, ids: new Map(), problem: resolved.problem, missing: resolved.missing };
	const answer = runGit(location, ["ls-tree", "-r", "-z", "--full-tree", resolved.commit, "--", ...folders]);
	if (answer.output === undefined)
		return { commit: undefined, ids: new Map(), problem: answer.problem, missing: "git" };
	const ids = new Map<string, string>();
	for (const line of splitNul(answer.output)) {
		// `<mode> <type> <id>\t<path>`; links and submodules are no documents.
		const tab = line.indexOf("\t");
		const [mode, type, id] = line.slice(0, tab).split(" ");
		if (type === "blob" && mode !== "120000" && id !== undefined) ids.set(line.slice(tab + 1), id);
	}
	return { commit: resolved.commit, ids, problem: undefined, missing: undefined };
}
