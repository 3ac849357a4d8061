import { describe, expect, it } from "vitest";
import { readLabelAt, type Label } from "../text/phase-label.js";
import { decodeSummaries, encodeSummaries } from "./summary-code.js";
import type { DependencySummary, DocumentSummary } from "./workspace.js";

const label = (text: string): Label => readLabelAt(text, 0) as Label;
const on = (more: Partial<DependencySummary>): DependencySummary => ({
	link: undefined,
	title: undefined,
	anchor: undefined,
	word: undefined,
	label: undefined,
	...more,
});

function summary(path: string): DocumentSummary {
	return {
		path,
		folder: "plans",
		kind: "plan",
		title: "Search Implementation Plan",
		feature: "Search",
		status: "active",
		statusText: "🔄 In Progress",
		titleLine: 3,
		phases: [
			{
				name: "Phase IV",
				label: label("IV"),
				title: "Store",
				line: 9,
				anchor: "phase-iv-store",
				status: undefined,
				declaresDependencies: true,
				dependencies: [
					on({ word: "Phase", label: label("1-3") }),
					on({ link: "b.md", anchor: "x" }),
					on({ title: "B" }),
				],
				writes: [
					{ path: "src/a.ts", pattern: false, directory: false, action: "create", line: 11 },
					{ path: "src/*", pattern: true, directory: false, action: "change", line: 12 },
					{ path: "docs", pattern: false, directory: true, action: "delete", line: 13 },
				],
			},
			{
				name: "Phase 5+",
				label: label("5+"),
				title: "",
				line: 20,
				anchor: undefined,
				status: "done",
				declaresDependencies: false,
				dependencies: [],
				writes: [],
			},
		],
		anchors: ["search", "phase-iv-store"],
		description: undefined,
		dependencies: [on({ link: "b.md" })],
	};
}

const through = (all: readonly DocumentSummary[]): DocumentSummary[] =>
	decodeSummaries(JSON.parse(JSON.stringify(encodeSummaries(all))) as unknown[]);

describe("encoded summaries", () => {
	it("come back as they were", () => {
		const all = [summary("plans/a.md"), { ...summary("plans/b.md"), status: undefined, phases: [], anchors: [] }];
		expect(through(all)).toStrictEqual(all);
	});

	it("share what they say alike", () => {
		const [a, b] = through([summary("plans/a.md"), summary("plans/b.md")]);
		expect(a?.phases[0]?.label).toBe(b?.phases[0]?.label);
		expect(a?.phases[0]?.dependencies).toBe(b?.phases[0]?.dependencies);
		expect(a?.dependencies).toBe(b?.dependencies);
	});

	it("are refused with an infinite part of a label, which a file may hold and none of ours does", () => {
		const written = JSON.stringify(encodeSummaries([summary("plans/a.md")]));
		expect(written).toContain("[5]");
		expect(() => decodeSummaries(JSON.parse(written.replace("[5]", "[1e999]")) as unknown[])).toThrow(
			"no part of a label",
		);
	});

	it("are refused wherever a member is something else", () => {
		const encoded = encodeSummaries([summary("plans/a.md")]);
		let refused = 0;
		// Every value of the whole tree in turn becomes one that fits nowhere.
		const spoil = (part: unknown[]): void => {
			for (const [at, value] of part.entries()) {
				for (const wrong of [{}, true, 1.5, 9e9, null]) {
					part[at] = wrong;
					try {
						decodeSummaries(encoded);
						// A line or an offset may be any number, and a part of a label any number or text.
						expect(wrong).toSatisfy((each) => typeof each === "number");
					} catch (error) {
						expect(error).toBeInstanceOf(TypeError);
						refused++;
					}
				}
				part[at] = value;
				if (Array.isArray(value)) spoil(value as unknown[]);
			}
		};
		const copy = JSON.parse(JSON.stringify(encoded)) as unknown[];
		(encoded as unknown as unknown[]).splice(0, encoded.length, ...copy);
		spoil(encoded as unknown as unknown[]);
		expect(refused).toBeGreaterThan(100);
		for (const other of [[], [[], [], []], [[], [], [], [[1]]], [["x"], [], [], {}]])
			expect(() => decodeSummaries(other)).toThrow(TypeError);
	});
});
