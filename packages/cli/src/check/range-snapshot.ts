import { isShallow, rangeChanges, type RepositoryLocation, resolveRevision, runGit } from "@acid-plans/model/node";
import { CannotRun, noMergeBase, noRange, shallowRange, unknownRevision } from "../problems.js";
import { listingOf, repositoryOf, type Snapshot } from "./snapshot.js";
import { withIndexOf } from "./temporary-index.js";

/**
 * Does something with the state at the end of a range: `A..B` compares B with A, `A...B` with the commit at which B
 * left A (their merge base), as `git diff` reads both. A side that is left out is HEAD.
 *
 * @param action while it runs, whoever reads git's index reads B
 * @throws {CannotRun} the range names no two commits that are here, or git failed
 */
export async function withRangeSnapshot<T>(
	cwd: string,
	range: string,
	action: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
	const location = repositoryOf(cwd);
	const { from, to, before, base, state } = resolveRange(location, range);
	return withIndexOf(location, state, () => {
		// Anew: the index in force is now that of B.
		const atEnd = repositoryOf(cwd);
		const { changes, problem } = rangeChanges(cwd, before, state);
		if (changes === undefined) throw new CannotRun(problem);
		const words = { place: ` as of ${to}`, change: `the range from ${from}` };
		const listing = listingOf(atEnd);
		return action({ location: atEnd, listing, changes, before, base, words, source: "range" });
	});
}

interface ResolvedRange {
	/** As given. */
	readonly from: string;
	readonly to: string;
	/** Commits. */
	readonly before: string;
	/** The first of them as findings name it: as given, where that is one word and names it. */
	readonly base: string;
	readonly state: string;
}

/** Digits of an id that people read; git itself takes seven and more of a large repository. */
const SHORT = 12;

function resolveRange(location: RepositoryLocation, range: string): ResolvedRange {
	const dots = range.indexOf("..");
	if (dots < 0 || range === ".." || range === "...") throw noRange(range);
	const isSymmetric = range.startsWith("...", dots);
	const from = range.slice(0, dots) || "HEAD";
	const to = range.slice(dots + (isSymmetric ? 3 : 2)) || "HEAD";
	const first = commitOf(location, from);
	const state = commitOf(location, to);
	if (!isSymmetric) return { from, to, before: first, base: /\s/.test(from) ? first : from, state };
	// Two ids: nothing that was given is read as an option. 1 says that there is none.
	const answer = runGit(location, ["merge-base", first, state], { accept: [1] });
	if (answer.output === undefined) throw new CannotRun(answer.problem);
	const before = answer.output.toString("latin1").trim();
	if (before === "") throw noMergeBase(from, to, isShallow(location));
	return { from, to, before, base: before.slice(0, SHORT), state };
}

function commitOf(location: RepositoryLocation, revision: string): string {
	const resolved = resolveRevision(location, revision);
	// `^main` and a range within the range resolve, too, to something else than one commit.
	if (resolved.commit !== undefined && /^[0-9a-f]+$/.test(resolved.commit)) return resolved.commit;
	if (resolved.commit === undefined && resolved.missing === "git") throw new CannotRun(resolved.problem);
	throw resolved.commit === undefined && resolved.missing === "shallow"
		? shallowRange(revision)
		: unknownRevision(revision);
}
