import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

const root = join(import.meta.dirname, "../..");

/** Folders with Markdown to start from; the last one is not part of the repository, and is used where it is there. */
const SEED_FOLDERS = ["plans", "examples", "packages/eslint-plugin/docs/rules", "test/documentation"];
const corpus = join(root, process.env["ACID_CORPUS"] ?? "../shared/corpus");

/** Texts that a writer, an editor or a merge might have left behind. */
export const seedDocuments: readonly string[] = [...SEED_FOLDERS.map((folder) => join(root, folder)), corpus].flatMap(
	(folder) =>
		existsSync(folder)
			? readdirSync(folder, { recursive: true, encoding: "utf8" })
					.filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
					.sort()
					.map((name) => readFileSync(join(folder, name), "utf8"))
			: [],
);

/** Pieces that mean something to the reader, or to Markdown, and characters that are easily handled wrongly. */
const TOKENS = [
	..."# ## ### #### - * + > | ` ``` ~~~~ --- === ** __ [x] [ ] [] ( ) < > <!-- --> \\ & { } : ; , . – — → ✅ 🟡 🔄 ❌".split(
		" ",
	),
	...["\n", "\r\n", "\r", "\n\n", "\t", "    ", " ", "\u00a0", "\ufeff", "\u200b", "\u202e", "\u00ad", "\u2028", "\0"],
	...["\ud83d", "\ude00", "👩‍👩‍👧", "é", "e\u0301", "ß", "İ", "ǆ", "日本語", "𝒳", "ðŸŸ¡", "â€“", "�"],
	...[
		"### Phase 1: Store\n",
		"## Phase 2\n",
		"### Phase 1.5 - A ✅\n",
		"#### Task 3: B\n",
		"## Étape 2 : C\n",
		"Phase",
	],
	...["**Objective**: A\n", "**Status**: ✅ Done\n", "Status: 🔄 In Progress", "**Depends on**: Phases 1-3, and 5\n"],
	...[
		"**Depends on**: [Other](other.md) Phase 2\n",
		"Phase 99999999999999999999",
		"Phases 3–1",
		"Phase II",
		"Phase -1",
	],
	...["**Steps**:\n1. Create `src/a.ts`\n", "**Files**: `src/**/*.ts`, `../../etc/passwd`\n", "`packages/{a,b}/**`"],
	...[
		"**Deliverables**:\n- [x] `src/a.ts`\n- [ ] b\n",
		"**Testing**: `npm test -- --x`\n",
		"```sh\nmake all && ./run\n```\n",
	],
	...[
		"## Timeline\n| Phase | Duration |\n|---|---|\n| Phase 1 | 2 days |\n| **Total** | 3 days |\n",
		"| a | b |\n|---|---|\n",
	],
	...[
		"---\ntitle: A\nstatus: done\n---\n",
		"---\n: [\n---\n",
		"Total: 20 tasks",
		"across 7 phases",
		"**Last Updated**: 2024-02-30\n",
	],
	...[
		"[a](b.md#c)",
		"[a]: b.md\n",
		"![](x.png)",
		"<https://a.b>",
		"https://a.b",
		"<details>\n",
		"{{name}}",
		"<feature>",
		"TODO",
	],
	...["<<<<<<< HEAD\n", "=======\n", ">>>>>>> b\n", "- [Plan](plan.md) - ✅ Done\n", "1) ", "10. ", "- [ ] ", "- [x] "],
];

const token: fc.Arbitrary<string> = fc.oneof(
	{ weight: 12, arbitrary: fc.constantFrom(...TOKENS) },
	{ weight: 4, arbitrary: fc.string({ maxLength: 12 }) },
	{ weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
	// Single UTF-16 units: half of a pair, too.
	{ weight: 1, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
);

type Edit = (text: string) => string;

/** A place in a text whose length is not known yet: a share of it. */
const place: fc.Arbitrary<number> = fc.nat(10_000).map((share) => share / 10_001);
const at = (text: string, share: number): number => Math.floor(text.length * share);
const nearby = (text: string, start: number, length: number): string => text.slice(start, start + length);

const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.tuple(place, token).map(([share, piece]): Edit => {
		return (text) => text.slice(0, at(text, share)) + piece + text.slice(at(text, share));
	}),
	fc.tuple(place, fc.nat(60)).map(([share, length]): Edit => {
		return (text) => text.slice(0, at(text, share)) + text.slice(at(text, share) + length);
	}),
	fc.tuple(place, place, fc.nat(400)).map(([from, to, length]): Edit => {
		return (text) => text.slice(0, at(text, to)) + nearby(text, at(text, from), length) + text.slice(at(text, to));
	}),
	place.map((share): Edit => {
		return (text) => text.slice(0, at(text, share));
	}),
	fc.constantFrom<Edit>(
		(text) => text.replaceAll("\n", "\r\n"),
		(text) => text.replaceAll("\n", "\r"),
		(text) => `\ufeff${text}`,
		(text) => text.replaceAll("\n", "\n> "),
		(text) => text.replaceAll("\n", "\n  "),
		(text) => text.replaceAll("  ", "\t"),
		(text) => text.toUpperCase(),
		(text) => text.replaceAll("`", ""),
		(text) => text.replaceAll("\n\n", "\n"),
	),
);

const changed: fc.Arbitrary<string> = fc
	.tuple(fc.constantFrom(...seedDocuments), fc.array(edit, { minLength: 1, maxLength: 6 }))
	.map(([seed, edits]) => edits.reduce((text, apply) => apply(text), seed));

/** Anything a file may hold: pieces in any order, and real documents with damage. */
export const documents: fc.Arbitrary<string> = fc.oneof(
	{ weight: 2, arbitrary: fc.array(token, { maxLength: 60 }).map((pieces) => pieces.join("")) },
	{ weight: 3, arbitrary: changed },
	{ weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);
