import { FastMarkdownLanguage } from "@acid-plans/fast-markdown";
import { type DocumentKind, type Plan, readPlan, type RefusedText } from "@acid-plans/model";
import type { Settings } from "./settings.js";

const language = new FastMarkdownLanguage();

/**
 * Reads another document of the workspace, as ESLint and our language would. A text that the language refuses is no
 * error here: whoever lints that document is told, and all others go on without it.
 */
export function readDocumentText(
	text: string,
	path: string,
	kind: DocumentKind,
	{ vocabulary }: Settings,
): Plan | RefusedText {
	const result = language.parse(
		{ body: text, path, physicalPath: path, bom: false },
		{ languageOptions: language.defaultLanguageOptions },
	);
	if (!result.ok) {
		const [first] = result.errors;
		return { refused: `${path}:${first?.line ?? 1} cannot be parsed. ${first?.message ?? "Correct it."}` };
	}
	return readPlan(result.ast, text, { path, kind, vocabulary });
}
