import type { DeliverableClaim } from "./deliverable-claims.js";
import type { Repository } from "../workspace/repository.js";
import { parentsOfFolder } from "../workspace/tracked-folders.js";
import { fileName, joinPath } from "../text/path-name.js";

/** What git says of a path that should be there. Silence (`unknown`) is the answer wherever it cannot be certain. */
export type Delivery =
	| { readonly kind: "present" | "unknown" }
	/** Tracked, but spelled otherwise. */
	| { readonly kind: "other-case"; readonly spelling: string }
	/** Neither tracked now nor ever before; with the tracked files of the same name. */
	| { readonly kind: "never"; readonly sameName: readonly string[] }
	/** Tracked once and gone since; with the tracked files of the same name. */
	| { readonly kind: "gone"; readonly sameName: readonly string[] };

/** A plan's `src/a.ts` may be one of many packages; with more than these nobody can say which. */
const MOST_BASES = 24;

const UNKNOWN: Delivery = { kind: "unknown" };

/**
 * Looks for what a plan says it has delivered. A path is taken for one of the root, of any folder above the plan or
 * of any package that has its first folder; it is present when a tracked file fits any of these.
 * History is asked once, for all paths together.
 * @param planPath of the plan, relative to the root
 * @param isGenerated whether a path is made by a build or a run and never tracked
 * @returns the answers by claim; and where git could not read its history, for how many of them and why
 */
export function findDeliveries(
	claims: readonly DeliverableClaim[],
	planPath: string,
	repository: Repository,
	isGenerated: (path: string) => boolean,
): {
	readonly deliveries: ReadonlyMap<DeliverableClaim, Delivery>;
	readonly undecided: { readonly count: number; readonly problem: string } | undefined;
} {
	const deliveries = new Map<DeliverableClaim, Delivery>();
	const open = new Map<DeliverableClaim, readonly string[]>();
	const folders = new Map<string, readonly string[]>();
	const basesOf = (path: string): readonly string[] => {
		const first = path.slice(0, path.indexOf("/"));
		let bases = folders.get(first);
		if (!bases)
			folders.set(first, (bases = [...new Set([...basesAbove(planPath), ...parentsOfFolder(first, repository)])]));
		return bases;
	};
	for (const claim of claims) {
		const { use } = claim;
		const path = use.path;
		if (use.pattern || use.outside || !isPlace(path, use.directory) || isGenerated(path)) {
			deliveries.set(claim, UNKNOWN);
			continue;
		}
		if (isTracked(path, use.directory, repository)) {
			deliveries.set(claim, { kind: "present" });
			continue;
		}
		const bases = basesOf(path);
		const places = bases.map((base) => joinPath(base, path));
		const spelling = places.map((place) => repository.otherCase(place)).find((other) => other !== undefined);
		if (spelling !== undefined) deliveries.set(claim, { kind: "other-case", spelling });
		// Without its first folder the path may be one of another repository.
		else if (
			!hasFirstFolder(path, bases, repository) ||
			bases.length > MOST_BASES ||
			places.some((place) => repository.isUnknown(place))
		)
			deliveries.set(claim, UNKNOWN);
		else open.set(claim, places);
	}
	if (open.size === 0) return { deliveries, undecided: undefined };
	const asked = [...new Set([...open.values()].flat())];
	const ignored = repository.ignored(asked);
	const { paths: ever, problem } = repository.everTracked(asked);
	for (const [claim, places] of open) {
		const sameName = claim.use.directory ? [] : repository.withBaseName(fileName(claim.use.path));
		if (places.some((place) => ignored.has(place))) deliveries.set(claim, UNKNOWN);
		else if (places.some((place) => ever.has(place))) deliveries.set(claim, { kind: "gone", sameName });
		else deliveries.set(claim, problem !== undefined || repository.isShallow ? UNKNOWN : { kind: "never", sameName });
	}
	return { deliveries, undecided: problem === undefined ? undefined : { count: open.size, problem } };
}

/** A file with an extension or a folder that is written as one, below some folder: a bare name has no place, `src/core` may mean a module. */
function isPlace(path: string, directory: boolean): boolean {
	const slash = path.lastIndexOf("/");
	return slash > 0 && (directory || path.indexOf(".", slash + 2) > 0);
}

/** Tracked at the root or below any other folder. */
function isTracked(path: string, directory: boolean, repository: Repository): boolean {
	if (repository.hasFile(path) || repository.hasDirectory(path)) return true;
	const end = `/${path}`;
	if (!directory) return repository.withBaseName(fileName(path)).some((tracked) => tracked.endsWith(end));
	for (const tracked of repository.paths) if (tracked.includes(`${end}/`)) return true;
	return false;
}

/** The root, and the folders above the plan. */
function basesAbove(planPath: string): string[] {
	const bases = [""];
	for (let end = planPath.indexOf("/"); end > 0; end = planPath.indexOf("/", end + 1))
		bases.push(planPath.slice(0, end));
	return bases;
}

function hasFirstFolder(path: string, bases: readonly string[], repository: Repository): boolean {
	const first = path.slice(0, path.indexOf("/"));
	return bases.some((base) => repository.hasDirectory(joinPath(base, first)));
}
