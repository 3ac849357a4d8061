import { describe, expect, it } from "vitest";
import type { Dependency, Heading, IndexEntry, Phase, Plan } from "../plan.js";
import { LineIndex } from "../text/source-range.js";
import { resolveIndexEntries, summarizePlan } from "./summary.js";

const text = "# A\n\n## Phase 1: One\n\nx\n\n## Phase 1: One\n";
const heading = (words: string, start: number): Heading =>
	({ text: { text: words }, range: { start, end: start + 1 } }) as Heading;

function plan(): Plan {
	const title = heading("A", 0);
	const headings = [title, heading("Phase 1: One", 5), heading("Phase 1: One {#second}", 26)];
	const label = { text: "1", parts: [1] };
	const dependency = (target: unknown): Dependency => ({ target, range: { start: 23, end: 24 } }) as Dependency;
	const phase = {
		name: "Phase 1",
		label,
		word: "Phase",
		title: { text: "One" },
		heading: headings[1],
		headingRange: { start: 5, end: 20 },
		status: { tier: "active" },
		declaresDependencies: true,
		writes: [{ path: "src/a.ts", pattern: false, directory: false, action: "create", range: { start: 23, end: 24 } }],
	};
	const dependencies = [
		dependency({ kind: "phase", phase }),
		dependency({ kind: "plan", link: "b.md", title: "B", label }),
		dependency({ kind: "text" }),
		dependency({ kind: "unknown-phase", label }),
	];
	return {
		path: "plans/a.md",
		kind: "plan",
		text,
		anchors: ["a", "phase-1-one", "phase-1-one-second", "second"],
		lines: new LineIndex(text),
		title,
		feature: "A",
		headings,
		status: { tier: "active", text: "In Progress" },
		phases: [{ ...phase, dependencies } as unknown as Phase],
		dependencies: [],
		frontMatter: { entries: new Map([["description", { values: [{ text: "About A" }] }]]) },
	} as unknown as Plan;
}

describe("summarizePlan", () => {
	it("says what other documents need to know", () => {
		const summary = summarizePlan(plan(), "plans");
		expect(summary).toMatchObject({
			path: "plans/a.md",
			folder: "plans",
			kind: "plan",
			title: "A",
			status: "active",
			statusText: "In Progress",
			titleLine: 1,
			description: "About A",
		});
		expect(summary.anchors).toEqual(["a", "phase-1-one", "phase-1-one-second", "second"]);
		expect(summary.phases).toMatchObject([
			{
				name: "Phase 1",
				title: "One",
				line: 3,
				anchor: "phase-1-one",
				status: "active",
				writes: [{ path: "src/a.ts", action: "create", line: 5 }],
			},
		]);
		expect(summary.phases[0]?.dependencies).toMatchObject([
			{ word: "Phase", label: { text: "1" } },
			{ link: "b.md", title: "B" },
		]);
	});

	it("names a path once for an action, and none of what is finished", () => {
		const open = plan();
		const [phase] = open.phases as [Phase];
		const twice = [...phase.writes, ...phase.writes];
		const writesWith = (changes: object): number | undefined =>
			summarizePlan({ ...open, phases: [{ ...phase, writes: twice, ...changes }] }, "plans").phases[0]?.writes.length;
		expect([writesWith({}), writesWith({ status: { tier: "done" } })]).toEqual([1, 0]);
		expect(summarizePlan({ ...open, kind: "archive" }, "plans").phases[0]?.writes).toEqual([]);
	});

	it("is what JSON keeps", () => {
		const summary = summarizePlan(plan(), "plans");
		expect(JSON.parse(JSON.stringify(summary))).toStrictEqual(summary);
	});
});

describe("resolveIndexEntries", () => {
	it.each<[IndexEntry["form"], string, string | undefined]>([
		["link", "a.md", "plans/a.md"],
		["link", "topic/", "plans/topic/README.md"],
		["link", "gone.md", "plans/gone.md"],
		["link", "https://example.org", undefined],
		["code", "a", "plans/a.md"],
		["text", "plans/a.md", "plans/a.md"],
	])("%s %s", (form, url, target) => {
		const documents = new Set(["plans/a.md", "plans/topic/README.md"]);
		expect(
			resolveIndexEntries("plans/README.md", [{ form, url } as IndexEntry], (path) => documents.has(path))[0]?.target,
		).toBe(target);
	});
});
