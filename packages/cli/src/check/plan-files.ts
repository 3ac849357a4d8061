import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
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
		const stats = statSync(absolute, { throwIfNoEntry: false });
		if (stats === undefined) throw noSuchPath(path);
		if (stats.isDirectory()) for (const file of below(absolute)) files.add(file);
		else if (isMarkdown(path)) files.add(absolute);
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
	// What git still lists and the disk no longer has is no file to lint.
	return [...files].filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
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
