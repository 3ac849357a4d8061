import { dirname, join, relative } from "node:path";
import { findRepository } from "@acid-plans/model/node";
import { RUN } from "eslint-config-acid-plans";
import type { ESLint, Linter } from "eslint";
import { baseFolder } from "./base-folder.js";
import { DocumentTally } from "./document-tally.js";
import { templateBesideConfig, unreadableConfig } from "../problems.js";
import type { ProgressLine } from "./progress-line.js";
import { type ESLintClass, loadUserEslint } from "./user-eslint.js";

/** A template of the factory's, by name. */
export type TemplateChoice = "acid" | "free";

/** What a linter is made for. */
export interface PlanLinterOptions {
	/** Config objects behind all others. */
	readonly overrides?: readonly Linter.Config[] | undefined;
	/** Where ESLint and its config are looked for. */
	readonly cwd: string;
	/** The documents it is made for, absolute: the config is the one that ESLint finds for them. */
	readonly files: readonly string[];
	/** The plans folders for a repository without an ESLint config; the factory's default where left out. */
	readonly plans?: readonly string[] | undefined;
	/** What rules read other documents from. */
	readonly snapshot: "worktree" | "index";
	/** With the snapshot `"index"`: the commit that stands for the base revision, where the config has not switched it off. */
	readonly against?: string | undefined;
	/** What is asked of plans in a repository without an ESLint config; with one that says it. */
	readonly template?: TemplateChoice | undefined;
	/** `"errors"`: warnings are not fixed. `"in-file"`: only rules of acid-plans that read nothing but the file itself are run, and their fixes applied. */
	readonly fix?: boolean | "errors" | "in-file" | undefined;
	/** Warnings are not even looked for. */
	readonly quiet?: boolean | undefined;
	/** Is told how many documents were linted. */
	readonly progress?: ProgressLine | undefined;
}

/** ESLint, set up for plans. */
export interface PlanLinter {
	readonly eslint: ESLint;
	readonly tally: DocumentTally;
	/** The repository's config; `undefined`: there is none, and the factory's defaults are used. */
	readonly configFile: string | undefined;
	/** Where ESLint runs. */
	readonly folder: string;
	/** ESLint's. */
	readonly version: string;
	/** No file is in a git repository: rules that need git are not asked, where each of them would say the same. */
	readonly isWithoutGit: boolean;
	/** Whether the config switches a rule of acid-plans on for a file. */
	covers(file: string): Promise<boolean>;
	/** Writes the fixed texts of results to their files. */
	writeFixes(results: ESLint.LintResult[]): Promise<void>;
}

/**
 * Sets up the user's ESLint with the repository's config, or with `acidPlans()` where there is none.
 *
 * @throws {CannotRun} there is no ESLint, it is too old, or its config cannot be used
 */
export async function createPlanLinter(options: PlanLinterOptions): Promise<PlanLinter> {
	const { cwd, files, plans, snapshot, against, template, fix = false, quiet = false, progress } = options;
	const ESLintOfUser = await loadUserEslint(cwd);
	const tally = new DocumentTally((documents) => progress?.tell(documents));
	const configFile = await findConfigFile(new ESLintOfUser({ cwd }), cwd, files);
	const isWithoutGit = [cwd, ...new Set(files.map((file) => dirname(file)))].every(
		(folder) => findRepository(folder) === undefined,
	);
	const settings = {
		snapshot,
		...(against !== undefined && { against }),
		...(isWithoutGit && { git: false }),
		...tally.settings,
		[RUN]: {},
	};
	const overrides: Linter.Config[] = [{ name: "acid-plans/check", settings: { "acid-plans": settings } }];
	if (configFile === undefined) {
		const { default: acidPlans } = await import("eslint-config-acid-plans");
		overrides.unshift(...(acidPlans({ ...(plans && { plans }), ...(template && { template }) }) as Linter.Config[]));
	} else if (template !== undefined) throw templateBesideConfig(relative(cwd, configFile));
	// A directive is the user's, and the rule that it is for may be one that is not run.
	if (fix === "in-file") overrides.push({ linterOptions: { reportUnusedDisableDirectives: "off" } });
	overrides.push(...(options.overrides ?? []));
	/** Our rules that read nothing but the file, as far as configs that were looked at know them. */
	const inFile = new Set<string>();
	const folder = configFile === undefined ? baseFolder(cwd) : cwd;
	const eslint = createEslint(ESLintOfUser, {
		cwd: folder,
		overrideConfig: overrides,
		...(configFile === undefined && { overrideConfigFile: true }),
		errorOnUnmatchedPattern: false,
		warnIgnored: false,
		fix: fix === "errors" ? ({ severity }) => severity === 2 : fix !== false,
		...((quiet || fix === "in-file") && {
			ruleFilter: ({ ruleId, severity }: { ruleId: string; severity: number }) =>
				(!quiet || severity === 2) && (fix !== "in-file" || inFile.has(ruleId)),
		}),
	});
	return {
		eslint,
		tally,
		configFile,
		folder,
		version: ESLintOfUser.version,
		isWithoutGit,
		async covers(file) {
			const config = await computeConfig(eslint, file, configFile);
			const ours = Object.entries(config?.rules ?? {}).filter(([id, entry]) => isOn(entry) && isOurs(id, config));
			for (const [id] of ours) if (!needsMoreThanTheFile(id, config)) inFile.add(id);
			return ours.length > 0;
		},
		writeFixes: (results) => ESLintOfUser.outputFixes(results),
	};
}

/** The files for which the config switches on a rule of acid-plans. */
export async function coveredBy(linter: PlanLinter, files: readonly string[]): Promise<string[]> {
	const covered: string[] = [];
	for (const file of files) if (await linter.covers(file)) covered.push(file);
	return covered;
}

/** Bulk suppressions (`eslint-suppressions.json`) are how old plans are adopted; older versions of the class do not know them. */
function createEslint(ESLintOfUser: ESLintClass, options: ESLint.Options): ESLint {
	try {
		return new ESLintOfUser({ ...options, applySuppressions: true } as ESLint.Options);
	} catch (error) {
		if (!(error instanceof Error) || !error.message.includes("applySuppressions")) throw error;
		return new ESLintOfUser(options);
	}
}

/** ESLint 10 looks from each file upwards, ESLint 9 from the working directory; one answer for a folder is enough. */
async function findConfigFile(eslint: ESLint, cwd: string, files: readonly string[]): Promise<string | undefined> {
	const folders = new Set([...files.map((file) => dirname(file)), cwd]);
	for (const folder of folders) {
		const found = await eslint.findConfigFile(join(folder, "plan.md"));
		if (found !== undefined) return found;
	}
	return undefined;
}

interface ComputedConfig {
	readonly rules?: Readonly<Record<string, unknown>>;
	readonly plugins?: Readonly<Record<string, PluginOfConfig>>;
}

interface PluginOfConfig {
	readonly meta?: { readonly name?: string };
	readonly rules?: Readonly<
		Record<string, { readonly meta?: { readonly docs?: { readonly needs?: readonly unknown[] } } }>
	>;
}

async function computeConfig(
	eslint: ESLint,
	file: string,
	configFile: string | undefined,
): Promise<ComputedConfig | undefined> {
	try {
		return (await eslint.calculateConfigForFile(file)) as ComputedConfig | undefined;
	} catch (error) {
		// In a monorepo some packages have a config and others have none.
		if (error instanceof Error && "messageTemplate" in error && error.messageTemplate === "config-file-missing")
			return undefined;
		throw unreadableConfig(configFile ?? "of acid-plans", error);
	}
}

function isOn(entry: unknown): boolean {
	const severity: unknown = Array.isArray(entry) ? entry[0] : entry;
	return severity !== 0 && severity !== "off";
}

/** The plugin may be registered under another name than its own. */
function isOurs(id: string, config: ComputedConfig | undefined): boolean {
	const { alias } = splitId(id);
	return alias === "acid-plans" || config?.plugins?.[alias]?.meta?.name === "eslint-plugin-acid-plans";
}

function needsMoreThanTheFile(id: string, config: ComputedConfig | undefined): boolean {
	const { alias, name } = splitId(id);
	return (config?.plugins?.[alias]?.rules?.[name]?.meta?.docs?.needs?.length ?? 0) > 0;
}

function splitId(id: string): { readonly alias: string; readonly name: string } {
	const slash = id.lastIndexOf("/");
	return { alias: id.slice(0, Math.max(slash, 0)), name: id.slice(slash + 1) };
}
