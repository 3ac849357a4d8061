import { realpathSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";

/**
 * A path of the command line as it stands below the working directory. A shell that came there through a symbolic link
 * writes `"$PWD/plans"` with the name of the link, which is another place than the one that the system calls the working
 * directory: nothing below it would be in the repository.
 */
export function givenPath(path: string): string {
	const shown = process.env["PWD"];
	if (shown === undefined || !isAbsolute(path) || !isAbsolute(shown)) return path;
	const below = relative(shown, path);
	if (below.startsWith("..") || isAbsolute(below)) return path;
	try {
		return realpathSync(shown) === process.cwd() ? join(process.cwd(), below) : path;
	} catch {
		return path;
	}
}
