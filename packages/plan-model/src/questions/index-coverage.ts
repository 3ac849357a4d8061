import { readGroupTier } from "../text/index-groups.js";
import { looksBack } from "../text/retrospects.js";
import type { Plan } from "../plan.js";
import type { Repository } from "../workspace/repository.js";
import type { Vocabulary } from "../text/vocabulary.js";
import type { DocumentSummary, PlansFolder, ResolvedIndexEntry, Workspace } from "../workspace/workspace.js";
import { fileName } from "../text/path-name.js";

/** Where an index and the files of its folder differ. */
export interface IndexCoverage {
	/** Plans that the index lists not at all, by path. */
	readonly unlisted: readonly DocumentSummary[];
	/** Entries that link to a file which is not there, with the places where a file of that name is. */
	readonly dead: readonly {
		readonly entry: ResolvedIndexEntry;
		readonly target: string;
		readonly places: readonly string[];
	}[];
	/** Entries for a plan that stands in the index already. */
	readonly repeated: readonly {
		readonly entry: ResolvedIndexEntry;
		readonly first: ResolvedIndexEntry;
		readonly target: string;
	}[];
}

/**
 * Compares an index with its folder; PLAN-FORMAT, "The index".
 * @param index the index of `folder`
 * @param repository what git tracks; without it, only documents are known to be there
 * @param checkNotes whether notes have to be listed ({@link isNote})
 */
export function indexCoverage(
	index: Plan,
	folder: PlansFolder,
	workspace: Workspace,
	repository: Repository | undefined,
	vocabulary: Vocabulary,
	checkNotes: boolean,
): IndexCoverage {
	const entries = workspace.indexEntries(folder);
	const { documents, folders, byName } = contentsOf(folder, workspace);
	const isThere = (target: string): boolean =>
		workspace.document(target) !== undefined ||
		workspace.problems.some(({ path }) => path === target || path.startsWith(`${target}/`)) ||
		folders.has(target) ||
		repository?.hasFile(target) === true ||
		repository?.hasDirectory(target) === true ||
		repository?.isUnknown(target) === true;

	const dead = entries.flatMap((entry) => {
		const { target } = entry;
		// Only a link says for certain that a file should be there; what is no document, git alone can tell.
		if (entry.form !== "link" || target === undefined || isThere(target) || (!repository && !target.endsWith(".md")))
			return [];
		return [{ entry, target, places: placesOf(target, byName, repository) }];
	});
	return {
		unlisted: isListing(index, vocabulary)
			? unlistedPlans(index, folder, workspace, documents, entries, checkNotes)
			: [],
		dead,
		repeated: repetitions(entries),
	};
}

/** A page of prose about the folder lists no plan on purpose; an index has entries, groups for them, or nothing at all yet. */
function isListing(index: Plan, vocabulary: Vocabulary): boolean {
	if (index.entries.length > 0) return true;
	const sections = index.sections.filter((section) => section.heading.level > 1);
	if (sections.some((section) => readGroupTier(section.heading.text.text, vocabulary) !== undefined)) return true;
	return index.sections.every((section) =>
		section.blocks.every((block) => block.type === "html" || block.type === "break"),
	);
}

function unlistedPlans(
	index: Plan,
	folder: PlansFolder,
	workspace: Workspace,
	documents: readonly DocumentSummary[],
	entries: readonly ResolvedIndexEntry[],
	checkNotes: boolean,
): DocumentSummary[] {
	const listed = entries.flatMap(({ target }) => target ?? []);
	const files = new Set(listed);
	// An index further down lists what is below it; so does an entry for a folder.
	const covering = [
		...[
			...documents.filter(({ kind }) => kind === "index"),
			// What one lists that could not be read, nobody knows.
			...workspace.problems.filter(({ path }) => workspace.kindOf(path) === "index"),
		]
			.filter(({ path }) => path !== folder.index)
			.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1)),
		...listed.filter((target) => !/\.\w+$/u.test(target)).map((target) => `${target}/`),
	];
	return documents.filter((document) => {
		const { kind, path } = document;
		if (kind !== "plan" || path === index.path || files.has(path) || covering.some((above) => path.startsWith(above)))
			return false;
		if (!checkNotes && isNote(document)) return false;
		// A name in a sentence or in a drawn tree is a way of listing, too.
		return !index.text.includes(fileName(path));
	});
}

/**
 * Nothing that anybody could carry out: neither phases nor a status, or a title that looks back (a session log, a
 * close-out) over phases of which none says that it is open.
 */
function isNote({ title, status, phases }: DocumentSummary): boolean {
	if (phases.length === 0 && status === undefined) return true;
	const isOver = [status, ...phases.map((phase) => phase.status)].every(
		(tier) => tier === undefined || tier === "done" || tier === "dropped",
	);
	return isOver && title !== undefined && looksBack(title);
}

/** In one section, or in two groups that say a state each. An overview before the details is no repetition. */
function repetitions(
	entries: readonly ResolvedIndexEntry[],
): { entry: ResolvedIndexEntry; first: ResolvedIndexEntry; target: string }[] {
	const seen = new Map<string, ResolvedIndexEntry[]>();
	return entries.flatMap((entry) => {
		const { target } = entry;
		if (target === undefined) return [];
		const earlier = seen.get(target) ?? [];
		seen.set(target, [...earlier, entry]);
		const first = earlier.find(
			(other) =>
				other.container === entry.container &&
				(other.group?.section === entry.group?.section ||
					(other.group?.tier !== undefined && entry.group?.tier !== undefined)),
		);
		return first ? [{ entry, first, target }] : [];
	});
}

/** Where a file of that name, in any letter case, is now: in the folder, else anywhere in the repository. */
function placesOf(
	target: string,
	byName: ReadonlyMap<string, readonly string[]>,
	repository: Repository | undefined,
): readonly string[] {
	const name = fileName(target);
	return byName.get(name.toLowerCase()) ?? repository?.withBaseName(name) ?? [];
}

interface FolderContents {
	readonly documents: DocumentSummary[];
	/** Every folder on the way to one of the documents. */
	readonly folders: Set<string>;
	/** Paths by the name of the file in lower case. */
	readonly byName: Map<string, string[]>;
}

/** By plans folder; the documents of a workspace stay the same array as long as nothing changed. */
const known = new WeakMap<readonly DocumentSummary[], ReadonlyMap<string, FolderContents>>();

function contentsOf(folder: PlansFolder, { documents }: Workspace): FolderContents {
	let contents = known.get(documents);
	if (!contents) known.set(documents, (contents = sortByFolder(documents)));
	return contents.get(folder.path) ?? { documents: [], folders: new Set(), byName: new Map() };
}

function sortByFolder(documents: readonly DocumentSummary[]): ReadonlyMap<string, FolderContents> {
	const all = new Map<string, FolderContents>();
	for (const document of documents) {
		const { path, folder } = document;
		let contents = all.get(folder);
		if (!contents) all.set(folder, (contents = { documents: [], folders: new Set(), byName: new Map() }));
		contents.documents.push(document);
		const name = fileName(path).toLowerCase();
		const same = contents.byName.get(name);
		if (same) same.push(path);
		else contents.byName.set(name, [path]);
		for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
			const above = path.slice(0, end);
			if (contents.folders.has(above)) break;
			contents.folders.add(above);
		}
	}
	return all;
}
