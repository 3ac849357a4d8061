import { createPlanReferences } from "./plan-references.js";
import { linkedUnread } from "./unread-plans.js";
import type { Tier } from "../text/vocabulary.js";
import type { DocumentSummary, PhaseSummary } from "../workspace/workspace.js";

/** What a phase waits for: a phase, or a plan as a whole. */
export interface OpenDependency {
	readonly document: Pick<DocumentSummary, "path">;
	readonly phase: PhaseSummary | undefined;
	/** It will not be done, so waiting does not help: PLAN-FORMAT, "a dropped phase or plan satisfies nothing". */
	readonly isDropped: boolean;
}

/**
 * How far a phase is. `ready`: all that it depends on is done and nobody has begun it. `waiting`: something it depends on is
 * open. `blocked`: it, or its plan, says so itself.
 */
export type PhaseState = "done" | "dropped" | "active" | "ready" | "waiting" | "blocked";

export interface PhaseProgress {
	readonly phase: PhaseSummary;
	readonly state: PhaseState;
	/** What is open of what it depends on, for a phase that is not finished. */
	readonly waitsFor: readonly OpenDependency[];
}

/** How far a plan is. */
export interface PlanProgress {
	readonly phases: readonly PhaseProgress[];
	readonly done: number;
	/** Without the phases that were dropped. */
	readonly total: number;
}

/**
 * Which phases of a plan are done, can start or wait, and for what. The order is that of PLAN-FORMAT, "Isolated": the
 * declared dependencies, also on other plans; where no phase names another one of its plan, the order as written.
 * What a reference names that the workspace does not have is no reason to wait: the rules tell of it. A plan that is there
 * and could not be read is one, as nobody knows that it is done.
 *
 * @param documents those of the workspace, `document` among them
 * @param unread plans that could not be read
 */
export function planProgress(
	document: DocumentSummary,
	documents: readonly DocumentSummary[],
	unread: readonly string[] = [],
): PlanProgress {
	const references = createPlanReferences(documents);
	const resolve = (each: DocumentSummary["dependencies"][number]) => {
		const found = references.resolve(document, each);
		return found === undefined || found.unknownPhase ? [] : [found];
	};
	const unreadOf = (all: DocumentSummary["dependencies"]): OpenDependency[] =>
		all.flatMap((each) => {
			if (each.link === undefined || references.documentOf(document, each)) return [];
			const path = linkedUnread(document, each.link, unread);
			return path === undefined ? [] : [{ document: { path }, phase: undefined, isDropped: false }];
		});
	const dependencies = document.phases.map((phase) => phase.dependencies.flatMap(resolve));
	const ofPlan = document.dependencies.flatMap(resolve);
	const isOrdered = dependencies.flat().some((found) => found.document.path === document.path && found.phases);
	const states = document.phases.map((phase) => statusIn(document, phase));
	const isOver = (state: Tier | undefined): boolean => state === "done" || state === "dropped";

	const phases = document.phases.map((phase, at): PhaseProgress => {
		const status = states[at];
		if (status === "done" || status === "dropped") return { phase, state: status, waitsFor: [] };
		const waitsFor = [...ofPlan, ...(dependencies[at] ?? [])].flatMap(({ document: other, phases: named }) => {
			const isSame = other.path === document.path;
			if (named === undefined) return isSame ? [] : openPlan(other);
			return named.filter((each) => !(isSame && each === phase)).flatMap((each) => openPhase(other, each));
		});
		waitsFor.push(...unreadOf([...document.dependencies, ...phase.dependencies]));
		const before = isOrdered ? -1 : states.findIndex((state) => !isOver(state));
		const earlier = before < at ? document.phases[before] : undefined;
		if (earlier) waitsFor.push({ document, phase: earlier, isDropped: false });
		return { phase, state: stateOf(status, document, waitsFor.length > 0), waitsFor: unique(waitsFor) };
	});
	return {
		phases,
		done: phases.filter(({ state }) => state === "done").length,
		total: phases.filter(({ state }) => state !== "dropped").length,
	};
}

function stateOf(status: Tier | undefined, { status: ofPlan }: DocumentSummary, waits: boolean): PhaseState {
	if (status === "blocked" || (ofPlan === "blocked" && status !== "active")) return "blocked";
	if (status === "active") return "active";
	return waits ? "waiting" : "ready";
}

/** A phase that says nothing is done when its plan is, and in an archive. */
function statusIn(document: DocumentSummary, phase: PhaseSummary): Tier | undefined {
	if (phase.status !== undefined) return phase.status;
	if (document.status === "done" || document.status === "dropped") return document.status;
	return document.kind === "archive" ? "done" : undefined;
}

function openPhase(document: DocumentSummary, phase: PhaseSummary): OpenDependency[] {
	const status = statusIn(document, phase);
	const isDropped = status === "dropped" || (document.status === "dropped" && status !== "done");
	return status === "done" ? [] : [{ document, phase, isDropped }];
}

/** A plan is done when it says so, when it says nothing and all its phases are, and in an archive. */
function openPlan(document: DocumentSummary): OpenDependency[] {
	if (document.status === "dropped") return [{ document, phase: undefined, isDropped: true }];
	const states = document.phases.map((phase) => statusIn(document, phase)).filter((state) => state !== "dropped");
	const isDone =
		document.status === "done" ||
		document.kind === "archive" ||
		(document.status === undefined && states.length > 0 && states.every((state) => state === "done"));
	return isDone ? [] : [{ document, phase: undefined, isDropped: false }];
}

/** A range and a name may say the same phase twice. */
function unique(open: readonly OpenDependency[]): OpenDependency[] {
	return [...new Map(open.map((each) => [each.phase ?? each.document.path, each])).values()];
}
