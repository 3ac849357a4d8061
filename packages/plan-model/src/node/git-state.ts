import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { readText, type RepositoryLocation } from "./repository-root.js";

/** What `stat` says of a file, as one string: equal strings, unchanged file. `"-"` where there is none. */
export function statKey(path: string): string {
	const stats = statSync(path, { throwIfNoEntry: false });
	return stats === undefined ? "-" : `${stats.mtimeMs}:${stats.ctimeMs}:${stats.size}:${stats.ino}`;
}

/** Length in bytes of the checksum at the end of git's index; SHA-256 repositories have more, of which this is a part. */
const checksumLength = 20;

/**
 * The state of git's index as one string. Git ends the file with a checksum of its content, so two writes within
 * one tick of the file system's clock differ too.
 */
export function indexState(location: RepositoryLocation): string {
	let file: number;
	try {
		file = openSync(location.indexFile, "r");
	} catch {
		return "-";
	}
	try {
		const stats = fstatSync(file);
		const checksum = Buffer.alloc(checksumLength);
		readSync(file, checksum, 0, checksumLength, Math.max(0, stats.size - checksumLength));
		return `${location.indexFile}:${stats.mtimeMs}:${stats.size}:${stats.ino}:${checksum.toString("hex")}`;
	} catch {
		return "-";
	} finally {
		closeSync(file);
	}
}

/**
 * What decides which commit a revision names, as one string: HEAD and its branch, the refs that the name could be,
 * packed refs. For what only the reflog or the config decides (`@{upstream}`, `@{1}`) these count as well.
 */
export function revisionState(location: RepositoryLocation, revision: string = "HEAD"): string {
	const { gitDirectory, commonDirectory } = location;
	const head = readText(join(gitDirectory, "HEAD"))?.trim() ?? "-";
	const state = [
		head,
		statKey(join(commonDirectory, "packed-refs")),
		statKey(join(commonDirectory, "reftable", "tables.list")),
		statKey(join(gitDirectory, "reftable", "tables.list")),
	];
	const ref = /^ref: (.*)$/.exec(head)?.[1];
	const names = ref === undefined ? [] : [ref];
	const name = /^[\w./+-]+/.exec(revision)?.[0];
	if (name !== undefined && name !== "HEAD")
		names.push(
			name,
			`refs/${name}`,
			`refs/tags/${name}`,
			`refs/heads/${name}`,
			`refs/remotes/${name}`,
			`refs/remotes/${name}/HEAD`,
		);
	for (const each of names) {
		if (each.split("/").includes("..")) continue;
		// A folder of refs reads as nothing; a branch holds one line.
		state.push(readText(join(commonDirectory, each))?.trim() ?? "-");
		if (commonDirectory !== gitDirectory) state.push(readText(join(gitDirectory, each))?.trim() ?? "-");
	}
	if (/[@:]/.test(revision))
		state.push(
			statKey(join(gitDirectory, "logs", "HEAD")),
			statKey(join(commonDirectory, "config")),
			statKey(join(gitDirectory, "FETCH_HEAD")),
		);
	return state.join("\n");
}

/** History is cut off; git keeps the boundary in a file. */
export function isShallow(location: RepositoryLocation): boolean {
	return (statSync(join(location.commonDirectory, "shallow"), { throwIfNoEntry: false })?.size ?? 0) > 0;
}
