import { appendAll } from "../text/append-all.js";
import { hasAnchor } from "../reader/anchors.js";
import { deliverableClaims } from "./deliverable-claims.js";
import { dependencyFaults } from "./dependency-faults.js";
import { resolveLinkTarget } from "../text/link-target.js";
import { once } from "../text/once.js";
import { readPathText } from "../text/path-text.js";
import type { Link, Plan } from "../plan.js";
import { overlapsAny } from "../text/range-overlap.js";
import type { Repository } from "../workspace/repository.js";
import type { SourceRange } from "../text/source-range.js";
import { mayHaveAnchor, trackedAnchors } from "./tracked-anchors.js";
import { isMarkdownFile } from "../workspace/texts-read.js";
import type { DocumentSummary, Workspace } from "../workspace/workspace.js";
import { fileName } from "../text/path-name.js";

/** A link that leads nowhere. `range` is the part of its target that is wrong. */
export type LinkFault = { readonly link: Link; readonly range: SourceRange } & (
	| {
			readonly kind: "anchor";
			/** Without `#`. */
			readonly fragment: string;
			/** The other document; `undefined`: this one. */
			readonly path: string | undefined;
			/** What the document has. */
			readonly anchors: readonly string[];
	  }
	| {
			readonly kind: "file";
			/** What the link means, relative to the root of the repository. */
			readonly path: string;
			/** Where a file or folder is that was probably meant: one written from the root, or files of that name. */
			readonly places: readonly string[];
			/** What the folder has that should hold the file. */
			readonly siblings: readonly string[];
	  }
	| { readonly kind: "other-case"; readonly path: string; readonly spelling: string }
);

/**
 * Links, images and link definitions of a document whose target is not there, each target once, in the order of the
 * text. Said only where it is certain: what an open phase is yet to create, what git ignores, submodules, paths of one
 * machine, placeholders and links out of the repository are left alone, and so is what other rules say: dead entries of
 * an index, dependencies on plans that are not there, files that were delivered.
 *
 * @param workspace knows the documents of the plans folders and their anchors; without it both are not judged
 * @param repository knows every other path; without it only documents of the plans folders are judged
 */
export function linkFaults(
	plan: Plan,
	workspace: Workspace | undefined,
	repository: Repository | undefined,
): LinkFault[] {
	const faults: LinkFault[] = [];
	const missing: { readonly link: Link; readonly path: string }[] = [];
	const elsewhere: { readonly link: Link; readonly path: string; readonly fragment: string }[] = [];
	const seen = new Set<number>();
	const targets = new Targets(plan, workspace, repository);
	for (const link of plan.links) {
		if (seen.has(link.urlRange.start)) continue;
		seen.add(link.urlRange.start);
		if (link.url.startsWith("#")) {
			const fragment = link.url.slice(1);
			if (hasAnchor(plan.anchors, fragment)) continue;
			faults.push({
				kind: "anchor",
				link,
				range: fragmentRange(link, plan),
				fragment,
				path: undefined,
				anchors: plan.anchors,
			});
			continue;
		}
		const path = targets.meant(link);
		if (path === undefined) continue;
		const fragment = fragmentOf(link.url);
		const document = fragment === "" ? undefined : workspace?.document(path);
		if (targets.isThere(path)) {
			if (document && !hasAnchor(document.anchors, fragment))
				faults.push({
					kind: "anchor",
					link,
					range: fragmentRange(link, plan),
					fragment,
					path,
					anchors: document.anchors,
				});
			else if (!document && fragment !== "" && isMarkdownFile(path) && !targets.isUnread(path))
				elsewhere.push({ link, path, fragment });
		} else if (targets.isJudged(path) && !targets.isThereElsehow(path, link)) missing.push({ link, path });
	}
	appendAll(faults, targets.faults(missing));
	if (repository && elsewhere.length > 0) {
		const { texts } = repository.texts([...new Set(elsewhere.map(({ path }) => path))]);
		for (const { link, path, fragment } of elsewhere) {
			const text = texts.get(path);
			const anchors = text === undefined ? undefined : trackedAnchors(text);
			if (anchors && !mayHaveAnchor(anchors, fragment))
				faults.push({ kind: "anchor", link, range: fragmentRange(link, plan), fragment, path, anchors });
		}
	}
	const isTold = once(() => toldElsewhere(plan, workspace, repository));
	return faults.filter((fault) => !isTold()(fault)).sort((a, b) => a.range.start - b.range.start);
}

/** What is where, seen from one document. */
class Targets {
	readonly #plan: Plan;
	readonly #workspace: Workspace | undefined;
	readonly #repository: Repository | undefined;
	/** Places of which other rules say that they are none of this repository, or still open. */
	readonly #isOpen: () => (range: SourceRange) => boolean;
	readonly #isYetToCome: () => (link: Link, path: string) => boolean;
	readonly #siblings: () => ReadonlyMap<string, readonly string[]>;

	constructor(plan: Plan, workspace: Workspace | undefined, repository: Repository | undefined) {
		this.#plan = plan;
		this.#workspace = workspace;
		this.#repository = repository;
		this.#isOpen = once(() => overlapsAny([...plan.machinePaths, ...plan.placeholders].map(({ range }) => range)));
		this.#isYetToCome = once(() => whatIsYetToCome(plan));
		this.#siblings = once(() =>
			repository
				? byFolder(repository.paths, (path) => path)
				: byFolder(workspace?.documents ?? [], (document) => document.path),
		);
	}

	/** The path that a link means; `undefined`: none of this repository, or one that is left open. */
	meant(link: Link): string | undefined {
		const { path } = this.#plan;
		// A backslash is a separator to some programs and a letter to others.
		if (path === undefined || link.url.includes("\\") || readPathText(link.url, "link")?.pattern) return undefined;
		return this.#isOpen()(link.urlRange) ? undefined : resolveLinkTarget(path, link.url);
	}

	/** A document that is there, and could not be read. */
	isUnread(path: string): boolean {
		return this.#workspace?.problems.some((problem) => problem.path === path) === true;
	}

	isThere(path: string): boolean {
		const repository = this.#repository;
		if (path === "" || this.#workspace?.document(path) || this.isUnread(path)) return true;
		return (
			repository !== undefined &&
			(repository.hasFile(path) || repository.hasDirectory(path) || repository.isUnknown(path))
		);
	}

	/** Somebody knows for certain whether such a path is there. */
	isJudged(path: string): boolean {
		return this.#repository !== undefined || (path.endsWith(".md") && this.#workspace?.kindOf(path) !== undefined);
	}

	/** Other ways in which editors and the builders of sites find a file, and the places that a template is copied to. */
	isThereElsehow(path: string, link: Link): boolean {
		const file = path.replace(/:\d+(?:[:-]\d+)?$/u, "");
		const forms = [file, `${file}.md`, `${file}.mdx`, file.replace(/\.html$/u, ".md")];
		if (forms.some((form) => this.isThere(form))) return true;
		if (link.url.startsWith("/")) {
			// A site has a root of its own: the folder of its pages, or of what it serves as it is.
			const end = `/${file}`;
			const name = fileName(file);
			if (!name.includes(".") || this.#repository?.withBaseName(name).some((tracked) => tracked.endsWith(end)))
				return true;
		}
		if (this.#plan.kind !== "template") return false;
		return (this.#workspace?.folders ?? []).some((folder) => {
			const copied = resolveLinkTarget(`${folder.path}/copy.md`, link.url);
			return copied !== undefined && this.isThere(copied);
		});
	}

	/** Git is asked once for all of them what it ignores. */
	faults(missing: readonly { readonly link: Link; readonly path: string }[]): LinkFault[] {
		if (missing.length === 0) return [];
		const ignored = this.#repository?.ignored([...new Set(missing.map(({ path }) => path))]);
		return missing.flatMap(({ link, path }): LinkFault[] => {
			if (ignored?.has(path)) return [];
			const range = pathRange(link, this.#plan);
			const spelling = this.#repository?.otherCase(path);
			if (spelling !== undefined) return [{ kind: "other-case", link, range, path, spelling }];
			const places = this.#places(link, path);
			// A file that is to be written may have the name of others; of a template, a name may be one to be filled in.
			const isMeant = places.some((place) => sharesEnd(place, path));
			if (!isMeant && (this.#plan.kind === "template" || this.#isYetToCome()(link, path))) return [];
			return [{ kind: "file", link, range, path, places, siblings: this.#siblings().get(folderOf(path)) ?? [] }];
		});
	}

	#places(link: Link, path: string): readonly string[] {
		const fromRoot = resolveLinkTarget("", link.url);
		if (fromRoot !== undefined && fromRoot !== "" && this.isThere(fromRoot)) return [fromRoot];
		const repository = this.#repository;
		if (!repository) return placesByName(this.#workspace?.documents ?? []).get(fileName(path)) ?? [];
		const file = path.replace(/:\d+(?:[:-]\d+)?$/u, "");
		const sameName = repository.withBaseName(fileName(file));
		// What was written behind `../` stays right when the document or the folder moves.
		const tail = `/${file.split("/").slice(commonDepth(link.url, file)).join("/")}`;
		const sameEnd = sameName.filter((other) => `/${other}`.endsWith(tail));
		if (sameEnd.length > 0) return sameEnd;
		if (sameName.length > 0) return sameName;
		return foldersAbove(this.#plan.path ?? "")
			.map((folder) => `${folder}${tail.slice(1)}`)
			.filter((folder) => repository.hasDirectory(folder));
	}
}

/** What is there stays the same object as long as nothing changed, and every document with a dead link asks. */
const foldersOf = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();
const namesOf = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/** Paths by their folder, which ends with a slash unless it is the root. */
function byFolder<T>(all: Iterable<T> & object, pathOf: (each: T) => string): ReadonlyMap<string, readonly string[]> {
	let folders = foldersOf.get(all);
	if (!folders) foldersOf.set(all, (folders = groupPaths(all, pathOf, folderOf)));
	return folders;
}

/** Documents by the name of their file. */
function placesByName(documents: readonly DocumentSummary[]): ReadonlyMap<string, readonly string[]> {
	let names = namesOf.get(documents);
	if (!names) namesOf.set(documents, (names = groupPaths(documents, ({ path }) => path, fileName)));
	return names;
}

function groupPaths<T>(
	all: Iterable<T>,
	pathOf: (each: T) => string,
	keyOf: (path: string) => string,
): ReadonlyMap<string, readonly string[]> {
	const groups = new Map<string, string[]>();
	for (const each of all) {
		const path = pathOf(each);
		const group = groups.get(keyOf(path));
		if (group) group.push(path);
		else groups.set(keyOf(path), [path]);
	}
	return groups;
}

function folderOf(path: string): string {
	return path.slice(0, path.lastIndexOf("/") + 1);
}

/** How many segments of the path come from the place of the document, not from what was written. */
function commonDepth(url: string, path: string): number {
	const written = (url.replace(/[#?][^]*/u, "").match(/[^/]+/gu) ?? []).filter(
		(segment) => segment !== "." && segment !== "..",
	).length;
	return Math.max(0, path.split("/").length - written);
}

function foldersAbove(path: string): string[] {
	const folders = [""];
	for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1)) folders.push(path.slice(0, end + 1));
	return folders;
}

/** `Write the [guide](guide.md)`: a verb of making, with hardly a word between it and the link. */
const MAKES = /^(?:creat|writ|add|generat|introduc|scaffold|draft|produc)/u;
const TURNS_AWAY = new Set(["see", "to", "in", "from", "per", "like", "as"]);
const MOST_WORDS_BETWEEN = 3;

function endsInMaking(before: string): boolean {
	const words = before.toLowerCase().match(/[\p{L}]+/gu) ?? [];
	for (const word of words.slice(-MOST_WORDS_BETWEEN - 1).reverse()) {
		if (MAKES.test(word)) return true;
		if (TURNS_AWAY.has(word)) return false;
	}
	return false;
}

const COMING =
	/\b(?:to be (?:written|created|added|done)|tbd|todo|coming soon|not yet|planned|future|(?:will|does) not exist|doesn't exist|deleted|removed|missing)\b/iu;

/** Whether an open phase delivers or creates a file, or the line of a link says itself that it is not there. */
function whatIsYetToCome(plan: Plan): (link: Link, path: string) => boolean {
	const isOpen = plan.kind === "plan" && plan.status?.tier !== "done";
	const phases = isOpen ? plan.allPhases.filter((phase) => phase.status?.tier !== "done") : [];
	const isDelivered = overlapsAny(phases.flatMap((phase) => phase.deliverablesField?.range ?? []));
	const created = new Set(
		phases.flatMap((phase) => phase.paths.flatMap(({ action, path }) => (action === "create" ? [path] : []))),
	);
	return (link, path) => {
		const { line } = plan.lines.position(link.range.start);
		const before = plan.text.slice(plan.lines.start(line), link.range.start);
		const after = plan.text.slice(link.range.end, plan.lines.start(line + 1));
		if (COMING.test(before) || COMING.test(after)) return true;
		if (!isOpen) return false;
		// A phase may name the path from a package.
		return endsInMaking(before.slice(-60)) || isDelivered(link.range) || ends(path).some((end) => created.has(end));
	};
}

/** `a/b/c`, `b/c`, `c` */
function ends(path: string): string[] {
	const parts = path.split("/");
	return parts.map((_, at) => parts.slice(at).join("/"));
}

/** Whether another rule says of this link that its target is not there. */
function toldElsewhere(
	plan: Plan,
	workspace: Workspace | undefined,
	repository: Repository | undefined,
): (fault: LinkFault) => boolean {
	const places: SourceRange[] = [];
	if (plan.kind === "index" && workspace?.folderOf(plan.path ?? "")?.index === plan.path)
		appendAll(
			places,
			plan.entries.map((entry) => entry.urlRange),
		);
	if (plan.kind === "plan" || plan.kind === "archive") {
		for (const { kind, dependency } of dependencyFaults(plan, workspace, repository)) {
			if (kind === "missing-plan" || kind === "unknown-phase-elsewhere") places.push(dependency.range);
		}
	}
	if (plan.kind === "plan")
		appendAll(
			places,
			deliverableClaims(plan).map((claim) => claim.use.range),
		);
	const isTold = overlapsAny(places);
	return ({ link }) => isTold(link.range);
}

function fragmentOf(url: string): string {
	const at = url.indexOf("#");
	return at < 0 ? "" : url.slice(at + 1);
}

/** In the source: the fragment with its `#`. */
function fragmentRange({ urlRange }: Link, plan: Plan): SourceRange {
	const at = plan.text.slice(urlRange.start, urlRange.end).indexOf("#");
	return at < 0 ? urlRange : { start: urlRange.start + at, end: urlRange.end };
}

/** In the source: the target without query and fragment. */
function pathRange({ urlRange }: Link, plan: Plan): SourceRange {
	const at = plan.text.slice(urlRange.start, urlRange.end).search(/[#?]/u);
	return at < 0 ? urlRange : { start: urlRange.start, end: urlRange.start + at };
}

/** The names of file and folder are the same: one of them is no accident. */
function sharesEnd(a: string, b: string): boolean {
	const end = (path: string): string => path.split("/").slice(-2).join("/");
	return end(a).includes("/") && end(a) === end(b);
}
