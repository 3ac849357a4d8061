import type { ESLint } from "eslint";

/**
 * Whether the results are of documents that ESLint refused, so that no rule could see them: of each it is told what is
 * wrong with it. Anything else that keeps all rules from their documents is an error of the config.
 */
export async function areRefused(results: readonly ESLint.LintResult[]): Promise<boolean> {
	if (results.length === 0) return false;
	for (const { source, messages } of results)
		if (!messages.some(({ fatal }) => fatal === true) || !(await isRefused(source ?? ""))) return false;
	return true;
}

/** Whether no parser takes a text; the reader is loaded for the question. */
export async function isRefused(text: string): Promise<boolean> {
	const { readDocumentText, readSettings } = await import("eslint-config-acid-plans/plans");
	return "refused" in readDocumentText(text, "plan.md", "plan", readSettings({}));
}
