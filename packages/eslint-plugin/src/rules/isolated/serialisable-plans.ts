import { serialCycle, type SerialEdge } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Isolated: a plan can be carried out, reviewed and given up alone, whatever others are under way. */
export default definePlanRule({
	name: "serialisable-plans",
	principle: "isolated",
	preset: "strict",
	needs: ["workspace"],
	summary: "Disallow plans that cannot be carried out one after the other",
	messages: {
		interleaved:
			"{{plans}} cannot be carried out one after the other: {{edges}}. At best they run interleaved; move the phases that wait into the plan that they wait for, or make one plan of them.",
	},
	check({ plan, workspace, report }) {
		const cycle = serialCycle(plan, workspace);
		if (!cycle) return;
		const others = [...new Set(cycle.edges.slice(1).map(({ from }) => `\`${from.path}\``))];
		report(cycle.dependency, "interleaved", {
			plans: `This plan and ${listed(others)}`,
			edges: listed(cycle.edges.map(describe)),
		});
	},
});

function describe({ from, phase, to, on }: SerialEdge): string {
	const subject = phase ? `${phase.name} of \`${from.path}\` (line ${phase.line})` : `\`${from.path}\``;
	return `${subject} needs ${on ? `${on.name} of ` : ""}\`${to.path}\``;
}

function listed(parts: readonly string[]): string {
	return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
