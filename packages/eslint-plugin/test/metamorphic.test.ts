import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.js";
import { type DrawnPlan, folderArbitrary, type FolderFinding, lintFolder, titlesArbitrary } from "./folder-of-plans.js";

/* What must not change when a folder of plans is written in another way. */

const CONFLICTS = { "no-write-conflicts": [], "no-read-conflicts": [] };
const ACROSS_PHASES = {
	...CONFLICTS,
	"no-undeclared-dependencies": [],
	"valid-dependencies": [],
	"no-dependency-cycles": [],
	"status-order": [],
	"status-agreement": [],
	"phase-numbering": [],
};
const runs = { numRuns: 25 };

function places(findings: readonly FolderFinding[]): string[] {
	return findings
		.map(({ rule, messageId, phase, others }) => `${rule} ${messageId} ${phase} with ${[...others].sort().join(", ")}`)
		.sort();
}

/** Pairs of phases that conflict, whichever of the two the finding stands in. */
function pairs(findings: readonly FolderFinding[]): string[] {
	const all = findings.flatMap(({ rule, phase, others }) =>
		others.map((other) => (rule === "no-write-conflicts" ? [phase, other].sort() : [phase, other]).join(" with ")),
	);
	return [...new Set(all)].sort();
}

/** Every phase that is part of a conflict. */
function involved(findings: readonly FolderFinding[]): string[] {
	return [...new Set(findings.flatMap(({ phase, others }) => [phase, ...others]))].sort();
}

describe("the findings of a folder", () => {
	it("are many, or these tests say nothing", () => {
		const sample = fc.sample(folderArbitrary(), { numRuns: 40, seed: 1 });
		const rules = new Set(sample.flatMap((plans) => lintFolder(plans, ACROSS_PHASES)).map(({ rule }) => rule));
		expect([...rules]).toEqual(
			expect.arrayContaining(["no-write-conflicts", "no-read-conflicts", "no-undeclared-dependencies"]),
		);
	});

	it("move with the phases when these get other numbers", () => {
		fc.assert(
			fc.property(folderArbitrary(), fc.integer({ min: 0, max: 40 }), (plans, by) => {
				const renumbered = plans.map((plan) => ({ ...plan, start: plan.start + by }));
				expect(places(lintFolder(renumbered, ACROSS_PHASES))).toEqual(places(lintFolder(plans, ACROSS_PHASES)));
			}),
			runs,
		);
	});

	it("stay with the phases when these get other names, whatever rule it is", () => {
		const all = Object.fromEntries(Object.keys(plugin.rules).map((name) => [name, []]));
		fc.assert(
			fc.property(folderArbitrary(), titlesArbitrary, (plans, titles) => {
				const renamed = plans.map((plan) => ({
					...plan,
					phases: plan.phases.map((phase, at) => ({ ...phase, title: titles[at] ?? "" })),
				}));
				expect(places(lintFolder(renamed, all))).toEqual(places(lintFolder(plans, all)));
			}),
			runs,
		);
	});

	it("tell of the same conflicts when the phases of plans with dependencies stand in another order", () => {
		fc.assert(
			fc.property(folderArbitrary({ isLinked: true, most: 1 }), fc.infiniteStream(fc.nat()), (plans, draws) => {
				const moved = plans.map((plan) => {
					const phases = plan.phases.map((phase) => ({ phase, at: draws.next().value as number }));
					return { ...plan, phases: phases.sort((a, b) => a.at - b.at).map(({ phase }) => phase) };
				});
				expect(pairs(lintFolder(moved, CONFLICTS))).toEqual(pairs(lintFolder(plans, CONFLICTS)));
			}),
			runs,
		);
	});
});

describe("a plan that is split in two", () => {
	it("has in the two together the conflicts it had, with itself and with others", () => {
		fc.assert(
			fc.property(folderArbitrary({ isLinked: true, most: 2 }), fc.nat(), (plans, draw) => {
				const [whole, ...others] = plans as [DrawnPlan, ...DrawnPlan[]];
				const at = 1 + (draw % (whole.phases.length - 1));
				const halves = [
					{ ...whole, name: `${whole.name}-1`, phases: whole.phases.slice(0, at) },
					{ ...whole, name: `${whole.name}-2`, phases: whole.phases.slice(at), start: whole.start + at },
				];
				// A half whose phases name none of their own is ordered as written, which is another order than the whole had.
				fc.pre(halves.every(({ phases }) => phases.length === 1 || namesItself(phases)));
				const rules = { "no-write-conflicts": [] };
				expect(involved(lintFolder([...halves, ...others], rules))).toEqual(involved(lintFolder(plans, rules)));
			}),
			runs,
		);
	});
});

function namesItself(phases: DrawnPlan["phases"]): boolean {
	return phases.some(({ on }) => on.some((key) => phases.some((phase) => phase.key === key)));
}

describe("a conflict of two plans", () => {
	const planOf = (key: string): string => key.slice(0, key.indexOf(" "));

	it("is reported in both, and in each names the other one or the path with how many write it", () => {
		fc.assert(
			fc.property(folderArbitrary({ most: 7 }), (plans) => {
				const findings = lintFolder(plans, { "no-write-conflicts": [] });
				for (const { phase, others } of findings) {
					for (const other of others.filter((each) => planOf(each) !== planOf(phase))) {
						const answers = findings.filter((each) => each.phase === other);
						const isAnswered = answers.some(
							(each) => each.messageId === "crowd" || each.others.some((key) => planOf(key) === planOf(phase)),
						);
						expect(isAnswered, `${other} about ${phase}`).toBe(true);
					}
				}
			}),
			runs,
		);
	});

	it("is the same whatever the order of the plans", () => {
		fc.assert(
			fc.property(folderArbitrary({ most: 7 }), (plans) => {
				expect(places(lintFolder([...plans].reverse(), CONFLICTS))).toEqual(places(lintFolder(plans, CONFLICTS)));
			}),
			runs,
		);
	});
});
