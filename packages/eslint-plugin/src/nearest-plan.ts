import { type DocumentSummary, fileName } from "@acid-plans/model";
import { type NameSearch, nearestName } from "./nearest-name.js";

/** By the list of documents, which stays the same as long as nothing changed: a plan that got another name is missed by all that named it. */
const known = new WeakMap<readonly DocumentSummary[], Map<string, string | undefined>>();

/**
 * The plan whose file has nearly the name of one that is missing, in whatever folder.
 *
 * @param missing path of a Markdown file
 * @param own path of the plan that names it, which it does not mean
 * @returns its path; `undefined` when none is close
 */
export function nearestPlan(
	missing: string,
	own: string | undefined,
	documents: readonly DocumentSummary[],
	search: NameSearch,
): string | undefined {
	let byName = known.get(documents);
	if (!byName) known.set(documents, (byName = new Map<string, string | undefined>()));
	const name = nameOf(missing);
	let near = byName.get(name);
	if (!byName.has(name)) {
		near = find(name, undefined, documents, search);
		// Of a search that was cut short nothing is kept: another document has its own.
		if (search.left > 0) byName.set(name, near);
	}
	return near !== undefined && near === own ? find(name, own, documents, search) : near;
}

function find(
	name: string,
	own: string | undefined,
	documents: readonly DocumentSummary[],
	search: NameSearch,
): string | undefined {
	const paths = documents.flatMap(({ kind, path }) =>
		(kind === "plan" || kind === "archive") && path !== own ? [path] : [],
	);
	const near = nearestName(name, paths.map(nameOf), search);
	return near === undefined ? undefined : paths.find((path) => nameOf(path) === near);
}

function nameOf(path: string): string {
	return fileName(path).slice(0, -".md".length);
}
