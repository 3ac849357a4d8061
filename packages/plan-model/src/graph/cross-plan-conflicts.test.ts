import { describe, expect, it } from "vitest";
import { findCrossPlanConflicts, type CrossPlanOptions } from "./cross-plan-conflicts.js";
import { readLabelAt } from "../text/phase-label.js";
import type { DependencySummary, DocumentSummary, PhaseSummary, WriteSummary } from "../workspace/workspace.js";

interface PhaseFixture {
	readonly writes?: readonly `${WriteSummary["action"]} ${string}`[];
	readonly on?: string;
	readonly status?: PhaseSummary["status"];
}

/** `other.md`, `other.md 2` or `2`. */
function dependency(text: string): DependencySummary {
	const [, link, label] = /^(\S+\.md)?\s*(\d+)?$/u.exec(text) ?? [];
	return {
		link,
		title: undefined,
		anchor: undefined,
		word: undefined,
		label: label === undefined ? undefined : readLabelAt(label, 0),
	};
}

function phase({ writes = [], on, status }: PhaseFixture, index: number): PhaseSummary {
	const label = readLabelAt(String(index + 1), 0);
	if (!label) throw new Error("There is always a label.");
	return {
		name: `Phase ${label.text}`,
		label,
		title: "",
		line: index,
		anchor: undefined,
		status,
		declaresDependencies: on !== undefined,
		dependencies: on === undefined ? [] : [dependency(on)],
		writes: writes.map((text) => {
			const [action = "", path = ""] = text.split(" ");
			return {
				path: path.replace(/\/$/u, ""),
				pattern: path.includes("*"),
				directory: path.endsWith("/"),
				action: action as WriteSummary["action"],
				line: 1,
			};
		}),
	};
}

function plan(name: string, phases: readonly PhaseFixture[], more: Partial<DocumentSummary> = {}): DocumentSummary {
	return {
		path: `plans/${name}.md`,
		folder: "plans",
		kind: "plan",
		title: name,
		feature: name,
		status: undefined,
		statusText: undefined,
		titleLine: 1,
		phases: phases.map(phase),
		anchors: [],
		description: undefined,
		dependencies: [],
		...more,
	};
}

function find(documents: readonly DocumentSummary[], options?: CrossPlanOptions): string[] {
	return [...findCrossPlanConflicts(documents, options)].flatMap(([path, conflicts]) =>
		conflicts.map(
			({ own, other, kind, witness, certain, ownWaits }) =>
				`${path} ${own.phase.label.text} ${kind} ${other.document.path} ${other.phase.label.text} at ${witness}${certain ? "!" : ""}${ownWaits ? " waits" : ""}`,
		),
	);
}

const CREATES: PhaseFixture = { writes: ["create src/a.ts"] };
const CHANGES: PhaseFixture = { writes: ["change src/a.ts"] };

describe(findCrossPlanConflicts, () => {
	it("lists create against create under both plans", () => {
		expect(find([plan("a", [CREATES]), plan("b", [{}, CREATES])])).toEqual([
			"plans/a.md 1 create-create plans/b.md 2 at src/a.ts!",
			"plans/b.md 2 create-create plans/a.md 1 at src/a.ts! waits",
		]);
	});

	it.each([
		["done plans", [plan("a", [CREATES]), plan("b", [CREATES], { status: "done" })]],
		["archived plans", [plan("a", [CREATES]), plan("b", [CREATES], { kind: "archive" })]],
		["done phases", [plan("a", [CREATES]), plan("b", [{ ...CREATES, status: "done" }])]],
		["changes of plans that have not begun", [plan("a", [CHANGES]), plan("b", [CHANGES], { status: "active" })]],
		[
			"a plan that waits for the other as a whole",
			[plan("a", [CREATES]), plan("b", [CREATES], { dependencies: [dependency("a.md")] })],
		],
		["a phase that waits for the other plan", [plan("a", [CREATES]), plan("b", [{ on: "a.md" }, CREATES])]],
		["a phase that waits for the other phase", [plan("a", [CREATES, {}]), plan("b", [{ ...CREATES, on: "a.md 1" }])]],
		["phases behind one that waits", [plan("a", [CREATES, {}]), plan("b", [{ on: "a.md 2" }, CREATES])]],
	])("tells nothing of %s", (_name, documents) => {
		expect(find(documents)).toEqual([]);
	});

	it("tells of phases that a dependency between the plans does not order", () => {
		expect(find([plan("a", [{}, CREATES]), plan("b", [{ on: "a.md 1" }, CREATES])])).toHaveLength(2);
	});

	it("tells weaker kinds of plans that have begun, or of every open one", () => {
		const begun = { status: "active" } as const;
		expect(find([plan("a", [CHANGES], begun), plan("b", [{ status: "done" }, CHANGES])])).toEqual([
			"plans/a.md 1 change-change plans/b.md 2 at src/a.ts",
			"plans/b.md 2 change-change plans/a.md 1 at src/a.ts waits",
		]);
		expect(
			find([plan("a", [CHANGES]), plan("b", [{ writes: ["create src/"] }])], { everyOpenPlan: true }),
		).toHaveLength(2);
	});

	it("lets the plan that has not begun wait", () => {
		expect(find([plan("a", [CREATES]), plan("b", [CREATES], { status: "active" })])[0]).toContain("waits");
	});

	it("names a few others, not all of many", () => {
		const documents = Array.from({ length: 500 }, (_, index) => plan(`p${index}`, [CREATES]));
		const found = findCrossPlanConflicts(documents);
		expect(found.size).toBe(500);
		expect(Math.max(...[...found.values()].map((conflicts) => conflicts.length))).toBeLessThan(5);
	});
});
