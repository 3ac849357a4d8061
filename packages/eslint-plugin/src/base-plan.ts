import type { DocumentKind, Plan } from "@acid-plans/model";
import { readDocumentText } from "./read-document-text.js";
import type { Settings } from "./settings.js";

/** As many documents as somebody edits at the same time; each keeps about a megabyte. */
const MOST_KEPT = 8;

interface Known {
	readonly text: string;
	/** `undefined`: the text is refused. */
	readonly plan: Plan | undefined;
}

const known = new WeakMap<Settings, Map<string, Known>>();

/**
 * Reads a document as it was at the base revision. An editor lints a document at every change, and its past stays the
 * same: it is read once.
 *
 * @returns `undefined`: the text is one that no parser takes, so nothing is known of how the document was
 */
export function readBasePlan(text: string, path: string, kind: DocumentKind, settings: Settings): Plan | undefined {
	let plans = known.get(settings);
	if (!plans) known.set(settings, (plans = new Map<string, Known>()));
	const key = `${kind}:${path}`;
	let entry = plans.get(key);
	if (entry?.text !== text) {
		const plan = readDocumentText(text, path, kind, settings);
		entry = { text, plan: "refused" in plan ? undefined : plan };
	}
	// The last one that was asked for stands at the end.
	plans.delete(key);
	plans.set(key, entry);
	const [oldest] = plans.keys();
	if (plans.size > MOST_KEPT && oldest !== undefined) plans.delete(oldest);
	return entry.plan;
}
