import {
	createPlanReferences,
	type Dependency,
	type Plan,
	type Status,
	type Tier,
	type Workspace,
} from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Consistent: nothing is further along than what it waits for. */
export default definePlanRule({
	name: "status-order",
	principle: "consistent",
	preset: "recommended",
	needs: ["workspace?"],
	summary: "Disallow phases and plans that are further along than what they depend on",
	messages: {
		ahead:
			"{{subject}} is {{tier}} (line {{line}}), but depends on {{on}} ({{where}}), which is {{otherTier}}. Finish that first, or correct the status that is out of date.",
	},
	check({ plan, workspace, report }) {
		const line = (start: number): number => plan.lines.position(start).line;
		const compare = (subject: string, status: Status | undefined, dependencies: readonly Dependency[]): void => {
			const own = status?.contradiction ? undefined : rank(status?.tier);
			if (!status?.tier || own === undefined || own === 0) return;
			/** A range (`Phases 1-3`) is told once, for the first phase that is behind. */
			const told = new Set<number>();
			for (const dependency of dependencies) {
				const part = dependency.expandedFrom ?? dependency;
				const on = behind(plan, workspace, dependency, own);
				if (!on || told.has(part.range.start)) continue;
				told.add(part.range.start);
				report(part, "ahead", {
					subject,
					tier: SAID[status.tier],
					line: line(status.range.start),
					on: on.name,
					where: on.where,
					otherTier: SAID[on.tier],
				});
			}
		};
		compare("The plan", plan.status, plan.dependencies);
		for (const phase of plan.allPhases) compare(phase.name, phase.status, phase.dependencies);
	},
});

const SAID: Readonly<Record<Tier, string>> = {
	planned: "planned",
	active: "in progress",
	done: "done",
	blocked: "blocked",
	dropped: "dropped",
};

/** Blocked compares as active; what is dropped, and what says nothing, compares with nothing. PLAN-FORMAT, "Status". */
function rank(tier: Tier | undefined): number | undefined {
	if (tier === undefined || tier === "dropped") return undefined;
	return tier === "planned" ? 0 : tier === "done" ? 2 : 1;
}

interface Behind {
	readonly name: string;
	readonly where: string;
	readonly tier: Tier;
}

/** What a dependency points at, if that is less far along. */
function behind(plan: Plan, workspace: Workspace | undefined, { target }: Dependency, own: number): Behind | undefined {
	const isBehind = (tier: Tier | undefined): tier is Tier => (rank(tier) ?? own) < own;
	if (target.kind === "phase") {
		const { status, name, headingRange } = target.phase;
		if (!status || status.contradiction || !isBehind(status.tier)) return undefined;
		return { name, where: `line ${plan.lines.position(headingRange.start).line}`, tier: status.tier };
	}
	const from =
		target.kind === "plan" && plan.path !== undefined && workspace && workspace.problem === undefined
			? workspace.document(plan.path)
			: undefined;
	if (target.kind !== "plan" || !workspace || !from) return undefined;
	const found = createPlanReferences(workspace.documents).resolve(from, target);
	// What is archived is finished, whatever its status says: archive-agreement tells of that.
	if (!found || found.document === from || found.document.kind !== "plan") return undefined;
	const phase = found.phases?.find((each) => isBehind(each.status));
	if (phase?.status)
		return { name: `${phase.name} of ${found.document.path}`, where: `line ${phase.line}`, tier: phase.status };
	if (found.phases || !isBehind(found.document.status)) return undefined;
	return { name: found.document.path, where: `line ${found.document.titleLine}`, tier: found.document.status };
}
