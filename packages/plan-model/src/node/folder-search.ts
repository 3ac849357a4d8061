import type { DocumentClassifier } from "../workspace/document-kind.js";
import type { DocumentFile } from "./document-source.js";
import type { GitProblem } from "./git-problem.js";
import { followPlansLinks, plansFolderOf } from "./plans-folder.js";
import { findRepository, type RepositoryLocation } from "./repository-root.js";

/** Where plans folders are now, and what belongs to them. */
export interface FoundFolders {
	/** `undefined` outside of any repository. */
	readonly location: RepositoryLocation | undefined;
	/** The folders, links followed. */
	readonly names: readonly string[];
	/** Links that are not followed, by path. */
	readonly problems: ReadonlyMap<string, GitProblem>;
	/** The document that a path is; `undefined`: none. */
	readonly documentAt: (path: string) => Omit<DocumentFile, "key"> | undefined;
}

/** What the sources of documents have in common: where they look, and which files are documents. */
export class FolderSearch {
	readonly root: string;
	readonly #names: readonly string[];
	readonly #classify: DocumentClassifier;
	readonly #environment: NodeJS.ProcessEnv;

	/**
	 * @param root top level of a work tree, or the folder that holds the plans folder where there is no repository.
	 * @param names the plans folders, as `plansFolderNames` gives them.
	 */
	constructor(
		root: string,
		names: readonly string[],
		classify: DocumentClassifier,
		environment: NodeJS.ProcessEnv = process.env,
	) {
		this.root = root;
		this.#names = names;
		this.#classify = classify;
		this.#environment = environment;
	}

	locate(): RepositoryLocation | undefined {
		return findRepository(this.root, this.#environment);
	}

	find(): FoundFolders {
		const { names, problems } = followPlansLinks(this.root, this.#names);
		return {
			location: this.locate(),
			names,
			problems,
			documentAt: (path) => {
				const folder = plansFolderOf(path, names);
				const kind = folder === undefined ? undefined : this.#classify(path, folder);
				return folder === undefined || kind === undefined ? undefined : { path, folder, kind };
			},
		};
	}
}
