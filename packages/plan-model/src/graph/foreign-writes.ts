import { isFinished } from "../text/finished.js";
import { phaseNode, type PlanOrder, planOrder } from "./plan-order.js";
import { createPathPlaces, type PathPlace, shownPath, type WrittenPath } from "../workspace/path-places.js";
import type { Repository } from "../workspace/repository.js";
import { type PathClaim, PathIndex } from "../text/path-overlaps.js";
import type { DocumentSummary, PhaseSummary, WriteSummary } from "../workspace/workspace.js";

/** A path that an unfinished phase of an open plan has yet to write. */
export interface PlannedWrite {
	readonly document: DocumentSummary;
	readonly phase: PhaseSummary;
	readonly write: WriteSummary;
	readonly place: PathPlace;
	/** The phase in the order of plans. */
	readonly node: string;
	/** The plan has begun; of others only {@link isCreation} is told, unless a config asks for more. */
	readonly hasBegun: boolean;
	/** It creates this very file, and where that is is known. */
	readonly isCreation: boolean;
}

/** All that is written under one path, folder or pattern. */
export interface WrittenSurface extends PathClaim {
	readonly writes: readonly PlannedWrite[];
}

/** Something of another plan that meets a path, with a path that both cover. */
export interface ForeignWrite {
	readonly write: PlannedWrite;
	readonly witness: string;
}

/** What meets a path, by plan; for each plan in the order in which it should be named. */
export type ForeignWrites = ReadonlyMap<DocumentSummary, readonly ForeignWrite[]>;

/** The plans that meet a path and are not ordered with a phase. */
export interface ForeignPlans {
	/** The first of them, one write each. */
	readonly named: readonly ForeignWrite[];
	readonly count: number;
	/** There are more than could be counted. */
	readonly isMore: boolean;
	has(document: DocumentSummary): boolean;
}

/** So many plans are told one by one; what more of them meet is one finding that names so many and counts the rest. */
export const MOST_NAMED = 3;

/** So many plans that meet one path are counted, so that a path that all of them write costs no square. */
const MOST_COUNTED = 1000;

const indexes = new WeakMap<
	readonly DocumentSummary[],
	{ repository: Repository | undefined; writes: PlannedWrites }
>();

/**
 * The planned writes of a workspace; made once for one list of documents and state of the repository.
 *
 * @param unread documents that could not be read, which are the same as long as the list is
 */
export function plannedWrites(
	documents: readonly DocumentSummary[],
	repository: Repository | undefined,
	unread: readonly string[] = [],
): PlannedWrites {
	const known = indexes.get(documents);
	if (known && known.repository === repository) return known.writes;
	const writes = new PlannedWrites(documents, repository, unread);
	indexes.set(documents, { repository, writes });
	return writes;
}

/** Everything that the open plans of a workspace have yet to write, by what it meets. */
export class PlannedWrites {
	readonly #index: PathIndex<WrittenSurface>;
	readonly #order: PlanOrder;
	readonly #byPlan = new Map<string, { readonly surface: WrittenSurface; readonly write: PlannedWrite }[]>();
	readonly #placeOf: (written: WrittenPath, folder: string) => PathPlace;

	constructor(
		documents: readonly DocumentSummary[],
		repository: Repository | undefined,
		unread: readonly string[] = [],
	) {
		this.#placeOf = createPathPlaces(repository);
		this.#order = planOrder(documents, unread);
		const surfaces = new Map<string, PathClaim & { writes: PlannedWrite[] }>();
		for (const document of documents) {
			if (document.kind !== "plan" || isFinished(document.status)) continue;
			const own: { surface: WrittenSurface; write: PlannedWrite }[] = [];
			for (const write of this.#writesOf(document)) {
				const { pattern, directory } = write.write;
				const { path } = write.place;
				const key = `${pattern ? "*" : ""}${directory ? "/" : ""} ${path}`;
				let surface = surfaces.get(key);
				if (!surface) surfaces.set(key, (surface = { path, pattern, directory, writes: [] }));
				surface.writes.push(write);
				own.push({ surface, write });
			}
			if (own.length > 0) this.#byPlan.set(document.path, own);
		}
		this.#index = new PathIndex<WrittenSurface>([...surfaces.values()]);
	}

	/** What a plan has yet to write. */
	of(path: string): readonly { readonly surface: WrittenSurface; readonly write: PlannedWrite }[] {
		return this.#byPlan.get(path) ?? [];
	}

	#writesOf(document: DocumentSummary): PlannedWrite[] {
		const found: PlannedWrite[] = [];
		const begun = hasBegun(document);
		for (const [index, phase] of document.phases.entries()) {
			if (isFinished(phase.status)) continue;
			const seen = new Set<string>();
			for (const write of phase.writes) {
				const { action, path, pattern, directory } = write;
				if (path === "" || path === "." || seen.has(`${action} ${path}`)) continue;
				seen.add(`${action} ${path}`);
				const place = this.placeOf({ path, pattern, directory, isNew: action === "create" }, document.folder);
				found.push({
					document,
					phase,
					write,
					place,
					node: phaseNode(document, index),
					hasBegun: begun,
					isCreation: action === "create" && !pattern && !directory && !place.isAmbiguous,
				});
			}
		}
		return found;
	}

	/** What a path of a document means. */
	placeOf(written: WrittenPath, folder: string): PathPlace {
		return this.#placeOf(written, folder);
	}

	/**
	 * What meets a claim, of at most so many plans as are counted.
	 * @param isWanted whether a write is told, in the order in which they should be named
	 * @param isShared whether many phases may write a path
	 */
	meeting(
		claim: PathClaim,
		isWanted: readonly ((write: PlannedWrite, surface: WrittenSurface) => boolean)[],
		isShared: (path: string) => boolean,
	): ForeignWrites {
		const found = new Map<DocumentSummary, ForeignWrite[]>();
		const met = [...this.#index.meeting(claim)].filter(({ witness }) => !isShared(shownPath(witness)));
		for (const isNext of isWanted) {
			for (const { claim: surface, witness } of met) {
				for (const write of surface.writes) {
					if (found.size > MOST_COUNTED) return found;
					if (!isNext(write, surface) || isShared(write.write.path)) continue;
					const known = found.get(write.document);
					if (known) known.push({ write, witness: shownPath(witness) });
					else found.set(write.document, [{ write, witness: shownPath(witness) }]);
				}
			}
		}
		return found;
	}

	/** Those of other plans that nothing orders with a phase. */
	unordered(all: ForeignWrites, own: DocumentSummary, node: string): ForeignPlans {
		const mayBeOrdered = this.#order.isInvolved(own);
		const ordered = new Set<DocumentSummary>();
		const named: ForeignWrite[] = [];
		for (const [document, writes] of all) {
			if (document === own || document.path === own.path) continue;
			// Without a dependency of its own no plan is ordered with this one: the rest needs no look.
			if (!mayBeOrdered && named.length >= MOST_NAMED) break;
			const first =
				mayBeOrdered && this.#order.isInvolved(document)
					? writes.find(({ write }) => !this.#order.isOrdered(node, write.node))
					: writes[0];
			if (!first) ordered.add(document);
			else if (named.length < MOST_NAMED) named.push(first);
		}
		const has = (document: DocumentSummary): boolean => document !== own && all.has(document) && !ordered.has(document);
		return {
			named,
			count: Math.min(all.size, MOST_COUNTED) - (all.has(own) ? 1 : 0) - ordered.size,
			isMore: all.size > MOST_COUNTED,
			has,
		};
	}
}

/** A plan has begun when it says so or one of its phases has. */
export function hasBegun({ status, phases }: DocumentSummary): boolean {
	return (
		status === "active" ||
		status === "blocked" ||
		phases.some((phase) => phase.status === "active" || phase.status === "done")
	);
}
