import type { DocumentKind, Plan } from "../plan.js";
import { unreadPaths } from "../graph/unread-plans.js";
import { createDocumentClassifier, type DocumentClassifier } from "../workspace/document-kind.js";
import { decodeSummaries, encodeSummaries } from "../workspace/summary-code.js";
import { resolveIndexEntries, summarizePlan } from "../workspace/summary.js";
import type { DocumentProblem, DocumentSummary, PlansFolder, ResolvedIndexEntry } from "../workspace/workspace.js";
import { byPath, type DocumentFile, type DocumentListing, type DocumentSource } from "./document-source.js";
import { type Asking, EventLoopTurn } from "./event-loop-turn.js";
import { FolderSearch } from "./folder-search.js";
import type { GitProblem } from "./git-problem.js";
import { blobId } from "./object-reader.js";
import { followPlansLinks, plansFolderOf } from "./plans-folder.js";
import { Registry } from "./registry.js";
import { StagedSnapshot } from "./staged-snapshot.js";
import { SummaryCache, type SummaryStore } from "./summary-cache.js";
import type { Overlay, WorkspaceOptions } from "./workspace-options.js";
import { WorktreeDocuments } from "./worktree-documents.js";

/** A document that was read: its content's id, and its summary or why there is none. */
export interface Reading {
	readonly key: string;
	readonly contentId: string;
	readonly summary: DocumentSummary | GitProblem;
}

/** All documents and what is computed from all of them. */
export interface State {
	readonly listing: DocumentListing;
	readonly problems: readonly DocumentProblem[];
	readonly documents: readonly DocumentSummary[];
	readonly byPath: ReadonlyMap<string, DocumentSummary>;
}

/** All documents with the text being linted in place of the one on the disk. */
export interface Overlaid {
	readonly state: State;
	/** Its key is the id of the overlaid text. */
	readonly file: DocumentFile;
	readonly documents: readonly DocumentSummary[];
	readonly byPath: ReadonlyMap<string, DocumentSummary>;
}

/** What every workspace of one configuration shares. */
export class SharedDocuments {
	readonly #names: readonly string[];
	readonly classify: DocumentClassifier;
	readonly #root: string;
	readonly #source: DocumentSource;
	readonly #turn = new EventLoopTurn();
	readonly #cache: SummaryStore | undefined;
	#options: WorkspaceOptions;
	#listing: DocumentListing | undefined;
	readonly #readings = new Map<string, Reading>();
	#state: State | undefined;
	#overlaid: Overlaid | undefined;
	#folders: { readonly listing: DocumentListing; readonly folders: readonly PlansFolder[] } | undefined;
	#entries:
		{ readonly listing: DocumentListing; readonly byIndex: Map<string, readonly ResolvedIndexEntry[]> } | undefined;
	/** Whole plans of other documents: few are asked for, and they are large. */
	readonly #plans = new Registry<{ readonly contentId: string; readonly plan: Plan }>(16);
	/** Texts that were read for summaries, kept only as long as the snapshot of git's index is in use. */
	readonly #texts = new Map<string, { readonly key: string; readonly text: string }>();

	constructor(options: WorkspaceOptions, names: readonly string[]) {
		this.#options = options;
		this.#root = options.root;
		this.classify = createDocumentClassifier(options.documents);
		this.#names = names;
		const environment = options.environment ?? process.env;
		this.#source =
			options.source ??
			new (options.snapshot === "index" ? StagedSnapshot : WorktreeDocuments)(
				new FolderSearch(options.root, names, this.classify, environment),
			);
		const { root, readerKey, documents = {} } = options;
		if (options.cache === true && options.source === undefined)
			this.#cache = new SummaryCache({
				root,
				readerKey,
				documentsKey: JSON.stringify([names, documents]),
				environment,
			});
	}

	get #store(): SummaryStore | undefined {
		return this.#options.store ?? this.#cache;
	}

	use(options: WorkspaceOptions): void {
		this.#options = options;
	}

	/** The documents there are now. */
	listing(asking: Asking | undefined, run: object | undefined): DocumentListing {
		if (this.#listing === undefined || !this.#turn.isFresh(asking, run)) {
			this.#listing = this.#source.current();
			this.#turn.checked(asking, run);
		}
		return this.#listing;
	}

	/** Reads what is not read yet, all at once. */
	readings(listing: DocumentListing, paths: Iterable<string>, overlay: Overlay | undefined): void {
		const missing: DocumentFile[] = [];
		for (const path of paths) {
			const document = listing.documents.get(path);
			if (document === undefined || this.#readings.get(path)?.key === document.key) continue;
			const stored = this.#store?.get(document);
			if (stored === undefined) missing.push(document);
			else this.#readings.set(path, { key: document.key, contentId: stored.contentId, summary: stored.summary });
		}
		if (missing.length === 0) return;
		const texts = this.#source.read(missing);
		const made: (readonly [path: string, reading: Reading, summary: DocumentSummary])[] = [];
		for (const document of missing) {
			const text = texts.get(document.path);
			if (text === undefined) continue;
			const reading = this.#summarize(document, text, overlay);
			this.#readings.set(document.path, reading);
			if (!("problem" in reading.summary)) made.push([document.path, reading, reading.summary]);
		}
		// A summary of another making need not have all members.
		if (made.length < 2 || this.#options.summarize !== undefined) return;
		const compact = decodeSummaries(encodeSummaries(made.map(([, , summary]) => summary)));
		for (const [at, [path, reading]] of made.entries()) {
			const summary = compact[at];
			if (summary !== undefined) this.#readings.set(path, { ...reading, summary });
		}
	}

	#summarize(document: DocumentFile, text: string | GitProblem, overlay: Overlay | undefined): Reading {
		const { path, key, kind, folder } = document;
		if (typeof text !== "string") return { key, contentId: "", summary: text };
		if (this.#options.snapshot === "index") this.#texts.set(path, { key, text });
		const contentId = blobId(text);
		const before = this.#readings.get(path);
		// Touched, not changed: the old summary stays, and with it what others made of all summaries.
		if (
			before?.contentId === contentId &&
			!("problem" in before.summary) &&
			before.summary.kind === kind &&
			before.summary.folder === folder
		) {
			return { key, contentId, summary: before.summary };
		}
		const stored = this.#store?.find(document, contentId);
		if (stored !== undefined) return { key, contentId, summary: stored };
		const plan =
			overlay?.path === path && overlay.text === text && overlay.plan !== undefined
				? overlay.plan
				: this.#options.readPlan(text, path, kind);
		return {
			key,
			contentId,
			summary: "refused" in plan ? { problem: plan.refused, isRefused: true } : this.summaryOf(plan, folder),
		};
	}

	summaryOf(plan: Plan, folder: string): DocumentSummary {
		return (this.#options.summarize ?? summarizePlan)(plan, folder);
	}

	reading(path: string): Reading | undefined {
		return this.#readings.get(path);
	}

	/** All summaries; computed once for a listing. */
	state(listing: DocumentListing, overlay: Overlay | undefined): State {
		if (this.#state?.listing === listing) return this.#state;
		this.readings(listing, listing.documents.keys(), overlay);
		for (const path of this.#readings.keys()) {
			if (listing.documents.has(path)) continue;
			this.#readings.delete(path);
			this.#texts.delete(path);
		}
		const problems = [...listing.problems].map(([path, problem]) => documentProblem(path, problem));
		const documents: DocumentSummary[] = [];
		for (const path of listing.documents.keys()) {
			const summary = this.#readings.get(path)?.summary;
			if (summary === undefined) continue;
			if ("problem" in summary) problems.push(documentProblem(path, summary));
			else documents.push(summary);
		}
		problems.sort(byPath);
		this.#keep(listing);
		const known = this.#state;
		this.#state =
			known !== undefined &&
			known.documents.length === documents.length &&
			// What is made of all documents may depend on which of them could not be read.
			sameUnread(known.problems, problems) &&
			documents.every((document, at) => document === known.documents[at])
				? { ...known, listing, problems }
				: { listing, problems, documents, byPath: indexByPath(documents) };
		return this.#state;
	}

	/** Hands the store what is known; documents that could not be read are left out. */
	#keep(listing: DocumentListing): void {
		const store = this.#store;
		if (store === undefined || listing.problem !== undefined) return;
		store.keep(
			[...listing.documents.values()].flatMap((document) => {
				const reading = this.#readings.get(document.path);
				if (reading === undefined || "problem" in reading.summary) return [];
				return [[document, { contentId: reading.contentId, summary: reading.summary }]];
			}),
		);
	}

	textOf(document: DocumentFile): string | undefined {
		const kept = this.#texts.get(document.path);
		if (kept?.key === document.key) return kept.text;
		const text = this.#source.read([document]).get(document.path);
		return typeof text === "string" ? text : undefined;
	}

	planOf(document: DocumentFile): Plan | undefined {
		const { path, kind } = document;
		const key = `${path}\0${kind}`;
		const contentId = this.reading(path)?.key === document.key ? this.reading(path)?.contentId : undefined;
		const known = this.#plans.find(key);
		if (known !== undefined && known.contentId === contentId) return known.plan;
		const text = this.textOf(document);
		if (text === undefined) return undefined;
		const plan = this.readText(text, path, kind);
		if (plan === undefined) return undefined;
		const made = { contentId: blobId(text), plan };
		return this.#plans.get(
			key,
			() => made,
			() => false,
		).plan;
	}

	/** `undefined`: the text is refused. */
	readText(text: string, path: string, kind: DocumentKind): Plan | undefined {
		const plan = this.#options.readPlan(text, path, kind);
		return "refused" in plan ? undefined : plan;
	}

	folders(listing: DocumentListing): readonly PlansFolder[] {
		if (this.#folders?.listing !== listing) this.#folders = { listing, folders: foldersOf(listing.documents.values()) };
		return this.#folders.folders;
	}

	/** Entries of an index of the listing, kept as long as the listing holds. */
	indexEntries(listing: DocumentListing, path: string): readonly ResolvedIndexEntry[] {
		if (this.#entries?.listing !== listing) this.#entries = { listing, byIndex: new Map() };
		const known = this.#entries.byIndex.get(path);
		if (known !== undefined) return known;
		const document = listing.documents.get(path);
		const entries = (document && this.planOf(document)?.entries) ?? [];
		const resolved = resolveIndexEntries(path, entries, (target) => listing.documents.has(target));
		this.#entries.byIndex.set(path, resolved);
		return resolved;
	}

	/** The folder that a path lies or would lie in. */
	folderOf(path: string): string | undefined {
		return plansFolderOf(path, followPlansLinks(this.#root, this.#names).names);
	}

	/** What the overlay makes of all documents; kept while the same text is linted again. */
	overlaid(state: State, file: DocumentFile, overlay: Overlay): Overlaid {
		const known = this.#overlaid;
		if (
			known?.state.documents === state.documents &&
			known.file.path === file.path &&
			known.file.kind === file.kind &&
			known.file.key === file.key
		)
			return known;
		const plan = overlay.plan ?? this.readText(overlay.text, file.path, file.kind);
		const summary = plan && this.summaryOf(plan, file.folder);
		// Most of what is typed says nothing to other plans; what was made of all summaries then holds.
		if (isSame(state.byPath.get(file.path), summary)) {
			this.#overlaid = { state, file, documents: state.documents, byPath: state.byPath };
			return this.#overlaid;
		}
		const others = state.documents.filter(({ path }) => path !== file.path);
		const documents = summary === undefined ? others : [...others, summary].sort(byPath);
		this.#overlaid = { state, file, documents, byPath: indexByPath(documents) };
		return this.#overlaid;
	}
}

function isSame(a: DocumentSummary | undefined, b: DocumentSummary | undefined): boolean {
	return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

function sameUnread(a: readonly DocumentProblem[], b: readonly DocumentProblem[]): boolean {
	const [some, others] = [unreadPaths(a), unreadPaths(b)];
	return some.length === others.length && some.every((path, at) => path === others[at]);
}

function documentProblem(path: string, { problem, isLink, isRefused }: GitProblem): DocumentProblem {
	return { path, problem, isLink: isLink === true, isRefused: isRefused === true };
}

function indexByPath(documents: readonly DocumentSummary[]): ReadonlyMap<string, DocumentSummary> {
	return new Map(documents.map((document) => [document.path, document]));
}

/** The folders that have documents; the index of one is its README, else the first index directly in it. */
export function foldersOf(documents: Iterable<DocumentFile>): PlansFolder[] {
	const folders = new Map<string, string | undefined>();
	for (const { path, folder, kind } of documents) {
		const name = folder === "" ? path : path.slice(folder.length + 1);
		const index = folders.get(folder);
		const better = kind === "index" && !name.includes("/") && (index === undefined || /^readme\.md$/i.test(name));
		folders.set(folder, better ? path : index);
	}
	return [...folders].map(([path, index]) => ({ path, index })).sort(byPath);
}
