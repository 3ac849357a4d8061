import { realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { escapeGlob } from "./git.js";
import { linkOutside, type GitProblem } from "./git-problem.js";
import { findRepositoryAbove, pathBelow, physicalPath } from "./repository-root.js";

/** Where a file stands: in which repository, and in which plans folder. */
export interface PlansLocation {
	/** Top level of the repository; without a repository the folder that holds the plans folder. Absolute, physical. */
	readonly root: string;
	readonly inRepository: boolean;
	/** The file, POSIX, relative to the root. */
	readonly path: string;
	/** Its plans folder, likewise; `""` is the root itself, `undefined`: the file is in none. */
	readonly folder: string | undefined;
}

/**
 * A configured folder in normal form: POSIX, without `./` and slashes at its ends; `""` for the root (`"."`).
 * @returns `undefined` for a folder that cannot be one of the repository: absolute, or with `..`.
 */
export function normalizePlansFolder(folder: string): string | undefined {
	const parts = folder.replaceAll("\\", "/").split("/");
	if (folder.startsWith("/") || /^[a-z]:/i.test(folder) || folder.includes("\0") || parts.includes(".."))
		return undefined;
	return parts.filter((part) => part !== "" && part !== ".").join("/");
}

/** The option `plans` as a list in normal form, wrong ones left out. */
export function plansFolderNames(plans: string | readonly string[]): string[] {
	const names = (typeof plans === "string" ? [plans] : plans)
		.map(normalizePlansFolder)
		.filter((name) => name !== undefined);
	return [...new Set(names)];
}

/**
 * The plans folder that a path lies in: of all its folders that end in a configured name the innermost one, which
 * is "the nearest ancestor that contains it" seen from the file.
 * @param path POSIX, relative to the root.
 * @param names as {@link plansFolderNames} gives them.
 */
export function plansFolderOf(path: string, names: readonly string[]): string | undefined {
	for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
		const folder = path.slice(0, end);
		if (names.some((name) => name !== "" && (folder === name || folder.endsWith(`/${name}`)))) return folder;
	}
	return names.includes("") ? "" : undefined;
}

/** Pathspecs of all documents below folders of these names, anywhere in the repository. */
export function plansPathspecs(names: readonly string[]): string[] {
	return names.map((name) => (name === "" ? ":(glob)**/*.md" : `:(glob)**/${escapeGlob(name)}/**/*.md`));
}

/**
 * Finds repository and plans folder of a file, which need not exist yet.
 * @param file absolute path, as ESLint's `physicalFilename` gives it.
 */
export function locatePlans(
	file: string,
	plans: string | readonly string[],
	environment: NodeJS.ProcessEnv = process.env,
): PlansLocation {
	return locatePlansOf(physicalPath(file), plans, environment);
}

/**
 * The same for a path that is taken as it is spelled: what git holds has nothing to do with the links of the disk.
 * @param physical absolute
 */
export function locatePlansOf(
	physical: string,
	plans: string | readonly string[],
	environment: NodeJS.ProcessEnv = process.env,
): PlansLocation {
	const names = plansFolderNames(plans);
	const repository = findRepositoryAbove(physical, environment);
	if (repository !== undefined) {
		const path = pathBelow(repository.root, physical) ?? "";
		return {
			root: repository.root,
			inRepository: true,
			path,
			folder: plansFolderOf(path, names) ?? plansFolderOf(path, followPlansLinks(repository.root, names).names),
		};
	}
	// Without a repository nothing is above the folder that holds the plans folder.
	let top = dirname(physical);
	while (dirname(top) !== top) top = dirname(top);
	const folder = plansFolderOf(
		pathBelow(top, physical) ?? "",
		names.filter((name) => name !== ""),
	);
	const name =
		folder === undefined
			? undefined
			: names.filter((each) => folder === each || folder.endsWith(`/${each}`)).sort((a, b) => b.length - a.length)[0];
	const root =
		folder === undefined || name === undefined
			? dirname(physical)
			: resolve(top, folder.slice(0, folder.length - name.length));
	return {
		root,
		inRepository: false,
		path: pathBelow(root, physical) ?? "",
		folder: name ?? (names.includes("") ? "" : undefined),
	};
}

/**
 * A plans folder at the root that is a symbolic link into the repository (`plans` → `docs/plans`) stands for the
 * folder it points at: git tracks the documents there. One that leaves the repository is a problem.
 */
export function followPlansLinks(
	root: string,
	names: readonly string[],
): { readonly names: readonly string[]; readonly problems: ReadonlyMap<string, GitProblem> } {
	const problems = new Map<string, GitProblem>();
	const followed = names.flatMap((name) => {
		const folder = join(root, name);
		const target = name === "" ? folder : (realTarget(folder) ?? folder);
		if (target === folder) return [name];
		const path = pathBelow(root, target);
		if (path === undefined || path === "") {
			problems.set(name, linkOutside(name));
			return [name];
		}
		return [name, path];
	});
	return { names: [...new Set(followed)], problems };
}

function realTarget(path: string): string | undefined {
	try {
		return realpathSync.native(path);
	} catch {
		return undefined;
	}
}
