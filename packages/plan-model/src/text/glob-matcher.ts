import picomatch from "picomatch";
import { fileName } from "./path-name.js";

/** What was compiled of a list is kept by it: a config has one list for all files of a run. */
const known = new WeakMap<readonly string[], (path: string) => boolean>();

/**
 * Compiles globs as options take them: one with a slash is matched against the whole path, one without against the
 * name in any folder. Dot files are matched like others.
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
	if (globs.length === 0) return () => false;
	const options = { dot: true, nocase };
	const paths = globs.filter((glob) => glob.includes("/"));
	const names = globs.filter((glob) => !glob.includes("/"));
	const matchesPath =
		paths.length === 0
			? undefined
			: picomatch(
					paths.map((glob) => glob.replace(/^\.?\//, "")),
					options,
				);
	const matchesName = names.length === 0 ? undefined : picomatch(names, options);
	return (path) => matchesPath?.(path) === true || matchesName?.(fileName(path)) === true;
}
