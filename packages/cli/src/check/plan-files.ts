import { existsSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import {
	findRepository,
	leavesFolder,
	linkOutside,
	linkProblem,
	pathBelow,
	realPath,
	runGit,
	splitNul,
	symbolicLink,
} from "@acid-plans/model/node";
import { baseFolder } from "./base-folder.js";
import {
	type CannotRun,
	noMarkdown,
	noPlansFolder,
	noRegularFile,
	noSuchPath,
	unreadableDocuments,
	unreadablePath,
} from "../problems.js";

/** Folders in which nobody keeps plans, and which can be very large. */
const SKIPPED = new Set(["node_modules", ".git"]);

/** What is to be looked at. */
export interface FoundFiles {
	/** The `.md` files: absolute, each once, in order. None of them is a link. */
	readonly files: readonly string[];
	/** Symbolic links that were met in folders, absolute: no file, and no folder, is looked for behind them. */
	readonly links: readonly string[];
	/** Links that were given by name, absolute, with the file that each leads to. */
	readonly aliases: ReadonlyMap<string, string>;
}

/**
 * The `.md` files that paths on the command line stand for. A link that is given stands for the `.md` file of the
 * repository that it leads to.
 *
 * @param paths files and folders, relative to `cwd` or absolute
 * @throws {CannotRun} a path does not exist, cannot be read or leads out of the repository, or there is no `.md` file
 */
export function markdownFiles(cwd: string, paths: readonly string[]): FoundFiles {
	const files = new Set<string>();
	const links = new Set<string>();
	const aliases = new Map<string, string>();
	for (const path of paths) {
		const absolute = resolve(cwd, path);
		const stats = statOf(absolute, path, cwd);
		if (leavesRepository(cwd, absolute)) throw unreadableDocuments([linkOutside(path).problem]);
		if (stats.isDirectory()) {
			for (const { file, isLink } of below(absolute)) (isLink ? links : files).add(file);
		} else if (isMarkdown(path)) {
			if (!stats.isFile()) throw noRegularFile(path);
			const file = linkedFile(cwd, absolute);
			if (!isMarkdown(file)) throw unreadableDocuments([symbolicLink(path).problem]);
			files.add(file);
			if (file !== absolute) aliases.set(absolute, file);
		}
	}
	if (files.size === 0) throw noneFound(cwd, paths, [...links]);
	return { files: [...files], links: [...links], aliases };
}

/**
 * The `.md` files among which the plans are when no path is given: those that git tracks or would add, below the
 * current folder; without git those of the folder `plans`.
 *
 * @throws {CannotRun} there is neither
 */
export function markdownFilesOfProject(cwd: string): FoundFiles {
	const repository = findRepository(cwd);
	if (repository === undefined) {
		const base = baseFolder(cwd);
		if (!existsSync(join(base, "plans"))) throw noPlansFolder();
		return markdownFiles(base, ["plans"]);
	}
	const answer = runGit({ ...repository, root: cwd }, [
		"ls-files",
		"-z",
		"--stage",
		"--cached",
		"--others",
		"--exclude-standard",
	]);
	if (answer.output === undefined) throw noPlansFolder();
	const files = new Set<string>();
	const links = new Set<string>();
	const known = new Map<string, boolean>();
	const isOutside = (folder: string): boolean => {
		let isLeft = known.get(folder);
		if (isLeft === undefined) known.set(folder, (isLeft = leavesFolder(repository.root, folder)));
		return isLeft;
	};
	for (const line of splitNul(answer.output)) {
		// Of what is tracked `<mode> <id> <stage>` and a tab stand in front of the path.
		const tracked = /^(\d{6}) [\da-f]{40,64} \d\t/.exec(line);
		const path = tracked === null ? line : line.slice(tracked[0].length);
		if (!isMarkdown(path) && tracked !== null && tracked[1] !== "120000") continue;
		const file = join(cwd, path);
		// What git still lists and the disk no longer has is no file to lint.
		const stats = lstatSync(file, { throwIfNoEntry: false });
		if (stats === undefined) continue;
		// What git knows as a folder may be a link on the disk.
		if (stats.isSymbolicLink() || isOutside(dirname(file))) links.add(file);
		else if (stats.isFile() && isMarkdown(path)) files.add(file);
	}
	return { files: [...files], links: [...links], aliases: new Map() };
}

/** Why nothing is left to look at: for want of files, or since all of them are links. */
function noneFound(cwd: string, paths: readonly string[], links: readonly string[]): CannotRun {
	const problems = links.filter(isMarkdown).flatMap((link) => linkProblem(link, cwd)?.problem ?? []);
	return problems.length > 0 ? unreadableDocuments(problems) : noMarkdown(paths);
}

/** Whether a path that lies in the repository by its name leads out of it. Without a repository its base folder stands in. */
function leavesRepository(cwd: string, absolute: string): boolean {
	const home = findRepository(cwd)?.root ?? realPath(baseFolder(cwd)) ?? cwd;
	const path = resolve(realPath(cwd) ?? cwd, relative(cwd, absolute));
	if (pathBelow(home, path) !== undefined) return leavesFolder(home, path);
	// Whoever names another place means it; a link there has to stay in that one.
	const parent = realPath(dirname(absolute)) ?? dirname(absolute);
	return leavesFolder(findRepository(parent)?.root ?? parent, join(parent, basename(absolute)));
}

/** @throws {CannotRun} there is no such path, or it cannot be read */
function statOf(absolute: string, path: string, cwd: string): Stats {
	let stats: Stats | undefined;
	try {
		stats = statSync(absolute, { throwIfNoEntry: false });
	} catch (error) {
		const { code = "unknown" } = error as NodeJS.ErrnoException;
		// Something on the way to it is a file.
		throw code === "ENOTDIR" ? noSuchPath(path) : unreadablePath(path, code);
	}
	if (stats !== undefined) return stats;
	const link = linkProblem(absolute, cwd);
	throw link === undefined ? noSuchPath(path) : unreadableDocuments([symbolicLink(path).problem]);
}

/** What a symbolic link leads to, by the name that it has below the working directory: the plan itself is checked. */
function linkedFile(cwd: string, file: string): string {
	if (!lstatSync(file).isSymbolicLink()) return file;
	const target = realpathSync(file);
	const way = relative(realpathSync(cwd), target);
	return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? target : join(cwd, way);
}

function* below(folder: string): Generator<{ readonly file: string; readonly isLink: boolean }> {
	const pending = [folder];
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		let entries;
		try {
			entries = readdirSync(next, { withFileTypes: true });
		} catch (error) {
			throw unreadablePath(next, (error as NodeJS.ErrnoException).code ?? "unknown");
		}
		for (const entry of entries) {
			const path = next + sep + entry.name;
			if (entry.isDirectory() && !SKIPPED.has(entry.name)) pending.push(path);
			else if (entry.isSymbolicLink() && !SKIPPED.has(entry.name)) yield { file: path, isLink: true };
			else if (entry.isFile() && isMarkdown(entry.name)) yield { file: path, isLink: false };
		}
	}
}

/** Whether a path can be that of a plan. */
export function isMarkdown(path: string): boolean {
	return /\.md$/i.test(path);
}
