import {
	closeSync,
	constants,
	fstatSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";

/** Bytes. Fifty thousand plans; what is larger was not made by us. */
const LARGEST_FILE = 64 * 1024 ** 2;
/** Bytes. A small file can unpack to gigabytes. */
const LARGEST_CONTENT = 512 * 1024 ** 2;

/**
 * The text that {@link writeCacheFile} kept, or `undefined` for whatever else is there: nothing, a folder, a link, a pipe,
 * a file that is cut off, damaged (zlib ends with a checksum) or too large. Never throws.
 */
export function readCacheFile(path: string): string | undefined {
	let file: number | undefined;
	try {
		// A pipe would wait for a writer; a link leads elsewhere. Windows knows neither flag.
		file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
		const stats = fstatSync(file);
		if (!stats.isFile() || stats.size > LARGEST_FILE) return undefined;
		return inflateSync(readFileSync(file), { maxOutputLength: LARGEST_CONTENT }).toString("utf8");
	} catch {
		return undefined;
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

/**
 * Keeps a text, if it can: a folder that cannot be written is no error. A reader sees the old file or the new one, however
 * many processes write: each writes a file of its own and renames it.
 * @param inTree the folder lies in a work tree: git is told not to list it
 */
export function writeCacheFile(path: string, text: string, inTree: boolean): void {
	const folder = dirname(path);
	const draft = `${path}.${randomBytes(6).toString("hex")}.tmp`;
	try {
		mkdirSync(folder, { recursive: true });
		if (inTree) writeOnce(join(folder, ".gitignore"), "*\n");
		// Level 1 takes a third of the time of the default for a tenth more bytes.
		writeFileSync(draft, deflateSync(text, { level: 1 }), { flag: "wx", mode: 0o600 });
		renameSync(draft, path);
	} catch {
		try {
			rmSync(draft, { force: true });
		} catch {
			// What cannot be removed was hardly written.
		}
	}
}

function writeOnce(path: string, text: string): void {
	try {
		writeFileSync(path, text, { flag: "wx" });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	}
}
