import { spawnSync } from "node:child_process";
import { resolveCommand } from "package-manager-detector/commands";
import type { HookToolName } from "./hook-tools.js";
import { dependencyRange, type Survey } from "./survey.js";
import { commandFailed } from "../problems.js";

/**
 * A command line as a list of fixed words: none comes out of the repository, since on Windows they are put through a shell
 * (see {@link runCommands}).
 */
export interface NextCommand {
	readonly command: string;
	readonly args: readonly string[];
	/** What it is for. */
	readonly reason: string;
}

/**
 * What is left to run after the files are written: to install what is missing, and to switch the hooks on.
 *
 * @param areActive the hooks are switched on in this clone
 */
export function nextCommands(
	survey: Survey,
	tool: HookToolName | undefined,
	withLintStaged: boolean,
	areActive: boolean,
): NextCommand[] {
	const { agent, isWorkspace, manifest } = survey;
	const commands: NextCommand[] = [];
	const missing = [
		"acid-plans",
		"eslint-config-acid-plans",
		"eslint",
		...(tool === undefined || tool === "pre-commit" ? [] : [tool]),
		...(withLintStaged ? ["lint-staged"] : []),
	].filter((name) => dependencyRange(survey, name) === undefined);
	if (manifest !== undefined && missing.length > 0) {
		// The top of a workspace is a place at which some ask whether one really means it.
		const atTop = isWorkspace && agent.startsWith("pnpm") ? ["-w"] : isWorkspace && agent === "yarn" ? ["-W"] : [];
		const add = resolveCommand(agent, "add", ["-D", ...atTop, ...missing]);
		if (add !== null) commands.push({ ...add, reason: "installs what is missing" });
	}
	if (tool !== undefined && !areActive) commands.push(activation(survey, tool));
	return commands;
}

/** Hooks are not part of a clone: somebody has to switch them on in each. */
function activation({ agent }: Survey, tool: HookToolName): NextCommand {
	const reason = "switches the hooks on in this clone";
	if (tool === "pre-commit") return { command: "pre-commit", args: ["install"], reason };
	const local = tool === "lefthook" ? ["lefthook", "install"] : [tool];
	const resolved = resolveCommand(agent, "execute-local", local);
	return { command: resolved?.command ?? "npx", args: resolved?.args ?? local, reason };
}

/**
 * Runs the commands, their output shown.
 *
 * @throws {CannotRun} one of them failed; those behind it were not run
 */
export function runCommands(root: string, commands: readonly NextCommand[]): void {
	const lines = commands.map(({ command, args }) => [command, ...args].join(" "));
	for (const [at, { command, args }] of commands.entries()) {
		const line = lines[at] ?? command;
		process.stderr.write(`$ ${line}\n`);
		// Package managers are `.cmd` scripts on Windows, which Node starts in a shell only (since CVE-2024-27980 anything else
		// ends with EINVAL); the words of these lines are all our own.
		const { status, error } = spawnSync(command, args, {
			cwd: root,
			// What is printed on the standard output is the report alone.
			stdio: ["ignore", 2, "inherit"],
			shell: process.platform === "win32",
		});
		if (status === 0) continue;
		throw commandFailed(
			lines.slice(at),
			error === undefined
				? `ended with code ${status ?? "unknown"}`
				: `could not be started (${(error as NodeJS.ErrnoException).code ?? error.message})`,
		);
	}
}
