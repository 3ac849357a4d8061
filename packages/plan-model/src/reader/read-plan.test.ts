import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { titleOfFile } from "./document-head.js";
import type { Located } from "../text/source-range.js";
import { read } from "../testing/read.js";

const TEMPLATE = `# Parcel Tracking Implementation Plan

**Status**: 🟡 Planned

## Overview
Parcels can be followed on a map.

## Goals
- Show each parcel

## Prerequisites
- ✅ A map

## ACID Breakdown

### Phase 1: Store
**Objective**: Keep positions

**Depends on**: None

**Steps**:
1. Create \`src/store.ts\`
2. See \`src/old-store.ts\`

**Testing**: Run \`npm test\`

**Deliverables**:
- [x] \`src/store.ts\`

---

### Phase 2: Map ✅
**Objective**: Draw positions

**Depends on**: Phase 1

**Steps**:
1. Extend \`src/map.ts:10-20\`

**Testing**:
\`\`\`bash
$ npm run e2e
\`\`\`

**Deliverables**: A map

## Success Criteria
- Parcels move

## Risks & Mitigation
- None known

## Timeline
- Phase 1: 2 days
- Phase 2: 1 week
`;

describe("a plan in the template", () => {
	const plan = read(TEMPLATE);

	it("has its head, sections and main series", () => {
		expect(plan.feature).toBe("Parcel Tracking");
		expect(plan.status).toMatchObject({ tier: "planned", text: "🟡 Planned", place: "line" });
		expect(plan.sections.flatMap((section) => section.name ?? [])).toEqual([
			"overview",
			"goals",
			"prerequisites",
			"breakdown",
			"successCriteria",
			"risks",
			"timeline",
		]);
		expect(plan.phases.map((phase) => [phase.name, phase.title.text])).toEqual([
			["Phase 1", "Store"],
			["Phase 2", "Map"],
		]);
	});

	it("has fields, items, paths and commands", () => {
		const [store, map] = plan.phases;
		expect(store?.fields.map((field) => field.name)).toEqual([
			"objective",
			"dependsOn",
			"steps",
			"testing",
			"deliverables",
		]);
		expect(store?.writes.map((path) => [path.action, path.path, path.source])).toEqual([
			["create", "src/store.ts", "steps"],
			["change", "src/store.ts", "deliverables"],
		]);
		expect(store?.reads.map((path) => path.path)).toEqual(["src/old-store.ts"]);
		expect(store?.commands.map((command) => [command.text, command.source])).toEqual([["npm test", "testing"]]);
		expect(map?.commands.map((command) => command.text)).toEqual(["$ npm run e2e"]);
		expect(map?.writes[0]).toMatchObject({ path: "src/map.ts", action: "change", lines: { text: "10-20" } });
	});

	it("takes a list behind a filled files field for steps, unless it lists files", () => {
		const phase = (list: string): unknown => {
			const [first] = read(`# A\n\n### Phase 1: One\n\n**Files**: \`src/a.ts\`\n\n${list}\n`).phases;
			return [first?.steps.length, first?.writes.map(({ path }) => path)];
		};
		expect(phase("- [ ] Look at `src/b.ts`")).toEqual([1, ["src/a.ts"]]);
		expect(phase("- `src/b.ts`")).toEqual([0, ["src/a.ts", "src/b.ts"]]);
		expect(phase("- src/b.ts")).toEqual([0, ["src/a.ts", "src/b.ts"]]);
		expect(phase("- Create: `src/b.ts`")).toEqual([0, ["src/a.ts", "src/b.ts"]]);
	});

	it("has statuses and dependencies", () => {
		const [store, map] = plan.phases;
		expect(store?.status).toMatchObject({ tier: "done", place: "boxes" });
		expect(map?.status).toMatchObject({ tier: "done", place: "heading" });
		expect(store?.declaresDependencies).toBe(true);
		expect(map?.dependencies.map((dependency) => dependency.target)).toEqual([{ kind: "phase", phase: store }]);
	});

	it("reads durations of the timeline", () => {
		expect(plan.timelines.flatMap((timeline) => timeline.rows.map((row) => row.phases[0]?.name))).toEqual([
			"Phase 1",
			"Phase 2",
		]);
	});
});

describe("dependencies", () => {
	const phases = (line: string, more = "") =>
		read(
			`# A\n\n### Phase 1: One\n\n### Phase 2: Two\n\n### Phase 3: Three\n**Depends on**: ${line}\n${more}`,
		).phases.at(2)?.dependencies ?? [];
	const names = (line: string) =>
		phases(line).map(({ target }) =>
			target.kind === "phase"
				? target.phase.name
				: target.kind === "plan"
					? `${target.link ?? target.title} ${target.label?.text ?? ""}`.trim()
					: target.kind,
		);

	it.each([
		["Phase 1", ["Phase 1"]],
		["Phases 1-2", ["Phase 1", "Phase 2"]],
		["Phases 1, 2", ["Phase 1", "Phase 2"]],
		["Phase 1 and Phase 2", ["Phase 1", "Phase 2"]],
		["None", []],
		["N/A", []],
		["None (can run beside Phase 1)", []],
		["Phase 9", ["unknown-phase"]],
		["[Other](other.md) Phase 2", ["other.md 2"]],
		["[Other](other.md)", ["other.md"]],
	])("%s", (line, expected) => {
		expect(names(line)).toEqual(expected);
	});

	it("keeps the very characters of each reference", () => {
		const text = "# A\n\n### Phase 1: One\n\n### Phase 2: Two\n\n### Phase 3: Three\n**Depends on**: Phases 1, 2\n";
		const dependencies = read(text).phases.at(2)?.dependencies ?? [];
		for (const dependency of dependencies) {
			expect(text.slice(dependency.range.start, dependency.range.end)).toBe(dependency.text);
		}
	});

	it("takes a phase that a file of a split plan does not have for another file's", () => {
		const plan = read("# A\n\n### Phase 5: Five\n\n### Phase 6: Six\n**Depends on**: Phase 2\n");
		expect(plan.phases[1]?.dependencies.map((dependency) => dependency.target.kind)).toEqual(["text"]);
	});
});

describe("series", () => {
	it("keeps tasks inside a phase apart from the phases", () => {
		const plan = read("# A\n\n## Phase 1: One\n\n### Task 1: a\n\n### Task 2: b\n\n## Phase 2: Two\n\n### Task 1: c\n");
		expect(plan.mainSeries?.word).toBe("phase");
		expect(plan.series.map((series) => [series.word, series.parentPhase?.name, series.phases.length])).toEqual([
			["phase", undefined, 2],
			["task", "Phase 1", 2],
			["task", "Phase 2", 1],
		]);
	});

	it("reads numbered headings as phases only where they carry the fields of one", () => {
		expect(read("# A\n\n## 1. Setup\n\n## 2. Use\n").phases).toEqual([]);
		const plan = read(
			"# A\n\n### 1.1 Setup\n**Objective**: x\n**Deliverables**: y\n\n### 1.2 Use\n**Objective**: x\n**Deliverables**: y\n",
		);
		expect(plan.phases.map((phase) => phase.label.text)).toEqual(["1.1", "1.2"]);
	});

	it("reads labelled task lists", () => {
		const plan = read("# A\n\n## Tasks\n\n- [x] T001 Set up\n- [ ] T002 Use\n");
		expect(plan.series.map((series) => [series.form, series.phases.map((phase) => phase.status?.tier)])).toEqual([
			["list", ["done", "planned"]],
		]);
	});
});

describe("the status of the plan", () => {
	it.each([
		["front matter", "---\nstatus: done\n---\n\n# A\n\n### Phase 1: One\n"],
		["a heading", "# A\n\n## Status: ✅ Complete\n\n### Phase 1: One\n"],
		["a section", "# A\n\n## Status\n\n✅ Complete\n\n### Phase 1: One\n"],
		["a footer", "# A\n\n### Phase 1: One\n\ntext\n\n---\n\n**Status**: Done\n**Owner**: Team\n"],
		["the title", "# A ✅\n\n### Phase 1: One\n"],
	])("is read from %s", (_place, text) => {
		expect(read(text).status?.tier).toBe("done");
	});

	it.each([
		["Proposed → approved → in progress", "active", "in progress"],
		["🟡 Planned -> ✅ Done", "done", "✅ Done"],
		["In progress (v1 → v2)", "active", "In progress (v1 → v2)"],
		["Done → see the next plan", "done", "Done → see the next plan"],
	])("is the last state in %s", (line, tier, text) => {
		expect(read(`# A\n\n**Status**: ${line}\n\n### Phase 1: One\n`).status).toMatchObject({ tier, text });
	});

	it("is not taken from a line that speaks of something else", () => {
		expect(
			read("# A\n\n## Findings\n\n- Login\n  - **Status**: Done\n\n### Phase 1: One\n**Status**: Done\n").status,
		).toBeUndefined();
	});
});

describe("total", () => {
	const line = fc.oneof(
		fc.constantFrom(
			"# A Implementation Plan",
			"### Phase 1: One",
			"### Phase 2 — Two ✅",
			"#### Objective",
			"**Steps**:",
			"**Depends on**: Phases 1-2",
			"- [ ] `src/a.ts`",
			"  - [x] **Test**: x",
			"> **Status**: 🟡 Planned | **Owner**: me",
			"| Phase | Duration |",
			"| --- | --- |",
			"| Phase 1: x | 2 days |",
			"```bash",
			"```",
			"---",
			"<!-- x -->",
			"~~gone~~",
			"&amp; \\* <br>",
			"",
		),
		fc.string({ unit: "binary", maxLength: 30 }),
	);
	const document = fc
		.tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n"))
		.map(([lines, end]) => lines.join(end));

	it("never throws, and every range stands inside the text", () => {
		fc.assert(
			fc.property(document, (text) => {
				const plan = read(text);
				const parts: Located[] = [
					...plan.headings,
					...plan.sections,
					...plan.fields,
					...plan.allPhases,
					...plan.items,
					...plan.links,
					...plan.allPhases.flatMap((phase) => [
						phase.title,
						...phase.fields,
						...phase.statuses,
						...phase.dependencies,
						...phase.paths,
						...phase.commands,
					]),
				];
				for (const { range } of parts) {
					expect(range.start).toBeGreaterThanOrEqual(0);
					expect(range.end).toBeGreaterThanOrEqual(range.start);
					expect(range.end).toBeLessThanOrEqual(text.length);
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe("the words of a title", () => {
	it.each([
		["# ✅ Cache Plan - COMPLETED", "Cache Plan", "Cache"],
		["# 007: Cache Implementation Plan", "007: Cache Implementation Plan", "Cache"],
		["# Cache", "Cache", "Cache"],
		["# Mahnwesen Umsetzungsplan", "Mahnwesen Umsetzungsplan", "Mahnwesen Umsetzungsplan"],
	])("of %j are %j", (text, words, feature) => {
		const plan = read(`${text}\n`);
		expect(plan.titleWords?.text).toBe(words);
		expect(plan.feature).toBe(feature);
	});

	it.each([
		["plans/012-cache_layer-plan.md", "Cache Layer"],
		["2026-01-05-add-cache.md", "Add Cache"],
		["plans/plan.md", undefined],
	])("are suggested by %s", (path, title) => {
		expect(titleOfFile(path)).toBe(title);
	});
});

it("takes checks by hand for no work", () => {
	const plan = read(
		"# A\n\n- [ ] 7.2 Manual smoke test: open the map\n- [ ] Manually verify the map\n- [ ] Manual of the map\n",
	);
	expect(plan.work.map((item) => item.text.text)).toEqual(["Manual of the map"]);
});
