import picomatch from "picomatch";
import { compileGlob, type CompiledGlob, intersectPatterns, WORK_LIMIT } from "./glob-intersection.js";
import { fileName } from "./path-name.js";
import { pathGlob } from "./path-text.js";

/** What was compiled of a list is kept by it: a config has one list for all files of a run. */
const known = new WeakMap<readonly string[], (path: string) => boolean>();

/**
 * Compiles globs as options take them: one with a slash is matched against the whole path, one without against the
 * name in any folder. Dot files are matched like others. Globs are a team's own, the paths a stranger's: a path that is
 * longer than any real one is compared without a regular expression, and fits no extended glob.
 * The same list gives the same function.
 */
export function createGlobMatcher(
	globs: readonly string[],
	{ nocase = false }: { readonly nocase?: boolean } = {},
): (path: string) => boolean {
	if (nocase) return compile(globs, true);
	let matcher = known.get(globs);
	if (!matcher) known.set(globs, (matcher = compile(globs, false)));
	return matcher;
}

function compile(globs: readonly string[], nocase: boolean): (path: string) => boolean {
	const paths = globs.filter((glob) => glob.includes("/")).map((glob) => glob.replace(/^\.?\//, ""));
	const names = globs.filter((glob) => !glob.includes("/"));
	const matchesPath = matcherOf(paths, nocase);
	const matchesName = matcherOf(names, nocase);
	return (path) => matchesPath(path) || matchesName(fileName(path));
}

/** What a regular expression with several stars takes grows with a power of the text; up to here it is some milliseconds. */
const LONGEST_FOR_EXPRESSIONS = 256;

function matcherOf(globs: readonly string[], nocase: boolean): (text: string) => boolean {
	if (globs.length === 0) return () => false;
	const matches = picomatch([...globs], { dot: true, nocase });
	const inCase = (text: string): string => (nocase ? text.toLowerCase() : text);
	let compiled: readonly CompiledGlob[] | undefined;
	return (text) => {
		if (text.length <= LONGEST_FOR_EXPRESSIONS) return matches(text);
		compiled ??= globs.map((glob) => compileGlob(inCase(glob)));
		const own = compileGlob(literalGlob(inCase(text)));
		return compiled.some((glob) => intersectPatterns(glob, own, { left: WORK_LIMIT }).kind === "common");
	};
}

/** A folder is what is asked about, not what lies below it. */
function literalGlob(text: string): string {
	const path = text.replace(/(?<!\/)\/+$/u, "");
	const end = path.length;
	return pathGlob({ path, pattern: false, directory: false, variable: false, certain: true, start: 0, end });
}
