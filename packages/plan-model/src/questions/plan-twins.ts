import type { Plan } from "../plan.js";
import type { SourceRange } from "../text/source-range.js";
import { normaliseName } from "../text/name-matching.js";
import type { DocumentSummary } from "../workspace/workspace.js";
import { fileName } from "../text/path-name.js";

/** Another plan with the same title or number. */
export interface PlanTwin {
	readonly document: DocumentSummary;
	readonly same: "title" | "number";
	/** The number, as the name of the file has it. */
	readonly number: string;
}

interface PlanTable {
	readonly byPath: ReadonlyMap<string, DocumentSummary>;
	/** By title and by number. */
	readonly byKey: ReadonlyMap<string, readonly DocumentSummary[]>;
}

/** The documents of a workspace stay the same array as long as nothing changed. */
const tables = new WeakMap<readonly DocumentSummary[], PlanTable>();

/**
 * The plans that cannot be told from this one: with the same title in its plans folder, or with the same number in the
 * same folder. A number comes from the name of a file (`006-search.md`; a date is none). Files whose names go on from
 * one another (`006-search.md`, `006-search-notes.md`) are parts of one plan.
 */
export function planTwins(documents: readonly DocumentSummary[], path: string): PlanTwin[] {
	const { byPath, byKey } = tableOf(documents);
	const own = byPath.get(path);
	if (!own) return [];
	const number = numberOf(own) ?? "";
	const others = (key: string | undefined): readonly DocumentSummary[] =>
		(key === undefined ? [] : (byKey.get(key) ?? [])).filter(
			(document) => document !== own && !arePartsOfOne(document, own),
		);
	const sameNumber = others(numberKey(own));
	const sameTitle = others(titleKey(own)).filter((document) => !sameNumber.includes(document));
	return [
		...sameNumber.map((document): PlanTwin => ({ document, same: "number", number })),
		...sameTitle.map((document): PlanTwin => ({ document, same: "title", number })),
	];
}

/** Where the title of a plan has its number (`001: Search`, `Implementation Plan 001`). */
export function titleNumberRange(plan: Plan, number: string): SourceRange | undefined {
	const text = plan.title?.text;
	if (!text) return undefined;
	const found = [...text.text.matchAll(/\d+/gu)].find(([digits]) => Number(digits) === Number(number));
	return found && text.rangeOf(found.index, found.index + found[0].length);
}

function tableOf(documents: readonly DocumentSummary[]): PlanTable {
	let table = tables.get(documents);
	if (table) return table;
	const byPath = new Map<string, DocumentSummary>();
	const byKey = new Map<string, DocumentSummary[]>();
	for (const document of documents) {
		if (!isPlan(document)) continue;
		byPath.set(document.path, document);
		for (const key of [numberKey(document), titleKey(document)]) {
			if (key === undefined) continue;
			const list = byKey.get(key);
			if (list) list.push(document);
			else byKey.set(key, [document]);
		}
	}
	tables.set(documents, (table = { byPath, byKey }));
	return table;
}

/** Notes have what titles they like. */
function isPlan({ kind, phases, status }: DocumentSummary): boolean {
	return kind === "plan" && (phases.length > 0 || status !== undefined);
}

function nameOf(document: DocumentSummary): string {
	return fileName(document.path).replace(/\.md$/u, "");
}

function numberOf(document: DocumentSummary): string | undefined {
	return /^(\d{1,4})(?=[-_. ])(?!-\d\d-\d\d(?!\d))/u.exec(nameOf(document))?.[1];
}

function numberKey(document: DocumentSummary): string | undefined {
	const number = numberOf(document);
	return number === undefined
		? undefined
		: `number ${Number(number)} ${document.path.slice(0, document.path.lastIndexOf("/") + 1)}`;
}

function titleKey(document: DocumentSummary): string | undefined {
	const title = normaliseName(document.title ?? "");
	// "Implementation Plan" alone is no name.
	return (document.feature ?? "") === "" ? undefined : `title ${title} ${document.folder}`;
}

function arePartsOfOne(a: DocumentSummary, b: DocumentSummary): boolean {
	const [first, second] = [nameOf(a).toLowerCase(), nameOf(b).toLowerCase()];
	return (
		a.path.slice(0, a.path.lastIndexOf("/")) === b.path.slice(0, b.path.lastIndexOf("/")) &&
		(first.startsWith(second) || second.startsWith(first))
	);
}
