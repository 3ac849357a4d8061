import type { DocumentKind, Plan } from "../plan.js";
import { resolveIndexEntries } from "../workspace/summary.js";
import type {
	DocumentProblem,
	DocumentSummary,
	PlansFolder,
	ResolvedIndexEntry,
	Workspace,
} from "../workspace/workspace.js";
import type { DocumentFile, DocumentListing } from "./document-source.js";
import { blobId } from "./object-reader.js";
import { plansFolderNames } from "./plans-folder.js";
import { Registry } from "./registry.js";
import { foldersOf, type Overlaid, SharedDocuments, type State } from "./shared-documents.js";
import type { Overlay, WorkspaceOptions } from "./workspace-options.js";

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
			const isKnown = reading?.contentId === contentId && !("problem" in reading.summary);
			return isKnown ? undefined : { ...listed, key: contentId };
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
