import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import plugin from "eslint-plugin-acid-plans";
import { describe, expect, it } from "vitest";
import { corpusFiles, corpusFolder, FAMILIES } from "./corpus.mjs";
import { formatFindings, lintCorpusFile } from "./lint-corpus.mjs";
import { lintSet } from "./set-repository.mjs";

const folder = corpusFolder();
if (folder === undefined) console.warn("Skipped: there is no corpus beside the repository. Name its folder in ACID_CORPUS.");

type Results = Parameters<typeof formatFindings>[0];

/** Where the findings of the last runs lie with their messages, for a person to compare; git ignores it. */
const readable = join(import.meta.dirname, "../../.cache/corpus-findings");

/** The findings with their messages, and those of the run before where they were others. */
function keepReadable(name: string, text: string): void {
	const file = join(readable, `${name}.txt`);
	mkdirSync(readable, { recursive: true });
	const before = existsSync(file) ? readFileSync(file, "utf8") : text;
	if (before !== text) writeFileSync(join(readable, `${name}.before.txt`), before);
	writeFileSync(file, text);
}

/**
 * The findings on every plan of the corpus, held below `findings/`: a change of a rule shows what it changes. After a
 * deliberate change run `vitest run test/corpus --update`, compare the two texts below `.cache/corpus-findings/`, and
 * read the difference line by line.
 */
describe.skipIf(folder === undefined)("findings on real plans", () => {
	const files = folder === undefined ? [] : corpusFiles(folder);
	const held = (template: "free" | "acid", family: (typeof FAMILIES)[number]): string => {
		const results = files
			.filter((document) => document.family === family)
			.map((document) => ({ document, findings: lintCorpusFile(folder ?? "", document, { template, preset: "recommended" }) }));
		expect(results.length, "documents of the family").toBeGreaterThan(0);
		keepReadable(`${family}.${template}`, formatFindings(results, (message) => message));
		return formatFindings(results);
	};

	it.each(FAMILIES)("%s, without a template", { timeout: 120_000 }, async (family) => {
		await expect(held("free", family)).toMatchFileSnapshot(`findings/${family}.free.txt`);
	});

	const inRepositories = async (preset: "recommended" | "strict", isHeld: (rule: string) => boolean): Promise<string> => {
		const all: Results[number][] = [];
		for (const set of new Set(files.flatMap((document) => document.set ?? []))) {
			const found = await lintSet(folder ?? "", set, files.filter((document) => document.set === set), preset);
			const results = [...found].map(([path, findings]) => ({
				document: { file: `${set}/${path}` },
				findings: findings.filter(({ rule }) => isHeld(rule)),
			}));
			all.push(...results);
		}
		keepReadable(`repositories.${preset}`, formatFindings(all, (message) => message));
		return formatFindings(all);
	};

	it("whole repositories, with their index, their other plans and git", { timeout: 300_000 }, async () => {
		await expect(await inRepositories("recommended", () => true)).toMatchFileSnapshot("findings/repositories.free.txt");
	});

	it("whole repositories, what the strict preset says of more than one file", { timeout: 300_000 }, async () => {
		const looksBeyond = (rule: string): boolean => (plugin.rules[rule]?.meta.docs.needs.length ?? 0) > 0;
		await expect(await inRepositories("strict", looksBeyond)).toMatchFileSnapshot("findings/repositories.strict.txt");
	});

	it("acid, with the template", { timeout: 120_000 }, async () => {
		await expect(held("acid", "acid")).toMatchFileSnapshot("findings/acid.acid.txt");
	});
});
