import { createGlobMatcher } from "../text/glob-matcher.js";
import type { DocumentKind } from "../plan.js";

/**
 * Globs that say which file is which. A glob is matched against the path below the plans folder and against the
 * path below the root of the repository; one without a slash matches a name in any folder. A list that is given
 * takes the place of the default one.
 */
export interface DocumentGlobs {
	readonly index?: readonly string[] | undefined;
	readonly template?: readonly string[] | undefined;
	readonly archive?: readonly string[] | undefined;
	/** Files that are no documents at all. */
	readonly ignore?: readonly string[] | undefined;
}

/** What is taken where a config says nothing; the page of the shared config names them. */
export const DEFAULT_GLOBS: Readonly<Record<"index" | "template" | "archive", readonly string[]>> = {
	index: ["README.md", "INDEX.md"],
	// `email_template.md` may well be a plan: with an underscore only the capitals of a template count.
	template: ["TEMPLATE.md", "template.md", "*-template.md", "*_TEMPLATE.md", "_*.md"],
	archive: ["archive", "_archive", "archived", "done", "completed", "implemented"].map((name) => `**/${name}/**`),
};

/** Says which kind of document a path is; PLAN-FORMAT, "Documents in a plans folder". */
export interface DocumentClassifier {
	/**
	 * @param path relative to the root of the repository, POSIX.
	 * @param folder the plans folder it lies in, likewise; `""` is the root.
	 * @returns `undefined` for what is no document: another extension, outside the folder, ignored.
	 */
	(path: string, folder: string): DocumentKind | undefined;
}

/** Compiles globs; do it once for many paths. */
export function createDocumentClassifier(globs: DocumentGlobs = {}): DocumentClassifier {
	const ignored = createGlobMatcher(globs.ignore ?? []);
	const kinds: readonly (readonly [DocumentKind, (path: string) => boolean])[] = [
		// People write `readme.md` and `Archive/`; a team's own globs mean what they say.
		["index", createGlobMatcher(globs.index ?? DEFAULT_GLOBS.index, { nocase: globs.index === undefined })],
		["template", createGlobMatcher(globs.template ?? DEFAULT_GLOBS.template)],
		["archive", createGlobMatcher(globs.archive ?? DEFAULT_GLOBS.archive, { nocase: globs.archive === undefined })],
	];
	return (path, folder) => {
		const inside = folder === "" ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : "";
		if (!inside.endsWith(".md") || ignored(inside) || ignored(path)) return undefined;
		// Defaults are about the folder: plans below `done/api/plans` are not archived by where the package lies.
		return (
			kinds.find(
				([kind, matches]) => matches(inside) || (globs[kind as keyof DocumentGlobs] !== undefined && matches(path)),
			)?.[0] ?? "plan"
		);
	};
}

/** The kind of one document; see {@link createDocumentClassifier} for many. */
export function documentKind(path: string, folder: string, globs: DocumentGlobs = {}): DocumentKind | undefined {
	return createDocumentClassifier(globs)(path, folder);
}
