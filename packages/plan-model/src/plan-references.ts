import { compareLabels, labelKey, type Label } from "./phase-label.js";
import { normaliseName } from "./vocabulary.js";
import type { DependencySummary, DocumentSummary, PhaseSummary } from "./workspace.js";

/** What a reference to a plan resolves to. */
export interface ResolvedPlanReference {
	readonly document: DocumentSummary;
	/** The phases it names: several for a range; `undefined` when it names the whole plan. */
	readonly phases: readonly PhaseSummary[] | undefined;
	/** It names a phase, by label or anchor, that the plan does not have. */
	readonly unknownPhase: boolean;
}

/** Finds the documents and phases that the dependencies of other documents name. */
export interface PlanReferences {
	/** `undefined` when it names no document of the workspace, or more than one. */
	resolve(from: DocumentSummary, dependency: DependencySummary): ResolvedPlanReference | undefined;
}

/**
 * A dependency names another plan by a link, by its exact title (`Plan 012` where one file of the folder has that
 * number), or none at all, when it speaks of a phase of its own plan; PLAN-FORMAT, "Dependency".
 */
export function createPlanReferences(documents: readonly DocumentSummary[]): PlanReferences {
	const byPath = new Map(documents.map((document) => [document.path, document]));
	// Names that two documents have lead nowhere: they map to `undefined`.
	const byTitle = new Map<string, DocumentSummary | undefined>();
	const byNumber = new Map<string, DocumentSummary | undefined>();
	const add = (map: Map<string, DocumentSummary | undefined>, key: string, document: DocumentSummary): void => {
		const known = map.get(key);
		map.set(key, map.has(key) && known !== document ? undefined : document);
	};
	for (const document of documents) {
		if (document.kind === "index" || document.kind === "template") continue;
		for (const title of [document.title, document.feature]) {
			const key = title === undefined ? "" : normaliseName(title);
			if (key !== "") add(byTitle, key, document);
		}
		const number = /^(\d{1,4})(?!\d|-\d\d-\d\d)/u.exec(document.path.slice(document.path.lastIndexOf("/") + 1))?.[1];
		if (number !== undefined) add(byNumber, `${document.folder}\n${Number(number)}`, document);
	}
	// A phase of the own plan is found by the labels of its series; a table for each plan that is asked for.
	const labels = new WeakMap<DocumentSummary, Map<string, PhaseSummary>>();
	const labelsOf = (document: DocumentSummary): Map<string, PhaseSummary> => {
		let table = labels.get(document);
		if (!table) {
			table = new Map();
			for (const phase of document.phases)
				if (!table.has(labelKey(phase.label))) table.set(labelKey(phase.label), phase);
			labels.set(document, table);
		}
		return table;
	};

	const find = (from: DocumentSummary, { link, title }: DependencySummary): DocumentSummary | undefined => {
		if (link !== undefined) return byLink(from, link, byPath);
		if (title === undefined || title === "") return from;
		const number = /^plan\s+#?(\d{1,4})$/iu.exec(title.trim())?.[1];
		if (number !== undefined) return byNumber.get(`${from.folder}\n${Number(number)}`);
		return byTitle.get(normaliseName(title));
	};

	return {
		resolve(from, dependency) {
			const document = find(from, dependency);
			if (!document) return undefined;
			const { anchor, label, word } = dependency;
			if (label) {
				// The summary holds the main series alone: `Task 2` of a plan of phases is neither found nor missing.
				const isOther =
					word !== undefined && document.phases.every((phase) => !phase.name.toLowerCase().startsWith(word));
				const phases = isOther ? [] : phasesNamed(document, label, labelsOf(document));
				return { document, phases, unknownPhase: !isOther && phases.length === 0 };
			}
			if (anchor !== undefined && anchor !== "") {
				const phases = document.phases.filter((phase) => phase.anchor === anchor);
				if (phases.length > 0) return { document, phases, unknownPhase: false };
				return { document, phases: undefined, unknownPhase: !document.anchors.includes(anchor) };
			}
			return { document, phases: undefined, unknownPhase: false };
		},
	};
}

function phasesNamed(
	document: DocumentSummary,
	label: Label,
	table: ReadonlyMap<string, PhaseSummary>,
): PhaseSummary[] {
	const { last } = label;
	const exact = table.get(labelKey(label));
	if (exact) return [exact];
	if (!last) return [];
	return document.phases.filter((phase) => {
		const low = compareLabels(label, phase.label);
		const high = compareLabels(phase.label, last);
		return low !== undefined && high !== undefined && low <= 0 && high <= 0;
	});
}

/** Relative to the document; written from the root of the repository; a folder means its README. */
function byLink(
	from: DocumentSummary,
	link: string,
	byPath: ReadonlyMap<string, DocumentSummary>,
): DocumentSummary | undefined {
	const [file = ""] = link.split(/[#?]/u, 1);
	if (file === "") return from;
	const decoded = decode(file);
	const slash = from.path.lastIndexOf("/");
	const folder = slash < 0 ? "" : from.path.slice(0, slash);
	for (const base of decoded.startsWith("/") ? [""] : [folder, ""]) {
		const path = join(base, decoded);
		if (path === undefined) continue;
		const found = byPath.get(path) ?? byPath.get(`${path}/README.md`);
		if (found) return found;
	}
	return undefined;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function join(base: string, relative: string): string | undefined {
	const segments = base === "" ? [] : base.split("/");
	for (const segment of relative.split("/")) {
		if (segment === "..") {
			if (segments.pop() === undefined) return undefined;
		} else if (segment !== "" && segment !== ".") segments.push(segment);
	}
	return segments.join("/");
}
