import { createDocumentClassifier, type DocumentGlobs } from "../workspace/document-kind.js";
import { byPath, type DocumentFile, type DocumentSource } from "./document-source.js";
import { blobId } from "./object-reader.js";
import { plansFolderNames, plansFolderOf } from "./plans-folder.js";

/**
 * Documents that are given as texts, for `openWorkspace`: which of them belong to a plans folder, and as what, is
 * decided as for files.
 * @param texts by path, POSIX, relative to the root.
 * @param problem why nothing can be listed, if so
 */
export function memoryDocuments(
	texts: Readonly<Record<string, string>>,
	{ plans, documents }: { readonly plans: string | readonly string[]; readonly documents?: DocumentGlobs | undefined },
	problem?: string,
): DocumentSource {
	const names = plansFolderNames(plans);
	const classify = createDocumentClassifier(documents);
	const files = Object.entries(texts).flatMap(([path, text]): DocumentFile[] => {
		const folder = plansFolderOf(path, names);
		const kind = folder === undefined ? undefined : classify(path, folder);
		return folder === undefined || kind === undefined ? [] : [{ path, folder, kind, key: blobId(text) }];
	});
	const listing = {
		documents: new Map(files.sort(byPath).map((file) => [file.path, file])),
		problems: new Map(),
		problem,
	};
	return {
		current: () => listing,
		read: (asked) => new Map(asked.flatMap(({ path }) => (texts[path] === undefined ? [] : [[path, texts[path]]]))),
	};
}
