import { type CommandFault, commandFaults, createGlobMatcher } from "@acid-plans/model";
import { definePlanRule } from "../../define-plan-rule.js";
import { GENERATED_FILES } from "../../generated-files.js";
import { lineList } from "../../line-list.js";
import { nameSearch, type NameSearch, nearestName } from "../../nearest-name.js";

/** Durable: a check that nobody can run again proves nothing. */
export default definePlanRule({
	name: "existing-commands",
	principle: "durable",
	preset: "recommended",
	needs: ["repository"],
	summary: "Disallow commands that the repository does not have and the plan does not add",
	hasSuggestions: true,
	messages: {
		script:
			"No package.json has a script `{{name}}`, and this plan does not add it{{also}}. {{nearest}}Correct the command, or add the script.",
		make: "No makefile has a target `{{name}}`, and this plan does not add it{{also}}. {{nearest}}Correct the command, or add the target.",
		just: "No justfile has a recipe `{{name}}`, and this plan does not add it{{also}}. {{nearest}}Correct the command, or add the recipe.",
		turbo:
			"No turbo.json has a task `{{name}}`, and this plan does not add it{{also}}. {{nearest}}Correct the command, or add the task.",
		notInPackage:
			"Package `{{workspace}}` has no script `{{name}}`, and this plan does not add it{{also}}. {{nearest}}Correct the command, or add the script.",
		unknownPackage:
			"No package of this repository is called `{{name}}`{{also}}. {{nearest}}Correct the command, or add the package.",
		otherCase:
			"The command names `{{name}}`, but git tracks it as `{{spelling}}`{{also}}. Write it as it is tracked: on most machines the other one does not exist.",
		unknownFile:
			"{{phase}} is done, but git does not track `{{name}}`, which this command needs, and never did{{also}}. Add the file, or correct the command.",
		unread:
			"Nobody knows which commands this repository has, since its files could not be read ({{problem}}). Mend that and lint again.",
		replace: "Write `{{name}}`.",
	},
	options: {
		generated: {
			description:
				"Globs of files that a build or a run makes and that are never tracked, besides those that git ignores.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default: GENERATED_FILES,
		},
	},
	check({ plan, options, report, repository }) {
		if (plan.commands.length === 0 || plan.status?.tier === "dropped") return;
		const { faults, problem } = commandFaults(plan, repository, createGlobMatcher(options.generated));
		if (problem !== undefined) report(plan.title ?? { start: 0, end: 0 }, "unread", { problem });
		const search = nameSearch();
		for (const fault of faults) {
			const [first, ...others] = fault.ranges;
			if (!first) continue;
			const { name } = fault;
			const meant = meantName(fault, search);
			const also =
				others.length === 0
					? ""
					: ` (also on ${lineList(others.map((range) => plan.lines.position(range.start).line))})`;
			const data = { name, also, nearest: meant === undefined ? "" : `The nearest is \`${meant}\`. ` };
			const remedy =
				meant === undefined
					? {}
					: {
							suggest: [
								{
									messageId: "replace" as const,
									data: { name: meant },
									edits: fault.ranges.map((range) => ({ range, text: meant })),
								},
							],
						};
			if (fault.kind === "unknown") report(first, fault.tool, data, remedy);
			else if (fault.kind === "not-in-package")
				report(first, "notInPackage", { ...data, workspace: fault.workspace }, remedy);
			else if (fault.kind === "unknown-package") report(first, "unknownPackage", data, remedy);
			else if (fault.kind === "other-case")
				report(first, "otherCase", { name, also, spelling: fault.spelling }, remedy);
			else report(first, "unknownFile", { name, also, phase: fault.phase.name }, remedy);
		}
	},
});

function meantName(fault: CommandFault, search: NameSearch): string | undefined {
	if (fault.kind === "other-case") return fault.spelling;
	if (fault.kind === "unknown-file") return fault.places.length === 1 ? fault.places[0] : undefined;
	return nearestName(fault.name, fault.names, search);
}
