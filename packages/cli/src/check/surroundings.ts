import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DocumentSummary, isTextRead } from "@acid-plans/model";
import { type FileWorkspace, locatePlans, openBase } from "@acid-plans/model/node";
import { openPlansWorkspace, plugin, type Settings, summarizeText } from "eslint-config-acid-plans/plans";
import { settingsOf } from "../plans/open-plans.js";
import { type ComputedConfig, severityOf } from "../plans/plugin-of-config.js";
import type { PlanLinter } from "./plan-linter.js";
import type { Snapshot } from "./snapshot.js";

/** The documents that one config covers, with what their rules are told. */
interface Group {
	readonly settings: Settings;
	readonly workspace: FileWorkspace;
	/** Everything of the config that decides findings. */
	readonly key: string;
}

/** What the rules know beside the text of the document that they are asked of. */
export interface Surroundings {
	/** Equal as long as they know the same. */
	readonly key: string;
	/**
	 * The staged changes alter nothing of it: every document that they do not touch has the findings that it had.
	 */
	readonly isUnaltered: boolean;
}

/**
 * A finding depends on the text of its document, on the config, and on what the rules may know of everything else: the
 * summaries of the other documents, the paths that git tracks, and the texts of a few kinds of files.
 *
 * @param covered documents that the config covers, relative to the top level
 * @param absolute gives their absolute paths, as ESLint knows them
 * @param quiet warnings are not looked for
 * @returns `undefined`: nobody can tell, since rules are on of which it is not known what they read, or nothing may be kept
 */
export async function findSurroundings(
	snapshot: Snapshot,
	linter: PlanLinter,
	covered: ReadonlySet<string>,
	absolute: (path: string) => string,
	quiet: boolean,
): Promise<Surroundings | undefined> {
	// A range is judged once; nothing of it would be known the next time.
	if (snapshot.source !== "index" || snapshot.listing.unmerged.size > 0) return undefined;
	const groups = await groupByConfig(linter, covered, absolute);
	return (
		groups && {
			key: keyOf(snapshot, groups, [quiet, suppressions(linter.folder)]),
			isUnaltered: isUnaltered(snapshot, groups, covered),
		}
	);
}

function isUnaltered(snapshot: Snapshot, groups: readonly Group[], covered: ReadonlySet<string>): boolean {
	return snapshot.changes.every(({ kind, path }) => {
		// A path that came or went, or became a link, is a fact for every plan that names it.
		if (kind !== "changed" || !snapshot.listing.files.has(path)) return false;
		if (!covered.has(path)) return !isTextRead(path);
		return groups.some((group) => saysTheSame(path, group, snapshot));
	});
}

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
		// Nothing may be remembered, so nothing is known.
		if (!settings.cache) return undefined;
		const { root } = locatePlans(file, settings.plans);
		const workspace = openPlansWorkspace(root, settings);
		if (workspace.problem !== undefined || workspace.problems.length > 0) return undefined;
		groups.set(config, { settings, workspace, key: JSON.stringify([config.rules, ownSettings(config)]) });
	}
	return [...groups.values()];
}

/** Of the rules of others nobody knows what they read, and of another version of ours neither. */
function readsOnlyFacts({ rules = {}, plugins = {}, processor }: ComputedConfig): boolean {
	if (processor !== undefined) return false;
	return Object.entries(rules).every(([id, entry]) => {
		if (severityOf(entry) === 0) return true;
		const { name, version } = plugins[id.slice(0, Math.max(0, id.lastIndexOf("/")))]?.meta ?? {};
		return name === "@eslint/markdown" || (name === plugin.meta.name && version === plugin.meta.version);
	});
}

function ownSettings(config: ComputedConfig): unknown {
	const { toJSON: _, ...settings } = (config.settings?.["acid-plans"] ?? {}) as Record<string, unknown>;
	return settings;
}

/** Whether a document tells the others what it told them at HEAD. What an index or a template tells is its whole text. */
function saysTheSame(path: string, { settings, workspace }: Group, { location, before }: Snapshot): boolean {
	const now = workspace.document(path);
	if (now === undefined || (now.kind !== "plan" && now.kind !== "archive")) return false;
	const text = openBase(location.root, before, [now.folder]).text(path);
	return text !== undefined && told(summarizeText(text, now, settings)) === told(now);
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

function keyOf({ listing, location, before }: Snapshot, groups: readonly Group[], more: readonly unknown[]): string {
	const hash = createHash("sha1");
	const add = (...parts: readonly unknown[]): void => void hash.update(`${JSON.stringify(parts)}\n`);
	add(plugin.meta.version, ...more);
	const documents = new Set<string>();
	for (const { settings, workspace, key } of groups) {
		add("config", key, settings.readerKey);
		if (settings.base !== false && settings.base !== before)
			add("base", openBase(location.root, settings.base).commit ?? "");
		for (const document of workspace.documents) {
			const { path, kind } = document;
			documents.add(path);
			add(path, kind === "plan" || kind === "archive" ? told(document) : (listing.files.get(path) ?? ""));
		}
	}
	for (const [path, id] of listing.files) add(path, isTextRead(path) && !documents.has(path) ? id : "");
	for (const [path, id] of listing.links) add("link", path, id);
	add("submodules", ...listing.submodules);
	return hash.digest("base64url");
}

/** ESLint's bulk suppressions decide what is left of the findings. */
function suppressions(folder: string): string {
	const file = join(folder, "eslint-suppressions.json");
	return existsSync(file) ? readFileSync(file, "utf8") : "";
}
