import { join, relative } from "node:path";
import type { Workspace } from "@acid-plans/model";
import { createTwoFilesPatch } from "diff";
import { givenPlansFolders } from "../check/given-folders.js";
import { ExitCode } from "../exit-code.js";
import { type OpenedPlans, openPlans } from "../plans/open-plans.js";
import { tellUnread, type UnreadDocument, unreadDocuments } from "../plans/tell-unread.js";
import { createsNothing, noIndex } from "../problems.js";
import { jsonText } from "../terminal/json-text.js";
import { printable, printableLines, withoutCommands } from "../terminal/printable.js";
import { computeUpdate, type IndexFile, type IndexUpdate, writeUpdate } from "./index-update.js";

export interface IndexOptions {
	readonly check?: boolean;
	readonly create?: boolean;
	readonly json?: boolean;
}

/** What `acid-plans index --json` prints. Members may be added; a change of one raises the version. */
interface IndexReport {
	readonly version: 1;
	readonly indexes: readonly {
		readonly path: string;
		/** `stale`: it would be written, but for `--check`. */
		readonly state: "current" | "updated" | "created" | "stale";
		/** What was or would be changed, as a unified diff; empty for nothing. */
		readonly diff: string;
		/** What only a person can decide. */
		readonly left: readonly { readonly line: number; readonly message: string }[];
	}[];
	/** Folders that have no index. */
	readonly without: readonly string[];
	/** Documents of which nobody knows what an index should say. */
	readonly unread: readonly UnreadDocument[];
}

/**
 * `acid-plans index`: brings the indexes of plans folders up to date, or checks that they are.
 *
 * @throws {CannotRun} there is no index, the config cannot be used, or a file cannot be read or written
 */
export async function updateIndex(cwd: string, paths: readonly string[], options: IndexOptions): Promise<ExitCode> {
	const isCheck = options.check === true;
	if (isCheck && options.create === true) throw createsNothing();
	const opened = await openPlans(cwd, paths);
	const { files, without } = findIndexes(opened, options.create === true);
	if (files.length === 0 && !isCheck) throw noIndex(without);

	const updates: IndexUpdate[] = [];
	for (const file of files) updates.push(await computeUpdate(cwd, givenPlansFolders(cwd, paths), file));
	if (!isCheck) for (const update of updates) writeUpdate(cwd, update);
	const indexes = updates.map((update) => describe(cwd, update, isCheck));
	// Of an index it stands with the index.
	const unread = unreadDocuments(opened).filter(({ path }) => !files.some(({ name }) => name === path));
	const report: IndexReport = { version: 1, indexes, without, unread };
	process.stdout.write(options.json === true ? jsonText(report) : `${page(report)}\n`);
	tellUnread(unread);
	const isClean = unread.length === 0 && indexes.every(({ state, left }) => state !== "stale" && left.length === 0);
	return isClean ? ExitCode.clean : ExitCode.findings;
}

/** The indexes of the folders that the paths lie in, and the folders that have none. */
function findIndexes(
	all: readonly OpenedPlans[],
	creates: boolean,
): { readonly files: readonly IndexFile[]; readonly without: readonly string[] } {
	const files: IndexFile[] = [];
	const without: string[] = [];
	for (const opened of all) {
		const { workspace, documents, refused } = opened;
		const folders = new Set([...documents, ...refused].map(({ path }) => workspace.folderOf(path)?.path));
		for (const { path, index } of workspace.folders.filter((folder) => folders.has(folder.path))) {
			const name = index ?? (creates ? nameForIndex(path, workspace) : undefined);
			if (name === undefined) without.push(path === "" ? "." : path);
			else
				files.push({
					name,
					file: opened.files.get(name) ?? join(opened.root, name),
					opened,
					isNew: index === undefined,
				});
		}
	}
	return { files, without };
}

/** The name under which the config takes a file for the index of a folder; `undefined`: neither of the usual ones. */
function nameForIndex(folder: string, workspace: Workspace): string | undefined {
	return ["README.md", "INDEX.md"]
		.map((name) => (folder === "" ? name : `${folder}/${name}`))
		.find((path) => workspace.kindOf(path) === "index");
}

function describe(
	cwd: string,
	{ file, before, after, left }: IndexUpdate,
	isCheck: boolean,
): IndexReport["indexes"][number] {
	const path = relative(cwd, file).replaceAll("\\", "/");
	if (before === after) return { path, state: "current", diff: "", left };
	const diff = createTwoFilesPatch(path, path, before ?? "", after, "as it is", "as it should be");
	return { path, state: isCheck ? "stale" : before === undefined ? "created" : "updated", diff, left };
}

function page({ indexes, without }: IndexReport): string {
	const lines = indexes.flatMap(({ path, state, diff, left }) => [
		...(state === "stale" ? [printableLines(diff.trimEnd())] : []),
		...(state === "updated" || state === "created" ? [printable(`${path} ${state}`)] : []),
		...(state === "current" && left.length === 0 ? [printable(`${path} is up to date`)] : []),
		...left.map(({ line, message }) => printable(`${path}:${line} ${message}`)),
	]);
	return withoutCommands(
		[
			...lines,
			...without.map((folder) => `${printable(folder)} has no index; \`acid-plans index --create\` writes one.`),
		].join("\n"),
	);
}
