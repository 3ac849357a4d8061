import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeText } from "../../packages/plan-model/src/node/object-reader.js";
import plugin from "../../packages/eslint-plugin/src/index.js";
import { lintPlan, type RulesToRun } from "../../packages/eslint-plugin/test/lint-plan.js";
import { tryOut } from "./budget.js";
import { bytesOf, git, inRepository, run } from "./cli-run.js";
import { isInside } from "./is-inside.js";
import { documents, seedDocuments } from "./documents.js";

const ALL: RulesToRun = Object.fromEntries(Object.keys(plugin.rules).map((name) => [name, []]));

/** Bytes that are no UTF-8: alone, too long, cut off, half of a pair, beyond Unicode; and marks of other encodings. */
const PIECES = [
	[0x80],
	[0xc0, 0xaf],
	[0xe2, 0x82],
	[0xed, 0xa0, 0x80],
	[0xf4, 0x90, 0x80, 0x80],
	[0xff, 0xfe],
	[0xfe, 0xff],
	[0xef, 0xbb, 0xbf],
	[0],
	[0x1a],
	[0x0d],
].map((piece) => Buffer.from(piece));

type Damage = (given: Buffer) => Buffer;
const damage: fc.Arbitrary<Damage> = fc.oneof(
	fc.tuple(fc.nat(), fc.constantFrom(...PIECES)).map(([place, piece]): Damage => {
		return (given) => {
			const at = place % (given.length + 1);
			return Buffer.concat([given.subarray(0, at), piece, given.subarray(at)]);
		};
	}),
	fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([place, mask]): Damage => {
		return (given) => {
			const changed = Buffer.from(given);
			if (changed.length > 0) changed[place % changed.length]! ^= mask;
			return changed;
		};
	}),
	fc.nat().map(
		(place): Damage =>
			(given) =>
				given.subarray(0, place % (given.length + 1)),
	),
	fc.constantFrom<Damage>(
		(given) => Buffer.from(given.toString("utf8"), "utf16le"),
		(given) => Buffer.from(`\ufeff${given.toString("utf8")}`, "utf16le"),
		(given) => Buffer.from(`\ufeff${given.toString("utf8")}`, "utf16le").swap16(),
		(given) => Buffer.from(given.toString("utf8"), "latin1"),
		(given) => Buffer.concat([PIECES[7] as Buffer, PIECES[7] as Buffer, given]),
		(given) => Buffer.from(given.toString("latin1"), "utf8"),
	),
);

const damaged = (texts: fc.Arbitrary<string>): fc.Arbitrary<Buffer> =>
	fc.oneof<fc.WeightedArbitrary<Buffer>[]>(
		{
			weight: 5,
			arbitrary: fc
				.tuple(texts, fc.array(damage, { maxLength: 4 }))
				.map(([text, changes]) => changes.reduce<Buffer>((given, change) => change(given), Buffer.from(text))),
		},
		{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
	);

const document = damaged(fc.oneof(documents, fc.constantFrom(...seedDocuments)));
const index = damaged(
	fc.constantFrom(
		"# Plans\n\n- [A](a.md) - ✅ Done\n- [B](b.md)\n",
		"| Plan | Status |\n|---|---|\n| [A](a.md) | 🟡 |\n",
	),
);
/** Files beside plans that are read as data. */
const BESIDE = {
	"package.json":
		'{ "name": "x", "scripts": { "test": "true" }, "lint-staged": { "plans/**/*.md": "x" }, "workspaces": [] }',
	"packages/a/package.json": '{ "scripts": { "build": "tsc" } }',
	".gitignore": "dist/\n*.log\n!a.log\nplans/ignored.md\n",
	".gitattributes": "*.md text eol=crlf\nplans/a.md -text\n",
	Makefile: "all: build\nbuild:\n\tcc\n",
	justfile: "test:\n\ttrue\n",
	"turbo.json": '{ "tasks": { "build": {} } }',
	".lintstagedrc.json": '{ "plans/**/*.md": "acid-plans check --fix-only" }',
	".husky/pre-commit": "npx acid-plans check --staged\n",
	".pre-commit-config.yaml": "repos:\n- repo: local\n  hooks:\n  - id: a\n    entry: acid-plans check --staged\n",
	"eslint-suppressions.json": '{ "plans/a.md": { "acid-plans/plan-title": { "count": 1 } } }',
	"docs/decisions/001-a.md": "# 1. A\n",
};

const repository: fc.Arbitrary<Record<string, Buffer>> = fc
	.tuple(
		fc.record(
			{
				"plans/a.md": document,
				"plans/b.md": document,
				"plans/archive/c.md": document,
				"plans/TEMPLATE.md": document,
				"plans/README.md": index,
			},
			{ requiredKeys: ["plans/a.md"] },
		),
		fc.record(Object.fromEntries(Object.entries(BESIDE).map(([path, text]) => [path, damaged(fc.constant(text))])), {
			requiredKeys: [],
		}),
	)
	.map(([plans, beside]) => ({ ...plans, ...beside }) as Record<string, Buffer>);

const COMMANDS = [
	["check", "--json"],
	["check", "--staged", "--json"],
	["check", "--staged", "--all", "--format", "sarif"],
	["check", "--format", "frame"],
	["check", "--fix-dry-run"],
	["status", "--json"],
	["index", "--check", "--json"],
	["graph", "--format", "json"],
	["doctor", "--json"],
];

it("whatever bytes stand in a repository, commands that only look end with 0, 1 or 2 and change no file", () => {
	const commands = fc.shuffledSubarray(COMMANDS, { minLength: 2, maxLength: 4 });
	tryOut(fc.tuple(repository, commands), ([files, chosen]) => {
		inRepository((folder) => {
			for (const [path, bytes] of Object.entries(files)) {
				mkdirSync(dirname(join(folder, path)), { recursive: true });
				writeFileSync(join(folder, path), bytes);
			}
			git(folder, "-c", "core.safecrlf=false", "add", "--all", "--force", "--", ...Object.keys(files));
			const before = bytesOf(folder);
			for (const args of chosen) {
				const { stdout } = run(folder, ...args);
				if (args.includes("--json")) expect(() => JSON.parse(stdout) as unknown, args.join(" ")).not.toThrow();
			}
			expect(bytesOf(folder)).toEqual(before);
		});
	});
});

it("whatever bytes a plan has, no rule throws or reports outside of the text", () => {
	const inputs = fc.tuple(document, fc.constantFrom("plans/a.md", "plans/README.md", "plans/TEMPLATE.md"), document);
	tryOut(inputs, ([bytes, filename, other]) => {
		const text = decodeText(bytes);
		const found = lintPlan({ text, filename, documents: { "plans/other.md": decodeText(other) } }, ALL);
		expect(found.filter((finding) => !isInside(text.replace(/^\ufeff/, ""), finding))).toEqual([]);
	});
});

it("fixing what stands in a repository writes to plans alone, and to each of them once", () => {
	tryOut(repository, (files) => {
		inRepository((folder) => {
			for (const [path, bytes] of Object.entries(files)) {
				mkdirSync(dirname(join(folder, path)), { recursive: true });
				writeFileSync(join(folder, path), bytes);
			}
			const others = (): [string, string][] =>
				Object.entries(bytesOf(folder)).filter(([path]) => !path.startsWith("plans"));
			const before = others();
			run(folder, "check", "--fix");
			expect(others()).toEqual(before);
			const once = bytesOf(folder);
			run(folder, "check", "--fix");
			expect(bytesOf(folder)).toEqual(once);
		});
	});
});
