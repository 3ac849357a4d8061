import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textsWith } from "../testing/texts.js";
import { readItemLabel } from "./item-label.js";
import { readPhaseHeading, type NumberedPhaseHeading } from "./phase-heading.js";
import { createVocabulary, type Tier } from "./vocabulary.js";

const vocabulary = createVocabulary();

function phase(text: string): NumberedPhaseHeading {
	const read = readPhaseHeading(text, vocabulary);
	if (read?.kind !== "phase") throw new Error(`${read?.kind ?? "nothing"}: ${text}`);
	return read;
}

describe("phases", () => {
	it.each<[string, string, string, string]>([
		["Phase 1: Parser", "phase", "1", "Parser"],
		["PHASE 0 — Start", "phase", "0", "Start"],
		["Phase 2 - Rename x-y", "phase", "2", "Rename x-y"],
		["Phase 3", "phase", "3", ""],
		["Phase 4: Testing", "phase", "4", "Testing"],
		["Phase 3 — Test & CI", "phase", "3", "Test & CI"],
		["Phase 5: Complete Migration", "phase", "5", "Complete Migration"],
		["Phase 0 – Planning", "phase", "0", "Planning"],
		["Phase 1: Design & Planning", "phase", "1", "Design & Planning"],
		["7. Phase 6 — Docs", "phase", "6", "Docs"],
		["4.2 Phase 2: Store", "phase", "2", "Store"],
		["8. Phase S4: Result", "phase", "S4", "Result"],
		["🚀 **Phase 2: Deploy**", "phase", "2", "Deploy"],
		["Atomic Step 1: Loss", "step", "1", "Loss"],
		["Phase 3.0-A：Benchmark", "phase", "3.0-A", "Benchmark"],
		["Ф0 · Основа", "фаза", "Ф0", "Основа"],
		["Этап 2. Сборка", "этап", "2", "Сборка"],
		["阶段一：准备", "阶段", "一", "准备"],
		["第二阶段：实现", "阶段", "二", "实现"],
		["Étape 3 : Tests", "étape", "3", "Tests"],
		["Phase 10-12: Scale", "phase", "10-12", "Scale"],
		["Phase 6+: Later", "phase", "6+", "Later"],
		["Phase N: Title", "phase", "N", "Title"],
		["TASK-001: Fail first", "task", "001", "Fail first"],
		["Part I — Ideas", "part", "I", "Ideas"],
		["Phase 1 (Foundation)", "phase", "1", "Foundation"],
	])("%s", (text, series, label, title) => {
		const read = phase(text);
		expect([read.series, read.label.text, read.title.text]).toEqual([series, label, title]);
	});

	it("takes a word of a team's own written together with its number, where its script has no spaces", () => {
		const read = readPhaseHeading("フェーズ2：検索", createVocabulary({ series: ["フェーズ"] }));
		expect(read).toMatchObject({ kind: "phase", series: "フェーズ", label: { text: "2" }, title: { text: "検索" } });
	});

	it.each<[string, string, Tier]>([
		["Phase 1: Store (2 days) ✅ COMPLETE", "Store", "done"],
		["Phase 4 – Schema & Storage (status: ✅ COMPLETE)", "Schema & Storage", "done"],
		["**Phase 9: Hardware** - 🚧 IN PROGRESS", "Hardware", "active"],
		["Phase 1 — complete", "", "done"],
		["Phase 3: IN PROGRESS", "", "active"],
		["~~Phase 3: Old~~ ✅", "Old", "done"],
		["Phase 5: Transpiler ⏸️", "Transpiler", "blocked"],
	])("%s", (text, title, tier) => {
		const read = phase(text);
		expect([read.title.text, read.status?.tier]).toEqual([title, tier]);
	});

	it("notes what stands around the title", () => {
		expect(phase("Phase 1: Loss (Atomic)").atomic).toEqual({ start: 14, end: 22 });
		expect(phase("Phase 1: Loss (Weeks 1-2)").calendar).toMatchObject({ first: 1, last: 2 });
		expect(phase("Phase 2 (Week 3): Loss").calendar).toMatchObject({ first: 3 });
		expect(phase("Phase 1: Loss (2-3 days)").estimate?.duration).toMatchObject({ min: 2, max: 3 });
		expect(phase("Phase 1: Loss (Priority: P1) 🎯 MVP").title.text).toBe("Loss");
		expect(phase("Phase 8 (optional, if 1–7 are done): Loss").optional).toBeDefined();
		expect(phase("Phase 2: Loss {#loss-2}").anchor?.text).toBe("loss-2");
		expect(phase("Phase 2: Store (Postgres)").title.text).toBe("Store (Postgres)");
	});
});

describe("headings about a phase", () => {
	it.each([
		["Phase 1 Completion Checklist", "about-word"],
		["🎯 Phase 5 Summary ✅ COMPLETED", "about-word"],
		["Phase 2/3 Preview", "about-word"],
		["Phase 1 Success = you can", "about-word"],
		["Phase 1 Complete When:", "about-word"],
		["Task 4 additions:", "about-word"],
		["Commit Phase 3", "words-before"],
		["Done when (Phase 1)", "words-before"],
		["Phase 1, 2 & 3A Progress", "several"],
		["Stage 9 Coverage Check", "no-separator"],
		["Phase 1 ✓", "status-only"],
	])("%s", (text, reason) => {
		expect(readPhaseHeading(text, vocabulary)).toMatchObject({ kind: "about", reason });
	});
});

it.each(["Week 3: Polish", "Day 4-5", "Sprint 2: Deployment", "Week 2: Phase 5 Integration"])(
	"%s is a calendar",
	(text) => {
		expect(readPhaseHeading(text, vocabulary)?.kind).toBe("calendar");
	},
);

it.each([
	["Phase One: Setup", "spelled-number", "Phase 1"],
	["Second Phase: Setup", "spelled-number", "Phase 2"],
	["Fhase 3: Setup", "misspelt-word", "Phase 3"],
	["Phase1: Setup", "joined", "Phase 1"],
	["Phase: Setup", "no-label", undefined],
	["阶段：准备", "no-label", undefined],
])("%s is a near miss", (text, reason, suggestion) => {
	expect(readPhaseHeading(text, vocabulary)).toMatchObject({ kind: "near-miss", reason, suggestion });
});

it.each([
	"Overview",
	"Steps:",
	"Step by step",
	"Part of the plan",
	"Phases",
	"Tests 3: x",
	"Implementation Phases",
	"",
])("%j is nothing of it", (text) => {
	expect(readPhaseHeading(text, vocabulary)).toBeUndefined();
});

describe("items", () => {
	it.each<[string, string, string]>([
		["1.1 Write the parser", "1.1", "Write the parser"],
		["T001 [P] [US1] Add src/a.ts", "T001", "Add src/a.ts"],
		["[P1-T3] Wire it", "P1-T3", "Wire it"],
		["[ ] 2.3 Store", "2.3", "Store"],
		["Task 5: Wire it", "5", "Wire it"],
		["A1: Parser", "A1", "Parser"],
		["1. Parser", "1", "Parser"],
		["M7.b — Split ✅", "M7.b", "Split"],
	])("%s", (text, label, title) => {
		const read = readItemLabel(text, vocabulary);
		expect([read?.label.text, read?.title.text]).toEqual([label, title]);
	});

	it("keeps tags and status", () => {
		const read = readItemLabel("T001 [P] [US1] Add it — DONE", vocabulary);
		expect(read?.tags.map((tag) => tag.text)).toEqual(["P", "US1"]);
		expect(read?.status?.tier).toBe("done");
	});

	it.each(["3 files", "A file", "3.5 GB of memory", "Write 1.1", "", "99.9 % uptime"])("%j has no label", (text) => {
		expect(readItemLabel(text, vocabulary)).toBeUndefined();
	});
});

it("never throws, and every piece is what stands at its place", () => {
	const words = fc.constantFrom(
		"Phase",
		"1",
		"1-2",
		":",
		"—",
		"-",
		"✅",
		"DONE",
		"(done)",
		"(Week 1)",
		"Title",
		"阶段",
		"第",
		"一",
		"7.",
		"Task",
		" ",
		"{#a}",
		"(",
		"Ф0",
		"[",
		"]",
	);
	fc.assert(
		fc.property(textsWith(words), (text) => {
			const read = readPhaseHeading(text, vocabulary);
			const item = readItemLabel(text, vocabulary);
			const pieces = [read?.word, item?.word, item?.label, item?.title, item?.separator];
			if (read !== undefined) pieces.push(read.label);
			if (read !== undefined && read.kind !== "near-miss") pieces.push(read.title);
			if (read?.kind === "phase") pieces.push(read.separator, read.sectionNumber, read.anchor, ...read.notes);
			for (const piece of pieces) if (piece !== undefined) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
		}),
		{ numRuns: 500 },
	);
});
