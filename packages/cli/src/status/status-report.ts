import { planProgress, unreadPlans, type DocumentSummary, type PhaseProgress, type Tier } from "@acid-plans/model";
import type { OpenedPlans } from "../plans/open-plans.js";
import { type UnreadDocument, unreadDocuments } from "../plans/tell-unread.js";
import { indexStates, type IndexState } from "./index-state.js";

/** A phase as the report names it. */
export interface ReportedPhase {
	readonly name: string;
	readonly title: string;
	readonly line: number;
	readonly state: PhaseProgress["state"];
	/** Open phases, and plans as a whole, that it waits for. */
	readonly waitsFor: readonly {
		readonly path: string;
		readonly phase: string | null;
		readonly dropped: boolean;
	}[];
}

export interface ReportedPlan {
	readonly path: string;
	readonly title: string | null;
	readonly archived: boolean;
	readonly status: Tier | null;
	readonly statusText: string | null;
	readonly done: number;
	/** Without dropped phases. */
	readonly total: number;
	readonly phases: readonly ReportedPhase[];
	readonly index: {
		readonly path: string | null;
		readonly state: IndexState["state"];
		readonly differs: IndexState["differs"];
	};
}

/** What `acid-plans status --json` prints. Members may be added; a change of one raises the version. */
export interface StatusReport {
	readonly version: 1;
	readonly plans: readonly ReportedPlan[];
	/** Documents of which nothing could be told. */
	readonly unread: readonly UnreadDocument[];
}

/**
 * How far plans are.
 *
 * @param all archived plans, too
 */
export function statusReport(opened: readonly OpenedPlans[], all: boolean): StatusReport {
	const plans = opened.flatMap((group) => {
		const stateOf = indexStates(group);
		const unread = unreadPlans(group.workspace);
		return group.documents
			.filter((document) => isPlan(document, group) || (all && document.kind === "archive"))
			.map((document) => reportPlan(document, { all: group.workspace.documents, unread }, stateOf(document)));
	});
	return {
		version: 1,
		plans: plans.sort((a, b) => (a.path < b.path ? -1 : 1)),
		unread: unreadDocuments(opened),
	};
}

/** Under `template: "free"` folders hold reviews and notes, too, which have neither phases nor a status. */
function isPlan({ kind, phases, status }: DocumentSummary, { settings }: OpenedPlans): boolean {
	return kind === "plan" && (settings.template.kind !== "free" || phases.length > 0 || status !== undefined);
}

function reportPlan(
	document: DocumentSummary,
	{ all, unread }: { readonly all: readonly DocumentSummary[]; readonly unread: readonly string[] },
	index: IndexState,
): ReportedPlan {
	const { phases, done, total } = planProgress(document, all, unread);
	return {
		path: document.path,
		title: document.title ?? null,
		archived: document.kind === "archive",
		status: document.status ?? null,
		statusText: document.statusText ?? null,
		done,
		total,
		phases: phases.map(({ phase, state, waitsFor }) => ({
			name: phase.name,
			title: phase.title,
			line: phase.line,
			state,
			waitsFor: waitsFor.map((open) => ({
				path: open.document.path,
				phase: open.phase?.name ?? null,
				dropped: open.isDropped,
			})),
		})),
		index: { path: index.path ?? null, state: index.state, differs: index.differs },
	};
}
