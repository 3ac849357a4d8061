export { openBase, type GitBaseRevision } from "./base-revision.js";
export { readCacheFile, writeCacheFile } from "./cache-file.js";
export { cacheFolder } from "./cache-folder.js";
export {
	changedEntries,
	rangeChanges,
	stagedChanges,
	type EntryChange,
	type IndexEntryContent,
	type PathChange,
	type PathChanges,
} from "./changes.js";
export { openWorkspace, type FileWorkspace } from "./file-workspace.js";
export type { Overlay, PlanReader, WorkspaceOptions } from "./workspace-options.js";
export { workspaceFingerprint, type FingerprintOptions } from "./fingerprint.js";
export type { DocumentSource } from "./document-source.js";
export type { StoredSummary, SummaryStore } from "./summary-cache.js";
export { memoryDocuments } from "./memory-documents.js";
export { leavesFolder, linkProblem } from "./document-link.js";
export { linkOutside, symbolicLink, type GitProblem } from "./git-problem.js";
export { openRepository, type GitRepository } from "./git-repository.js";
export {
	locatePlans,
	locatePlansOf,
	normalizePlansFolder,
	plansFolderNames,
	plansFolderOf,
	type PlansLocation,
} from "./plans-folder.js";
export { findRepository, pathBelow, physicalPath, realPath, type RepositoryLocation } from "./repository-root.js";
export { isShallow } from "./git-state.js";
export { resolveRevision, type ResolvedRevision } from "./revision.js";
export { runGit, splitNul, type GitAnswer, type GitOptions } from "./git.js";
export { listIndex, type IndexListing } from "./index-listing.js";
export { decodeText, readObjects } from "./object-reader.js";
