import { FastMarkdownLanguage } from "@acid-plans/fast-markdown";
import { type DocumentKind, type Plan, readPlan } from "@acid-plans/model";
import type { Settings } from "./settings.js";

const language = new FastMarkdownLanguage();

/**
 * Reads another document of the workspace, as ESLint and our language would.
 *
 * @throws {Error} no parser can read it, which none has been seen to do
 */
export function readDocumentText(text: string, path: string, kind: DocumentKind, { vocabulary }: Settings): Plan {
	const result = language.parse(
		{ body: text, path, physicalPath: path, bom: false },
		{ languageOptions: language.defaultLanguageOptions },
	);
	if (!result.ok)
		throw new Error(`${path} could not be parsed: ${result.errors.map((error) => error.message).join("; ")}.`);
	return readPlan(result.ast, text, { path, kind, vocabulary });
}
