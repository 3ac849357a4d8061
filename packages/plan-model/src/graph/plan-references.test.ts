import { describe, expect, it } from "vitest";
import { readLabelAt } from "../text/phase-label.js";
import { createPlanReferences, type PlanReferences } from "./plan-references.js";
import { summarizePlan } from "../workspace/summary.js";
import { read } from "../testing/read.js";
import type { DependencySummary, DocumentSummary, PhaseSummary } from "../workspace/workspace.js";

function phase(label: string): PhaseSummary {
	const read = readLabelAt(label, 0);
	if (!read) throw new Error(`${label} is no label.`);
	return {
		name: `Phase ${label}`,
		label: read,
		title: "",
		line: 1,
		anchor: `phase-${label}`,
		status: undefined,
		declaresDependencies: false,
		dependencies: [],
		writes: [],
	};
}

function document(path: string, title: string, labels: readonly string[] = ["1", "2", "3"]): DocumentSummary {
	return {
		path,
		folder: "plans",
		kind: "plan",
		title,
		feature: title.replace(" Implementation Plan", ""),
		status: undefined,
		statusText: undefined,
		titleLine: 1,
		phases: labels.map(phase),
		anchors: ["overview"],
		description: undefined,
		dependencies: [],
	};
}

const SEARCH = document("plans/007-search.md", "Search Implementation Plan");
const OTHERS = [
	document("plans/sub/index-build.md", "Index Build"),
	document("plans/a.md", "Same"),
	document("plans/b.md", "Same"),
	document("plans/late.md", "Second Half", ["5", "6"]),
	document("plans/letters.md", "Letters", ["A", "B", "C-D"]),
	document("plans/tail.md", "Tail", ["B", "C"]),
	document("plans/early.md", "Early", ["0", "1"]),
	document("plans/empty.md", "Unwritten", []),
	{ ...document("plans/done/old.md", "Kept", []), kind: "archive" as const },
];
const references = createPlanReferences([SEARCH, ...OTHERS]);

function resolve(dependency: Partial<DependencySummary>, from: DocumentSummary = SEARCH): string {
	const found = references.resolve(from, {
		link: undefined,
		title: undefined,
		anchor: undefined,
		word: undefined,
		label: undefined,
		...dependency,
	});
	if (!found) return "nothing";
	const phases = found.phases?.map((each) => each.label.text).join(",") ?? "whole";
	return `${found.document.path} ${phases}${found.unknownPhase ? " unknown" : ""}`;
}

describe(createPlanReferences, () => {
	const label = (text: string): Partial<DependencySummary> => ({ word: "phase", label: readLabelAt(text, 0) });

	it.each([
		[{ link: "sub/index-build.md" }, "plans/sub/index-build.md whole"],
		[{ link: "./sub/../sub/index-build.md", ...label("2") }, "plans/sub/index-build.md 2"],
		[{ link: "plans/sub/index-build.md" }, "plans/sub/index-build.md whole"],
		[{ link: "sub/index-build.md", anchor: "phase-3" }, "plans/sub/index-build.md 3"],
		[{ link: "sub/index-build.md", anchor: "overview" }, "plans/sub/index-build.md whole"],
		[{ link: "sub/index-build.md", anchor: "gone" }, "plans/sub/index-build.md whole unknown"],
		[{ link: "gone.md" }, "nothing"],
		[{ link: "../../../x.md" }, "nothing"],
		[{ title: "Index Build", ...label("2-3") }, "plans/sub/index-build.md 2,3"],
		[{ title: "search" }, "plans/007-search.md whole"],
		[{ title: "Plan 7" }, "plans/007-search.md whole"],
		[{ title: "Plan 8" }, "nothing"],
		[{ title: "Same" }, "nothing"],
		[{ title: "Docker" }, "nothing"],
		[{ title: "Index Build", ...label("9") }, "plans/sub/index-build.md  unknown"],
		[{ title: "Index Build", word: "task", label: readLabelAt("9", 0) }, "plans/sub/index-build.md "],
		[label("1"), "plans/007-search.md 1"],
		[{ title: "Index Build", ...label("2-9") }, "plans/sub/index-build.md 2,3 unknown"],
		[{ title: "Index Build", ...label("0-2") }, "plans/sub/index-build.md 1,2 unknown"],
		[{ title: "Second Half", ...label("2") }, "plans/late.md "],
		[{ title: "Second Half", ...label("5-9") }, "plans/late.md 5,6"],
		[{ title: "Letters", ...label("E") }, "plans/letters.md  unknown"],
		[{ title: "Letters", ...label("D") }, "plans/letters.md C-D"],
		[{ title: "Letters", ...label("2") }, "plans/letters.md "],
		[{ title: "Tail", ...label("A") }, "plans/tail.md "],
		[{ title: "Early", ...label("2") }, "plans/early.md  unknown"],
		[{ title: "Unwritten", ...label("1") }, "plans/empty.md  unknown"],
		[{ title: "Kept", ...label("1") }, "plans/done/old.md "],
	])("resolves %j", (dependency, expected) => {
		expect(resolve(dependency)).toBe(expected);
	});
});

const TEXTS = {
	"plans/feed.md": "# Feed Implementation Plan\n",
	"plans/search.md":
		"# Search Implementation Plan\n\n## Phase 1: Index\n\n## Phase 2: Query\n\n## Phase 3: Rank\n\n## Notes\n",
	"plans/sub/007-store.md": "# Plan 007: Store\n\n## Phase 1: Write\n\n## Phase 2: Read\n",
	"plans/sub/008-cache.md": "# Cache\n\n## Phase 5: Warm\n\n## Phase 6: Drop\n",
	"other/009-search.md": "# Mail\n\n## Step 1: Send\n\n## Step 2: Receive\n",
	"plans/TEMPLATE.md": "# Template\n\n## Phase 1: One\n",
};

function summaries(): DocumentSummary[] {
	return Object.entries(TEXTS).map(([path, text]) =>
		summarizePlan(
			read(text, { path, kind: path.endsWith("TEMPLATE.md") ? "template" : "plan" }),
			path.split("/")[0] ?? "",
		),
	);
}

/** What the dependency line of a phase in `plans/feed.md` (or another document) resolves to, as text. */
function resolved(line: string, path = "plans/feed.md"): string {
	const documents = summaries();
	const references = createPlanReferences(documents);
	const plan = read(`# X\n\n## Phase 1: One\n**Depends on**: ${line}\n\n## Phase 2: Two\n`, { path });
	const from = documents.find((document) => document.path === path);
	const dependency = plan.phases[0]?.dependencies[0];
	if (!from || dependency?.target.kind !== "plan") return dependency?.target.kind ?? "none";
	return described(references, from, dependency.target);
}

function described(
	references: PlanReferences,
	from: DocumentSummary,
	target: Parameters<PlanReferences["resolve"]>[1],
): string {
	const found = references.resolve(from, target);
	const missing = references.missing(from, target);
	if (missing) return `missing ${missing.path ?? missing.number}`;
	if (!found) return "nothing";
	if (found.unknownPhase) return `${found.document.path} unknown`;
	return [found.document.path, ...(found.phases ?? []).map((phase) => phase.name)].join(" ");
}

describe("a reference to another plan", () => {
	it.each([
		["[Search](search.md)", "plans/search.md"],
		["[Search](./search.md) Phase 2", "plans/search.md Phase 2"],
		["[the query](search.md#phase-2-query)", "plans/search.md Phase 2"],
		["[notes](search.md#notes)", "plans/search.md"],
		["search.md Phase 3", "plans/search.md Phase 3"],
		["`search.md` Phase 3", "plans/search.md Phase 3"],
		["[Search](search.md) Phases 1-2", "plans/search.md Phase 1 Phase 2"],
		["007-store.md Phase 1", "plans/sub/007-store.md Phase 1"],
		["Search Implementation Plan Phase 2", "plans/search.md Phase 2"],
		["Plan 7 Phase 2", "plans/sub/007-store.md Phase 2"],
		["Plan 007", "plans/sub/007-store.md"],
	])("is resolved in `%s`", (line, expected) => {
		expect(resolved(line)).toBe(expected);
	});

	it.each([
		["[Search](search.md) Phase 9", "plans/search.md unknown"],
		["[Search](search.md#phase-9-nothing)", "plans/search.md unknown"],
		["[Feed](gone.md)", "missing plans/gone.md"],
		["[Feed](../other/gone.md)", "missing other/gone.md"],
		["Plan 011 Phase 2", "missing 11"],
	])("that is wrong is told in `%s`", (line, expected) => {
		expect(resolved(line)).toBe(expected);
	});

	it("to a series that goes on from another file is not judged", () => {
		expect(resolved("[Cache](sub/008-cache.md) Phase 2")).toBe("plans/sub/008-cache.md");
	});

	it("to another series than the main one is not judged", () => {
		expect(resolved("[Mail](../other/009-search.md) Phase 7")).toBe("other/009-search.md");
	});

	it("by a number in a folder without numbers says nothing", () => {
		expect(resolved("Plan 12 Phase 1", "other/009-search.md")).toBe("nothing");
	});

	it("with words that are no title says nothing", () => {
		expect(resolved("Kitchen Phase 2")).toBe("nothing");
	});

	it("without a name is one to the plan itself", () => {
		const documents = summaries();
		const store = documents[2];
		const label = store?.phases[1]?.label;
		const found =
			store &&
			createPlanReferences(documents).resolve(store, {
				link: undefined,
				title: undefined,
				anchor: undefined,
				word: "phase",
				label,
			});
		expect(found?.phases).toEqual([store?.phases[1]]);
	});

	it("is answered from one table as long as the documents are the same", () => {
		const documents = summaries();
		expect(createPlanReferences(documents)).toBe(createPlanReferences(documents));
	});
});
