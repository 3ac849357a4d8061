import { createHash } from "node:crypto";
import { runGit } from "./git.js";
import { unreadableObject, type GitProblem } from "./git-problem.js";
import type { RepositoryLocation } from "./repository-root.js";

/**
 * The contents of objects by their ids, with one `git cat-file --batch` for all of them. Ids are asked for, not
 * `revision:path`: a path may hold a newline.
 * @param objects ids with the path each is known by, for messages.
 * @returns content or problem by id; or the problem that stopped git.
 */
export function readObjects(
	location: RepositoryLocation,
	objects: ReadonlyMap<string, string>,
): ReadonlyMap<string, Buffer | GitProblem> | GitProblem {
	const contents = new Map<string, Buffer | GitProblem>();
	if (objects.size === 0) return contents;
	const ids = [...objects.keys()];
	const answer = runGit(location, ["cat-file", "--batch", "--buffer"], { input: `${ids.join("\n")}\n` });
	if (answer.output === undefined) return answer;
	const { output } = answer;
	let at = 0;
	for (const id of ids) {
		const end = output.indexOf(10, at);
		const header = end < 0 ? undefined : /^\S+ blob (\d+)$/.exec(output.toString("latin1", at, end));
		if (header === null || header === undefined) {
			contents.set(id, unreadableObject(objects.get(id) ?? id));
			// `<id> missing` is a line of its own; anything else has a size by which it is skipped.
			const size = end < 0 ? undefined : /^\S+ \w+ (\d+)$/.exec(output.toString("latin1", at, end))?.[1];
			at = end < 0 ? output.length : end + 1 + (size === undefined ? 0 : Number(size) + 1);
			continue;
		}
		const size = Number(header[1]);
		// A copy: a view would keep the whole answer in memory.
		contents.set(id, Buffer.from(output.subarray(end + 1, end + 1 + size)));
		at = end + 1 + size + 1;
	}
	return contents;
}

/** The text of a document as ESLint holds it: without a byte order mark at its start. */
export function decodeText(content: Buffer): string {
	const text = content.toString("utf8");
	return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/**
 * The id that git gives to a text as a blob, without running git; gitformat: `blob <bytes>\0<content>`.
 * @param like an id of the repository: its length tells SHA-1 (40 digits) from SHA-256 (64).
 */
export function blobId(text: string, like: string = ""): string {
	const hash = createHash(like.length === 64 ? "sha256" : "sha1");
	return hash
		.update(`blob ${Buffer.byteLength(text)}\0`)
		.update(text)
		.digest("hex");
}
