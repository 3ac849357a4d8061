import { describe, expect, it } from "vitest";
import type { DocumentKind } from "../plan.js";
import { planProgress } from "./plan-progress.js";
import { summarizePlan } from "../workspace/summary.js";
import { read } from "../testing/read.js";
import type { DocumentSummary } from "../workspace/workspace.js";

/** A phase: what its title ends with, and what it depends on. */
type PhaseText = readonly [mark: string, dependsOn?: string];

function plan(name: string, phases: readonly PhaseText[], head = "", kind: DocumentKind = "plan"): DocumentSummary {
	const texts = phases.map(
		([mark, dependsOn], at) =>
			`### Phase ${at + 1}: Part ${mark}\n${dependsOn === undefined ? "" : `**Depends on**: ${dependsOn}\n`}`,
	);
	return summarizePlan(
		read(`# ${name}\n\n${head}\n\n${texts.join("\n")}`, { path: `plans/${name}.md`, kind }),
		"plans",
	);
}

function progress(documents: readonly DocumentSummary[], unread: readonly string[] = []): string[] {
	const [first] = documents;
	if (!first) throw new Error("A plan was asked for.");
	return planProgress(first, documents, unread).phases.map(({ state, waitsFor }) =>
		[
			state,
			...waitsFor.map(
				({ document, phase, isDropped }) =>
					`${document.path.slice(6, -3)}${phase ? ` ${phase.label.text}` : ""}${isDropped ? " (dropped)" : ""}`,
			),
		].join(" < "),
	);
}

describe(planProgress, () => {
	it("takes a plan without dependencies in the order in which it is written", () => {
		expect(progress([plan("a", [["✅"], [""], [""]])])).toEqual(["done", "ready", "waiting < a 2"]);
		expect(progress([plan("a", [["", "None"], ["🚫 Dropped"], [""]])])).toEqual(["ready", "dropped", "waiting < a 1"]);
	});

	it("goes by dependencies where a phase names another one", () => {
		const phases: PhaseText[] = [["✅"], ["", "Phase 1"], ["", "Phase 1"], ["", "Phases 2-3"]];
		expect(progress([plan("a", phases)])).toEqual(["done", "ready", "ready", "waiting < a 2 < a 3"]);
	});

	it("waits for phases of other plans, and for plans as a whole", () => {
		const other = plan("b", [["✅"], [""]]);
		const phases: PhaseText[] = [
			["", "[b](b.md) Phase 1"],
			["", "Phase 1, [b](b.md) Phase 2"],
			["", "[b](b.md)"],
		];
		expect(progress([plan("a", phases), other])).toEqual(["ready", "waiting < a 1 < b 2", "waiting < b"]);
		expect(progress([plan("a", [[""]], "**Depends on**: [b](b.md)"), other])).toEqual(["waiting < b"]);
	});

	it("takes what is archived, or all ticked off, for done, and what is dropped for never done", () => {
		const a = plan("a", [["", "[b](b.md)"]]);
		expect(progress([a, plan("b", [["✅"]])])).toEqual(["ready"]);
		expect(progress([a, plan("b", [[""]], "", "archive")])).toEqual(["ready"]);
		expect(progress([a, plan("b", [[""]], "**Status**: 🚫 Dropped")])).toEqual(["waiting < b (dropped)"]);
		expect(progress([plan("a", [["🚫 Dropped"], ["", "Phase 1"]])])).toEqual(["dropped", "waiting < a 1 (dropped)"]);
	});

	it("waits for a plan that could not be read", () => {
		const unread = ["plans/b.md"];
		expect(progress([plan("a", [["", "[b](b.md) Phase 1"]])], unread)).toEqual(["waiting < b"]);
		expect(progress([plan("a", [[""]], "**Depends on**: [b](b.md)")], unread)).toEqual(["waiting < b"]);
		expect(progress([plan("a", [["", "[c](c.md)"]])], unread)).toEqual(["ready"]);
		expect(progress([plan("a", [["✅", "[b](b.md)"]])], unread)).toEqual(["done"]);
	});

	it("lets a plan speak for phases that say nothing", () => {
		expect(progress([plan("a", [[""], [""]], "**Status**: ✅ Done")])).toEqual(["done", "done"]);
		expect(progress([plan("a", [["🔄 In Progress"], [""]], "**Status**: ⛔ Blocked")])).toEqual([
			"active",
			"blocked < a 1",
		]);
	});

	it("counts what is done, without what was dropped", () => {
		const a = plan("a", [["✅"], ["🚫 Dropped"], [""]]);
		expect(planProgress(a, [a])).toMatchObject({ done: 1, total: 2 });
	});

	it("ends where phases wait for each other, and ignores what is not there", () => {
		expect(
			progress([
				plan("a", [
					["", "Phase 2"],
					["", "Phase 1"],
				]),
			]),
		).toEqual(["waiting < a 2", "waiting < a 1"]);
		expect(progress([plan("a", [["", "Phase 9, [x](x.md), the team"]])])).toEqual(["ready"]);
	});
});
