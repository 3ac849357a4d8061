import { existsSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { findRepository, runGit, splitNul } from "@acid-plans/model/node";
import { baseFolder } from "./base-folder.js";
import { noMarkdown, noPlansFolder, noSuchPath, unreadablePath } from "../problems.js";

/** Folders in which nobody keeps plans, and which can be very large. */
const SKIPPED = new Set(["node_modules", ".git"]);

/**
 * The `.md` files that paths on the command line stand for.
 *
 * @param paths files and folders, relative to `cwd` or absolute
 * @returns absolute paths, each once, in order
 * @throws {CannotRun} a path does not exist or cannot be read, or there is no `.md` file
 */
export function markdownFiles(cwd: string, paths: readonly string[]): readonly string[] {
	const files = new Set<string>();
	for (const path of paths) {
		const absolute = resolve(cwd, path);
		if (statOf(absolute, path).isDirectory()) for (const file of below(absolute)) files.add(file);
		else if (isMarkdown(path)) files.add(linkedFile(cwd, absolute));
	}
	if (files.size === 0) throw noMarkdown(paths);
	return [...files];
}

/**
 * The `.md` files among which the plans are when no path is given: those that git tracks or would add, below the
 * current folder; without git those of the folder `plans`.
 *
 * @throws {CannotRun} there is neither
 */
export function markdownFilesOfProject(cwd: string): readonly string[] {
	const repository = findRepository(cwd);
	if (repository === undefined) {
		const base = baseFolder(cwd);
		if (!existsSync(join(base, "plans"))) throw noPlansFolder();
		return markdownFiles(base, ["plans"]);
	}
	const answer = runGit({ ...repository, root: cwd }, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
	if (answer.output === undefined) throw noPlansFolder();
	const files = new Set(
		splitNul(answer.output)
			.filter(isMarkdown)
			.map((path) => join(cwd, path)),
	);
	// What git still lists and the disk no longer has is no file to lint, and a link to a plan is no second plan.
	return [...files].filter((file) => lstatSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

/** @throws {CannotRun} there is no such path, or it cannot be read */
function statOf(absolute: string, path: string): Stats {
	let stats: Stats | undefined;
	try {
		stats = statSync(absolute, { throwIfNoEntry: false });
	} catch (error) {
		const { code = "unknown" } = error as NodeJS.ErrnoException;
		// Something on the way to it is a file.
		throw code === "ENOTDIR" ? noSuchPath(path) : unreadablePath(path, code);
	}
	if (stats === undefined) throw noSuchPath(path);
	return stats;
}

/** What a symbolic link leads to, by the name that it has below the working directory: the plan itself is checked. */
function linkedFile(cwd: string, file: string): string {
	if (!lstatSync(file).isSymbolicLink()) return file;
	const target = realpathSync(file);
	const way = relative(realpathSync(cwd), target);
	return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? target : join(cwd, way);
}

function* below(folder: string): Generator<string> {
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
			else if (entry.isFile() && isMarkdown(entry.name)) yield path;
		}
	}
}

/** Whether a path can be that of a plan. */
export function isMarkdown(path: string): boolean {
	return /\.md$/i.test(path);
}
