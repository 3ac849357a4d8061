import { isAbsolute } from "node:path";
import { printable } from "@acid-plans/model";
import { modelNode } from "./find-surroundings.js";

/**
 * Where a program says that it lints texts which it did not read from the files of their names, as `check --staged` does.
 * A language is given neither settings nor an option of its own under every config, and in a repository there may be two
 * copies of this package, so it stands on the global object.
 */
const TEXTS_AT_HAND: unique symbol = Symbol.for("acid-plans.texts-at-hand");

interface Seam {
	[TEXTS_AT_HAND]?: number;
}

/** Does something while the texts that are linted have nothing to do with what the disk has under their names. */
export async function withTextsAtHand<T>(action: () => Promise<T>): Promise<T> {
	const seam = globalThis as Seam;
	seam[TEXTS_AT_HAND] = (seam[TEXTS_AT_HAND] ?? 0) + 1;
	try {
		return await action();
	} finally {
		seam[TEXTS_AT_HAND]--;
	}
}

/**
 * Why a document is not to be read: ESLint follows symbolic links when it reads a file, and when it writes a fix. What
 * such a link leads to may lie outside of the repository, or be no document at all.
 *
 * @param file absolute
 * @param cwd where ESLint runs
 * @returns sentences; `undefined`: the document is where its name says
 */
export function notFollowed(file: string, cwd: string = process.cwd()): string | undefined {
	if (((globalThis as Seam)[TEXTS_AT_HAND] ?? 0) > 0 || !isAbsolute(file)) return undefined;
	const found = modelNode().linkProblem(file, cwd);
	return found && printable(found.problem);
}
