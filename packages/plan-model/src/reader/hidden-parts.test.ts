import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../testing/read.js";

const BOM = "\uFEFF";
const ZWSP = "\u200B";
const RLO = "\u202E";

describe("hidden parts", () => {
	it.each([
		["a mark before the hashes", `# A\n\n${BOM}## Phase 2: Store\n`, "phase", "Phase 2: Store"],
		["a character in the word", `# A\n\n## Pha${ZWSP}se 2: Store\n`, "phase", "Phase 2: Store"],
		["a character in the number", `# A\n\n## Phase 1${ZWSP}2: Store\n`, "phase", "Phase 12: Store"],
		["a section", `# A\n\n## Go${ZWSP}als\n`, "section", "Goals"],
		["a label", `# A\n\n**Sta${ZWSP}tus**: Done\n`, "field", "Status"],
		["a status", `# A\n\n**Status**: Do${ZWSP}ne\n`, "status", "Done"],
		["a label in an item", `# A\n\n- **Depen${ZWSP}ds on**: Phase 1\n`, "field", "Depends on"],
		["a box", `# A\n\n- [x${ZWSP}] Store\n`, "box", "[x]"],
		["a status in a table", `| Phase | Status |\n| --- | --- |\n| 1 | In Pro${ZWSP}gress |\n`, "status", "In Progress"],
		["a status in the front matter", `---\nstatus: do${ZWSP}ne\n---\n`, "status", "done"],
		["letters in another order", `# A\n\n## Phase 1: ${RLO}erotS\n`, "phase", "Phase 1: erotS"],
	])("%s", (_, text, hides, part) => {
		expect(read(text).hiddenParts).toMatchObject([{ hides, part }]);
	});

	it.each([
		["in prose", `# A\n\nThe sto${ZWSP}re\n`],
		["in a title that is read all the same", `# A\n\n## Phase 1: Sto${ZWSP}re\n`],
		["at the start of the file", `${BOM}# A\n\n## Phase 1: Store\n`],
		["in a fence", `\`\`\`\n## Pha${ZWSP}se 1: Store\n\`\`\`\n`],
		["where nothing would be read without them either", `# A\n\n##${ZWSP}Phase 1: Store\n`],
		["behind brackets in a sentence", `- See [x]${ZWSP} below\n`],
		["in an emoji", "## Phase 1: 👩\u200D💻 Store\n"],
	])("are none %s", (_, text) => {
		expect(read(text).hiddenParts).toEqual([]);
	});

	it("name all characters of the line, which go together", () => {
		const [part] = read(`# A\n\n${BOM}## Pha${ZWSP}se 1: Sto${ZWSP}re\n`).hiddenParts;
		expect(part?.characters).toHaveLength(3);
		expect(part?.names).toEqual(["ZERO WIDTH NO-BREAK SPACE (BOM)", "ZERO WIDTH SPACE"]);
	});

	it("take time in proportion to the text", () => {
		const started = performance.now();
		read(
			`## ${ZWSP}${" ".repeat(50_000)}x${"#".repeat(50_000)}y\n\n${ZWSP}${"*".repeat(20_000)}\n`,
		).hiddenParts.slice();
		expect(performance.now() - started).toBeLessThan(2000);
	});

	it("are gone without their characters", () => {
		const piece = fc.constantFrom(
			"## ",
			"Phase ",
			"1",
			": ",
			"Store",
			"**Status**: ",
			"Done",
			"- ",
			"[x] ",
			"\n",
			ZWSP,
			BOM,
			RLO,
			"\u2060",
			"|",
			"> ",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const text = pieces.join("");
				const { hiddenParts } = read(text);
				let mended = text;
				for (const { range } of hiddenParts.flatMap(({ characters }) => characters).reverse()) {
					expect(range.end).toBe(range.start + 1);
					mended = mended.slice(0, range.start) + mended.slice(range.end);
				}
				expect(read(mended).hiddenParts).toEqual([]);
			}),
		);
	});
});
