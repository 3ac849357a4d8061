import type { ESLint } from "eslint";
import type { CheckOptions } from "./check-options.js";
import type { PlanLinter } from "./plan-linter.js";

/**
 * What to say where nobody chose the template that findings come from: plans of a shape of their own would get little
 * else than those.
 */
export function templateNotes(
	{ configFile, eslint }: PlanLinter,
	results: ESLint.LintResult[],
	{ template }: Pick<CheckOptions, "template">,
): string[] {
	if (configFile !== undefined || template !== undefined) return [];
	const metas = Object.values(eslint.getRulesMetaForResults(results));
	if (!metas.some((meta) => (meta.docs as { readonly template?: boolean } | undefined)?.template === true)) return [];
	return [
		"Without an ESLint config, the template of acid-plans is asked for; `--template free` asks for no particular sections and fields.",
	];
}
