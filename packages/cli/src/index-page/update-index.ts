import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Workspace } from "@acid-plans/model";
import { createTwoFilesPatch } from "diff";
import type { Linter } from "eslint";
import { givenPlansFolders } from "../check/given-folders.js";
import { createPlanLinter, type PlanLinter } from "../check/plan-linter.js";
import { ExitCode } from "../exit-code.js";
import { openPlans } from "../plans/open-plans.js";
import { createsNothing, noIndex } from "../problems.js";
import { plainText } from "../terminal/plain-text.js";
import { NEW_INDEX } from "./new-index.js";

export interface IndexOptions {
	readonly check?: boolean;
	readonly create?: boolean;
}

/** The rules whose fixes bring an index up to date. */
const INDEX_RULES = ["index-complete", "index-agreement"] as const;

/** An index as it is, and as it would be. */
interface UpdatedIndex {
	/** Absolute. */
	readonly file: string;
	/** `undefined`: there is no such file yet. */
	readonly before: string | undefined;
	readonly after: string;
	/** What no fix can mend. */
	readonly left: readonly { readonly line: number; readonly message: string }[];
}

interface IndexFile {
	readonly file: string;
	readonly alias: string;
	readonly isNew: boolean;
}

/**
 * `acid-plans index`: brings the indexes of plans folders up to date, or checks that they are.
 *
 * What is written is what the fixes of the index rules write, with the options that the config gives them, so that the
 * rules find nothing afterwards but what only a person can decide; that is told.
 *
 * @throws {CannotRun} there is no index, the config cannot be used, or a file cannot be read
 */
export async function updateIndex(cwd: string, paths: readonly string[], options: IndexOptions): Promise<ExitCode> {
	if (options.check === true && options.create === true) throw createsNothing();
	const opened = await openPlans(cwd, paths);
	const files: IndexFile[] = [];
	const without: string[] = [];
	for (const { root, alias, workspace, documents, files: asked } of opened) {
		const folders = new Set(documents.map(({ path }) => workspace.folderOf(path)?.path));
		for (const { path, index } of workspace.folders.filter((folder) => folders.has(folder.path))) {
			const name = index ?? nameForIndex(path, workspace);
			if (name !== undefined && (index !== undefined || options.create === true))
				files.push({ file: asked.get(name) ?? join(root, name), alias, isNew: index === undefined });
			else without.push(path === "" ? "." : path);
		}
	}
	if (files.length === 0 && options.check !== true) throw noIndex(without);

	const updates: UpdatedIndex[] = [];
	for (const file of files) updates.push(await computeUpdate(cwd, paths, file));
	for (const update of updates) tell(cwd, update, options.check === true);
	for (const folder of without)
		process.stdout.write(`${folder} has no index; \`acid-plans index --create\` writes one.\n`);
	if (options.check === true) return updates.every((update) => isUpToDate(update)) ? ExitCode.clean : ExitCode.findings;
	for (const { file, before, after } of updates)
		// A new one never takes the place of a file that appeared, or that git and the config do not know.
		if (before !== after) writeFileSync(file, after, { flag: before === undefined ? "wx" : "w" });
	return updates.every(({ left }) => left.length === 0) ? ExitCode.clean : ExitCode.findings;
}

/** The name under which the config takes a file for the index of a folder; `undefined`: neither of the usual ones. */
function nameForIndex(folder: string, workspace: Workspace): string | undefined {
	return ["README.md", "INDEX.md"]
		.map((name) => (folder === "" ? name : `${folder}/${name}`))
		.find((path) => workspace.kindOf(path) === "index");
}

async function computeUpdate(
	cwd: string,
	paths: readonly string[],
	{ file, alias, isNew }: IndexFile,
): Promise<UpdatedIndex> {
	const rules = INDEX_RULES.map((name) => `${alias}/${name}`);
	const linter = await createPlanLinter({
		cwd,
		files: [file],
		plans: givenPlansFolders(cwd, paths),
		snapshot: "worktree",
		fix: true,
		overrides: [
			{ name: "acid-plans/index", rules: Object.fromEntries(rules.map((id) => [id, "error"])) as Linter.RulesRecord },
		],
		only: new Set(rules),
	});
	const before = isNew ? undefined : readFileSync(file, "utf8");
	const { after, left } = await fixText(linter, file, before ?? NEW_INDEX);
	return { file, before, after, left };
}

async function fixText(linter: PlanLinter, file: string, text: string): Promise<Pick<UpdatedIndex, "after" | "left">> {
	const [result] = await linter.eslint.lintText(text, { filePath: file });
	// A config may ignore the index; nothing of it is known to be wrong then.
	if (result === undefined) return { after: text, left: [] };
	const left = result.messages.map(({ line, message }) => ({ line, message }));
	return { after: result.output ?? text, left };
}

function isUpToDate({ before, after, left }: UpdatedIndex): boolean {
	return before === after && left.length === 0;
}

function tell(cwd: string, { file, before, after, left }: UpdatedIndex, isCheck: boolean): void {
	const path = relative(cwd, file).replaceAll("\\", "/");
	const lines: string[] = [];
	if (before === after)
		lines.push(left.length === 0 ? `${path} is up to date` : `${path} cannot be brought up to date as a whole`);
	else if (isCheck)
		lines.push(createTwoFilesPatch(path, path, before ?? "", after, "as it is", "as it should be").trimEnd());
	else lines.push(before === undefined ? `${path} created` : `${path} updated`);
	for (const { line, message } of left) lines.push(`${path}:${line} ${plainText(message)}`);
	process.stdout.write(`${lines.join("\n")}\n`);
}
