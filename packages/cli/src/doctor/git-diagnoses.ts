import { openBase, openRepository } from "@acid-plans/model/node";
import type { Settings } from "eslint-config-acid-plans/plans";
import type { Diagnosis } from "./diagnosis.js";

/**
 * Whether the rules can have what they ask git.
 *
 * @param folder the plans folder, relative to the root
 */
export function gitDiagnoses(root: string, folder: string, inRepository: boolean, settings: Settings): Diagnosis[] {
	if (!inRepository) {
		return [
			{
				id: "repository",
				area: "git",
				state: "off",
				message: "This is no git repository: nothing is compared with tracked files and history",
				remedy: "Run `git init` and commit the plans.",
			},
		];
	}
	const repository = openRepository(root);
	if (repository.problem !== undefined)
		return [{ id: "repository", area: "git", state: "off", message: repository.problem }];
	const found: Diagnosis[] = [{ id: "repository", area: "git", state: "ok", message: `Git repository ${root}` }];
	if (repository.isShallow) {
		found.push({
			id: "shallow",
			area: "git",
			state: "off",
			message:
				"A shallow clone: whether a deliverable was ever tracked is not known, nor is a base revision that was not fetched",
			remedy:
				"Run `git fetch --unshallow`; in CI set `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` for GitLab.",
		});
	}
	if (settings.base === false) return found;
	const base = openBase(root, settings.base, [folder]);
	if (base.missing === "no-commit") {
		found.push({
			id: "base",
			area: "git",
			state: "note",
			message: "No commit yet, so nothing is compared with history",
		});
	} else if (base.problem === undefined) {
		found.push({ id: "base", area: "git", state: "ok", message: `Base revision ${settings.base}` });
	} else {
		found.push({ id: "base", area: "git", state: "off", message: base.problem });
	}
	return found;
}
