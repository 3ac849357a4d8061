import { createDocumentClassifier, type DocumentClassifier, type DocumentGlobs } from "../workspace/document-kind.js";
import type { DocumentKind, Plan } from "../plan.js";
import { decodeSummaries, encodeSummaries } from "../workspace/summary-code.js";
import { resolveIndexEntries, summarizePlan } from "../workspace/summary.js";
import type {
	DocumentProblem,
	DocumentSummary,
	PlansFolder,
	ResolvedIndexEntry,
	Workspace,
} from "../workspace/workspace.js";
import { byPath, type DocumentFile, type DocumentListing, type DocumentSource } from "./document-source.js";
import { type Asking, EventLoopTurn } from "./event-loop-turn.js";
import { FolderSearch } from "./folder-search.js";
import type { GitProblem } from "./git-problem.js";
import { blobId } from "./object-reader.js";
import { followPlansLinks, plansFolderNames, plansFolderOf } from "./plans-folder.js";
import { Registry } from "./registry.js";
import { SummaryCache, type SummaryStore } from "./summary-cache.js";
import { StagedSnapshot } from "./staged-snapshot.js";
import { WorktreeDocuments } from "./worktree-documents.js";

/** Reads a document. Must depend on nothing but its arguments and what `readerKey` names. */
export type PlanReader = (text: string, path: string, kind: DocumentKind) => Plan;

export interface WorkspaceOptions {
	/** Top level of the repository, as `locatePlans` gives it. */
	readonly root: string;
	readonly plans: string | readonly string[];
	readonly documents?: DocumentGlobs | undefined;
	/** `"worktree"`: what lies on the disk; `"index"`: what git's index holds, which is what a commit would contain. */
	readonly snapshot: "worktree" | "index";
	/** Documents from elsewhere, in place of the snapshot: nothing is read from the disk or from git. */
	readonly source?: DocumentSource | undefined;
	readonly readPlan: PlanReader;
	/** Names everything that decides what `readPlan` and `summarize` give: the version, the vocabulary, the template. */
	readonly readerKey: string;
	/** Default: {@link summarizePlan}. */
	readonly summarize?: ((plan: Plan, folder: string) => DocumentSummary) | undefined;
	/** The document being linted: its text is the truth, whatever the disk says. */
	readonly overlay?: Overlay | undefined;
	/** Keep summaries on the disk, so that the next process need not read every document. */
	readonly cache?: boolean | undefined;
	/** Where they are kept, in place of that. */
	readonly store?: SummaryStore | undefined;
	/**
	 * Names one run over many files: as long as the same object comes, the state is looked at once. For a process
	 * that ends with its run; an editor leaves it out.
	 */
	readonly run?: object | undefined;
	readonly environment?: NodeJS.ProcessEnv | undefined;
}

export interface Overlay {
	/** POSIX, relative to the root. */
	readonly path: string;
	/** Without a byte order mark, as ESLint holds it. */
	readonly text: string;
	/** The plan of this text, where it is read already: it is then not read again. */
	readonly plan?: Plan | undefined;
}

/** A {@link Workspace} over files, with their texts. */
export interface FileWorkspace extends Workspace {
	/** The text of a document as this workspace sees it, or `undefined` where there is none. */
	text(path: string): string | undefined;
}

const sharedDocuments = new Registry<SharedDocuments>(8);

/**
 * The documents of all plans folders in their present state. Nothing is read before the first question, and then
 * only what changed since the last one: a check of 1,000 documents costs as many calls of `stat`. The workspace that
 * comes back stays as it was at its first question; open it again for the next lint.
 *
 * With an overlay, the state is looked at once in a turn of the event loop, and again when the same document comes
 * a second time: ESLint lints the files of one run in few turns, and a check for each of them would make the cost
 * of a run quadratic. Whatever an editor or another process did before it asked happened in an earlier turn.
 */
export function openWorkspace(options: WorkspaceOptions): FileWorkspace {
	const names = plansFolderNames(options.plans);
	if (options.source !== undefined)
		return new Snapshot(new SharedDocuments(options, names), options.overlay, options.run);
	const { GIT_INDEX_FILE: index, GIT_DIR: directory } = options.environment ?? process.env;
	const key = JSON.stringify([
		options.root,
		names,
		options.documents ?? {},
		options.snapshot,
		options.readerKey,
		options.cache === true,
		index,
		directory,
	]);
	const shared = sharedDocuments.get(key, () => new SharedDocuments(options, names));
	shared.use(options);
	return new Snapshot(shared, options.overlay, options.run);
}

/** A document that was read: its content's id, and its summary or why there is none. */
interface Reading {
	readonly key: string;
	readonly contentId: string;
	readonly summary: DocumentSummary | GitProblem;
}

/** All documents and what is computed from all of them. */
interface State {
	readonly listing: DocumentListing;
	readonly problems: readonly DocumentProblem[];
	readonly documents: readonly DocumentSummary[];
	readonly byPath: ReadonlyMap<string, DocumentSummary>;
}

/** What every workspace of one configuration shares. */
class SharedDocuments {
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
		return { key, contentId, summary: this.summaryOf(plan, folder) };
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
		const problems: DocumentProblem[] = [...listing.problems].map(([path, { problem, isLink = false }]) => ({
			path,
			problem,
			isLink,
		}));
		const documents: DocumentSummary[] = [];
		for (const path of listing.documents.keys()) {
			const summary = this.#readings.get(path)?.summary;
			if (summary === undefined) continue;
			if ("problem" in summary) problems.push({ path, problem: summary.problem, isLink: false });
			else documents.push(summary);
		}
		problems.sort(byPath);
		this.#keep(listing);
		const known = this.#state;
		this.#state =
			known !== undefined &&
			known.documents.length === documents.length &&
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
		const made = { contentId: blobId(text), plan: this.#options.readPlan(text, path, kind) };
		return this.#plans.get(
			key,
			() => made,
			() => false,
		).plan;
	}

	readText(text: string, path: string, kind: DocumentKind): Plan {
		return this.#options.readPlan(text, path, kind);
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
		const plan = overlay.plan ?? this.#options.readPlan(overlay.text, file.path, file.kind);
		const summary = this.summaryOf(plan, file.folder);
		// Most of what is typed says nothing to other plans; what was made of all summaries then holds.
		if (isSame(state.byPath.get(file.path), summary)) {
			this.#overlaid = { state, file, documents: state.documents, byPath: state.byPath };
			return this.#overlaid;
		}
		const documents = [...state.documents.filter(({ path }) => path !== file.path), summary].sort(byPath);
		this.#overlaid = { state, file, documents, byPath: indexByPath(documents) };
		return this.#overlaid;
	}
}

/** All documents with the text being linted in place of the one on the disk. */
interface Overlaid {
	readonly state: State;
	/** Its key is the id of the overlaid text. */
	readonly file: DocumentFile;
	readonly documents: readonly DocumentSummary[];
	readonly byPath: ReadonlyMap<string, DocumentSummary>;
}

function isSame(a: DocumentSummary | undefined, b: DocumentSummary): boolean {
	return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

function indexByPath(documents: readonly DocumentSummary[]): ReadonlyMap<string, DocumentSummary> {
	return new Map(documents.map((document) => [document.path, document]));
}

/** The folders that have documents; the index of one is its README, else the first index directly in it. */
function foldersOf(documents: Iterable<DocumentFile>): PlansFolder[] {
	const folders = new Map<string, string | undefined>();
	for (const { path, folder, kind } of documents) {
		const name = folder === "" ? path : path.slice(folder.length + 1);
		const index = folders.get(folder);
		const better = kind === "index" && !name.includes("/") && (index === undefined || /^readme\.md$/i.test(name));
		folders.set(folder, better ? path : index);
	}
	return [...folders].map(([path, index]) => ({ path, index })).sort(byPath);
}

/** The documents at one moment, one of them overlaid. */
class Snapshot implements FileWorkspace {
	readonly #shared: SharedDocuments;
	readonly #overlay: Overlay | undefined;
	readonly #run: object | undefined;
	#listing: DocumentListing | undefined;
	#state: State | undefined;
	#knownOverlayId: string | undefined;
	#overlaidFile: { readonly file: DocumentFile | undefined } | undefined;
	readonly #entries = new Map<string, readonly ResolvedIndexEntry[]>();

	constructor(shared: SharedDocuments, overlay: Overlay | undefined, run: object | undefined) {
		this.#shared = shared;
		this.#run = run;
		this.#overlay = overlay;
	}

	get #documents(): DocumentListing {
		this.#listing ??= this.#shared.listing(
			this.#overlay && { path: this.#overlay.path, contentId: this.#overlayId },
			this.#run,
		);
		return this.#listing;
	}

	get #overlayId(): string {
		this.#knownOverlayId ??= blobId(this.#overlay?.text ?? "");
		return this.#knownOverlayId;
	}

	/** The overlaid document where its text is not the one that is listed; its key is the id of the text. */
	get #changed(): DocumentFile | undefined {
		this.#overlaidFile ??= { file: this.#findChanged() };
		return this.#overlaidFile.file;
	}

	#findChanged(): DocumentFile | undefined {
		const overlay = this.#overlay;
		if (overlay === undefined) return undefined;
		const { path } = overlay;
		const contentId = this.#overlayId;
		const listing = this.#documents;
		const listed = listing.documents.get(path);
		if (listed !== undefined) {
			this.#shared.readings(listing, [path], overlay);
			const reading = this.#shared.reading(path);
			return reading?.contentId === contentId ? undefined : { ...listed, key: contentId };
		}
		// ESLint lints a link, too: as a document of its own it would make one plan two.
		if (listing.problems.get(path)?.isLink === true) return undefined;
		const folder = this.#shared.folderOf(path);
		const kind = folder === undefined ? undefined : this.#shared.classify(path, folder);
		return folder === undefined || kind === undefined ? undefined : { path, folder, kind, key: contentId };
	}

	get #all(): State {
		this.#state ??= this.#shared.state(this.#documents, this.#overlay);
		return this.#state;
	}

	get #overlaid(): Overlaid | undefined {
		const file = this.#changed;
		return file === undefined || this.#overlay === undefined
			? undefined
			: this.#shared.overlaid(this.#all, file, this.#overlay);
	}

	get problem(): string | undefined {
		return this.#documents.problem;
	}

	get problems(): readonly DocumentProblem[] {
		const overlaid = this.#overlay?.path;
		const { problems } = this.#all;
		// The text being linted is at hand, whatever hindered the reading of its file.
		return problems.some(({ path }) => path === overlaid) ? problems.filter(({ path }) => path !== overlaid) : problems;
	}

	get folders(): readonly PlansFolder[] {
		const folders = this.#shared.folders(this.#documents);
		const changed = this.#changed;
		if (changed === undefined || this.#documents.documents.has(changed.path)) return folders;
		return foldersOf([...this.#documents.documents.values(), changed]);
	}

	folderOf(path: string): PlansFolder | undefined {
		const folder = this.#documents.documents.get(path)?.folder ?? this.#shared.folderOf(path);
		return this.folders.find((each) => each.path === folder);
	}

	kindOf(path: string): DocumentKind | undefined {
		const folder = this.#shared.folderOf(path);
		return folder === undefined ? undefined : this.#shared.classify(path, folder);
	}

	get documents(): readonly DocumentSummary[] {
		return this.#overlaid?.documents ?? this.#all.documents;
	}

	document(path: string): DocumentSummary | undefined {
		if (this.#changed?.path === path) return this.#overlaid?.byPath.get(path);
		if (this.#state !== undefined) return this.#state.byPath.get(path);
		this.#shared.readings(this.#documents, [path], this.#overlay);
		const reading = this.#documents.documents.has(path) ? this.#shared.reading(path) : undefined;
		return reading === undefined || "problem" in reading.summary ? undefined : reading.summary;
	}

	indexEntries(folder: PlansFolder): readonly ResolvedIndexEntry[] {
		const path = folder.index;
		if (path === undefined) return [];
		const changed = this.#changed;
		const listing = this.#documents;
		if (changed === undefined || (changed.path !== path && listing.documents.has(changed.path)))
			return this.#shared.indexEntries(listing, path);
		const known = this.#entries.get(path);
		if (known !== undefined) return known;
		const entries = resolveIndexEntries(
			path,
			this.plan(path)?.entries ?? [],
			(target) => target === changed.path || listing.documents.has(target),
		);
		this.#entries.set(path, entries);
		return entries;
	}

	plan(path: string): Plan | undefined {
		const overlay = this.#overlay;
		if (overlay?.path === path) {
			const kind = this.#changed?.kind ?? this.#documents.documents.get(path)?.kind;
			return overlay.plan ?? (kind === undefined ? undefined : this.#shared.readText(overlay.text, path, kind));
		}
		const document = this.#documents.documents.get(path);
		return document === undefined ? undefined : this.#shared.planOf(document);
	}

	text(path: string): string | undefined {
		if (this.#overlay?.path === path) return this.#overlay.text;
		const document = this.#documents.documents.get(path);
		return document === undefined ? undefined : this.#shared.textOf(document);
	}
}
