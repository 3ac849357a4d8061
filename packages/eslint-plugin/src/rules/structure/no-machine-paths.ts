import { posix } from "node:path";
import type { MachinePath, Plan, Repository } from "@acid-plans/model";
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
			description: "Names of home folders that stand for no person: users of containers and build machines, and names of examples.",
			schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
			default:
				"user username users me you yourname your-name your-user your-username name someone x foo bar alice bob jane john jdoe example test shared public default guest admin administrator root node app appuser runner runneradmin vscode coder codespace gitpod ubuntu debian ec2-user pi vagrant jovyan circleci jenkins git docker nonroot sandbox linuxbrew www-data airflow steam".split(
					" ",
				),
		},
	},
	check({ plan, options, report, repository }) {
		for (const path of plan.machinePaths) {
			if (path.user !== undefined && options.sharedUsers.includes(path.user.toLowerCase())) continue;
			const base = path.place === "link" ? "this document" : "the repository";
			const relative = repository && relativePath(path, plan, repository);
			const suggest = relative === undefined ? [] : [{ messageId: "relative", data: { path: relative }, edits: [{ range: path.range, text: relative }] } as const];
			report(path, "machine", { path: path.text, base }, { suggest });
		}
	},
});

/**
 * The longest end of the path that git tracks: behind the folder of the repository, or at least two segments, since a
 * `src` of its own is in every repository. A link starts at the document, everything else at the root.
 */
function relativePath({ below, place }: MachinePath, plan: Plan, repository: Repository): string | undefined {
	// `#L10` and `:10` behind the path stay.
	const behind = below.search(/#|:\d/u);
	const rest = behind < 0 ? "" : below.slice(behind);
	const segments = (behind < 0 ? below : below.slice(0, behind)).split("/").filter((segment) => segment !== "");
	const folder = repository.root.split(/[\\/]/u).at(-1);
	for (let from = 0; from < segments.length; from++) {
		const path = segments.slice(from).join("/");
		if (segments.length - from < 2 && segments[from - 1] !== folder) continue;
		const decoded = place === "link" ? decode(path) : path;
		if (!repository.hasFile(decoded) && !repository.hasDirectory(decoded)) continue;
		return (place === "link" ? posix.relative(posix.dirname(plan.path ?? ""), path) || "." : path) + rest;
	}
	return undefined;
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
