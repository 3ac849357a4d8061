import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ESLint } from "eslint";
import { noEslint, tooOldEslint } from "../problems.js";

/** The class as the user's copy has it. */
export type ESLintClass = typeof ESLint;

/**
 * The ESLint that a repository uses: its config and plugins were made for that one. Where it has none (a Go or Python
 * repository), the one that was installed with this package.
 *
 * @param cwd the folder from which it is resolved, as `npx eslint` would
 * @throws {CannotRun} there is none, or it is too old
 */
export async function loadUserEslint(cwd: string): Promise<ESLintClass> {
	for (const from of [join(cwd, "resolve.js"), import.meta.url]) {
		const require = createRequire(from);
		let entry: string;
		try {
			entry = require.resolve("eslint");
		} catch {
			continue;
		}
		const { ESLint: found } = (await import(pathToFileURL(entry).href)) as { ESLint: ESLintClass };
		const [major = 0, minor = 0] = found.version.split(".").map(Number);
		if (major < 9 || (major === 9 && minor < 15)) throw tooOldEslint(found.version, dirname(entry));
		return found;
	}
	throw noEslint();
}
