import {
	findNumberingFaults,
	findPastedPlans,
	isInConflict,
	labelKey,
	mayBeNamedElsewhere,
	type NumberingFault,
	type Phase,
	type Plan,
	renumberPhases,
	type Renumbering,
	type Workspace,
} from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";

/** Structure: a number names one phase, and the numbers say in which order the phases come. */
export default definePlanRule({
	name: "phase-numbering",
	principle: "structure",
	preset: "recommended",
	kinds: ["plan", "archive"],
	needs: ["workspace?"],
	summary: "Enforce numbers of sibling phases that neither repeat nor skip nor go back",
	fixable: "code",
	hasSuggestions: true,
	messages: {
		repeat: '{{phase}} stands twice: here and at line {{line}} ("{{title}}"). Give each of them a number of its own.',
		restart:
			"The numbers begin anew: after {{previous}} (line {{previousLine}}) comes {{phase}}, which stands at line {{line}} already. If a second plan was pasted here, move it to a file of its own; else number on.",
		gap: "{{phase}} comes right after {{previous}} (line {{previousLine}}), with {{missing}} missing in between. Put back what is missing, or number on.",
		back: "{{phase}} stands below {{previous}} (line {{previousLine}}). Move it up, or number the phases in the order in which they stand.",
		pasted:
			'Two plans stand in this file: the {{phase}} (line {{line}}) of this one repeats the numbers of "{{title}}" (line {{titleLine}}). Move one of them to a file of its own.',
		renumber: "Number these phases from {{first}} to {{last}}, here and wherever this file names them.",
	},
	check({ plan, report, vocabulary, workspace }) {
		const lineOf = (part: { readonly range: { readonly start: number } }): number =>
			plan.lines.position(part.range.start).line;
		for (const { title, first, otherTitle } of findPastedPlans(plan)) {
			report(title, "pasted", {
				phase: first.name,
				line: lineOf(first),
				title: otherTitle.text.text,
				titleLine: lineOf(otherTitle),
			});
		}
		for (const series of plan.series) {
			// Two versions of a series make numbers that neither has, behind the conflict too.
			if (series.phases.some((phase) => isInConflict(plan, phase.labelRange))) continue;
			const faults = findNumberingFaults(series, plan);
			const renumbering = faults.length > 0 ? renumberPhases(series, plan, vocabulary) : undefined;
			const isSafe = renumbering !== undefined && isSafeToApply(renumbering, faults, plan, workspace);
			const range = { first: series.phases[0]?.label.text ?? "", last: renumbering?.changed.at(-1)?.label ?? "" };
			for (const { kind, phase, previous, first, missing } of faults) {
				const data = {
					phase: phase.name,
					previous: previous.name,
					previousLine: lineOf(previous),
					line: lineOf(first ?? previous),
					title: first?.title.text ?? "",
					missing: missing === 1 ? "1 number" : `${missing} numbers`,
				};
				const remedy =
					renumbering &&
					(isSafe
						? { fix: renumbering.edits }
						: { suggest: [{ messageId: "renumber", data: range, edits: renumbering.edits }] as const });
				report(phase.labelRange, kind, data, remedy);
			}
		}
	},
});

/** Nobody else knows a phase by a number that it loses: not its reader when it is done, and no other plan. */
function isSafeToApply(
	{ changed }: Renumbering,
	faults: readonly NumberingFault[],
	plan: Plan,
	workspace: Workspace | undefined,
): boolean {
	if (faults.some(({ kind }) => kind === "repeat" || kind === "restart")) return false;
	if (changed.some(({ phase }) => phase.status?.tier === "done")) return false;
	// A series that starts later goes on from another file, and its numbers may be those of that file.
	if (!faults.every(({ phase }) => isBeginning(phase.series.phases[0]))) return false;
	const { path } = plan;
	if (path === undefined) return true;
	return !changed.some(({ phase }) => mayBeNamedElsewhere(path, phase.label, workspace));
}

function isBeginning(phase: Phase | undefined): boolean {
	return phase !== undefined && ["0", "1", "a", "i"].includes(labelKey(phase.label));
}
