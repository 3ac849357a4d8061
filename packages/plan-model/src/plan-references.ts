import type { DependencySummary, DocumentSummary, PhaseSummary } from "./workspace.js";

/** What a reference to another plan resolves to. */
export interface ResolvedPlanReference {
	readonly document: DocumentSummary;
	/** The phases it names: several for a range, `undefined` when it names the whole plan. */
	readonly phases: readonly PhaseSummary[] | undefined;
	/** It names a phase (by label or anchor) which that plan does not have. */
	readonly unknownPhase: boolean;
}

/** Finds the documents and phases that the dependencies of other documents name. */
export interface PlanReferences {
	/** `undefined` when it names no document of the workspace. */
	resolve(from: DocumentSummary, dependency: DependencySummary): ResolvedPlanReference | undefined;
}

export function createPlanReferences(documents: readonly DocumentSummary[]): PlanReferences {
	void documents;
	return { resolve: () => undefined };
}
