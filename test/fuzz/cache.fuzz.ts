import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type StoredSummary, SummaryCache } from "../../packages/plan-model/src/node/summary-cache.js";
import type { DocumentFile } from "../../packages/plan-model/src/node/document-source.js";
import { decodeSummaries, encodeSummaries } from "../../packages/plan-model/src/workspace/summary-code.js";
import type { DocumentSummary } from "../../packages/plan-model/src/workspace/workspace.js";
import { tryOut } from "./budget.js";
import { summaries } from "./summaries.js";

let root = "";
let file = "";
let written: Buffer;
let text = "";

const documents = summaries.map((summary, at): readonly [DocumentFile, StoredSummary] => {
	const { path, kind, folder } = summary;
	return [{ path, kind, folder, key: `key ${at}` } as DocumentFile, { contentId: `content ${at}`, summary }];
});
const open = (): SummaryCache =>
	new SummaryCache({ root, documentsKey: "documents", readerKey: "reader", environment: {} });

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), "acid-plans-cache-"));
	mkdirSync(join(root, "node_modules"));
	open().keep(documents);
	const folder = join(root, "node_modules/.cache/acid-plans");
	file = join(folder, readdirSync(folder).find((name) => name.endsWith(".z")) ?? "");
	written = readFileSync(file);
	text = inflateSync(written).toString();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the cache knows of each document; nothing may throw. */
function known(): (DocumentSummary | undefined)[] {
	const cache = open();
	return documents.map(([document, { contentId }]) => cache.get(document)?.summary ?? cache.find(document, contentId));
}

it("gives back what was kept", () => {
	writeFileSync(file, written);
	expect(known()).toEqual(summaries);
});

const bytes: fc.Arbitrary<(given: Buffer) => Buffer> = fc.oneof(
	fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([place, mask]) => (given: Buffer) => {
		const changed = Buffer.from(given);
		changed[place % changed.length]! ^= mask;
		return changed;
	}),
	fc.nat().map((place) => (given: Buffer) => given.subarray(0, place % given.length)),
	fc.uint8Array({ maxLength: 64 }).map((other) => () => Buffer.from(other)),
	fc.uint8Array({ maxLength: 64 }).map((other) => (given: Buffer) => Buffer.concat([given, other])),
);

it("a damaged, cut or foreign file tells what was kept, or nothing", () => {
	tryOut(bytes, (damage) => {
		writeFileSync(file, damage(written));
		const found = known();
		if (found.some((summary) => summary !== undefined)) expect(found).toEqual(summaries);
	});
});

const PIECES = [
	...["null", "{}", "[]", "[[]]", "-1", "0", "1e308", "9007199254740993", "1.5", "true", '""', '"x"'],
	...['{"__proto__":{"kind":"plan"}}', '"__proto__"', '"constructor"', '"\\ud800"', '"\\u0000"', "[".repeat(5_000)],
];
/** Another value in the place of a number, a text or a list; or any edit. */
const values: fc.Arbitrary<(given: string) => string> = fc.oneof(
	fc.tuple(fc.nat(), fc.constantFrom(...PIECES)).map(([place, piece]) => (given: string) => {
		const parts = [...given.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+|\[\]/g)];
		const part = parts[place % parts.length];
		if (part === undefined) return piece;
		return given.slice(0, part.index) + piece + given.slice(part.index + part[0].length);
	}),
	fc.tuple(fc.nat(), fc.nat(20), fc.constantFrom(...PIECES, "")).map(([place, length, piece]) => (given: string) => {
		const at = place % given.length;
		return given.slice(0, at) + piece + given.slice(at + length);
	}),
	fc.json().map((json) => () => json),
);

it("a file that somebody has written tells whole summaries, or nothing", () => {
	tryOut(fc.array(values, { minLength: 1, maxLength: 3 }), (changes) => {
		writeFileSync(file, deflateSync(changes.reduce((given, change) => change(given), text)));
		for (const summary of known()) {
			if (summary === undefined) continue;
			const [again] = decodeSummaries(JSON.parse(JSON.stringify(encodeSummaries([summary]))) as unknown[]);
			expect(again).toEqual(summary);
		}
		expect(({} as Record<string, unknown>)["kind"]).toBeUndefined();
	});
});

it("a file of another version, reader, root or choice of documents tells nothing", () => {
	tryOut(
		fc.tuple(fc.nat(4), fc.oneof(fc.string(), fc.integer(), fc.constant(null))),
		([at, value]) => {
			const data = JSON.parse(text) as unknown[];
			fc.pre(data[at] !== value);
			data[at] = value;
			writeFileSync(file, deflateSync(JSON.stringify(data)));
			expect(known().every((summary) => summary === undefined)).toBe(true);
		},
		{ numRuns: 500 },
	);
});
