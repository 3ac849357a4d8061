import { parentsOfFolder } from "./tracked-folders.js";
import type { Repository } from "./repository.js";
import { joinPath } from "../text/path-name.js";

/** What a written path stands for. */
export interface PathPlace {
	/**
	 * Two paths of different plans mean one thing where this is equal. Relative to the root where that is known; a path
	 * that may be one of several packages gets a mark before it, under which it meets only what its own folder of plans says.
	 */
	readonly path: string;
	/** Several packages have the folder that it starts with, and the plan belongs to none of them. */
	readonly isAmbiguous: boolean;
}

/** A path as a plan writes it. */
export interface WrittenPath {
	readonly path: string;
	readonly pattern: boolean;
	readonly directory: boolean;
	/** The plan creates it: that a file of this name is there speaks rather against its place than for it. */
	readonly isNew?: boolean | undefined;
}

/** Before a path of which only the folder of plans knows what it means; no path of a plan holds this character. */
const UNDECIDED = "\0";

/**
 * Says which place of the repository a path means that a plan writes down. PLAN-FORMAT has it relative to the root or to
 * the package the plan belongs to: any folder above the plan's folder of plans. Git's index decides:
 *
 * 1. the one of these under which the path is tracked, unless the plan creates it;
 * 2. else the one under which most of its folders are;
 * 3. else, for a file that is to be changed and tracked nowhere there, the only tracked file in the repository that ends like it.
 *
 * Where that leaves it open, or nothing is known of the repository, a path that starts with the first folder of the
 * package's own path is one of the root; of any other the plans in the same folder mean the same, and nobody else can tell.
 * @param repository `undefined`: nothing is known of it
 * @returns in: a written path and the folder of plans of its document, relative to the root
 */
export function createPathPlaces(
	repository: Repository | undefined,
): (written: WrittenPath, folder: string) => PathPlace {
	const facts = repository?.problem === undefined ? repository : undefined;
	return (written, folder) => {
		const bases = basesAbove(folder);
		const home = bases.at(-1) ?? "";
		const base = baseOf(written, bases, facts);
		if (base !== undefined) return { path: joinPath(base, written.path), isAmbiguous: false };
		if (home === "") return { path: written.path, isAmbiguous: isOfSeveral(written.path, facts) };
		if (written.path.startsWith(`${firstPart(home)}/`)) return { path: written.path, isAmbiguous: false };
		return { path: `${UNDECIDED}${home}${UNDECIDED}/${written.path}`, isAmbiguous: false };
	};
}

/** A place, or a path below one, as a reader looks for it: relative to the root, or as written where nobody can say of which package it is. */
export function shownPath(place: string): string {
	return place.startsWith(UNDECIDED) ? place.slice(place.lastIndexOf(UNDECIDED) + 2) : place;
}

/** `undefined`: git's index does not decide it. */
function baseOf(
	{ path, pattern, directory, isNew = false }: WrittenPath,
	bases: readonly string[],
	repository: Repository | undefined,
): string | undefined {
	if (!repository) return undefined;
	const parts = literalPart(path, pattern).split("/");
	const whole = parts.join("/");
	if (!pattern && !isNew && bases.length > 1) {
		const exact = bases.filter((base) =>
			directory ? repository.hasDirectory(joinPath(base, whole)) : repository.hasFile(joinPath(base, whole)),
		);
		if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
	}
	const folders = directory || pattern ? parts : parts.slice(0, -1);
	const depths = bases.map((base) => knownDepth(base, folders, repository));
	const deepest = Math.max(...depths);
	if (deepest > 0) {
		const best = bases.filter((_, index) => depths[index] === deepest);
		return best.length === 1 ? best[0] : undefined;
	}
	if (pattern || directory || isNew || folders.length === 0) return undefined;
	const end = `/${path}`;
	const [only, another] = repository.withBaseName(parts.at(-1) ?? "").filter((tracked) => tracked.endsWith(end));
	return only === undefined || another !== undefined ? undefined : only.slice(0, -end.length);
}

/** How many of these folders, one in the other, git tracks below a base. */
function knownDepth(base: string, folders: readonly string[], repository: Repository): number {
	let folder = base;
	for (const [depth, part] of folders.entries()) {
		folder = joinPath(folder, part);
		if (part === "" || !repository.hasDirectory(folder)) return depth;
	}
	return folders.length;
}

function isOfSeveral(path: string, repository: Repository | undefined): boolean {
	if (!repository || !path.includes("/")) return false;
	const first = firstPart(path);
	return !repository.hasDirectory(first) && parentsOfFolder(first, repository).length > 1;
}

/** The folders of a pattern before the first part that is open; a plain path as it is. */
function literalPart(path: string, pattern: boolean): string {
	if (!pattern) return path;
	const open = path.search(/[\\*?[\]{}()<>$…]/u);
	return path.slice(0, Math.max(0, path.lastIndexOf("/", open < 0 ? path.length : open)));
}

/** The root, and the folders in which the folder of plans lies. */
function basesAbove(folder: string): string[] {
	const bases = [""];
	for (let end = folder.indexOf("/"); end > 0; end = folder.indexOf("/", end + 1)) bases.push(folder.slice(0, end));
	return bases;
}

function firstPart(path: string): string {
	const slash = path.indexOf("/");
	return slash < 0 ? path : path.slice(0, slash);
}
