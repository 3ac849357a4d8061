import type { DocumentProblem } from "@acid-plans/model";
import { printable } from "../terminal/printable.js";

/** A document that a report goes without; a member of what `--json` prints. */
export interface UnreadDocument {
	readonly path: string;
	/** Why, and what to do. */
	readonly problem: string;
}

/** The documents that no parser takes, each once, though the workspaces of several configs may know it. */
export function unreadDocuments(
	opened: readonly { readonly refused: readonly DocumentProblem[] }[],
): readonly UnreadDocument[] {
	const all = opened.flatMap(({ refused }) => refused.map(({ path, problem }) => ({ path, problem })));
	return [...new Map(all.map((each) => [each.path, each])).values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Tells of them beside the report, which a program may read. */
export function tellUnread(unread: readonly UnreadDocument[]): void {
	for (const { problem } of unread) process.stderr.write(`acid-plans: ${printable(problem)}\n`);
}
