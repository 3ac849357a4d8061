import { type DocumentKind, type Plan, readPlan, type Vocabulary } from "@acid-plans/model";
import acidPlans from "eslint-config-acid-plans";

/** The language of the plugin, as the factory's config names it. */
const language = acidPlans()[0]?.plugins?.["acid-plans"]?.languages.plan;

/** What the reader must be told of a text. */
export interface DocumentOptions {
	/** POSIX, relative to the root of the repository. */
	readonly path: string;
	readonly kind: DocumentKind;
	readonly vocabulary?: Vocabulary | undefined;
}

/**
 * Reads a document as ESLint and our language would, without linting it.
 *
 * @throws {Error} no parser can read it, which none has been seen to do
 */
export function readDocument(text: string, { path, kind, vocabulary }: DocumentOptions): Plan {
	const result = language?.parse(
		{ body: text, path, physicalPath: path, bom: false },
		{ languageOptions: language.defaultLanguageOptions },
	);
	if (result?.ok !== true) throw new Error(`${path} could not be parsed. Correct its encoding.`);
	return readPlan(result.ast, text, { path, kind, vocabulary });
}
