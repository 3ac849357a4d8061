import { describe, expect, it } from "vitest";
import type { Plan } from "../plan.js";
import { serialCycle } from "./serial-plans.js";
import { summarizePlan } from "../workspace/summary.js";
import { read } from "../testing/read.js";
import type { Workspace } from "../workspace/workspace.js";

const plan = (name: string, dependencies: readonly string[], head = ""): Plan =>
	read(
		`# ${name}\n${head}${dependencies.map((each, at) => `\n### Phase ${at + 1}: P\n**Depends on**: ${each}\n`).join("")}`,
		{ path: `plans/${name}.md` },
	);

function cycles(...plans: readonly Plan[]): string[] {
	const documents = plans.map((each) => summarizePlan(each, "plans"));
	const workspace = {
		documents,
		document: (path: string) => documents.find((each) => each.path === path),
	} as unknown as Workspace;
	return plans.map((each) => {
		const cycle = serialCycle(each, workspace);
		return cycle
			? cycle.edges
					.map(
						({ from, phase, to, on }) => `${from.title}${phase?.label.text ?? ""}>${to.title}${on?.label.text ?? ""}`,
					)
					.join(" ")
			: "";
	});
}

describe("serialCycle", () => {
	it("finds plans that depend on each other in turns, from each of them", () => {
		expect(cycles(plan("a", ["None", "[b](b.md) Phase 1"]), plan("b", ["[a](a.md) Phase 1"]))).toEqual([
			"a2>b1 b1>a1",
			"b1>a1 a2>b1",
		]);
	});

	it("finds a cycle through a third plan", () => {
		const found = cycles(
			plan("a", ["None", "[b](b.md) Phase 1"]),
			plan("b", ["[c](c.md) Phase 1"]),
			plan("c", ["[a](a.md) Phase 1"]),
		);
		expect(found[0]).toBe("a2>b1 b1>c1 c1>a1");
	});

	it("finds nothing where one plan can come first", () => {
		expect(cycles(plan("a", ["None", "[b](b.md) Phase 1"]), plan("b", ["None"]))).toEqual(["", ""]);
	});

	it("leaves phases that wait in a circle to no-dependency-cycles", () => {
		expect(cycles(plan("a", ["[b](b.md) Phase 1"]), plan("b", ["[a](a.md) Phase 1"]))).toEqual(["", ""]);
	});

	it("takes what is finished for no obstacle", () => {
		expect(
			cycles(plan("a", ["None", "[b](b.md) Phase 1"]), plan("b", ["[a](a.md) Phase 1"], "\n**Status**: Done\n")),
		).toEqual(["", ""]);
		const done = plan("a", ["None", "[b](b.md) Phase 1"]).text.replace("1: P", "1: P ✅");
		expect(cycles(read(done, { path: "plans/a.md" }), plan("b", ["[a](a.md) Phase 1"]))).toEqual(["", ""]);
	});
});
