import { describe, expect, it } from "vitest";
import { renumberPhases } from "./renumbering.js";
import { read } from "../testing/read.js";
import { createVocabulary } from "../text/vocabulary.js";

const vocabulary = createVocabulary();

/** The text with the first series renumbered, or `undefined`. */
function renumbered(text: string): string | undefined {
	const plan = read(text);
	const [series] = plan.series;
	const edits = series && renumberPhases(series, plan, vocabulary)?.edits;
	if (!edits) return undefined;
	let result = text;
	for (const { range, text: replacement } of [...edits].reverse())
		result = result.slice(0, range.start) + replacement + result.slice(range.end);
	return result;
}
const gap = (rest: string): string => `# A\n\n## Phase 1: B\n\n## Phase 3: C\n\n${rest}\n`;

describe("renumbering", () => {
	it("keeps the form of the labels", () => {
		expect(renumbered("# A\n\n## Task 08: B\n\n## Task 10: C\n\n## Task 12: D\n")).toBe(
			"# A\n\n## Task 08: B\n\n## Task 09: C\n\n## Task 10: D\n",
		);
		expect(renumbered("# A\n\n## Phase A: B\n\n## Phase C: D\n")).toBe("# A\n\n## Phase A: B\n\n## Phase B: D\n");
	});

	it.each([
		["prose", "First Phase 1, then Phase 3.", "First Phase 1, then Phase 2."],
		["a range", "Phases 1-3 are done.", "Phases 1-2 are done."],
		["a list", "Phases 1 and 3 are done.", "Phases 1 and 2 are done."],
		["emphasis", "**Phase 3** ends.", "**Phase 2** ends."],
		["a heading about it", "## Phase 3 Checklist", "## Phase 2 Checklist"],
		["a link to it", "[end](#phase-3-c)", "[end](#phase-2-c)"],
		[
			"a dependency without a word",
			"**Depends on**: 1\n\n**Blocks**: Phase 3",
			"**Depends on**: 1\n\n**Blocks**: Phase 2",
		],
	])("follows with %s", (_, before, after) => {
		expect(renumbered(gap(before))).toBe(gap(after).replace("Phase 3: C", "Phase 2: C"));
	});

	it.each([
		["the phase of another file", "See other.md Phase 3."],
		["a link into another file", "[Phase 3](other.md)"],
		[
			"numbers in a table of something else",
			"| Risk | Cost |\n| --- | --- |\n| 3 | 3 |\n\n| Phase | Cost |\n| --- | --- |\n| 3 days | 3 |",
		],
		["names in code", "`phase-3` and `docs/phase-3.md`"],
	])("leaves %s alone", (_, text) => {
		expect(renumbered(gap(text))).toBe(gap(text).replace("Phase 3: C", "Phase 2: C"));
	});

	it.each([
		["code", "`Phase 3`"],
		["a fence", "```mermaid\nPhase 3\n```"],
		["a joined name", "Phase-3 work"],
		["a list that may be none", "Phase 1, 3 days"],
		["a number that no phase has", "Phase 2 was dropped."],
		["a sum of phases", "Phase 1+3 are one release."],
		["a table that is no timeline", "| Owner | Phase # |\n| --- | --- |\n| web | 1 |\n| data | **3** |"],
		["perhaps another plan", "Plan 12 Phase 3 comes first."],
		["a part of the phase", "Phase 3.1 comes first."],
		["a number that names a part of the phase", "### 3.1 Read"],
		["a second series", "## Rollout\n\n### Phase 2: D\n\n### Phase 3: E"],
	])("does nothing where there is %s", (_, text) => {
		expect(renumbered(gap(text))).toBeUndefined();
	});

	it.each(["第一段階", "フェーズ", "ふぇーず"])(
		"does nothing under %s, a word that is written together with its number",
		(word) => {
			const words = createVocabulary({ series: [word] });
			const plan = read(`# A\n\n## ${word} 1: B\n\n## ${word} 3: C\n\n${word}3の後\n`, { vocabulary: words });
			expect(plan.series.map((series) => renumberPhases(series, plan, words))).toEqual([undefined]);
		},
	);

	it("does nothing where labels are no plain numbers", () => {
		expect(renumbered("# A\n\n## Phase 1: B\n\n## Phase 2A: C\n\n## Phase 4: D\n")).toBeUndefined();
		expect(renumbered("# A\n\n## Phase 1-2: B\n\n## Phase 4: D\n")).toBeUndefined();
	});
});
