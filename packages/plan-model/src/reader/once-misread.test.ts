import { describe, expect, it } from "vitest";
import { findConditionalWork } from "./conditional-scope.js";
import { findMachinePaths } from "./machine-paths.js";
import { read } from "../testing/read.js";
import { createVocabulary } from "../text/vocabulary.js";
import type { Plan } from "../plan.js";

/*
 * What was once read wrongly, or not at all, each by its own name and as small as it can be. The documents in
 * `test/golden` have most of it, too, among everything else.
 */

const vocabulary = createVocabulary();
const phases = (...texts: readonly string[]): string =>
	`# A\n\n${texts.map((text, at) => `### Phase ${at + 1}: Part ${at + 1}\n\n${text}`).join("\n\n")}\n`;
const writes = (plan: Plan): string[] => plan.phases.flatMap((phase) => phase.writes.map(({ path }) => path));
const dependsOn = (plan: Plan): string[] =>
	plan.phases
		.at(-1)!
		.dependencies.map(({ target }) => (target.kind === "phase" ? target.phase.name : `no phase: ${target.kind}`));

describe("paths", () => {
	it.each([
		["a plain label before a path in a list", "**Files**:\n\n- Delete: src/a.ts\n", ["src/a.ts"]],
		["a struck-out file", "**Files**:\n\n- ~~`src/a.ts`~~\n- `src/b.ts`\n", ["src/b.ts"]],
		["never delete x", "**Steps**:\n\n1. Never delete `src/a.ts`\n2. Change `src/b.ts`\n", ["src/b.ts"]],
		["do not change x", "**Steps**:\n\n1. Do not change `src/a.ts`\n2. Change `src/b.ts`\n", ["src/b.ts"]],
		["the label of what a step updates", "**Update File**: `src/a.ts`\n", ["src/a.ts"]],
	])("%s", (_, text, expected) => {
		expect(writes(read(phases(text)))).toEqual(expected);
	});
});

describe("dependencies", () => {
	it.each([
		[
			"Phases 1+ are all from there on",
			phases("a", "b", "c", "**Depends on**: Phases 2+"),
			["Phase 2", "Phase 3", "Phase 4"],
		],
		[
			"Phase 1-2 has a part in Phases 2-3",
			"# A\n\n### Phase 1-2: B\n\n### Phase 3: C\n\n### Phase 4: D\n\n**Depends on**: Phases 2-3\n",
			["Phase 1-2", "Phase 3"],
		],
		[
			"a phase of two numbers is found by the second",
			"# A\n\n### Phase 1-2: B\n\n### Phase 3: D\n\n**Depends on**: Phase 2\n",
			["Phase 1-2"],
		],
	])("%s", (_, text, expected) => {
		expect(dependsOn(read(text))).toEqual(expected);
	});
});

describe("phases", () => {
	it("the number before the word: 第 2 阶段 has a name", () => {
		expect(read("# A\n\n## 第 1 阶段：一\n\n## 第 2 阶段：二\n").phases.map(({ name }) => name)).toEqual([
			"第 1 阶段",
			"第 2 阶段",
		]);
	});

	it("numbered headings below a section of tasks", () => {
		const plan = read("# A\n\n## Tasks\n\n### 1. Store\n\nText\n\n### 2. Search\n\nText\n");
		expect(plan.phases.map(({ title }) => title.text)).toEqual(["Store", "Search"]);
	});
});

describe("statuses", () => {
	it.each([
		["code in an item is its subject", "- [ ] Write `DONE`\n", undefined],
		["the last remark in brackets", "- [x] Batching (module created, integration in progress)\n", "active"],
	])("%s", (_, text, tier) => {
		expect(read(phases(text)).phases[0]?.items[0]?.status?.tier).toBe(tier);
	});

	it("the bracket around a link of an index is no part of the status behind it", () => {
		const [entry] = read("# Plans\n\n- Search ([plan](search.md)) 🟡 Planned\n", {
			kind: "index",
			path: "plans/README.md",
		}).entries;
		expect(entry?.status?.text).toBe("🟡 Planned");
	});
});

describe("labels", () => {
	it("a label without a colon below another field", () => {
		const plan = read(phases("**Steps**: Build it\n\n**Testing** Look at it"));
		expect(plan.nearMisses.map(({ text }) => text)).toEqual([expect.stringContaining("Testing")]);
	});

	it("a misspelt label where the other phases do not have that field", () => {
		const plan = read(phases("**Deliverabels**: x", "**Steps**: y", "**Steps**: z"));
		expect(plan.nearMisses).toEqual([]);
	});
});

describe("fields", () => {
	it("the table of files below a field is its content: `| File | Change |` names no field", () => {
		const plan = read(phases("**Deliverables**:\n\n| File | Change |\n|-|-|\n| `src/a.ts` | new |\n"));
		expect(plan.phases[0]?.fields.map(({ label, isEmpty }) => [label.text, isEmpty])).toEqual([
			["Deliverables", false],
		]);
	});

	it("a code block below a label of a list belongs to the label, and not to the steps", () => {
		const [phase] = read(
			phases("- Steps: Build it\n- Testing: Run it\n\n  ```sh\n  make c\n  ```\n\nMore words."),
		).phases;
		expect(phase?.commands.map(({ text, source }) => `${text} in ${source}`)).toEqual(["make c in testing"]);
	});
});

describe("scope", () => {
	it("an optional task is told once, though it is an item of its phase, too", () => {
		const plan = read("# A\n\n### Phase 1: B\n\n- **Task 1.1**: Build it\n- **Task 1.2** (optional): Polish it\n");
		expect(findConditionalWork(plan, vocabulary)).toHaveLength(1);
	});
});

describe("claims and placeholders", () => {
	it.each(["\n", "\r\n"])("all %j 3 phases, with the line end in between", (newline) => {
		const plan = read(`# A${newline}${newline}This takes all${newline}3 phases.${newline}`);
		expect(plan.countClaims.map(({ count }) => count)).toEqual([3]);
	});

	it.each(["\n", "\r\n"])("all 3 phases %j of the importer are another plan's", (newline) => {
		const plan = read(`# A${newline}${newline}Like all 3 phases${newline}of the importer.${newline}`);
		expect(plan.countClaims).toEqual([]);
	});

	it("a bracketed TODO is a status", () => {
		expect(read("# A\n\n**Status**: [TODO]\n").placeholders).toEqual([]);
	});
});

describe("timelines", () => {
	it("`2.` is a label whose title stands beside it", () => {
		const table = "| # | Phase | Effort (days) |\n|-|-|-|\n| 1 | Store | 2 |\n| 2. | Map | 3 |\n";
		const titles = read(`# A\n\n### Phase 1: Store\n\n### Phase 2: Map\n\n## Timeline\n\n${table}`).timelines.flatMap(
			(timeline) => timeline.rows.map(({ title }) => title?.text),
		);
		expect(titles).toEqual(["Store", "Map"]);
	});

	it("a table of the tasks of two phases is one", () => {
		const tasks =
			"# A\n\n### Phase 1: B\n\n#### Task 1.1: C\n\n#### Task 1.2: D\n\n### Phase 2: E\n\n#### Task 2.1: F\n\n#### Task 2.2: G\n";
		const table =
			"| Task | Time |\n|-|-|\n| Task 1.1 | 1d |\n| Task 1.2 | 1d |\n| Task 2.1 | 1d |\n| Task 2.2 | 1d |\n";
		expect(read(`${tasks}\n## Timeline\n\n${table}`).timelines.map((timeline) => timeline.rows.length)).toEqual([4]);
	});
});

describe("the path of a machine", () => {
	it("a home folder at the end of a sentence has no full stop in its name", () => {
		expect(findMachinePaths("It was /home/ada.").map(({ user }) => user)).toEqual(["ada"]);
	});
});

describe("entries of an index", () => {
	it("Story 1.2 before a link names the plan, as Story 1 does", () => {
		const [entry] = read("# Plans\n\n- Story 1.2: [Search](search.md)\n", {
			kind: "index",
			path: "plans/README.md",
		}).entries;
		expect(entry?.title?.text).toBe("Search");
	});
});
