import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** Where a repository is, found without running git. All paths are absolute and physical. */
export interface RepositoryLocation {
	/** The top level of the work tree. */
	readonly root: string;
	/** The git directory of this work tree; a linked work tree and a submodule have one outside the work tree. */
	readonly gitDirectory: string;
	/** What linked work trees share: objects, branches, config. */
	readonly commonDirectory: string;
	/** The index in force: `GIT_INDEX_FILE` of a hook (`git commit -- path` makes one of its own), else the work tree's. */
	readonly indexFile: string;
	/** The environment for git: a hook's variables where they speak of this repository, without them where not. */
	readonly environment: NodeJS.ProcessEnv;
}

/** Variables that say where objects are; git sets them for hooks that run before objects are final. */
const objectVariables = [
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_OBJECT_DIRECTORY",
	"GIT_GRAFT_FILE",
	"GIT_NO_REPLACE_OBJECTS",
	"GIT_REPLACE_REF_BASE",
	"GIT_SHALLOW_FILE",
];

/**
 * Variables that bind git to one repository (`git rev-parse --local-env-vars`). Those that carry config are left
 * out: CI sets `safe.directory` with them, and it holds for every repository.
 */
const repositoryVariables = [
	...objectVariables,
	"GIT_COMMON_DIR",
	"GIT_DIR",
	"GIT_IMPLICIT_WORK_TREE",
	"GIT_INDEX_FILE",
	"GIT_INTERNAL_SUPER_PREFIX",
	"GIT_PREFIX",
	"GIT_WORK_TREE",
];

/** Variables that change what a pathspec means; they would contradict `--literal-pathspecs`. */
const pathspecVariables = [
	"GIT_LITERAL_PATHSPECS",
	"GIT_GLOB_PATHSPECS",
	"GIT_NOGLOB_PATHSPECS",
	"GIT_ICASE_PATHSPECS",
];

/**
 * The path as the file system has it: folders resolved through symbolic links and in their own letter case. The
 * last part stays a link if it is one, since git tracks the link. What does not exist yet is kept as given.
 * @param path absolute, or relative to the working directory.
 */
export function physicalPath(path: string): string {
	const absolute = resolve(path);
	const link = lstatSync(absolute, { throwIfNoEntry: false });
	if (link !== undefined && !link.isSymbolicLink()) return realPath(absolute) ?? absolute;
	const parent = dirname(absolute);
	return parent === absolute ? absolute : join(realPath(parent) ?? physicalPath(parent), basename(absolute));
}

/** The path with every link resolved; `undefined`: it leads to nothing, or in a circle. */
export function realPath(path: string): string | undefined {
	try {
		return realpathSync.native(path);
	} catch {
		return undefined;
	}
}

/** The path relative to a root in POSIX form, or `undefined` when it is not below the root. The root itself is `""`. */
export function pathBelow(root: string, path: string): string | undefined {
	const way = relative(root, path);
	if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined;
	return sep === "/" ? way : way.split(sep).join("/");
}

/**
 * The repository a file belongs to, by walking up from its physical path to the first `.git`. In hooks git names
 * the repository in the environment; that is followed where it speaks of the same one, or where no `.git` is found
 * (a work tree whose git directory is elsewhere).
 * @param path absolute path of a file or folder, which need not exist.
 * @returns `undefined` outside of any repository.
 */
export function findRepository(
	path: string,
	environment: NodeJS.ProcessEnv = process.env,
): RepositoryLocation | undefined {
	return findRepositoryAbove(physicalPath(path), environment);
}

/** {@link findRepository} for a path that is physical already. */
export function findRepositoryAbove(
	physical: string,
	environment: NodeJS.ProcessEnv = process.env,
): RepositoryLocation | undefined {
	const start = statSync(physical, { throwIfNoEntry: false })?.isDirectory() === true ? physical : dirname(physical);
	let folder = start;
	for (;;) {
		const gitDirectory = gitDirectoryIn(folder);
		if (gitDirectory !== undefined) return locate(folder, gitDirectory, environment);
		const parent = dirname(folder);
		if (parent === folder) return locateByEnvironment(start, environment);
		folder = parent;
	}
}

/** The git directory that a folder's `.git` is or names. A `.git` without a HEAD is none, as for git itself. */
function gitDirectoryIn(folder: string): string | undefined {
	const path = join(folder, ".git");
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats === undefined) return undefined;
	if (stats.isDirectory())
		return lstatSync(join(path, "HEAD"), { throwIfNoEntry: false }) === undefined
			? undefined
			: (realPath(path) ?? path);
	// A file that names a git directory which is gone stays a repository: git then says what is wrong with it.
	const target = /^gitdir: (.*)/.exec(readText(path) ?? "")?.[1];
	if (target === undefined) return stats.isFile() ? path : undefined;
	const directory = resolve(folder, target);
	return realPath(directory) ?? directory;
}

function locate(root: string, gitDirectory: string, given: NodeJS.ProcessEnv): RepositoryLocation {
	const common = readText(join(gitDirectory, "commondir"))?.trim();
	const commonDirectory = common === undefined || common === "" ? gitDirectory : resolve(gitDirectory, common);
	const named = given["GIT_DIR"];
	// Git resolves both variables against the top level, the working directory of a hook.
	const sameRepository =
		named === undefined || (realPath(resolve(root, named)) ?? resolve(root, named)) === gitDirectory;
	const index = sameRepository ? given["GIT_INDEX_FILE"] : undefined;
	const usedIndex =
		index === undefined || index === "" ? undefined : ownIndex(resolve(root, index), isAbsolute(index), gitDirectory);
	const bound: NodeJS.ProcessEnv = {};
	if (sameRepository) {
		for (const variable of objectVariables) if (given[variable] !== undefined) bound[variable] = given[variable];
		// Absolute, and with its work tree: git is not always run where the hook was.
		if (named !== undefined) Object.assign(bound, { GIT_DIR: gitDirectory, GIT_WORK_TREE: root });
		if (usedIndex !== undefined) bound["GIT_INDEX_FILE"] = usedIndex;
	}
	return {
		root,
		gitDirectory,
		commonDirectory,
		indexFile: usedIndex ?? join(gitDirectory, "index"),
		// Copying the environment is dear, and only a run of git needs it.
		get environment() {
			return { ...plainEnvironment(given), ...bound };
		},
	};
}

/** The index that the environment names, unless it is that of another repository: a hook of one may check files of another. */
function ownIndex(path: string, absolute: boolean, gitDirectory: string): string | undefined {
	const folder = dirname(path);
	const physical = join(realPath(folder) ?? folder, basename(path));
	if (dirname(physical) === gitDirectory)
		return absolute || existsSync(physical) || basename(physical) === "index" ? physical : undefined;
	if (!existsSync(folder)) return undefined;
	const other =
		existsSync(join(folder, "HEAD")) && (existsSync(join(folder, "objects")) || existsSync(join(folder, "commondir")));
	return other ? undefined : physical;
}

/** `git --git-dir=… --work-tree=… commit`: no `.git` on the way up, and hooks are told both places. */
function locateByEnvironment(start: string, given: NodeJS.ProcessEnv): RepositoryLocation | undefined {
	const named = given["GIT_DIR"];
	const tree = given["GIT_WORK_TREE"];
	if (named === undefined || tree === undefined) return undefined;
	const root = realPath(resolve(tree));
	if (root === undefined || pathBelow(root, start) === undefined) return undefined;
	const gitDirectory = realPath(resolve(root, named));
	if (gitDirectory === undefined) return undefined;
	return locate(root, gitDirectory, { ...given, GIT_DIR: gitDirectory });
}

function plainEnvironment(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const environment: NodeJS.ProcessEnv = { ...given };
	for (const variable of [...repositoryVariables, ...pathspecVariables]) delete environment[variable];
	return {
		...environment,
		// Reading must not take locks: the user may be committing.
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		LC_ALL: "C",
		LANGUAGE: "C",
	};
}

/** The text of a small file, or `undefined` where there is none. */
export function readText(path: string): string | undefined {
	try {
		// Most of these files are not there, and an exception costs five times as much as this question.
		return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, "utf8") : undefined;
	} catch {
		return undefined;
	}
}
