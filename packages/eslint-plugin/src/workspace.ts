import { type DocumentKind, type DocumentSummary, summarizePlan } from "@acid-plans/model";
import { type FileWorkspace, openWorkspace } from "@acid-plans/model/node";
import { readBasePlan } from "./base-plan.js";
import { readDocumentText } from "./read-document-text.js";
import type { Settings } from "./settings.js";

export { readDocumentText } from "./read-document-text.js";

/**
 * The documents of the plans folders as the rules see them, for a program that asks of all plans and lints none.
 *
 * @param root as `locatePlans` of the model gives it
 */
export function openPlansWorkspace(root: string, settings: Settings): FileWorkspace {
	return openWorkspace({
		root,
		plans: settings.plans,
		documents: settings.documents,
		snapshot: settings.snapshot,
		readPlan: (text, path, kind) => readDocumentText(text, path, kind, settings),
		readerKey: settings.readerKey,
		cache: settings.cache,
	});
}

/**
 * What other documents know of a document as it was at the base revision: see `summarizePlan` of the model. The rules ask of
 * the same past, which is read once.
 *
 * @returns `undefined`: its text was one that no parser takes
 */
export function summarizeBase(
	text: string,
	document: { readonly path: string; readonly kind: DocumentKind; readonly folder: string },
	settings: Settings,
): DocumentSummary | undefined {
	const plan = readBasePlan(text, document.path, document.kind, settings);
	return plan && summarizePlan(plan, document.folder);
}
