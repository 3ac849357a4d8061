import type { DocumentClassifier } from "../workspace/document-kind.js";
import { batchArguments, runGit, splitNul } from "./git.js";
import { noRepository, symbolicLink, unmergedDocument, unreadableObject, type GitProblem } from "./git-problem.js";
import { indexState } from "./git-state.js";
import { byPath, type DocumentFile, type DocumentListing, type DocumentSource } from "./document-source.js";
import { listIndex } from "./index-listing.js";
import { blobId, decodeText, readObjects } from "./object-reader.js";
import { followPlansLinks, plansFolderOf, plansPathspecs } from "./plans-folder.js";
import { findRepository, type RepositoryLocation } from "./repository-root.js";

/**
 * The documents of the plans folders as git's index holds them, which is what a commit would contain: the working
 * tree is neither read nor touched. One `git ls-files` for the list, and one `git cat-file` for all contents.
 * What is staged as deleted is absent; a conflict and a symbolic link are problems.
 */
export class StagedSnapshot implements DocumentSource {
	readonly #root: string;
	readonly #names: readonly string[];
	readonly #classify: DocumentClassifier;
	readonly #environment: NodeJS.ProcessEnv;
	#state: string | undefined;
	#listing: DocumentListing | undefined;

	/**
	 * @param root top level of a work tree, absolute.
	 * @param names the plans folders, as `plansFolderNames` gives them.
	 */
	constructor(
		root: string,
		names: readonly string[],
		classify: DocumentClassifier,
		environment: NodeJS.ProcessEnv = process.env,
	) {
		this.#root = root;
		this.#names = names;
		this.#classify = classify;
		this.#environment = environment;
	}

	current(): DocumentListing {
		const location = findRepository(this.#root, this.#environment);
		const followed = followPlansLinks(this.#root, this.#names);
		const state = `${location === undefined ? "" : indexState(location)}\n${followed.names.join("\0")}`;
		if (this.#listing === undefined || this.#state !== state) {
			this.#listing =
				location === undefined
					? failed(noRepository(this.#root))
					: this.#list(location, followed.names, followed.problems);
			this.#state = state;
		}
		return this.#listing;
	}

	#list(
		location: RepositoryLocation,
		names: readonly string[],
		linkProblems: ReadonlyMap<string, GitProblem>,
	): DocumentListing {
		if (names.length === 0) return { documents: new Map(), problems: linkProblems, problem: undefined };
		const index = listIndex(location, plansPathspecs(names));
		if ("problem" in index) return failed(index);
		const announced = announcedPaths(location, index.files);
		if (!(announced instanceof Set)) return failed(announced);
		const documents: DocumentFile[] = [];
		const problems = new Map(linkProblems);
		const classify = (path: string, key: string): DocumentFile | undefined => {
			const folder = plansFolderOf(path, names);
			const kind = folder === undefined ? undefined : this.#classify(path, folder);
			return folder === undefined || kind === undefined ? undefined : { path, folder, kind, key };
		};
		for (const [path, id] of index.files) {
			const document = announced.has(path) ? undefined : classify(path, id);
			if (document !== undefined) documents.push(document);
		}
		for (const path of index.links.keys()) if (classify(path, "") !== undefined) problems.set(path, symbolicLink(path));
		for (const path of index.unmerged) if (classify(path, "") !== undefined) problems.set(path, unmergedDocument(path));
		return {
			documents: new Map(documents.sort(byPath).map((document) => [document.path, document])),
			problems,
			problem: undefined,
		};
	}

	read(documents: readonly DocumentFile[]): ReadonlyMap<string, string | GitProblem> {
		const texts = new Map<string, string | GitProblem>();
		const location = findRepository(this.#root, this.#environment);
		const contents =
			location === undefined
				? noRepository(this.#root)
				: readObjects(location, new Map(documents.map(({ key, path }) => [key, path])));
		for (const { key, path } of documents) {
			const content = "problem" in contents ? contents : contents.get(key);
			texts.set(path, Buffer.isBuffer(content) ? decodeText(content) : (content ?? unreadableObject(path)));
		}
		return texts;
	}
}

function failed(problem: GitProblem): DocumentListing {
	return { documents: new Map(), problems: new Map(), problem: problem.problem };
}

/**
 * Paths that `git add --intent-to-add` announced: the index lists them with empty content and no commit would hold
 * them. Asked only where an empty document is listed.
 */
function announcedPaths(location: RepositoryLocation, files: ReadonlyMap<string, string>): Set<string> | GitProblem {
	const announced = new Set<string>();
	const empty = [...files].filter(([, id]) => id === blobId("", id)).map(([path]) => path);
	for (const batch of batchArguments(empty)) {
		const answer = runGit(location, [
			"diff-files",
			"--name-only",
			"-z",
			"--diff-filter=A",
			"--no-ext-diff",
			"--",
			...batch,
		]);
		if (answer.output === undefined) return answer;
		for (const path of splitNul(answer.output)) announced.add(path);
	}
	return announced;
}
