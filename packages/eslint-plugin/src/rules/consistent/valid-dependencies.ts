import { type Dependency, type DependencyFault, dependencyFaults, type Phase, type Plan, type TextEdit, withoutDependency } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import { nearestName } from "../../nearest-name.js";

/** Consistent: a plan is carried out from the top down, so what a phase leans on is there and stands above it. */
export default definePlanRule({
	name: "valid-dependencies",
	principle: "consistent",
	preset: "recommended",
	kinds: ["plan", "archive"],
	needs: ["workspace?"],
	summary: "Disallow dependencies on phases and plans that do not exist, on later phases, on the phase itself, and twice",
	fixable: "code",
	hasSuggestions: true,
	messages: {
		unknown: "{{subject}} depends on {{on}}, which this plan does not have. Correct the number, or add the phase.",
		unknownElsewhere: '{{subject}} depends on "{{on}}", but {{path}} has no such phase. Correct the reference, or add the phase there.',
		missingPlan: '{{subject}} depends on "{{on}}", but there is no {{path}}. Correct the reference, or add the plan.',
		missingNumber: '{{subject}} depends on "{{on}}", but no plan has the number {{number}}. Correct the number, or add the plan.',
		itself: '{{subject}} (line {{line}}) depends on itself ("{{on}}"). Name what it waits for, or write "None".',
		later: "{{subject}} (line {{line}}) depends on {{on}} (line {{otherLine}}), which comes later. Move that phase up, or correct the number.",
		twice: '{{subject}} names "{{on}}" a second time; "{{first}}" on line {{line}} says it. Keep one of the two.',
		replace: 'Depend on "{{name}}".',
	},
	check({ plan, workspace, report }) {
		for (const fault of dependencyFaults(plan, workspace)) {
			const { dependency, phase } = fault;
			const part = dependency.expandedFrom ?? dependency;
			const subject = phase?.name ?? "The plan";
			const on = part.text;
			const line = lineOf(plan, phase?.headingRange.start ?? 0);
			const suggest = nearestPhase(fault).map(({ name, edit }) => ({ messageId: "replace" as const, data: { name }, edits: [edit] }));
			switch (fault.kind) {
				case "unknown-phase":
					report(part, "unknown", { subject, on: nameOf(fault.word, fault.label.text, phase) }, { suggest });
					break;
				case "unknown-phase-elsewhere":
					report(part, "unknownElsewhere", { subject, on, path: fault.document.path });
					break;
				case "missing-plan":
					if (fault.missing.path === undefined) report(part, "missingNumber", { subject, on, number: fault.missing.number });
					else report(part, "missingPlan", { subject, on, path: fault.missing.path });
					break;
				case "itself":
					report(part, "itself", { subject, on, line }, { suggest });
					break;
				case "later":
					report(part, "later", { subject, line, on: fault.on.name, otherLine: lineOf(plan, fault.on.headingRange.start) }, { suggest });
					break;
				case "twice": {
					const edit = withoutDependency(plan, dependency, phase?.dependencies ?? plan.dependencies);
					report(part, "twice", { subject, on, first: fault.first.text, line: lineOf(plan, fault.first.range.start) }, { fix: edit ? [edit] : [] });
				}
			}
		}
	},
});
