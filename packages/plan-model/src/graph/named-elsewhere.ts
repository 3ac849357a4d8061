import { labelKey } from "../text/phase-label.js";
import { createPlanReferences } from "./plan-references.js";
import type { DocumentSummary, Workspace } from "../workspace/workspace.js";

const NONE: ReadonlySet<string> = new Set();
const known = new WeakMap<readonly DocumentSummary[], ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * The phases of a plan that dependencies of other documents name, as keys of their labels (`labelKey`).
 *
 * @param path the plan, relative to the root of the repository
 */
export function labelsNamedElsewhere(path: string, workspace: Workspace): ReadonlySet<string> {
	const { documents } = workspace;
	let named = known.get(documents);
	if (!named) known.set(documents, (named = findNamedLabels(documents)));
	return named.get(path) ?? NONE;
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
