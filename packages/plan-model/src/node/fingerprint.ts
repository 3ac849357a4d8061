import { createHash } from "node:crypto";
import { createDocumentClassifier, type DocumentGlobs } from "../workspace/document-kind.js";
import { openBase } from "./base-revision.js";
import { FolderSearch } from "./folder-search.js";
import { openRepository } from "./git-repository.js";
import { blobId } from "./object-reader.js";
import { plansFolderNames } from "./plans-folder.js";
import { findRepository } from "./repository-root.js";
import { WorktreeDocuments } from "./worktree-documents.js";

export interface FingerprintOptions {
	readonly root: string;
	readonly plans: string | readonly string[];
	readonly documents?: DocumentGlobs | undefined;
	/** The base revision; `false`: no rule looks at history. */
	readonly base: string | false;
	/** `false`: no rule looks beyond the plans folders. */
	readonly repository: boolean;
}

/**
 * A text that changes whenever something changes that a rule may have read: the documents of all plans folders, what
 * git's index holds, HEAD, the base revision. It is made of contents, not of times, so that a fresh checkout of the
 * same state gives the same text and a cache that CI carries along stays valid.
 * @returns hexadecimal digits; never throws: what cannot be read goes in with its problem.
 */
export function workspaceFingerprint(
	options: FingerprintOptions,
	environment: NodeJS.ProcessEnv = process.env,
): string {
	const { root, base } = options;
	const hash = createHash("sha1");
	const add = (...parts: readonly string[]): void => void hash.update(`${JSON.stringify(parts)}\n`);
	const classify = createDocumentClassifier(options.documents);
	const source = new WorktreeDocuments(new FolderSearch(root, plansFolderNames(options.plans), classify, environment));
	const listing = source.current();
	const texts = source.read([...listing.documents.values()]);
	add("documents", listing.problem ?? "");
	for (const [path, { kind, folder }] of listing.documents) {
		const text = texts.get(path);
		add(path, folder, kind, typeof text === "string" ? blobId(text) : (text?.problem ?? ""));
	}
	for (const [path, { problem }] of listing.problems) add(path, problem);
	if (findRepository(root, environment) === undefined) return hash.digest("hex");
	if (options.repository) {
		const repository = openRepository(root, environment);
		add(
			"repository",
			repository.digest,
			repository.problem ?? "",
			repository.headCommit ?? "",
			String(repository.isShallow),
		);
	}
	if (base !== false) {
		const revision = openBase(
			root,
			base,
			[...new Set([...listing.documents.values()].map(({ folder }) => folder))],
			environment,
		);
		add("base", revision.commit ?? "", revision.problem ?? "");
	}
	return hash.digest("hex");
}
