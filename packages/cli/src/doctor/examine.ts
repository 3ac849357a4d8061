import { existsSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { createGlobMatcher } from "@acid-plans/model";
import { locatePlans, openRepository } from "@acid-plans/model/node";
import type { Settings } from "eslint-config-acid-plans/plans";
import { baseFolder } from "../check/base-folder.js";
import { givenPlansFolders } from "../check/given-folders.js";
import { type FoundFiles, isMarkdown, markdownFiles, markdownFilesOfProject } from "../check/plan-files.js";
import { describeLinks, refuseHiddenFiles } from "../check/plan-links.js";
import { coveredBy, createPlanLinter, type PlanLinter } from "../check/plan-linter.js";
import { loadUserEslint } from "../check/user-eslint.js";
import { settingsOf } from "../plans/open-plans.js";
import { aliasOfPlugin, type ComputedConfig } from "../plans/plugin-of-config.js";
import { areRefused } from "../plans/refused-text.js";
import { CannotRun, noPlan } from "../problems.js";
import { cacheDiagnosis } from "./cache-diagnosis.js";
import { ruleDiagnoses, sharedSurfaceDiagnosis } from "./config-diagnoses.js";
import type { Diagnosis, DoctorReport } from "./diagnosis.js";
import { readText } from "./file-text.js";
import { gitDiagnoses } from "./git-diagnoses.js";
import { hookDiagnoses } from "./hook-diagnoses.js";
import { languageDiagnoses, processorDiagnosis, refusedDiagnosis } from "./language-diagnoses.js";
import { lintStagedDiagnoses } from "./lint-staged-diagnosis.js";
import { suppressionDiagnoses } from "./suppression-diagnoses.js";
import { versionDiagnoses } from "./version-diagnoses.js";

/**
 * Looks at everything that a check of plans rests on.
 *
 * @param given the plan whose config is computed; without it, the first that the config covers
 * @throws {CannotRun} there is no such plan, or ESLint or its config cannot be used
 */
export async function examine(cwd: string, given: string | undefined): Promise<DoctorReport> {
	const found = given === undefined ? findCandidates(cwd) : planAt(cwd, given);
	const { files: candidates, links } = found;
	const { version } = await loadUserEslint(cwd);
	const linter = await createPlanLinter({
		cwd,
		files: candidates,
		plans: givenPlansFolders(cwd, given === undefined ? [] : [given]),
		snapshot: "worktree",
	});
	const covered = await coveredBy(linter, candidates);
	await refuseHiddenFiles(cwd, linter, found, covered);
	const plan = choose(cwd, covered) ?? choose(cwd, candidates) ?? join(baseFolder(cwd), "plans", "plan.md");
	const config = await computedConfig(linter, plan);
	const shown = relative(cwd, plan).replaceAll("\\", "/");
	const settings = config === undefined ? undefined : readableSettings(config);

	const checks = [
		...versionDiagnoses(version, config),
		...configFileDiagnoses(cwd, linter),
		...(await planDiagnoses(linter, plan, config, settings)),
		...(await describeLinks(cwd, linter, links, covered)).map(linkDiagnosis),
		...repositoryDiagnoses(plan, settings),
		...suppressionDiagnoses(cwd, (config && aliasOfPlugin(config)) ?? "acid-plans", textsOf(covered)),
	];
	return { version: 1, plan: shown, ok: checks.every(({ state }) => state !== "off"), checks };
}

/** @throws {CannotRun} it is no plan, or a link that is not followed */
function planAt(cwd: string, given: string): FoundFiles {
	const stats = statSync(resolve(cwd, given), { throwIfNoEntry: false });
	if (stats !== undefined && (!stats.isFile() || !isMarkdown(given))) throw noPlan(given);
	return markdownFiles(cwd, [given]);
}

function linkDiagnosis(problem: string): Diagnosis {
	const [message = problem, remedy] = problem.split(/(?<=\.) (?=Put )/);
	return { id: "symbolic-link", area: "plan", state: "off", message, remedy };
}

/** No plan yet is no reason to refuse: the question is whether one would be checked. */
function findCandidates(cwd: string): FoundFiles {
	try {
		return markdownFilesOfProject(cwd);
	} catch (error) {
		if (error instanceof CannotRun) return { files: [], links: [], aliases: new Map() };
		throw error;
	}
}

/** A plan rather than the index or a template, in a plans folder rather than elsewhere, near rather than deep below. */
function choose(cwd: string, files: readonly string[]): string | undefined {
	const inFolder = files.filter((file) => /(?:^|[\\/])plans[\\/]/i.test(relative(cwd, file)));
	const byDepth = [...(inFolder.length > 0 ? inFolder : files)].sort((a, b) => depth(a) - depth(b));
	const isPlan = (file: string): boolean => !/(?:^|[\\/])(?:readme|index|template|_[^\\/]*)\.md$/i.test(file);
	return byDepth.find(isPlan) ?? (inFolder.length > 0 ? byDepth[0] : undefined);
}

function depth(file: string): number {
	return file.split(/[\\/]/).length;
}

async function computedConfig(linter: PlanLinter, plan: string): Promise<ComputedConfig | undefined> {
	try {
		return (await linter.eslint.calculateConfigForFile(plan)) as ComputedConfig | undefined;
	} catch {
		// In a monorepo there may be a config further down and none here.
		return undefined;
	}
}

/** The settings, or the sentence that says what is wrong with them. */
function readableSettings(config: ComputedConfig): Settings | string {
	try {
		return settingsOf(config);
	} catch (error) {
		if (error instanceof CannotRun) return error.message;
		throw error;
	}
}

function configFileDiagnoses(cwd: string, { configFile }: PlanLinter): Diagnosis[] {
	if (configFile !== undefined)
		return [{ id: "config-file", area: "config", state: "ok", message: `ESLint config ${relative(cwd, configFile)}` }];
	if (!existsSync(join(baseFolder(cwd), "package.json")))
		// A config could import nothing, so there is none to be written.
		return [
			{
				id: "config-file",
				area: "config",
				state: "note",
				message:
					"No ESLint config and no package.json: `acid-plans check` uses the defaults and its option `--template`",
			},
		];
	return [
		{
			id: "config-file",
			area: "config",
			state: "off",
			message: "No ESLint config: `acid-plans check` uses the defaults, and editors and `eslint` see no plans",
			remedy: "Run `acid-plans init`, which writes one.",
		},
	];
}

async function planDiagnoses(
	linter: PlanLinter,
	plan: string,
	config: ComputedConfig | undefined,
	settings: Settings | string | undefined,
): Promise<Diagnosis[]> {
	if (await linter.eslint.isPathIgnored(plan)) {
		// ESLint does not tell the one from the other.
		const message = "The ESLint config ignores this file, or has nothing for it";
		const remedy =
			"Take it out of `ignores`, or add `...acidPlans()` of eslint-config-acid-plans; its option `plans` names the folder.";
		return [{ id: "rules", area: "config", state: "off", message, remedy }];
	}
	if (config === undefined || settings === undefined) {
		const remedy = "Add `...acidPlans()` of eslint-config-acid-plans to the config.";
		return [{ id: "rules", area: "config", state: "off", message: "The config has nothing for this file", remedy }];
	}
	if (typeof settings === "string") {
		return [{ id: "settings", area: "config", state: "off", message: settings, remedy: "Correct the option." }];
	}
	const rules = ruleDiagnoses(config, settings);
	const isDefault =
		(config.settings?.["acid-plans"] as { sharedSurfaces?: unknown } | undefined)?.sharedSurfaces === undefined;
	const text = readText(plan);
	return [
		...rules,
		sharedSurfaceDiagnosis(settings, isDefault, trackedMatch(plan, settings)),
		...languageDiagnoses(config, text ?? ""),
		// Asked of ESLint itself: what a processor hands out is known only when it is run.
		...(rules[0]?.state === "ok" && text !== undefined ? [await lintDiagnosis(linter, plan, config)] : []),
	];
}

async function lintDiagnosis(linter: PlanLinter, plan: string, config: ComputedConfig): Promise<Diagnosis> {
	try {
		const results = await linter.eslint.lintFiles([plan]);
		const fatal = results.flatMap(({ messages }) => messages).find((message) => message.fatal === true);
		if (fatal !== undefined && (await areRefused(results))) return refusedDiagnosis(fatal.message);
		return processorDiagnosis(config, linter.tally.documents > 0, fatal?.message);
	} catch (error) {
		return processorDiagnosis(
			config,
			false,
			error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error),
		);
	}
}

function repositoryDiagnoses(plan: string, settings: Settings | string | undefined): Diagnosis[] {
	if (settings === undefined || typeof settings === "string") return [];
	const { root, path, folder, inRepository } = locatePlans(plan, settings.plans);
	return [
		cacheDiagnosis(root),
		...gitDiagnoses(root, folder ?? "", inRepository, settings),
		...(inRepository ? [...hookDiagnoses(root), ...lintStagedDiagnoses(root, path)] : []),
	];
}

function trackedMatch(plan: string, { plans }: Settings): (glob: string) => boolean {
	const { root, inRepository } = locatePlans(plan, plans);
	const paths = inRepository ? [...openRepository(root).paths] : [];
	return (glob) => paths.some(createGlobMatcher([glob]));
}

function* textsOf(files: readonly string[]): Generator<string> {
	for (const file of files) {
		const text = readText(file);
		if (text !== undefined) yield text;
	}
}
