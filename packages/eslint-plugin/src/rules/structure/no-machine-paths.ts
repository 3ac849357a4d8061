import { relativeMachinePath } from "@acid-plans/model";
import { definePlanRule, EVERY_DOCUMENT } from "../../define-plan-rule.js";

/** Structure: a plan is carried out by others, on other machines. */
export default definePlanRule({
	name: "no-machine-paths",
	principle: "structure",
	preset: "recommended",
	kinds: EVERY_DOCUMENT,
	needs: ["repository?"],
	summary: "Disallow paths that exist on one person's machine",
	hasSuggestions: true,
	messages: {
		machine: '"{{path}}" exists on one machine only. Write the path relative to {{base}}.',
		relative: 'Write "{{path}}".',
	},
	options: {
		sharedUsers: {
			description:
				"Names of home folders that stand for no person: users of containers and build machines, and names of examples.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default:
				"user username users me you yourname your-name your-user your-username name someone x foo bar alice bob jane john jdoe example test shared public default guest root node app appuser runner runneradmin vscode coder codespace gitpod ubuntu debian ec2-user pi vagrant jovyan circleci jenkins git docker nonroot sandbox linuxbrew www-data airflow steam".split(
					" ",
				),
		},
	},
	check({ plan, options, report, repository }) {
		for (const path of plan.machinePaths) {
			if (path.user !== undefined && options.sharedUsers.includes(path.user.toLowerCase())) continue;
			const base = path.place === "link" ? "this document" : "the repository";
			const relative = repository && relativeMachinePath(path, plan.path, repository);
			const suggest =
				relative === undefined
					? []
					: [
							{
								messageId: "relative",
								data: { path: relative },
								edits: [{ range: path.range, text: relative }],
							} as const,
						];
			report(path, "machine", { path: path.text, base }, { suggest });
		}
	},
});
