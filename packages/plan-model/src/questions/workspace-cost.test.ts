import { describe, expect, it } from "vitest";
import { mayBeNamedElsewhere } from "../graph/named-elsewhere.js";
import { createPlanReferences } from "../graph/plan-references.js";
import type { Phase } from "../plan.js";
import { type Label, readLabelAt } from "../text/phase-label.js";
import type { DocumentSummary, Workspace } from "../workspace/workspace.js";
import { mayBeDoneElsewhere } from "./completed-phases.js";
import { lifecycleTwins } from "./lifecycle-twins.js";
import { planTwins } from "./plan-twins.js";

let reads = 0;

/** A workspace that counts how often something of a summary is read. */
function workspaceOf(count: number): Workspace {
	const label = readLabelAt("1", 0);
	const documents = Array.from({ length: count }, (_, at) => {
		const dependency = { link: `${(at + 1) % count}.md`, title: undefined, anchor: undefined, word: "Phase", label };
		const summary = {
			path: `plans/${at % 2 === 0 ? "active/" : ""}${at}.md`,
			folder: "plans",
			kind: "plan",
			title: `Plan ${at}`,
			feature: `Plan ${at}`,
			status: "planned",
			phases: [{ name: "Phase 1", label, title: `Part ${at}`, status: "done", dependencies: [dependency], writes: [] }],
			anchors: [],
			dependencies: [],
		};
		return new Proxy(summary, {
			get(target, member) {
				reads++;
				return Reflect.get(target, member) as unknown;
			},
		}) as unknown as DocumentSummary;
	});
	const byPath = new Map(documents.map((document) => [document.path, document]));
	return { problems: [], documents, document: (path: string) => byPath.get(path) } as Partial<Workspace> as Workspace;
}

/** What each file of a run asks of all documents. */
const QUESTIONS: Readonly<Record<string, (document: DocumentSummary, workspace: Workspace) => unknown>> = {
	mayBeNamedElsewhere: ({ path }, workspace) => mayBeNamedElsewhere(path, readLabelAt("1", 0) as Label, workspace),
	planTwins: ({ path }, { documents }) => planTwins(documents, path),
	lifecycleTwins: ({ path }, workspace) => lifecycleTwins(path, workspace),
	mayBeDoneElsewhere: ({ path }, workspace) =>
		mayBeDoneElsewhere({ title: { text: "Part 1" } } as Phase, path, workspace, () => true),
	missing: (document, { documents }) =>
		createPlanReferences(documents).missing(document, {
			link: undefined,
			title: "Plan 99999",
			anchor: undefined,
			word: undefined,
			label: undefined,
		}),
};

describe.each(Object.entries(QUESTIONS))("%s", (_name, ask) => {
	it("costs a run as much for each document, however many there are", () => {
		const costs = [50, 100, 200].map((count) => {
			const workspace = workspaceOf(count);
			reads = 0;
			for (const document of workspace.documents) ask(document, workspace);
			return reads / count;
		});
		expect(costs[0]).toBeGreaterThan(0);
		expect(Math.max(...costs) / Math.min(...costs)).toBeLessThan(1.1);
	});
});
