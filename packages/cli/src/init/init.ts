import { existsSync } from "node:fs";
import { relative } from "node:path";
import { findRepository, normalizePlansFolder, runGit } from "@acid-plans/model/node";
import { addConfig, needsNoConfig } from "./config-step.js";
import { nextCommands, runCommands } from "./dependencies.js";
import { Draft } from "./draft.js";
import { addEditorSettings } from "./editor-step.js";
import { addPlansFolder } from "./folder-step.js";
import { addHooks, VERDICT } from "./hook-steps.js";
import { defaultConfig, type HookTool, type HookToolName } from "./hook-tools.js";
import { reportAsJson, reportAsText } from "./init-report.js";
import { addLintStagedEntry, usesLintStaged } from "./lint-staged-step.js";
import { countShapes, proposeTemplate, type TemplateProposal } from "./plan-shapes.js";
import { type Survey, surveyRepository } from "./survey.js";
import { addWorkflow } from "./workflow-step.js";
import { readHooks } from "../doctor/hook-files.js";
import { ExitCode } from "../exit-code.js";
import { HOOKS } from "../hook-names.js";
import { printable } from "../terminal/printable.js";
import { folderOutside, needsManifest } from "../problems.js";

/** What the command line was told. */
export interface InitOptions {
	readonly plans?: readonly string[];
	readonly template?: TemplateProposal["template"];
	readonly hooks?: HookToolName | "none";
	readonly github?: boolean;
	readonly install?: boolean;
	readonly dryRun?: boolean;
	readonly json?: boolean;
}

/**
 * `acid-plans init`: adds to a repository what it lacks, and says what it does not dare to add.
 *
 * @throws {CannotRun} there is no repository, an option is wrong, or a command of `--install` failed
 */
export async function init(cwd: string, options: InitOptions): Promise<ExitCode> {
	const plans = (options.plans ?? ["plans"]).map((folder) => {
		const normal = normalizePlansFolder(folder);
		if (normal === undefined) throw folderOutside(folder);
		return normal;
	});
	const survey = await surveyRepository(cwd, plans);
	const proposal = await chooseTemplate(survey, options);
	const draft = new Draft(survey.root);
	const isDryRun = options.dryRun === true;

	const choice = { plans, template: proposal.template };
	/** What the command line is to be told, where no config says it. */
	const template = needsNoConfig(survey, choice) && choice.template === "free" ? choice.template : undefined;
	addConfig(draft, survey, choice);
	addPlansFolder(draft, survey, plans);
	const tool = options.hooks === "none" ? undefined : chooseTool(draft, survey, options.hooks);
	const canFix = tool?.name === "husky" || tool?.name === "simple-git-hooks";
	const withLintStaged = survey.manifest !== undefined && (canFix || usesLintStaged(draft, survey));
	if (tool !== undefined) addHooks(draft, survey, tool, { withLintStaged: withLintStaged && canFix, template });
	if (withLintStaged) addLintStagedEntry(draft, plans);
	addEditorSettings(draft, survey);
	if (options.github === true) addWorkflow(draft, survey, template);

	const next = nextCommands(survey, tool?.name, withLintStaged, areActive(survey.root));
	if (!isDryRun) draft.write();
	const report = { draft, proposal, next: options.install === true && !isDryRun ? [] : next, isDryRun };
	process.stdout.write(options.json === true ? reportAsJson(report) : reportAsText(report));
	if (relative(survey.root, cwd) !== "" && options.json !== true)
		process.stdout.write(`\nAll of this is about the top level of the repository, ${printable(survey.root)}.\n`);
	if (options.install === true && !isDryRun) runCommands(survey.root, next);
	return ExitCode.clean;
}

/** Whether git runs the check in this clone already. */
function areActive(root: string): boolean {
	const worktrees = readHooks(root);
	const own = "problem" in worktrees ? undefined : worktrees[0];
	return own !== undefined && HOOKS.every((hook) => own.hooks[hook] === "checks");
}

async function chooseTemplate({ root, folders }: Survey, { template }: InitOptions): Promise<TemplateProposal> {
	const plans = [...folders.values()].flat().filter(({ kind }) => kind === "plan");
	const shapes = await countShapes(
		root,
		plans.map(({ path }) => path),
	);
	if (template !== undefined) return { template, reason: "You asked for it.", shapes };
	return proposeTemplate(shapes);
}

/** The tool that is in use; where none is, husky for Node packages, and the pre-commit framework for others. */
function chooseTool(draft: Draft, survey: Survey, asked: HookToolName | undefined): HookTool | undefined {
	const { hookTools, manifest, root } = survey;
	if (asked !== undefined) {
		if (asked !== "pre-commit" && manifest === undefined) {
			throw needsManifest(asked);
		}
		return hookTools.find(({ name }) => name === asked) ?? { name: asked, config: defaultConfig(asked) };
	}
	const [first, ...others] = hookTools;
	if (first !== undefined) {
		if (others.length > 0)
			draft.present.push(
				`${hookTools.map(({ name }) => name).join(" and ")} run hooks here; ${first.name} gets ours (\`--hooks\` chooses)`,
			);
		return first;
	}
	const own = ownHooks(root);
	if (own !== undefined) {
		draft.advise({
			path: own,
			reason: `Your own hooks run from there, and a tool would put its own in their place. Both ${HOOKS.join(" and ")} need this line`,
			text: `npx ${VERDICT}`,
		});
		return undefined;
	}
	const name = manifest === undefined ? "pre-commit" : "husky";
	return { name, config: defaultConfig(name) };
}

/** The folder of hooks that no tool made: `core.hooksPath`, or a pre-commit hook in git's own folder. */
function ownHooks(root: string): string | undefined {
	const repository = findRepository(root);
	if (repository === undefined) return undefined;
	const configured = runGit(repository, ["config", "--get", "core.hooksPath"]).output?.toString("utf8").trim();
	if (configured !== undefined && configured !== "") return configured;
	return HOOKS.some((hook) => existsSync(`${repository.commonDirectory}/hooks/${hook}`)) ? ".git/hooks" : undefined;
}
