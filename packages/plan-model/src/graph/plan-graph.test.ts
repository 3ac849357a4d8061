import { describe, expect, it } from "vitest";
import { createPlanGraph } from "./plan-graph.js";
import { summarizePlan } from "../workspace/summary.js";
import { read } from "../testing/read.js";
import type { DocumentSummary } from "../workspace/workspace.js";

/** Plans whose phases depend on the given lines, in their order. */
function workspace(plans: Readonly<Record<string, readonly string[]>>): DocumentSummary[] {
	return Object.entries(plans).map(([name, lines]) => {
		const phases = lines.map((line, at) => `### Phase ${at + 1}: P\n**Depends on**: ${line}\n`);
		return summarizePlan(read(`# ${name}\n\n${phases.join("\n")}`, { path: `plans/${name}.md` }), "plans");
	});
}

/** The cycle through the first dependency on another plan of a phase. */
function cycle(documents: readonly DocumentSummary[], path: string, phase: number): string[] | undefined {
	const from = documents.find((document) => document.path === `plans/${path}.md`);
	const reference = from?.phases[phase]?.dependencies.find(({ link }) => link !== undefined);
	if (!from || !reference) throw new Error("There is no such dependency.");
	return createPlanGraph(documents)
		.cycleThrough(from, phase, reference)
		?.map((step) => `${step.document.path.slice(6, -3)}${step.phase ? ` ${step.phase.label.text}` : ""}`);
}

describe(createPlanGraph, () => {
	it("finds the shortest way round, from the plan that is asked for", () => {
		const documents = workspace({
			a: ["[b](b.md) Phase 1"],
			b: ["[c](c.md) Phase 2"],
			c: ["None", "[a](a.md) Phase 1"],
		});
		expect(cycle(documents, "a", 0)).toEqual(["a 1", "b 1", "c 2"]);
		expect(cycle(documents, "c", 1)).toEqual(["c 2", "a 1", "b 1"]);
	});

	it("goes through phases of the own plan", () => {
		const documents = workspace({ a: ["[b](b.md) Phase 1", "Phase 1"], b: ["[a](a.md) Phase 2"] });
		expect(cycle(documents, "a", 0)).toEqual(["a 1", "b 1", "a 2"]);
	});

	it("takes a plan as a whole for all its phases", () => {
		const documents = workspace({ a: ["[b](b.md)"], b: ["None", "[a](a.md) Phase 1"] });
		expect(cycle(documents, "a", 0)).toEqual(["a 1", "b 2"]);
	});

	it("finds none where phases of two plans take turns", () => {
		const documents = workspace({ a: ["None", "[b](b.md) Phase 1"], b: ["[a](a.md) Phase 1"] });
		expect(cycle(documents, "a", 1)).toBeUndefined();
	});

	it("leaves dropped plans out", () => {
		const [a, b] = workspace({ a: ["[b](b.md)"], b: ["[a](a.md)"] });
		if (!a || !b) throw new Error("Two plans were asked for.");
		expect(cycle([a, { ...b, status: "dropped" }], "a", 0)).toBeUndefined();
	});

	it("copes with a hundred plans in one circle", () => {
		const count = 100;
		const plans = Object.fromEntries(
			Array.from({ length: count }, (_, at) => [`p${at}`, [`[next](p${(at + 1) % count}.md) Phase 1`]]),
		);
		expect(cycle(workspace(plans), "p50", 0)).toHaveLength(count);
	});
});
