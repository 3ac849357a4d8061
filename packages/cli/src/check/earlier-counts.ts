import { createHash } from "node:crypto";
import { join } from "node:path";
import { cacheFolder, readCacheFile, type RepositoryLocation, writeCacheFile } from "@acid-plans/model/node";
import type { DocumentSeen } from "eslint-config-acid-plans";

/** What a check found in a document: as much as a later one tells of it that does not look again. */
export interface EarlierCount {
	/** Git's id of the text. */
	readonly blob: string;
	/** What the rules told of the document; `undefined`: they did not see it. */
	readonly seen: Pick<DocumentSeen, "kind" | "phases"> | undefined;
	readonly findings: number;
}

const MAGIC = "acid-plans finding counts 1";
/** States of which counts are kept: one that was given up, and another branch, must not make the present one forgotten. */
const MOST_STATES = 4;
const KINDS = new Set<unknown>(["plan", "archive", "template", "index", "note"] satisfies DocumentSeen["kind"][]);

/**
 * How many findings each document had when it was last looked at, in one file for a repository.
 *
 * @param key names everything beside the texts that decided them: under another key nothing is known
 * @returns by path, relative to the top level
 */
export function readEarlierCounts(location: RepositoryLocation, key: string): ReadonlyMap<string, EarlierCount> {
	try {
		const entries = statesOf(location).find(([name]) => name === key)?.[1] ?? [];
		return new Map((entries as readonly unknown[]).map(readEntry));
	} catch {
		// Somebody else's file, or that of another version.
		return new Map();
	}
}

/** Keeps the counts, if it can: a folder that cannot be written is no error. */
export function writeEarlierCounts(
	location: RepositoryLocation,
	key: string,
	counts: ReadonlyMap<string, EarlierCount>,
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
	let others: readonly State[] = [];
	try {
		others = statesOf(location).filter(([name]) => name !== key);
	} catch {
		// What cannot be read is written anew.
	}
	const states = [[key, entries], ...others.slice(0, MOST_STATES - 1)];
	writeCacheFile(file.path, JSON.stringify([MAGIC, states]), file.inTree);
}

type State = readonly [key: unknown, entries: unknown];

/** The states, the last first. @throws the file is not one of ours */
function statesOf(location: RepositoryLocation): readonly State[] {
	const file = fileOf(location);
	const text = file && readCacheFile(file.path);
	if (text === undefined) return [];
	const data = JSON.parse(text) as readonly [unknown, readonly State[]];
	if (data[0] !== MAGIC) throw new Error("Written by another version.");
	return data[1].slice(0, MOST_STATES);
}

/** @throws it is none */
function readEntry(entry: unknown): [path: string, count: EarlierCount] {
	const [path, blob, kind, phases, findings] = entry as readonly unknown[];
	if (typeof path !== "string" || typeof blob !== "string" || !isCount(findings) || !isCount(phases))
		throw new Error("Not an entry.");
	if (kind !== null && !KINDS.has(kind)) throw new Error("Not a kind of document.");
	return [path, { blob, seen: kind === null ? undefined : { kind: kind as DocumentSeen["kind"], phases }, findings }];
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
