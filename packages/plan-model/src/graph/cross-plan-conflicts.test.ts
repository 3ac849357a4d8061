import { describe, expect, it } from "vitest";
import { findCrossPlanConflicts, type CrossPlanOptions } from "./cross-plan-conflicts.js";
import { tracked } from "../testing/tracked.js";
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
	const conflicts = findCrossPlanConflicts(documents, () => false, options);
	return documents.flatMap(({ path }) =>
		conflicts
			.of(path)
			.map(
				({ own, other, kind, witness, certain, ownWaits, crowd }) =>
					`${path} ${own.phase.label.text} ${kind} ${other.document.path} ${other.phase.label.text} at ${witness}${certain ? "!" : ""}${ownWaits ? " waits" : ""}${crowd ? ` of ${crowd.count}` : ""}`,
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

	it("tells nothing of what a plan that could not be read may order", () => {
		const unread = ["plans/big.md"];
		const waiting = [plan("a", [CREATES, { on: "big.md", ...CREATES }]), plan("b", [CREATES])];
		expect(find(waiting)).toHaveLength(3);
		expect(find([...waiting], { unread })).toEqual([
			"plans/a.md 1 create-create plans/b.md 1 at src/a.ts!",
			"plans/b.md 1 create-create plans/a.md 1 at src/a.ts! waits",
		]);
		const behind = [plan("a", [CREATES]), plan("b", [{ on: "c.md", ...CREATES }]), plan("c", [{ on: "big.md" }])];
		expect(find(behind, { unread })).toEqual([]);
		expect(find([plan("a", [CREATES]), plan("b", [CREATES])], { unread })).toHaveLength(2);
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

	it("has a single one with the crowd for each of many plans that write a path", () => {
		const documents = Array.from({ length: 5 }, (_, index) => plan(`p${index}`, [CREATES]));
		expect(find(documents)).toEqual(
			documents.map(({ path }, at) => {
				const first = at === 0 ? 1 : 0;
				return `${path} 1 create-create plans/p${first}.md 1 at src/a.ts!${at === 0 ? "" : " waits"} of 4`;
			}),
		);
	});

	it("counts of a crowd only the plans that nothing orders", () => {
		const documents = [
			...Array.from({ length: 6 }, (_, index) => plan(`p${index}`, [CREATES])),
			plan("q", [CREATES], { dependencies: [dependency("p0.md"), dependency("p4.md")] }),
		];
		const count = (path: string): number | undefined =>
			findCrossPlanConflicts(documents, () => false).of(path)[0]?.crowd?.count;
		expect([count("plans/p0.md"), count("plans/p1.md"), count("plans/p4.md"), count("plans/q.md")]).toEqual([
			5, 6, 5, 4,
		]);
	});

	it("tells every plan of a path that thousands write, in one finding each", () => {
		const documents = Array.from({ length: 3000 }, (_, index) => plan(`p${index}`, [CREATES]));
		const found = findCrossPlanConflicts(documents, () => false);
		expect(documents.every(({ path }) => found.of(path).length === 1)).toBe(true);
		expect(found.of("plans/p2999.md")[0]?.crowd).toMatchObject({ count: 1000, isMore: true });
	});

	describe("between two folders of plans", () => {
		const inPackage = (name: string, path: string, write = "create src/a.ts"): DocumentSummary =>
			plan(name, [{ writes: [write as "create src/a.ts"] }], { path, folder: path.slice(0, path.lastIndexOf("/")) });
		const x = inPackage("x", "packages/x/plans/x.md");
		const y = inPackage("y", "packages/y/plans/y.md");
		const repository = tracked({ "packages/x/src/b.ts": "", "packages/y/src/b.ts": "" });

		it("takes one path for two files where each package has its own", () => {
			expect(find([x, y], { repository })).toEqual([]);
		});

		it("says nothing of one path where nobody knows of which package it is", () => {
			expect(find([x, y])).toEqual([]);
		});

		it("finds the file that one writes from the root and the other from its package", () => {
			const root = inPackage("root", "plans/root.md", "create packages/x/src/a.ts");
			expect(find([x, y, root], { repository })).toEqual([
				"packages/x/plans/x.md 1 create-create plans/root.md 1 at packages/x/src/a.ts!",
				"plans/root.md 1 create-create packages/x/plans/x.md 1 at packages/x/src/a.ts! waits",
			]);
		});

		it("compares plans of one package as written", () => {
			expect(find([x, inPackage("z", "packages/x/plans/z.md")])).toEqual([
				"packages/x/plans/x.md 1 create-create packages/x/plans/z.md 1 at src/a.ts!",
				"packages/x/plans/z.md 1 create-create packages/x/plans/x.md 1 at src/a.ts! waits",
			]);
		});

		it("is not certain of a path at the root that may be one of several packages", () => {
			const [one, two] = [inPackage("a", "plans/a.md"), inPackage("b", "plans/b.md")];
			expect(find([one, two], { repository })).toEqual([]);
			expect(find([one, two], { repository, everyOpenPlan: true })).toHaveLength(2);
			expect(find([one, two], { repository })).toEqual([]);
		});
	});
});
