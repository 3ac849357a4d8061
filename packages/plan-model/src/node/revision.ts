import { runGit } from "./git.js";
import { missingRevision, noCommit, shallowRevision, unreadableObject, wrongRevision } from "./git-problem.js";
import { isShallow } from "./git-state.js";
import type { RepositoryLocation } from "./repository-root.js";

/** A commit's id, or why a revision names none. */
export type ResolvedRevision =
	| { readonly commit: string; readonly problem?: undefined }
	| {
			readonly commit?: undefined;
			readonly problem: string;
			readonly missing: "no-commit" | "shallow" | "revision" | "git";
	  };

/**
 * The commit that a revision names. One git process, a few more where it names none.
 * @param revision anything git understands (`HEAD`, `origin/main`, `v1.2`, `main~3`); it comes from a config.
 */
export function resolveRevision(location: RepositoryLocation, revision: string): ResolvedRevision {
	// An argument that starts with a dash would be an option; no ref name does.
	if (revision.trim() === "" || revision.startsWith("-") || /[\0\n]/.test(revision))
		return { ...wrongRevision(revision), missing: "revision" };
	const parse = (name: string): ReturnType<typeof runGit> =>
		runGit(location, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`], { accept: [1, 128] });
	const answer = parse(revision);
	if (answer.output === undefined) return { ...answer, missing: "git" };
	const commit = answer.output.toString("latin1").trim();
	if (commit !== "") return { commit };
	const head = revision === "HEAD" ? answer : parse("HEAD");
	// rev-parse also exits with 128 in a repository that git refuses; asking for the repository itself tells which.
	const repository = runGit(location, ["rev-parse", "--git-dir"]);
	if (repository.output === undefined) return { ...repository, missing: "git" };
	if (head.output !== undefined && head.output.length === 0) {
		// A branch that names a commit which is gone is no branch without one.
		const id = runGit(location, ["rev-parse", "--verify", "--quiet", "HEAD"], { accept: [1, 128] });
		if (id.output !== undefined && id.output.length > 0)
			return { ...unreadableObject("the commit of HEAD"), missing: "git" };
		return { ...noCommit(revision), missing: "no-commit" };
	}
	if (isShallow(location)) return { ...shallowRevision(revision), missing: "shallow" };
	return { ...missingRevision(revision), missing: "revision" };
}
