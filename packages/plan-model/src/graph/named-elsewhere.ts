import { type Label, labelKey } from "../text/phase-label.js";
import { createPlanReferences } from "./plan-references.js";
import { unreadPaths } from "./unread-plans.js";
import type { DocumentSummary, Workspace } from "../workspace/workspace.js";

const known = new WeakMap<readonly DocumentSummary[], ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * Whether dependencies of other documents name a phase of a plan, or may: where other documents could not be read, any of
 * them may.
 *
 * @param path the plan, relative to the root of the repository
 */
export function mayBeNamedElsewhere(path: string, label: Label, workspace: Workspace | undefined): boolean {
	if (workspace === undefined || unreadPaths(workspace.problems).length > 0) return true;
	const { documents } = workspace;
	let named = known.get(documents);
	if (!named) known.set(documents, (named = findNamedLabels(documents)));
	return named.get(path)?.has(labelKey(label)) === true;
}

/** For all plans at once: a search for each would make the cost of a run quadratic. */
function findNamedLabels(documents: readonly DocumentSummary[]): ReadonlyMap<string, ReadonlySet<string>> {
	const references = createPlanReferences(documents);
	const named = new Map<string, Set<string>>();
	for (const document of documents) {
		for (const dependency of [...document.dependencies, ...document.phases.flatMap((phase) => phase.dependencies)]) {
			if (dependency.link === undefined && dependency.title === undefined) continue;
			const resolved = references.resolve(document, dependency);
			if (!resolved || resolved.document.path === document.path) continue;
			const labels = (resolved.phases ?? []).map((phase) => labelKey(phase.label));
			if (resolved.unknownPhase && dependency.label) labels.push(labelKey(dependency.label));
			if (labels.length === 0) continue;
			const { path } = resolved.document;
			const others = named.get(path);
			if (others) for (const label of labels) others.add(label);
			else named.set(path, new Set(labels));
		}
	}
	return named;
}
