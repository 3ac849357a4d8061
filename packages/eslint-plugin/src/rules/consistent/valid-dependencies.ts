import {
	type Dependency,
	dependencyFaults,
	type DocumentSummary,
	type Phase,
	type Plan,
	relativeLink,
	type TextEdit,
	withoutDependency,
} from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import { nameSearch, type NameSearch, nearestName } from "../../nearest-name.js";
import { nearestPlan } from "../../nearest-plan.js";

/** Consistent: a plan is carried out from the top down, so what a phase leans on is there and stands above it. */
export default definePlanRule({
	name: "valid-dependencies",
	principle: "consistent",
	preset: "recommended",
	kinds: ["plan", "archive"],
	needs: ["workspace?", "repository?"],
	summary:
		"Disallow dependencies on phases and plans that do not exist, on later phases, on the phase itself, and twice",
	fixable: "code",
	hasSuggestions: true,
	messages: {
		unknown: "{{subject}} depends on {{on}}, which this plan does not have. Correct the number, or add the phase.",
		unknownElsewhere:
			'{{subject}} depends on "{{on}}", but {{path}} has no such phase. Correct the reference, or add the phase there.',
		missingPlan: '{{subject}} depends on "{{on}}", but there is no {{path}}. Correct the reference, or add the plan.',
		missingNumber:
			'{{subject}} depends on "{{on}}", but no plan has the number {{number}}. Correct the number, or add the plan.',
		itself: '{{subject}} depends on itself ("{{on}}"). Name what it waits for, or write "None".',
		later:
			"{{subject}} (line {{line}}) depends on {{on}} (line {{otherLine}}), which comes later. Move that phase up, or correct the number.",
		twice:
			'{{subject}} names "{{on}}" as a dependency, which "{{first}}" on line {{line}} says already. Keep one of the two.',
		replace: "Depend on {{name}}.",
	},
	check({ plan, workspace, repository, report }) {
		const line = (start: number): number => plan.lines.position(start).line;
		const search = nameSearch();
		for (const fault of dependencyFaults(plan, workspace, repository)) {
			const { dependency, phase } = fault;
			const part = dependency.expandedFrom ?? dependency;
			const subject = phase?.name ?? "The plan";
			const on = part.text;
			const suggestFor = (written: string): { suggest: readonly Replacement[] } => ({
				suggest: phase ? replacements(phase, dependency, written, search) : [],
			});
			switch (fault.kind) {
				case "unknown-phase":
					report(part, "unknown", { subject, on: fault.name }, suggestFor(fault.name));
					break;
				case "unknown-phase-elsewhere":
					report(part, "unknownElsewhere", { subject, on, path: fault.document.path });
					break;
				case "missing-plan":
					if (fault.missing.path === undefined)
						report(part, "missingNumber", { subject, on, number: fault.missing.number });
					else
						report(
							part,
							"missingPlan",
							{ subject, on, path: fault.missing.path },
							{ suggest: nearestFile(plan, dependency, fault.missing.path, workspace?.documents ?? [], search) },
						);
					break;
				case "itself":
					report(part, "itself", { subject, on }, suggestFor(subject));
					break;
				case "later":
					report(
						part,
						"later",
						{
							subject,
							line: line(fault.phase.headingRange.start),
							on: fault.on.name,
							otherLine: line(fault.on.headingRange.start),
						},
						suggestFor(fault.on.name),
					);
					break;
				case "twice": {
					const edit = withoutDependency(plan, dependency, phase?.dependencies ?? plan.dependencies);
					report(
						part,
						"twice",
						{
							subject,
							on,
							first: fault.first.expandedFrom?.text ?? fault.first.text,
							line: line(fault.first.range.start),
						},
						{ fix: edit ? [edit] : [] },
					);
				}
			}
		}
	},
});

interface Replacement {
	readonly messageId: "replace";
	readonly data: { readonly name: string };
	readonly edits: readonly TextEdit[];
}

/** The phase above that was probably meant; of several that are as near, the one that stands nearest. A range is the author's to mend. */
function replacements(
	phase: Phase,
	dependency: Dependency,
	written: string,
	search: NameSearch,
): readonly Replacement[] {
	const { target } = dependency;
	if (search.left <= 0) return [];
	if (dependency.expandedFrom || (target.kind === "unknown-phase" && target.label.last)) return [];
	const named = new Set(phase.dependencies.flatMap(({ target }) => (target.kind === "phase" ? [target.phase] : [])));
	const free = phase.series.phases.slice(0, phase.position).filter((other) => !named.has(other));
	const name = nearestName(written, free.map((other) => other.name).reverse(), search);
	const meant = free.find((other) => other.name === name);
	if (!meant) return [];
	const isBare = !dependency.text.includes(" ");
	return [
		{
			messageId: "replace",
			data: { name: meant.name },
			edits: [{ range: dependency.range, text: isBare ? meant.label.text : meant.name }],
		},
	];
}

/** The plan whose file has nearly the name that the link has, in whatever folder. */
function nearestFile(
	plan: Plan,
	dependency: Dependency,
	missing: string,
	documents: readonly DocumentSummary[],
	search: NameSearch,
): readonly Replacement[] {
	if (search.left <= 0) return [];
	const link = plan.links.find(
		({ range }) => range.start <= dependency.range.start && dependency.range.start < range.end,
	);
	const near = nearestPlan(missing, plan.path, documents, search);
	if (!link || !near || plan.path === undefined) return [];
	const anchor = link.url.indexOf("#");
	const text = relativeLink(plan.path, near) + (anchor < 0 ? "" : link.url.slice(anchor));
	return [{ messageId: "replace", data: { name: near }, edits: [{ range: link.urlRange, text }] }];
}
