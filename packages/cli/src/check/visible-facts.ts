import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DocumentSummary, isTextRead } from "@acid-plans/model";
import {
	changedEntries,
	type EntryChange,
	type FileWorkspace,
	isShallow,
	locatePlans,
	openBase,
	type PathChange,
	resolveRevision,
} from "@acid-plans/model/node";
import { openPlansWorkspace, plugin, type Settings, summarizeBase } from "eslint-config-acid-plans/plans";
import { settingsOf } from "../plans/open-plans.js";
import { type ComputedConfig, severityOf } from "../plans/plugin-of-config.js";
import { CannotRun } from "../problems.js";
import type { PlanLinter } from "./plan-linter.js";
import { nameAny } from "./snapshot-relevance.js";
import type { Snapshot } from "./snapshot.js";

/** The documents that one config covers, with what their rules are told. */
interface Group {
	readonly settings: Settings;
	readonly workspace: FileWorkspace;
	/** Everything of the config that decides findings. */
	readonly key: string;
}

/** The base revision that the hooks compare with. */
const HEAD = "HEAD";

/** What the rules know beside the text of the document that they are asked of. */
export interface VisibleFacts {
	/** Equal as long as they know the same. */
	readonly key: string;
	/** The staged changes alter nothing of it: every document that they do not touch has the findings that it had. */
	readonly isUnaltered: boolean;
	/** The key holds all that they alter. A file that a document names and that came or went is not in it. */
	readonly isInKey: boolean;
}

/**
 * A finding depends on the text of its document, on the config, and on what the rules may know of everything else: the
 * summaries of the other documents, the paths that git tracks, and the texts of a few kinds of files.
 *
 * @param covered paths that the config covers, relative to the top level, those that went with the changes, too
 * @param documents the covered ones that are there
 * @param absolute gives their absolute paths, as ESLint knows them
 * @param quiet warnings are not looked for
 * @returns `undefined`: nobody can tell, since rules are on of which it is not known what they read, or nothing may be kept
 * @throws {CannotRun} git failed
 */
export async function findVisibleFacts(
	snapshot: Snapshot,
	linter: PlanLinter,
	covered: ReadonlySet<string>,
	documents: readonly string[],
	absolute: (path: string) => string,
	quiet: boolean,
): Promise<VisibleFacts | undefined> {
	// A range is judged once; nothing of it would be known the next time.
	if (snapshot.source !== "index" || snapshot.listing.unmerged.size > 0) return undefined;
	const groups = await groupByConfig(linter, covered, absolute);
	// Before the first commit everything is new.
	if (groups === undefined || resolveRevision(snapshot.location, snapshot.before).commit === undefined)
		return undefined;
	const changes = changedEntries(snapshot.location, snapshot.before);
	if ("problem" in changes) throw new CannotRun(changes.problem);
	const areMovesUnnamed = areUnnamed(changes.filter(isMove), snapshot, documents);
	return {
		key: keyOf(snapshot, groups, [quiet, linter.version, suppressions(linter.folder)]),
		isUnaltered: areMovesUnnamed && changes.every((change) => isMove(change) || isInvisible(change, groups, snapshot)),
		isInKey: areMovesUnnamed,
	};
}

/** Whether a file came or went in whose text no rule looks: a fact for the plans that name it, and for no other. */
function isMove({ path, before, after }: EntryChange): boolean {
	const [mode, none] = before.mode === NOTHING ? [after.mode, before.mode] : [before.mode, after.mode];
	return none === NOTHING && mode.startsWith(FILE) && !isTextRead(path);
}

/** Whether no document has a word that may mean one of the files, or a folder that came or went with them. */
function areUnnamed(moves: readonly EntryChange[], snapshot: Snapshot, documents: readonly string[]): boolean {
	if (moves.length === 0) return true;
	const paths = moves.map(({ path, before }): PathChange => ({
		kind: before.mode === NOTHING ? "added" : "deleted",
		path,
		from: undefined,
	}));
	return !nameAny(snapshot, documents, paths);
}

/** Whether no rule can see a change from another document. */
function isInvisible({ path, before, after }: EntryChange, groups: readonly Group[], snapshot: Snapshot): boolean {
	// Links and submodules are facts for every plan that names a path in or below them.
	if (!before.mode.startsWith(FILE) || !after.mode.startsWith(FILE)) return false;
	// With several configs one may see a plan where the other sees a file.
	return groups.every((group) => {
		const document = group.workspace.document(path);
		return document === undefined ? !isTextRead(path) : saysTheSame(document, group, snapshot);
	});
}

/** The modes of regular files: `100644`, and `100755`, which no rule looks at. */
const FILE = "100";
/** The mode of what is not there. */
const NOTHING = "000000";

async function groupByConfig(
	linter: PlanLinter,
	covered: ReadonlySet<string>,
	absolute: (path: string) => string,
): Promise<readonly Group[] | undefined> {
	const groups = new Map<ComputedConfig, Group>();
	for (const path of covered) {
		const file = absolute(path);
		const config = (await linter.eslint.calculateConfigForFile(file)) as ComputedConfig;
		if (groups.has(config)) continue;
		if (!readsOnlyFacts(config)) return undefined;
		const settings = settingsOf(config);
		// Nothing may be remembered; or a past that is not HEAD's tells what was renamed, by the texts of all documents.
		if (!settings.cache || (settings.base !== false && settings.base !== HEAD)) return undefined;
		const { root } = locatePlans(file, settings.plans);
		const workspace = openPlansWorkspace(root, settings);
		if (workspace.problem !== undefined || workspace.problems.some(({ isLink }) => !isLink)) return undefined;
		const { rules, linterOptions } = config;
		groups.set(config, { settings, workspace, key: JSON.stringify([rules, linterOptions, ownSettings(config)]) });
	}
	return [...groups.values()];
}

/** The rules of ESLint itself and those of @eslint/markdown read the document alone; of others nobody knows it. */
function readsOnlyFacts({ rules = {}, plugins = {}, processor }: ComputedConfig): boolean {
	if (processor !== undefined) return false;
	return Object.entries(rules).every(([id, entry]) => {
		const slash = id.lastIndexOf("/");
		if (severityOf(entry) === 0 || slash < 0) return true;
		const { name, version } = plugins[id.slice(0, slash)]?.meta ?? {};
		if (name === "@eslint/markdown") return true;
		return (
			name === plugin.meta.name && version === plugin.meta.version && Object.hasOwn(plugin.rules, id.slice(slash + 1))
		);
	});
}

/**
 * Whether a comment in a document may switch a rule on that the config has off: nobody knows what it reads. ESLint's
 * `eslint-disable` and its like begin with other words.
 */
export function mayConfigureRules(text: string): boolean {
	return /<!--\s*eslint\s/u.test(text);
}

function ownSettings(config: ComputedConfig): unknown {
	const { toJSON: _, ...settings } = (config.settings?.["acid-plans"] ?? {}) as Record<string, unknown>;
	return settings;
}

/** Whether a document tells the others what it told them at HEAD. What an index or a template tells is its whole text. */
function saysTheSame(now: DocumentSummary, { settings }: Group, { location, before }: Snapshot): boolean {
	if (now.kind !== "plan" && now.kind !== "archive") return false;
	const text = openBase(location.root, before, [now.folder]).text(now.path);
	const summary = text === undefined ? undefined : summarizeBase(text, now, settings);
	return summary !== undefined && told(summary) === told(now);
}

/** A summary without line numbers: they move with every line above, and no finding is there or not for them. */
function told({ titleLine: _, ...summary }: DocumentSummary): string {
	return JSON.stringify({
		...summary,
		phases: summary.phases.map(({ line: _line, ...phase }) => ({
			...phase,
			writes: phase.writes.map(({ line: _writeLine, ...write }) => write),
		})),
	});
}

function keyOf({ listing, location }: Snapshot, groups: readonly Group[], more: readonly unknown[]): string {
	const hash = createHash("sha1");
	const add = (...parts: readonly unknown[]): void => void hash.update(`${JSON.stringify(parts)}\n`);
	add(plugin.meta.version, isShallow(location), ...more);
	const documents = new Set<string>();
	for (const { settings, workspace, key } of groups) {
		add("config", key, settings.readerKey);
		for (const document of workspace.documents) {
			const { path, kind } = document;
			documents.add(path);
			add(path, kind === "plan" || kind === "archive" ? told(document) : (listing.files.get(path) ?? ""));
		}
	}
	// Not the paths of other files: those that a plan may name are compared with HEAD, and the count may lag behind a merge.
	for (const [path, id] of listing.files) if (isTextRead(path) && !documents.has(path)) add(path, id);
	for (const [path, id] of listing.links) add("link", path, id);
	add("submodules", ...listing.submodules);
	return hash.digest("base64url");
}

/** ESLint's bulk suppressions decide what is left of the findings. */
function suppressions(folder: string): string {
	const file = join(folder, "eslint-suppressions.json");
	return existsSync(file) ? readFileSync(file, "utf8") : "";
}
