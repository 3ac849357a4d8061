import type { FolderSearch, FoundFolders } from "./folder-search.js";
import { batchArguments, runGit, splitNul } from "./git.js";
import { noRepository, symbolicLink, unmergedDocument, unreadableObject, type GitProblem } from "./git-problem.js";
import { indexState } from "./git-state.js";
import { byPath, type DocumentFile, type DocumentListing, type DocumentSource } from "./document-source.js";
import { listIndex } from "./index-listing.js";
import { blobId, decodeText, readObjects } from "./object-reader.js";
import { plansPathspecs } from "./plans-folder.js";
import type { RepositoryLocation } from "./repository-root.js";

/**
 * The documents of the plans folders as git's index holds them, which is what a commit would contain: the working
 * tree is neither read nor touched. One `git ls-files` for the list, and one `git cat-file` for all contents.
 * What is staged as deleted is absent; a conflict and a symbolic link are problems.
 */
export class StagedSnapshot implements DocumentSource {
	readonly #search: FolderSearch;
	#state: string | undefined;
	#listing: DocumentListing | undefined;

	constructor(search: FolderSearch) {
		this.#search = search;
	}

	current(): DocumentListing {
		const folders = this.#search.find();
		const { location, names } = folders;
		const state = `${location === undefined ? "" : indexState(location)}\n${names.join("\0")}`;
		if (this.#listing === undefined || this.#state !== state) {
			this.#listing = location === undefined ? failed(noRepository(this.#search.root)) : listStaged(location, folders);
			this.#state = state;
		}
		return this.#listing;
	}

	read(documents: readonly DocumentFile[]): ReadonlyMap<string, string | GitProblem> {
		const texts = new Map<string, string | GitProblem>();
		const location = this.#search.locate();
		const contents =
			location === undefined
				? noRepository(this.#search.root)
				: readObjects(location, new Map(documents.map(({ key, path }) => [key, path])));
		for (const { key, path } of documents) {
			const content = "problem" in contents ? contents : contents.get(key);
			texts.set(path, Buffer.isBuffer(content) ? decodeText(content) : (content ?? unreadableObject(path)));
		}
		return texts;
	}
}

function listStaged(
	location: RepositoryLocation,
	{ names, problems: linked, documentAt }: FoundFolders,
): DocumentListing {
	if (names.length === 0) return { documents: new Map(), problems: linked, problem: undefined };
	const index = listIndex(location, plansPathspecs(names));
	if ("problem" in index) return failed(index);
	const announced = announcedPaths(location, index.files);
	if (!(announced instanceof Set)) return failed(announced);
	const documents: DocumentFile[] = [];
	const problems = new Map(linked);
	for (const [path, key] of index.files) {
		const document = announced.has(path) ? undefined : documentAt(path);
		if (document !== undefined) documents.push({ ...document, key });
	}
	for (const path of index.links.keys()) if (documentAt(path) !== undefined) problems.set(path, symbolicLink(path));
	for (const path of index.unmerged) if (documentAt(path) !== undefined) problems.set(path, unmergedDocument(path));
	return {
		documents: new Map(documents.sort(byPath).map((document) => [document.path, document])),
		problems,
		problem: undefined,
	};
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
