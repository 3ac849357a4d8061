import { type Advice, type Draft } from "./draft.js";
import type { HookTool } from "./hook-tools.js";
import { addToJson, parseJson } from "./json-edit.js";
import { hookCommand } from "./local-command.js";
import { PRE_COMMIT_TYPES, preCommitConfig, preCommitRepository } from "./pre-commit-config.js";
import { dependencyRange, type Survey } from "./survey.js";
import { addToYaml } from "./yaml-edit.js";
import { HOOKS, type HookName } from "../hook-names.js";
import { parse, stringify } from "yaml";

/** The call that decides; a hook that holds it is wired. */
export const VERDICT = "acid-plans check --staged";

const REASONS: Readonly<Record<HookName, string>> = {
	"pre-commit": "the verdict on what is about to be committed",
	"pre-merge-commit": "the same for a merge without conflicts, for which git does not run pre-commit",
};

/**
 * Adds the hooks in the way of the tool that runs them.
 *
 * @param template to be given on the command line, where no config says it
 */
export function addHooks(
	draft: Draft,
	survey: Survey,
	tool: HookTool,
	{ withLintStaged, template }: { readonly withLintStaged: boolean; readonly template: string | undefined },
): void {
	if (tool.name === "husky") addHuskyHooks(draft, survey, withLintStaged);
	else if (tool.name === "lefthook") addLefthookHooks(draft, survey, tool.config);
	else if (tool.name === "simple-git-hooks") addSimpleGitHooks(draft, survey, tool.config, withLintStaged);
	else addPreCommitHooks(draft, template === undefined ? VERDICT : `${VERDICT} --template ${template}`);
}

/** The lines that a hook needs; lint-staged comes first, so that the verdict is about what it has fixed. */
function linesOf(hook: HookName, withLintStaged: boolean, command: (text: string) => string, text = ""): string[] {
	const lines = [];
	if (hook === "pre-commit" && withLintStaged && !text.includes("lint-staged"))
		lines.push(command("lint-staged --quiet"));
	if (!text.includes(VERDICT)) lines.push(command(VERDICT));
	return lines;
}

function addHuskyHooks(draft: Draft, survey: Survey, withLintStaged: boolean): void {
	const command = (text: string): string => hookCommand(survey, "husky", text);
	const isOld = Number(/\d+/.exec(dependencyRange(survey, "husky") ?? "9")?.[0]) < 9;
	for (const hook of HOOKS) {
		const path = `.husky/${hook}`;
		const text = draft.text(path);
		const lines = linesOf(hook, withLintStaged, command, text);
		if (text === undefined) {
			const head = isOld ? '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\n' : "";
			draft.create(path, `${head}${lines.join("\n")}\n`, REASONS[hook], { executable: isOld });
		} else addLines(draft, path, text, lines, REASONS[hook]);
	}
	addPrepareScript(draft);
}

/** Behind the last line, unless the script may end before it gets there. */
function addLines(draft: Draft, path: string, text: string, lines: readonly string[], reason: string): void {
	if (lines.length === 0) {
		draft.present.push(`${path} runs \`${VERDICT}\``);
		return;
	}
	const added = `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${lines.join("\n")}\n`;
	if (/^[ \t]*(?:exit|exec|return)\b/m.test(text) || !draft.add(path, added, reason)) {
		draft.advise({
			path,
			reason: "The script may end before its last line, so where this belongs is yours to say",
			text: lines.join("\n"),
		});
	}
}

/** `prepare` runs after each install: it is what switches the hooks on in every clone. */
function addPrepareScript(draft: Draft): void {
	const text = draft.text("package.json") ?? "{}";
	const { scripts } = parseJson(text) as { scripts?: Readonly<Record<string, unknown>> };
	if (Object.values(scripts ?? {}).some((script) => typeof script === "string" && script.includes("husky"))) return;
	// An install without development dependencies has no husky, and must not fail for that.
	const after = addToJson(text, ["scripts", "prepare"], "husky || true");
	if (after === undefined || !draft.add("package.json", after, "husky switches the hooks on after an install")) {
		const prepare = scripts?.["prepare"];
		draft.advise({
			path: "package.json",
			reason: "There is a script `prepare` already",
			text: `"prepare": ${JSON.stringify(`${typeof prepare === "string" ? prepare : ""} && (husky || true)`)}`,
		});
	}
}

function addLefthookHooks(draft: Draft, survey: Survey, config: string): void {
	const run = hookCommand(survey, "lefthook", VERDICT);
	const entry = { "acid-plans": { run } };
	const text = draft.text(config);
	if (text === undefined) {
		const hooks = Object.fromEntries(HOOKS.map((hook) => [hook, { commands: entry }]));
		draft.create(config, stringify(hooks), "both hooks, run by lefthook");
		return;
	}
	for (const hook of HOOKS) {
		const now = draft.text(config) ?? "";
		const configured = config.endsWith("ml") && !config.endsWith("toml") ? readYaml(now) : undefined;
		if (JSON.stringify(configured?.[hook] ?? "").includes(VERDICT)) {
			draft.present.push(`${config} runs \`${VERDICT}\` in ${hook}`);
			continue;
		}
		const after =
			configured === undefined
				? undefined
				: configured[hook] === undefined
					? addToYaml(now, [], { [hook]: { commands: entry } })
					: addToYaml(now, [hook, "commands"], entry);
		if (after === undefined || !draft.add(config, after, REASONS[hook])) {
			draft.advise({
				path: config,
				reason: `${hook} is written in a way to which nothing can be added safely`,
				text: stringify({ [hook]: { commands: entry } }).trimEnd(),
			});
		}
	}
}

function readYaml(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = parse(text);
		return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
	} catch {
		return undefined;
	}
}

function addSimpleGitHooks(draft: Draft, survey: Survey, config: string, withLintStaged: boolean): void {
	const inManifest = config === "package.json";
	for (const hook of HOOKS) {
		const text = draft.text(config) ?? "{}";
		const value = parseJson(text) as Readonly<Record<string, unknown>> | undefined;
		const hooks = (inManifest ? value?.["simple-git-hooks"] : value) as Readonly<Record<string, unknown>> | undefined;
		const present = typeof hooks?.[hook] === "string" ? hooks[hook] : undefined;
		const lines = linesOf(hook, withLintStaged, (each) => hookCommand(survey, "simple-git-hooks", each), present);
		if (lines.length === 0) {
			draft.present.push(`${config} runs \`${VERDICT}\` in ${hook}`);
			continue;
		}
		const path = inManifest ? ["simple-git-hooks", hook] : [hook];
		const after = config.endsWith(".json") ? addToJson(text, path, lines.join(" && ")) : undefined;
		if (after !== undefined && draft.add(config, after, REASONS[hook])) continue;
		const all = [...(present === undefined ? [] : [present]), ...lines].join(" && ");
		draft.advise({
			path: config,
			reason:
				present !== undefined
					? `${hook} is in use`
					: config.endsWith(".json")
						? "It is written in a way to which nothing can be added safely"
						: "A script is not edited",
			text: `${JSON.stringify(hook)}: ${JSON.stringify(all)}`,
		});
	}
}

function addPreCommitHooks(draft: Draft, command: string): void {
	const path = ".pre-commit-config.yaml";
	const text = draft.text(path);
	if (text === undefined) {
		draft.create(path, preCommitConfig(command), "both hooks, run by pre-commit, which brings its own Node");
		return;
	}
	if (text.includes("acid-plans")) draft.present.push(`${path} knows acid-plans`);
	else {
		const advice: Advice = {
			path,
			reason: "The list of repositories is written in a way to which nothing can be added safely",
			text: stringify({ repos: [preCommitRepository(command)] }).trimEnd(),
		};
		const after = addToYaml(text, ["repos"], preCommitRepository(command));
		if (after === undefined || !draft.add(path, after, "both hooks, run by pre-commit")) draft.advise(advice);
	}
	addInstalledTypes(draft, path);
}

/** `pre-commit install` installs the types that the config names, and without them only `pre-commit`. */
function addInstalledTypes(draft: Draft, path: string): void {
	const text = draft.text(path) ?? "";
	const types = readYaml(text)?.["default_install_hook_types"];
	if (Array.isArray(types) && HOOKS.every((hook) => types.includes(hook))) return;
	const after = types === undefined ? addToYaml(text, [], PRE_COMMIT_TYPES) : undefined;
	if (after === undefined || !draft.add(path, after, "`pre-commit install` installs the hook for merges, too")) {
		draft.advise({
			path,
			reason: "`pre-commit install` does not install the hook for merges",
			text: stringify(PRE_COMMIT_TYPES).trimEnd(),
		});
	}
}
