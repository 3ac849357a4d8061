import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayName } from "../../packages/cli/src/check/staged-relevance.js";
import { readCacheFile } from "../../packages/plan-model/src/node/cache-file.js";
import type { PathChange } from "../../packages/plan-model/src/node/index.js";

/* Rows of the table "Limits" of SECURITY.md: what is told at the limit, and what beyond it. */

const MEBIBYTE = 1024 ** 2;

describe("changed paths of a commit", () => {
	const changes = (count: number): PathChange[] =>
		Array.from({ length: count }, (_, at) => ({ kind: "added", path: `src/a${at}.ts`, from: undefined }));
	const mayConcern = (text: string, count: number): boolean => mayName([text], changes(count), new Set());
	const patterns = (count: number): string =>
		Array.from({ length: count }, (_, at) => `\`docs/${at}/*.txt\``).join(" ");

	it("500 that no plan names check nothing", () => {
		expect(mayConcern("`docs/b.txt`", 500)).toBe(false);
	});

	it("with more, all plans are checked", () => {
		expect(mayConcern("`docs/b.txt`", 501)).toBe(true);
	});

	it("50,000 pairs of paths and patterns that do not fit check nothing", () => {
		expect(mayConcern(patterns(100), 500)).toBe(false);
	});

	it("with more pairs, all plans are checked", () => {
		expect(mayConcern(patterns(101), 500)).toBe(true);
	});
});

describe("the cache file", () => {
	let file = "";
	beforeAll(() => {
		file = join(mkdtempSync(join(tmpdir(), "acid-plans-limits-")), "cache");
	});
	afterAll(() => rmSync(join(file, ".."), { recursive: true }));
	/** Not packed at all, so that the file is some bytes longer than what is in it. */
	const stored = (length: number): Buffer => deflateSync(Buffer.alloc(length, "a"), { level: 0 });
	const overhead = stored(64 * MEBIBYTE).length - 64 * MEBIBYTE;

	it("of 64 MB is read", () => {
		const content = 64 * MEBIBYTE - overhead;
		const packed = stored(content);
		expect(packed).toHaveLength(64 * MEBIBYTE);
		writeFileSync(file, packed);
		expect(readCacheFile(file)?.length).toBe(content);
	});

	it("of more is passed over", () => {
		writeFileSync(file, stored(64 * MEBIBYTE - overhead + 1));
		expect(readCacheFile(file)).toBeUndefined();
	});

	it("that unpacks to 512 MB is read, so far as a string can be that long", () => {
		// V8 has strings of 24 characters less than 512 MiB.
		const content = 512 * MEBIBYTE - 24;
		writeFileSync(file, deflateSync(Buffer.alloc(content), { level: 1 }));
		expect(readCacheFile(file)?.length).toBe(content);
	});

	it("that unpacks to more is passed over", () => {
		writeFileSync(file, deflateSync(Buffer.alloc(512 * MEBIBYTE + 1), { level: 1 }));
		expect(readCacheFile(file)).toBeUndefined();
	});
});
