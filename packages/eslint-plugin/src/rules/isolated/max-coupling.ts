import type { Dependency, Phase, SourceRange } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Isolated: a phase that waits for many others is late whenever one of them is. */
export default definePlanRule({
	name: "max-coupling",
	principle: "isolated",
	preset: "strict",
	summary: "Disallow phases that depend on many others",
	messages: {
		phases:
			"{{phase}} depends on {{count}} other phases ({{names}}), more than {{max}}. Split it, or name only those whose results it uses itself.",
		plans:
			"{{phase}} depends on {{count}} other plans ({{names}}), more than {{max}}. Split it by what it takes from each of them.",
	},
	options: {
		maxPhases: {
			description: "How many other phases of its plan a phase may depend on.",
			schema: { type: "integer", minimum: 0 },
			default: 3,
		},
		maxPlans: {
			description: "How many other plans a phase may depend on.",
			schema: { type: "integer", minimum: 0 },
			default: 2,
		},
	},
	check({ plan, options, report }) {
		for (const phase of plan.allPhases) {
			if (phase.status?.tier === "dropped") continue;
			const phases = new Map<Phase, Dependency>();
			const plans = new Map<string, Dependency>();
			for (const dependency of phase.dependencies) {
				const { target } = dependency;
				if (target.kind === "phase") keepFirst(phases, target.phase, dependency);
				else if (target.kind === "plan") keepFirst(plans, target.link ?? target.title, dependency);
			}
			const data = { phase: phase.name, max: 0, count: 0, names: "" };
			if (phases.size > options.maxPhases) {
				const names = [...phases.keys()].map(({ name }) => name).join(", ");
				report(rangeOf(phases), "phases", { ...data, count: phases.size, max: options.maxPhases, names });
			}
			if (plans.size > options.maxPlans) {
				report(rangeOf(plans), "plans", {
					...data,
					count: plans.size,
					max: options.maxPlans,
					names: [...plans.keys()].join(", "),
				});
			}
		}
	},
});

function keepFirst<Key>(dependencies: Map<Key, Dependency>, key: Key, dependency: Dependency): void {
	if (!dependencies.has(key)) dependencies.set(key, dependency);
}

/** From the first reference to the last. */
function rangeOf(dependencies: ReadonlyMap<unknown, Dependency>): SourceRange {
	let [start, end] = [Number.POSITIVE_INFINITY, 0];
	for (const { range } of dependencies.values()) {
		start = Math.min(start, range.start);
		end = Math.max(end, range.end);
	}
	return { start, end };
}
