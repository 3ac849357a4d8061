import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RepositoryLocation, runGit } from "@acid-plans/model/node";
import { CannotRun } from "../problems.js";

/**
 * Does something with an index that holds what HEAD holds: whoever reads git's index then reads HEAD. The index is a
 * temporary file that git is told by `GIT_INDEX_FILE`, as `git commit -- path` does it; the repository's own is not touched.
 *
 * @param action while it runs, `GIT_INDEX_FILE` of this process names the index of HEAD
 * @throws {CannotRun} git could not read HEAD
 */
export async function withHeadIndex<T>(location: RepositoryLocation, action: () => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), "acid-plans-"));
	const index = join(folder, "index");
	const own = process.env["GIT_INDEX_FILE"];
	try {
		const environment = { ...location.environment, GIT_INDEX_FILE: index };
		const answer = runGit({ ...location, environment, indexFile: index }, ["read-tree", "HEAD"]);
		if (answer.output === undefined) throw new CannotRun(answer.problem);
		process.env["GIT_INDEX_FILE"] = index;
		return await action();
	} finally {
		if (own === undefined) delete process.env["GIT_INDEX_FILE"];
		else process.env["GIT_INDEX_FILE"] = own;
		rmSync(folder, { recursive: true, force: true });
	}
}
