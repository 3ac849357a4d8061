import { labelKey } from "../text/phase-label.js";
import { createPlanReferences } from "./plan-references.js";
import type { Workspace } from "../workspace/workspace.js";

/**
 * The phases of a plan that dependencies of other documents name, as keys of their labels (`labelKey`).
 *
 * @param path the plan, relative to the root of the repository
 */
export function labelsNamedElsewhere(path: string, workspace: Workspace): ReadonlySet<string> {
	const references = createPlanReferences(workspace.documents);
	const named = new Set<string>();
	for (const document of workspace.documents) {
		if (document.path === path) continue;
		for (const dependency of [...document.dependencies, ...document.phases.flatMap((phase) => phase.dependencies)]) {
			if (dependency.link === undefined && dependency.title === undefined) continue;
			const resolved = references.resolve(document, dependency);
			if (resolved?.document.path !== path) continue;
			for (const phase of resolved.phases ?? []) named.add(labelKey(phase.label));
			if (resolved.unknownPhase && dependency.label) named.add(labelKey(dependency.label));
		}
	}
	return named;
}
