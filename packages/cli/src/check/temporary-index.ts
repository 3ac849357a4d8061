import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type RepositoryLocation, runGit } from "@acid-plans/model/node";
import { CannotRun } from "../problems.js";

/**
 * Does something with an index that holds what a commit holds: whoever reads git's index then reads that commit. The
 * index is a temporary file that git is told by `GIT_INDEX_FILE`, as `git commit -- path` does it; neither the
 * repository's own nor the working tree is touched. A process that is asked to end takes the file with it.
 *
 * @param action while it runs, `GIT_INDEX_FILE` of this process names the index of the commit
 * @throws {CannotRun} git could not read the commit
 */
export async function withIndexOf<T>(
	location: RepositoryLocation,
	commit: string,
	action: () => Promise<T>,
): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), "acid-plans-"));
	const index = join(folder, "index");
	const own = process.env["GIT_INDEX_FILE"];
	const remove = (): void => rmSync(folder, { recursive: true, force: true });
	const forget = onTermination(remove);
	try {
		const environment = { ...location.environment, GIT_INDEX_FILE: index };
		const answer = runGit({ ...location, environment, indexFile: index }, ["read-tree", commit]);
		if (answer.output === undefined) throw new CannotRun(answer.problem);
		process.env["GIT_INDEX_FILE"] = index;
		return await action();
	} finally {
		if (own === undefined) delete process.env["GIT_INDEX_FILE"];
		else process.env["GIT_INDEX_FILE"] = own;
		remove();
		// A signal that came meanwhile is heard in the next turn of the event loop: to forget it now would be to ignore it.
		await setImmediate();
		forget();
	}
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does something before a signal ends the process, which it then does as if nobody had listened.
 *
 * @returns stops listening
 */
function onTermination(action: () => void): () => void {
	const end = (signal: NodeJS.Signals): void => {
		action();
		forget();
		process.kill(process.pid, signal);
	};
	const forget = (): void => {
		for (const signal of SIGNALS) process.off(signal, end);
	};
	for (const signal of SIGNALS) process.on(signal, end);
	return forget;
}
