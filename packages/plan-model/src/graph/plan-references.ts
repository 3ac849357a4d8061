import { resolveLinkTarget } from "../text/link-target.js";
import { compareLabels, labelKey, type Label } from "../text/phase-label.js";
import { normaliseName } from "../text/name-matching.js";
import type { DependencySummary, DocumentSummary, PhaseSummary } from "../workspace/workspace.js";
import { fileName } from "../text/path-name.js";

/** What a reference to another plan resolves to. */
export interface ResolvedPlanReference {
	readonly document: DocumentSummary;
	/**
	 * The phases it names: several for a range, none for one that the summary does not hold; `undefined` when it names
	 * the whole plan.
	 */
	readonly phases: readonly PhaseSummary[] | undefined;
	/** It names a phase (by label or anchor) which that plan does not have. */
	readonly unknownPhase: boolean;
}

/** What a dependency says, as the model of its own plan or a summary has it. */
export type PlanReference = DependencySummary;

/** Finds the documents and phases that the dependencies of other documents name. */
export interface PlanReferences {
	/** `undefined` when it names no document of the workspace, or more than one. */
	resolve(from: DocumentSummary, dependency: PlanReference): ResolvedPlanReference | undefined;
	/** The document alone: its phases are not looked at. */
	documentOf(from: DocumentSummary, dependency: PlanReference): DocumentSummary | undefined;
	/**
	 * Why a reference that resolves to nothing is wrong: where the file would have to be, or a number that no plan of
	 * the folder has. `undefined`: nothing can be said, since the name may mean something outside.
	 */
	missing(from: DocumentSummary, dependency: PlanReference): MissingPlan | undefined;
}

/** A plan that is named and is not there. */
export type MissingPlan =
	{ readonly path: string; readonly number: undefined } | { readonly path: undefined; readonly number: string };

const known = new WeakMap<readonly DocumentSummary[], PlanReferences>();

/**
 * The references of a workspace; made once for one list of documents.
 * @param documents those of `Workspace.documents`, which stays the same array as long as nothing changed
 */
export function createPlanReferences(documents: readonly DocumentSummary[]): PlanReferences {
	let references = known.get(documents);
	if (!references) known.set(documents, (references = new DocumentTable(documents)));
	return references;
}

class DocumentTable implements PlanReferences {
	readonly #documents: readonly DocumentSummary[];
	readonly #byPath: ReadonlyMap<string, DocumentSummary>;
	/** Most references are links: what else a document is called is sorted when the first one is a name. */
	#knownNames: DocumentNames | undefined;

	constructor(documents: readonly DocumentSummary[]) {
		this.#documents = documents;
		this.#byPath = new Map(documents.map((document) => [document.path, document]));
	}

	get #names(): DocumentNames {
		return (this.#knownNames ??= namesOf(this.#documents));
	}

	resolve(from: DocumentSummary, dependency: PlanReference): ResolvedPlanReference | undefined {
		const document = this.documentOf(from, dependency);
		return document && inDocument(document, dependency);
	}

	documentOf(from: DocumentSummary, dependency: PlanReference): DocumentSummary | undefined {
		return dependency.link === undefined && (dependency.title ?? "") === "" ? from : this.#find(from, dependency);
	}

	missing(from: DocumentSummary, dependency: PlanReference): MissingPlan | undefined {
		if (this.#find(from, dependency)) return undefined;
		if (dependency.link !== undefined) {
			const fromRoot = resolveLinkTarget("", dependency.link);
			const path = fromRoot?.startsWith(`${from.folder}/`) ? fromRoot : resolveLinkTarget(from.path, dependency.link);
			return path === undefined || !/\.md$/iu.test(path) ? undefined : { path, number: undefined };
		}
		const number = planNumber(dependency.title ?? "");
		if (number === undefined || this.#names.byNumber.has(number)) return undefined;
		// Where plans have no numbers, "Plan 12" is somebody else's way of counting.
		return (this.#names.numbersInFolder.get(from.folder)?.size ?? 0) >= 2 ? { path: undefined, number } : undefined;
	}

	#find(from: DocumentSummary, { link, title }: PlanReference): DocumentSummary | undefined {
		if (link !== undefined) return this.#byLink(from, link);
		const words = title ?? "";
		const number = planNumber(words);
		return (
			nearestOnly(from, this.#names.byTitle.get(normaliseName(words))) ??
			(number === undefined ? undefined : nearestOnly(from, this.#names.byNumber.get(number)))
		);
	}

	/** Links are relative to the document; a bare file name may be counted from the root or from nowhere. */
	#byLink(from: DocumentSummary, link: string): DocumentSummary | undefined {
		const paths = [
			resolveLinkTarget(from.path, link),
			resolveLinkTarget("", link),
			resolveLinkTarget(`${from.folder}/x`, link),
		];
		for (const path of paths) {
			if (path === undefined) continue;
			const document =
				this.#byPath.get(path) ?? this.#byPath.get(`${path}/README.md`) ?? this.#byPath.get(`${path}/index.md`);
			if (document) return document;
		}
		return link.includes("/") ? undefined : nearestOnly(from, this.#names.byFile.get(link.toLowerCase()));
	}
}

interface DocumentNames {
	readonly byTitle: ReadonlyMap<string, DocumentSummary[]>;
	readonly byNumber: ReadonlyMap<string, DocumentSummary[]>;
	readonly numbersInFolder: ReadonlyMap<string, ReadonlySet<string>>;
	/** By the name of the file, in lower case. */
	readonly byFile: ReadonlyMap<string, DocumentSummary[]>;
}

function namesOf(documents: readonly DocumentSummary[]): DocumentNames {
	const byTitle = new Map<string, DocumentSummary[]>();
	const byNumber = new Map<string, DocumentSummary[]>();
	const numbersInFolder = new Map<string, Set<string>>();
	const byFile = new Map<string, DocumentSummary[]>();
	for (const document of documents) {
		add(byFile, baseName(document.path), document);
		// A template is no plan, and an index lists them: nothing waits for either.
		if (document.kind === "template" || document.kind === "index") continue;
		for (const title of new Set([document.title, document.feature])) {
			const key = title === undefined ? "" : normaliseName(title);
			if (key !== "") add(byTitle, key, document);
		}
		for (const number of numbersOf(document)) {
			add(byNumber, number, document);
			const numbers = numbersInFolder.get(document.folder);
			if (numbers) numbers.add(number);
			else numbersInFolder.set(document.folder, new Set([number]));
		}
	}
	return { byTitle, byNumber, numbersInFolder, byFile };
}

function add(map: Map<string, DocumentSummary[]>, key: string, document: DocumentSummary): void {
	const list = map.get(key);
	if (list) list.push(document);
	else map.set(key, [document]);
}

function baseName(path: string): string {
	return fileName(path).toLowerCase();
}

/** The only candidate, or the only one in the folder of the document that names it: two plans of one name are no answer. */
function nearestOnly(
	from: DocumentSummary,
	candidates: readonly DocumentSummary[] | undefined,
): DocumentSummary | undefined {
	if (!candidates || candidates.length <= 1) return candidates?.[0];
	const near = candidates.filter((document) => document.folder === from.folder);
	return near.length === 1 ? near[0] : undefined;
}

/** `Plan 063` → `63`; letters behind the number belong to it. */
function planNumber(words: string): string | undefined {
	const number = /^plan\s*(?:#\s*)?(\d{1,5}[a-z]?)$/iu.exec(words.trim())?.[1];
	return number === undefined ? undefined : numberKey(number);
}

function numberKey(number: string): string {
	return number.replace(/^0+(?=\d)/u, "").toLowerCase();
}

/** The number that the name of a file begins with (`063-closures.md`), and the one in front of its title (`Plan 063: …`). */
function numbersOf(document: DocumentSummary): Set<string> {
	const numbers = new Set<string>();
	const inName = /^(?:plan[-_ ]?)?(\d{1,5}[a-z]?)[-_. ]/iu.exec(baseName(document.path))?.[1];
	if (inName !== undefined) numbers.add(numberKey(inName));
	const inTitle = /^\s*(?:(?:implementation\s)?plan\s#?)?(\d{1,5}[a-z]?)\s?[:：.—–-]\s/iu.exec(
		document.title ?? "",
	)?.[1];
	if (inTitle !== undefined) numbers.add(numberKey(inTitle));
	return numbers;
}

function inDocument(document: DocumentSummary, { anchor, word, label }: PlanReference): ResolvedPlanReference {
	if (label !== undefined) {
		// The summary holds the main series alone: `Task 2` of a plan of phases is neither found nor missing.
		const { phases } = document;
		const isOther =
			word !== undefined &&
			phases.length > 0 &&
			phases.every((phase) => !phase.name.toLowerCase().startsWith(word.toLowerCase()));
		return isOther ? { document, phases: [], unknownPhase: false } : { document, ...phasesNamed(document, label) };
	}
	if (anchor !== undefined && anchor !== "") {
		const phases = document.phases.filter((phase) => phase.anchor === anchor);
		if (phases.length > 0) return { document, phases, unknownPhase: false };
		return { document, phases: undefined, unknownPhase: !document.anchors.includes(anchor) };
	}
	return { document, phases: undefined, unknownPhase: false };
}

function phasesNamed(
	document: DocumentSummary,
	label: Label,
): Pick<ResolvedPlanReference, "unknownPhase"> & { readonly phases: readonly PhaseSummary[] } {
	const whole = byLabel(document, label);
	if (whole) return { phases: [whole], unknownPhase: false };
	const { last } = label;
	if (last === undefined) return { phases: [], unknownPhase: isWhole(document, label) };
	const phases = document.phases.filter((phase) => isBetween(label, phase.label, last));
	const hasEnds =
		byLabel(document, { ...label, last: undefined }) !== undefined && byLabel(document, last) !== undefined;
	return { phases, unknownPhase: !hasEnds && isWhole(document, label) };
}

/** A table for each plan that is asked for: many references name phases of one plan. */
const tables = new WeakMap<DocumentSummary, ReadonlyMap<string, PhaseSummary>>();

/** The phase of a label, the first of two; `Phase 1-2` is found by `1`, `2` and `1-2`. */
function byLabel(document: DocumentSummary, label: Label): PhaseSummary | undefined {
	let table = tables.get(document);
	if (!table)
		tables.set(
			document,
			(table = new Map(document.phases.toReversed().map((phase) => [labelKey(phase.label), phase]))),
		);
	const found = table.get(labelKey(label));
	if (found || label.last) return found;
	return document.phases.find((phase) => phase.label.last && isBetween(phase.label, label, phase.label.last));
}

function isBetween(first: Label, label: Label, last: Label): boolean {
	const low = compareLabels(first, label);
	const high = compareLabels(label, last);
	return low !== undefined && high !== undefined && low <= 0 && high <= 0;
}

/** A series that begins at its beginning: one that starts at Phase 5 goes on from another file, which may have the others. */
function isWhole(document: DocumentSummary, label: Label): boolean {
	const first = document.phases[0]?.label.parts[0];
	if (first === undefined) return document.kind === "plan";
	if (typeof first !== typeof label.parts[0]) return false;
	return typeof first === "number" ? first <= 1 : first === "a";
}
