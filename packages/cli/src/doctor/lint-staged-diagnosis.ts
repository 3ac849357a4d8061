import { join } from "node:path";
import { findLintStagedConfig, FIX_TASK, globsFor } from "../init/lint-staged-config.js";
import type { Diagnosis } from "./diagnosis.js";
import { readText } from "./file-text.js";

/**
 * Whether lint-staged, where it is in use, fixes this plan and leaves the verdict to the check of what is staged. Who
 * does not use it misses fixes and no finding, so nothing is said.
 *
 * @param plan relative to the root, POSIX
 */
export function lintStagedDiagnoses(root: string, plan: string): Diagnosis[] {
	const config = findLintStagedConfig((path) => readText(join(root, path)));
	if (config === undefined) return [];
	const about = { id: "lint-staged", area: "hooks" } as const;
	const { path, hasFixTask, tasks } = config;
	if (!hasFixTask) {
		const message = `lint-staged (${path}) applies no fixes to plans`;
		const remedy = `If it should, add a task \`${FIX_TASK}\` for them.`;
		return [{ ...about, state: "note", message, remedy }];
	}
	const globs = globsFor(config, plan);
	const commands = globs.map((glob) => JSON.stringify(tasks?.[glob]));
	if (tasks !== undefined && !commands.some((command) => command.includes(FIX_TASK))) {
		const message = `The task \`${FIX_TASK}\` of lint-staged (${path}) is for other files than this plan`;
		return [{ ...about, state: "off", message, remedy: "Correct its glob, as in `**/plans/**/*.md`." }];
	}
	if (globs.length > 1) {
		const message = `lint-staged (${path}) has several tasks for this plan, ${globs.map((glob) => `\`${glob}\``).join(" and ")}, which lose one another's changes`;
		return [{ ...about, state: "off", message, remedy: "Put the commands into one task, as a list." }];
	}
	return [{ ...about, state: "ok", message: "lint-staged applies safe fixes to this plan" }];
}
