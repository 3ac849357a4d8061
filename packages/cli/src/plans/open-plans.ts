import { relative } from "node:path";
import type { DocumentProblem, DocumentSummary, Workspace } from "@acid-plans/model";
import { type GitRepository, locatePlans, openRepository } from "@acid-plans/model/node";
import { openPlansWorkspace, readSettings, type Settings, SettingsError } from "eslint-config-acid-plans/plans";
import { givenPlansFolders } from "../check/given-folders.js";
import { markdownFiles, markdownFilesOfProject } from "../check/plan-files.js";
import { refuseHiddenFiles } from "../check/plan-links.js";
import { coveredBy, createPlanLinter, type PlanLinter } from "../check/plan-linter.js";
import { noPlansCovered, unreadableDocuments, wrongSettings } from "../problems.js";
import { aliasOfPlugin, type ComputedConfig } from "./plugin-of-config.js";

/** The documents that one config covers: in a monorepo packages may have configs, and with them settings, of their own. */
export interface OpenedPlans {
	/** Top level of the repository, absolute. */
	readonly root: string;
	readonly settings: Settings;
	/** The name of our plugin in the config. */
	readonly alias: string;
	readonly workspace: Workspace;
	/** What git tracks; `undefined` where the config, or the absence of a repository, rules it out. */
	readonly repository: GitRepository | undefined;
	/** The documents that were asked for: their place in the workspace, and the absolute path as ESLint knows it. */
	readonly files: ReadonlyMap<string, string>;
	/** The documents of the workspace that were asked for. */
	readonly documents: readonly DocumentSummary[];
	/** Those of which nothing is known, since no parser takes their text: whatever is told is told without them. */
	readonly refused: readonly DocumentProblem[];
	/** What ESLint computes for a file, which need not exist; `undefined`: the config has nothing for it. */
	configOf(file: string): Promise<ComputedConfig | undefined>;
}

/**
 * Reads the documents that the rules of acid-plans are on for, with the settings that the config gives them.
 *
 * @param paths files and folders, as for `check`; none: every document that the config covers
 * @throws {CannotRun} there are none, the config cannot be used, or a document cannot be read
 */
export async function openPlans(cwd: string, paths: readonly string[]): Promise<readonly OpenedPlans[]> {
	const found = paths.length > 0 ? markdownFiles(cwd, paths) : markdownFilesOfProject(cwd);
	const { files } = found;
	const linter = await createPlanLinter({ cwd, files, plans: givenPlansFolders(cwd, paths), snapshot: "worktree" });
	const covered = await coveredBy(linter, files);
	await refuseHiddenFiles(cwd, linter, found, covered);
	if (covered.length === 0) throw noPlansCovered(linter.configFile && relative(cwd, linter.configFile));
	const groups = new Map<
		string,
		{ readonly root: string; readonly config: ComputedConfig; readonly files: Map<string, string> }
	>();
	/** One config object is the answer for many files. */
	const keys = new Map<unknown, string>();
	for (const file of covered) {
		const config = (await linter.eslint.calculateConfigForFile(file)) as ComputedConfig;
		const { plans } = settingsOf(config);
		const { root, path } = locatePlans(file, plans);
		let key = keys.get(config);
		if (key === undefined) keys.set(config, (key = keyOf(config)));
		const id = `${root}\0${key}`;
		let group = groups.get(id);
		if (!group) groups.set(id, (group = { root, config, files: new Map() }));
		group.files.set(path, file);
	}
	return [...groups.values()].map((group) => open(group, linter));
}

function open(
	{
		root,
		config,
		files,
	}: { readonly root: string; readonly config: ComputedConfig; readonly files: Map<string, string> },
	{ eslint, isWithoutGit }: PlanLinter,
): OpenedPlans {
	const settings = settingsOf(config);
	const workspace = openPlansWorkspace(root, settings);
	if (workspace.problem !== undefined) throw unreadableDocuments([workspace.problem]);
	const asked = workspace.problems.filter(({ path }) => files.has(path));
	const failed = asked.filter(({ isRefused }) => !isRefused);
	if (failed.length > 0) throw unreadableDocuments(failed.map(({ problem }) => problem));
	const repository = settings.repository && !isWithoutGit ? openRepository(root) : undefined;
	return {
		root,
		settings,
		alias: aliasOfPlugin(config) ?? "acid-plans",
		workspace,
		repository: repository?.problem === undefined ? repository : undefined,
		files,
		documents: workspace.documents.filter(({ path }) => files.has(path)),
		refused: asked,
		configOf: async (file) => (await eslint.calculateConfigForFile(file)) as ComputedConfig | undefined,
	};
}

/**
 * The settings of a computed config with every default filled in.
 *
 * @throws {CannotRun} an option is unknown or wrong
 */
export function settingsOf(config: ComputedConfig): Settings {
	try {
		return readSettings(config.settings);
	} catch (error) {
		if (error instanceof SettingsError) throw wrongSettings(error.message);
		throw error;
	}
}

/** What decides how documents are read; severities and options of rules do not. */
function keyOf(config: ComputedConfig): string {
	const { toJSON: _, ...options } = (config.settings?.["acid-plans"] ?? {}) as Record<string, unknown>;
	return JSON.stringify([aliasOfPlugin(config), options]);
}
