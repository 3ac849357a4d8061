import { createHash } from "node:crypto";
import { join } from "node:path";
import { cacheFolder, readCacheFile, type RepositoryLocation, writeCacheFile } from "@acid-plans/model/node";
import type { DocumentSeen } from "eslint-config-acid-plans";

/** What a check found in a document: as much as a later one tells of it that does not look again. */
export interface FindingCount {
	/** Git's id of the text. */
	readonly blob: string;
	/** What the rules told of the document; `undefined`: they did not see it. */
	readonly seen: Pick<DocumentSeen, "kind" | "phases"> | undefined;
	readonly findings: number;
}

const MAGIC = "acid-plans finding counts 1";
const KINDS = new Set<unknown>(["plan", "archive", "template", "index", "note"] satisfies DocumentSeen["kind"][]);

/**
 * How many findings each document had at the last check, in one file for a repository.
 *
 * @param key names everything beside the texts that decided them: under another key nothing is known
 * @returns by path, relative to the top level
 */
export function readFindingCounts(location: RepositoryLocation, key: string): ReadonlyMap<string, FindingCount> {
	const counts = new Map<string, FindingCount>();
	const file = fileOf(location);
	const text = file && readCacheFile(file.path);
	if (text === undefined) return counts;
	try {
		const data: unknown = JSON.parse(text);
		if (!Array.isArray(data) || data[0] !== MAGIC || data[1] !== key) return counts;
		for (const entry of data[2] as readonly unknown[]) {
			const [path, blob, kind, phases, findings] = entry as readonly unknown[];
			if (typeof path !== "string" || typeof blob !== "string" || !isCount(findings)) return new Map();
			if (kind !== null && !(KINDS.has(kind) && isCount(phases))) return new Map();
			const seen =
				kind === null ? undefined : { kind: kind as DocumentSeen["kind"], phases: phases as DocumentSeen["phases"] };
			counts.set(path, { blob, seen, findings });
		}
		return counts;
	} catch {
		return new Map();
	}
}

/** Keeps the counts, if it can: a folder that cannot be written is no error. */
export function writeFindingCounts(
	location: RepositoryLocation,
	key: string,
	counts: ReadonlyMap<string, FindingCount>,
): void {
	const file = fileOf(location);
	if (file === undefined) return;
	const entries = [...counts].map(([path, { blob, seen, findings }]) => [
		path,
		blob,
		seen?.kind ?? null,
		seen?.phases ?? 0,
		findings,
	]);
	writeCacheFile(file.path, JSON.stringify([MAGIC, key, entries]), file.inTree);
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Linked worktrees may share the folder. */
function fileOf(location: RepositoryLocation): { readonly path: string; readonly inTree: boolean } | undefined {
	const folder = cacheFolder(location.root, location);
	const name = createHash("sha1").update(location.root).digest("base64url").slice(0, 15);
	return folder && { path: join(folder.path, `findings-${name}.z`), inTree: folder.inTree };
}
