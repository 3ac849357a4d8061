import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phaseHeadingFault } from "./phase-heading-form.js";
import { read } from "../testing/read.js";
import { createVocabulary } from "../text/vocabulary.js";

const vocabulary = createVocabulary();
const TEMPLATE = { phaseWord: "Phase", level: 3 };

function faultOf(
	heading: string,
	more = "",
): { kind: string; text: string; wanted: string; mended: string | undefined } | undefined {
	const text = `# Cache\n\n${heading}\n\nText\n${more}`;
	const plan = read(text);
	const [phase] = plan.allPhases;
	const fault = phase && phaseHeadingFault(phase, TEMPLATE, plan, vocabulary);
	if (!fault) return undefined;
	const { edit, kind, range, wanted } = fault;
	const mended = edit && text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
	return { kind, text: text.slice(range.start, range.end), wanted, mended: mended?.split("\n")[2] };
}

it.each([
	"### Phase 1: Store",
	"### Phase 1: Store ✅ (2 days) (Atomic)",
	"### ✅ Phase 1: `store`",
	"### Phase 2.1: **Store**",
	"### ~~Phase 1 - Store~~",
	"### Phase 1: Store ###",
])("%s is as the template has it", (heading) => {
	expect(faultOf(heading)).toBeUndefined();
});

describe("spelling", () => {
	it.each([
		["### Phase 1 — Store", "Phase 1 —", "### Phase 1: Store"],
		["### Phase 1 - **Store** it ✅", "Phase 1 -", "### Phase 1: **Store** it ✅"],
		["### PHASE 1: `store`", "PHASE 1:", "### Phase 1: `store`"],
		["### **Phase 1: Store**", "Phase 1:", "### Phase 1: Store"],
		["### **Phase 1**: Store (2 days)", "Phase 1**:", "### Phase 1: Store (2 days)"],
		["### __Phase 1:__ [Store](a.md)", "Phase 1:", "### Phase 1: [Store](a.md)"],
		["### ✅ *Phase 1* – Store", "Phase 1* –", "### ✅ Phase 1: Store"],
		["### Phase #1：Store", "Phase #1：", "### Phase 1: Store"],
		["### Phase 1 (Store)", "Phase 1 (", "### Phase 1: Store"],
		["### Phase  1:\tStore", "Phase  1:", "### Phase 1: Store"],
	])("%s", (heading, text, mended) => {
		expect(faultOf(heading)).toMatchObject({ kind: "spelling", text, mended });
	});

	it("is left alone where a note would have to go, and where something links to the heading", () => {
		expect(faultOf("### Phase 1 (optional): Store")).toMatchObject({ kind: "spelling", mended: undefined });
		expect(faultOf("### Phase 1 — Store", "\n[See](#phase-1--store)\n")).toMatchObject({
			kind: "spelling",
			mended: undefined,
		});
		expect(faultOf("### **Phase 1: Store**", "\n[See](#phase-1-store)\n")).toMatchObject({
			mended: "### Phase 1: Store",
		});
	});
});

it.each([
	["### Step 1: Store", "word", "Step", "### Phase 1: Store"],
	["## Phase 1: Store", "level", "Phase 1", "### Phase 1: Store"],
	["### Phase 1", "title", "Phase 1", "### Phase 1: Title"],
	["### 4.2 Phase 1: Store", "before", "4.2", "### Phase 1: Store"],
	["### 🚀 Phase 1: Store (2 days)", "before", "🚀", "### Phase 1: Store (2 days)"],
])("%s has another %s", (heading, kind, text, wanted) => {
	expect(faultOf(heading)).toEqual({ kind, text, wanted, mended: undefined });
});

it("mends every spelling at once, and keeps number and title", () => {
	const spelling = fc.record({
		word: fc.constantFrom("Phase", "PHASE", "phase"),
		label: fc.constantFrom("1", "02", "3.1", "5a", "A"),
		separator: fc.constantFrom(":", " :", " — ", " – ", " - ", "：", " · ", ". "),
		title: fc.constantFrom(
			"Store",
			"`store`",
			"**Store** it",
			"[Store](a.md)",
			"Store _and_ map",
			"a: b — c",
			"Ünïcode 🗺 map",
		),
		mark: fc.constantFrom("", "✅ "),
		tail: fc.constantFrom("", " ✅", " (2-3 days)", " (Atomic)", " ⏳"),
		bold: fc.constantFrom("none", "head", "all"),
	});
	fc.assert(
		fc.property(spelling, ({ word, label, separator, title, mark, tail, bold }) => {
			const name = `${word} ${label}`;
			const plainTitle = /[*_]/u.test(title) ? "Store" : title;
			const written =
				bold === "none"
					? `${name}${separator} ${title}`
					: bold === "head"
						? `**${name}**${separator} ${title}`
						: `**${name}${separator} ${plainTitle}**`;
			const heading = `### ${mark}${written}${tail}`;
			const before = read(`${heading}\n`).phases[0];
			const fault = faultOf(heading);
			const mended = fault ? fault.mended : heading;
			expect(mended, heading).toBeDefined();
			expect(faultOf(mended ?? "")).toBeUndefined();
			const after = read(`${mended}\n`).phases[0];
			expect([after?.label.parts, after?.title.text, after?.status?.tier], heading).toEqual([
				before?.label.parts,
				before?.title.text,
				before?.status?.tier,
			]);
		}),
		{ numRuns: 150 },
	);
});
