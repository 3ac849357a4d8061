import { definePlanRule } from "../../define-plan-rule.js";

/** Durable: who comes to a long plan later sees at a glance how its phases hang together. */
export default definePlanRule({
	name: "require-diagram",
	principle: "durable",
	preset: "off",
	summary: "Require a diagram in plans with many phases",
	messages: {
		missing:
			"This plan has {{count}} phases and no diagram. Draw how they depend on each other, as a Mermaid fence or an image.",
	},
	options: {
		maxPhases: {
			description: "How many phases a plan may have without a diagram.",
			schema: { type: "integer", minimum: 0 },
			default: 5,
		},
	},
	check({ plan, options, report }) {
		const count = plan.phases.length;
		if (count <= options.maxPhases || plan.diagrams.length > 0) return;
		report(plan.title?.textRange ?? { start: 0, end: 0 }, "missing", { count });
	},
});
