import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Linter } from "eslint";
import { createPlanLinter } from "../check/plan-linter.js";
import type { OpenedPlans } from "../plans/open-plans.js";
import { areRefused } from "../plans/refused-text.js";
import { notCovered, unwritablePath } from "../problems.js";
import { NEW_INDEX } from "./new-index.js";

/** The rules whose fixes bring an index up to date. */
const INDEX_RULES = ["index-complete", "index-agreement"] as const;

/** An index that is there, or is to be. */
export interface IndexFile {
	/** Absolute. */
	readonly file: string;
	/** In its workspace. */
	readonly name: string;
	readonly opened: OpenedPlans;
	readonly isNew: boolean;
}

/** An index as it is, and as it would be. */
export interface IndexUpdate {
	readonly file: string;
	/** `undefined`: there is no such file yet. */
	readonly before: string | undefined;
	readonly after: string;
	/** What no fix can mend. */
	readonly left: readonly { readonly line: number; readonly message: string }[];
}

/**
 * What the fixes of the index rules make of an index. The rules have the options that the config gives them, also where it
 * switches them off; all other rules are off.
 *
 * @param plans the plans folders where there is no config
 * @throws {CannotRun} the rules do not see the index, so nothing can be said of it
 */
export async function computeUpdate(
	cwd: string,
	plans: readonly string[] | undefined,
	{ file, opened, isNew }: IndexFile,
): Promise<IndexUpdate> {
	const config = await opened.configOf(file);
	const others = Object.keys(config?.rules ?? {}).map((id) => [id, "off"] as const);
	const ours = INDEX_RULES.map((name) => [`${opened.alias}/${name}`, "error"] as const);
	const rules: Partial<Linter.RulesRecord> = Object.fromEntries([...others, ...ours]);
	const linter = await createPlanLinter({
		cwd,
		files: [file],
		plans,
		snapshot: "worktree",
		fix: true,
		overrides: [
			// A comment that switches another rule off would be taken out: that rule is off, so it suppresses nothing.
			{ name: "acid-plans/index", rules, linterOptions: { reportUnusedDisableDirectives: "off" } },
		],
	});
	const before = isNew ? undefined : readFileSync(file, "utf8");
	const text = before ?? NEW_INDEX;
	const [result] = await linter.eslint.lintText(text, { filePath: file });
	// Ignored by the config, or hidden by a processor: silence would pass for "up to date".
	if (result === undefined || (linter.tally.documents === 0 && !(await areRefused([result]))))
		throw notCovered(relative(cwd, file), linter.configFile);
	return {
		file,
		before,
		after: result.output ?? text,
		left: result.messages
			.filter(({ ruleId, fatal }) => fatal === true || ours.some(([id]) => id === ruleId))
			.map(({ line, message }) => ({ line, message })),
	};
}

/**
 * Writes an index that has changed. A new one never takes the place of a file that the config does not know as an index.
 *
 * @throws {CannotRun} it cannot be written
 */
export function writeUpdate(cwd: string, { file, before, after }: IndexUpdate): void {
	if (before === after) return;
	try {
		writeFileSync(file, after, { flag: before === undefined ? "wx" : "w" });
	} catch (error) {
		throw unwritablePath(relative(cwd, file), (error as NodeJS.ErrnoException).code ?? "unknown");
	}
}
