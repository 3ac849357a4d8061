import { createPlanGraph, phaseCycles, type Plan, type PlanCycleStep } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Consistent: phases that wait for each other can never begin. */
export default definePlanRule({
	name: "no-dependency-cycles",
	principle: "consistent",
	preset: "recommended",
	kinds: ["plan", "archive"],
	needs: ["workspace?"],
	summary: "Disallow dependencies that go round in a circle, inside a plan and across plans",
	messages: {
		phases: "Phases of this plan wait for each other: {{path}}. Take out the dependency that does not hold.",
		plans:
			"Plans wait for each other: {{path}}. Take out the dependency that does not hold, here or in the other {{others}}.",
	},
	check({ plan, workspace, report }) {
		for (const { phases, edge } of phaseCycles(plan).cycles) {
			const [first] = phases;
			const path = [...phases, first].flatMap((phase) =>
				phase ? [`${phase.name} (line ${plan.lines.position(phase.headingRange.start).line})`] : [],
			);
			report(edge.expandedFrom ?? edge, "phases", { path: path.join(" → ") });
		}

		if (!namesOtherPlans(plan) || workspace?.problem !== undefined) return;
		const own = plan.path === undefined ? undefined : workspace?.document(plan.path);
		if (!workspace || !own) return;
		const graph = createPlanGraph(workspace.documents);
		/** A cycle that leaves this plan at two places is told at the first. */
		const told = new Set<string>();
		for (const [phase, dependencies] of [
			[undefined, plan.dependencies] as const,
			...plan.phases.map((each, at) => [at, each.dependencies] as const),
		]) {
			for (const dependency of dependencies) {
				if (dependency.target.kind !== "plan") continue;
				const cycle = graph.cycleThrough(own, phase, dependency.target);
				const key = cycle && [...cycle].map(placeOf).sort().join("\n");
				if (!cycle || key === undefined || told.has(key)) continue;
				told.add(key);
				const others = new Set(cycle.map((step) => step.document.path)).size - 1;
				report(dependency, "plans", {
					path: [...cycle, ...cycle.slice(0, 1)].map(placeOf).join(" → "),
					others: others === 1 ? "plan" : "plans",
				});
			}
		}
	},
});

function namesOtherPlans(plan: Plan): boolean {
	return [plan.dependencies, ...plan.phases.map((phase) => phase.dependencies)].some((dependencies) =>
		dependencies.some(({ target }) => target.kind === "plan"),
	);
}

function placeOf({ document, phase }: PlanCycleStep): string {
	return phase ? `${phase.name} of ${document.path} (line ${phase.line})` : document.path;
}
