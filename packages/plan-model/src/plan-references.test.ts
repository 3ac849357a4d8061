import { describe, expect, it } from "vitest";
import { readLabelAt } from "./phase-label.js";
import { createPlanReferences } from "./plan-references.js";
import type { DependencySummary, DocumentSummary, PhaseSummary } from "./workspace.js";

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
];
const references = createPlanReferences([SEARCH, ...OTHERS]);

function resolve(dependency: Partial<DependencySummary>, from: DocumentSummary = SEARCH): string {
	const found = references.resolve(from, {
		link: undefined,
		title: undefined,
		anchor: undefined,
		word: undefined,
		label: undefined,
		line: 1,
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
	])("resolves %j", (dependency, expected) => {
		expect(resolve(dependency)).toBe(expected);
	});
});
