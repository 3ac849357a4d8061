import GithubSlugger from "github-slugger";
import { isFinished } from "../text/finished.js";
import { resolveLinkTarget } from "../text/link-target.js";
import type { Dependency, IndexEntry, Phase, Plan } from "../plan.js";
import type {
	DependencySummary,
	DocumentSummary,
	PhaseSummary,
	ResolvedIndexEntry,
	WriteSummary,
} from "./workspace.js";

/**
 * What other documents need to know of a plan. The summary is plain data that JSON keeps whole, and shares no
 * memory with the text of the document: a slice of a string would keep all of it.
 * @param plan a document of a plans folder, with its path.
 * @param folder the plans folder, relative to the root of the repository.
 */
export function summarizePlan(plan: Plan, folder: string): DocumentSummary {
	const line = (offset: number): number => plan.lines.position(offset).line;
	const slugger = new GithubSlugger();
	const slugs = new Map(plan.headings.map((heading) => [heading, slugger.slug(heading.text.text)]));
	const anchorOf = (phase: Phase): string | undefined => phase.heading && slugs.get(phase.heading);
	// Nobody waits for, or collides with, what is finished: most plans of an old folder need no list of paths.
	const isOpen = plan.kind === "plan" && !isFinished(plan.status?.tier);
	const summary: DocumentSummary = {
		path: plan.path ?? "",
		folder,
		kind: plan.kind,
		title: plan.title?.text.text,
		feature: plan.feature,
		status: plan.status?.tier,
		statusText: plan.status?.text,
		titleLine: plan.title === undefined ? 1 : line(plan.title.range.start),
		phases: plan.phases.map((phase): PhaseSummary => ({
			name: phase.name,
			label: phase.label,
			title: phase.title.text,
			line: line(phase.headingRange.start),
			anchor: anchorOf(phase),
			status: phase.status?.tier,
			declaresDependencies: phase.declaresDependencies,
			dependencies: phase.dependencies.flatMap(summarizeDependency),
			writes: isOpen && !isFinished(phase.status?.tier) ? summarizeWrites(phase, line) : [],
		})),
		anchors: plan.anchors,
		description: plan.frontMatter?.entries.get("description")?.values[0]?.text,
		dependencies: plan.dependencies.flatMap(summarizeDependency),
	};
	return JSON.parse(JSON.stringify(summary)) as DocumentSummary;
}

/** The steps of a phase name one path many times; the first place stands for all. */
function summarizeWrites(phase: Phase, line: (offset: number) => number): WriteSummary[] {
	const writes = new Map<string, WriteSummary>();
	for (const { path, pattern, directory, action, range, outside, done } of phase.writes) {
		if (action === "read" || outside !== undefined || done === true) continue;
		const key = `${action} ${pattern} ${directory} ${path}`;
		if (!writes.has(key)) writes.set(key, { path, pattern, directory, action, line: line(range.start) });
	}
	return [...writes.values()];
}

/** Free text says nothing to other plans, and an unknown phase is this plan's own affair. */
function summarizeDependency(dependency: Dependency): DependencySummary[] {
	const { target } = dependency;
	if (target.kind === "phase") {
		const { label, word } = target.phase;
		return [{ link: undefined, title: undefined, anchor: undefined, word, label }];
	}
	if (target.kind === "plan") {
		const { link, title, anchor, word, label } = target;
		return [{ link, title, anchor, word, label }];
	}
	return [];
}

/**
 * The entries of an index with the documents they mean. A link to a folder means the folder's README or index, a
 * code span may leave out `.md` or start at the root of the repository; what is not there keeps the path as written,
 * so that a rule can name it.
 * @param path of the index.
 * @param isDocument whether the workspace has a document of this path.
 */
export function resolveIndexEntries(
	path: string,
	entries: readonly IndexEntry[],
	isDocument: (path: string) => boolean,
): ResolvedIndexEntry[] {
	return entries.map((entry) => {
		const encoded = entry.form === "link";
		const target = resolveLinkTarget(path, entry.url, encoded);
		const candidates = [target, encoded ? undefined : resolveLinkTarget("", entry.url, false)].filter(
			(each) => each !== undefined,
		);
		const found = candidates
			.flatMap((each) => [
				each,
				`${each}/README.md`,
				`${each}/INDEX.md`,
				`${each}/readme.md`,
				`${each}/index.md`,
				...(encoded ? [] : [`${each}.md`]),
			])
			.find(isDocument);
		return { ...entry, target: found ?? target };
	});
}
