import { createHash } from "node:crypto";
import { join } from "node:path";
import { decodeSummaries, encodeSummaries, SUMMARY_FORMAT } from "../workspace/summary-code.js";
import type { DocumentSummary } from "../workspace/workspace.js";
import { readCacheFile, writeCacheFile } from "./cache-file.js";
import { cacheFolder } from "./cache-folder.js";
import type { DocumentFile } from "./document-source.js";
import { findRepository } from "./repository-root.js";

/** A summary with the content it was made from. */
export interface StoredSummary {
	/** Git's id of the text as a blob. */
	readonly contentId: string;
	readonly summary: DocumentSummary;
}

/**
 * Keeps summaries beyond the process. A store may forget anything at any time and must give back only what was made of
 * the very content, by the same reader.
 */
export interface SummaryStore {
	/** What is known of a document that has not changed, by its key; nothing has to be read then. */
	get(document: DocumentFile): StoredSummary | undefined;
	/** What is known of a text, whenever its file was written. */
	find(document: DocumentFile, contentId: string): DocumentSummary | undefined;
	/** All documents as they are now, whenever all are known. */
	keep(documents: readonly (readonly [DocumentFile, StoredSummary])[]): void;
}

export interface SummaryCacheOptions {
	readonly root: string;
	/** Everything that decides which documents there are: other settings have a cache of their own. */
	readonly documentsKey: string;
	/** Everything that decides what a summary says, the version above all: of other readers nothing is taken over. */
	readonly readerKey: string;
	readonly environment: NodeJS.ProcessEnv;
}

interface Entry extends StoredSummary {
	/** Digest of the document's key in the work tree. */
	readonly key: string;
}

const MAGIC = "acid-plans summaries";

/** Summaries of which fewer are new are not written again: reading them costs the next process less than writing all. */
const shareWorthWriting = 1 / 50;

/** Summaries in one file for all documents of a repository, read at the first question. */
export class SummaryCache implements SummaryStore {
	readonly #options: SummaryCacheOptions;
	readonly #header: readonly unknown[];
	#entries: Map<string, Entry> | undefined;
	/** What the file holds, as far as this process knows: the content of each document. */
	#written: ReadonlyMap<string, string> | undefined;

	constructor(options: SummaryCacheOptions) {
		this.#options = options;
		this.#header = [MAGIC, SUMMARY_FORMAT, options.readerKey, options.root, options.documentsKey];
	}

	get(document: DocumentFile): StoredSummary | undefined {
		const entry = this.#entryOf(document);
		return entry !== undefined && (entry.key === digest(document.key) || entry.contentId === document.key)
			? entry
			: undefined;
	}

	find(document: DocumentFile, contentId: string): DocumentSummary | undefined {
		const entry = this.#entryOf(document);
		return entry?.contentId === contentId ? entry.summary : undefined;
	}

	#entryOf({ path, kind, folder }: DocumentFile): Entry | undefined {
		const entry = this.#load().get(path);
		return entry?.summary.kind === kind && entry.summary.folder === folder ? entry : undefined;
	}

	keep(documents: readonly (readonly [DocumentFile, StoredSummary])[]): void {
		const before = this.#load();
		const written = this.#written ?? new Map<string, string>();
		const isNew = ([{ path }, { contentId }]: readonly [DocumentFile, StoredSummary]): boolean =>
			written.get(path) !== contentId;
		const news = documents.filter(isNew).length;
		if (news > 0 && news >= documents.length * shareWorthWriting) this.#write(documents, before);
		// What was read has been taken over; the rest is of documents that are no more.
		this.#entries = new Map();
	}

	#write(documents: readonly (readonly [DocumentFile, StoredSummary])[], before: ReadonlyMap<string, Entry>): void {
		const file = this.#file();
		if (file === undefined) return;
		const keys = documents.map(([{ path, key }, { contentId }]) => {
			const known = before.get(path);
			// Seen in git's index: what was known of the file in the work tree still holds.
			return [key === contentId && known?.contentId === contentId ? known.key : digest(key), contentId];
		});
		const summaries = encodeSummaries(documents.map(([, { summary }]) => summary));
		writeCacheFile(file.path, JSON.stringify([...this.#header, keys, summaries]), file.inTree);
		this.#written = new Map(documents.map(([{ path }, { contentId }]) => [path, contentId]));
	}

	#load(): Map<string, Entry> {
		if (this.#entries === undefined) {
			const file = this.#file();
			const text = file && readCacheFile(file.path);
			this.#entries = (text === undefined ? undefined : this.#decode(text)) ?? new Map<string, Entry>();
			this.#written = new Map([...this.#entries].map(([path, { contentId }]) => [path, contentId]));
		}
		return this.#entries;
	}

	/** `undefined` for what another version, or somebody else, has written. */
	#decode(text: string): Map<string, Entry> | undefined {
		try {
			const data: unknown = JSON.parse(text);
			const { length } = this.#header;
			if (!Array.isArray(data) || data.length !== length + 2) return undefined;
			if (this.#header.some((part, at) => data[at] !== part)) return undefined;
			const keys = data[length] as readonly (readonly [unknown, unknown])[];
			const entries = new Map<string, Entry>();
			for (const [at, summary] of decodeSummaries(data[length + 1] as readonly unknown[]).entries()) {
				const [key, contentId] = keys[at] ?? [];
				if (typeof key !== "string" || typeof contentId !== "string") return undefined;
				entries.set(summary.path, { key, contentId, summary });
			}
			return entries;
		} catch {
			return undefined;
		}
	}

	#file(): { readonly path: string; readonly inTree: boolean } | undefined {
		const { root, documentsKey, environment } = this.#options;
		const folder = cacheFolder(root, findRepository(root, environment));
		return (
			folder && { path: join(folder.path, `summaries-${digest(`${root}\0${documentsKey}`)}.z`), inTree: folder.inTree }
		);
	}
}

/** Ninety bits are enough to tell files from one another. */
function digest(text: string): string {
	return createHash("sha1").update(text).digest("base64url").slice(0, 15);
}
