import { groupAgrees } from "../text/index-groups.js";
import { titlesAgree } from "../text/title-agreement.js";
import type { Tier } from "../text/vocabulary.js";
import type { DocumentSummary, ResolvedIndexEntry } from "../workspace/workspace.js";
import { fileName } from "../text/path-name.js";

/** What an entry of an index says otherwise than its plan. */
export interface IndexDisagreement {
	readonly entry: ResolvedIndexEntry;
	readonly document: DocumentSummary;
	readonly about: "title" | "status" | "group" | "description";
}

/**
 * Compares the entries of an index with their plans; PLAN-FORMAT, "The index". What one side does not say is no
 * disagreement. A status is told once: where that of the entry differs, its group is not looked at.
 */
export function indexDisagreements(
	entries: readonly ResolvedIndexEntry[],
	document: (path: string) => DocumentSummary | undefined,
): IndexDisagreement[] {
	return entries.flatMap((entry) => {
		const plan = entry.target === undefined ? undefined : document(entry.target);
		if (!plan || plan.kind === "index" || plan.kind === "template") return [];
		const found: IndexDisagreement[] = [];
		const tell = (about: IndexDisagreement["about"]): void => void found.push({ entry, document: plan, about });
		if (entry.hasTitle && plan.title !== undefined && !agreesWith(entry.title.text, plan)) tell("title");
		const said = entry.status?.contradiction === true ? undefined : entry.status?.tier;
		if (said !== undefined && plan.status !== undefined && !statusesAgree(said, plan.status)) tell("status");
		else if (
			entry.group?.tier !== undefined &&
			plan.status !== undefined &&
			!groupAgrees(entry.group.tier, plan.status)
		)
			tell("group");
		const { description } = plan;
		if (
			entry.description &&
			description !== undefined &&
			bare(description) !== "" &&
			bare(entry.description.text) !== bare(description)
		)
			tell("description");
		return found;
	});
}

/** The title, or the words of the file's name: an index may keep the short one. */
function agreesWith(title: string, plan: DocumentSummary): boolean {
	const name = fileName(plan.path).replace(/\.md$/u, "");
	return (
		titlesAgree(title, plan.title ?? "") ||
		titlesAgree(title, name.replace(/[-_.]/gu, " ")) ||
		titlesAgree(title, `${plan.title ?? ""} ${name.replace(/[-_.]/gu, " ")}`)
	);
}

/** Blocked compares as active, and what is on hold may not have begun. */
function statusesAgree(entry: Tier, plan: Tier): boolean {
	if (entry === plan) return true;
	const pair = [entry, plan];
	return pair.includes("blocked") && (pair.includes("active") || pair.includes("planned"));
}

function bare(text: string): string {
	return (
		text
			.normalize("NFKC")
			.toLowerCase()
			.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
	).join(" ");
}
