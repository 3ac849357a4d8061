import { isAbsolute, posix } from "node:path";
import { type BaseRevision, type DocumentKind, type Plan, type PlansFolder, type Repository, resolveIndexEntries, summarizePlan, type Workspace } from "@acid-plans/model";
import { kindOf, modelNode } from "../src/find-surroundings.js";
import { readDocumentText } from "../src/read-document-text.js";
import type { Settings } from "../src/settings.js";
import type { Surroundings } from "../src/surroundings.js";

/** A repository that is nowhere but in memory: what tests hand in through the seam `SURROUNDINGS`. */
export interface InMemory {
	/** Other documents, by path relative to the root. */
	readonly documents?: Readonly<Record<string, string>> | undefined;
	/** What git tracks besides the documents: paths, or texts by path. */
	readonly tracked?: readonly string[] | Readonly<Record<string, string>> | undefined;
	/** Paths that git once tracked. */
	readonly onceTracked?: readonly string[] | undefined;
	/** Texts at the base revision, by path. */
	readonly base?: Readonly<Record<string, string>> | undefined;
	/** Why git cannot say anything. */
	readonly problem?: string | undefined;
	readonly isShallow?: boolean | undefined;
}

/** Where the repository in memory lies; nothing is ever read there. */
export const ROOT = "/repository";

/** The surroundings of a file of a repository in memory. */
export function surroundingsInMemory(file: string | undefined, settings: Settings, memory: InMemory): Surroundings {
	const path = file !== undefined && isAbsolute(file) ? posix.relative(ROOT, file) : undefined;
	return {
		path,
		kind: path === undefined ? "plan" : kindOf(path, folderOf(path, settings), settings),
		workspace: (plan) => workspaceInMemory(plan, settings, memory),
		repository: () => repositoryInMemory(path, memory),
		base: () => baseInMemory(settings, memory),
	};
}

function folderOf(path: string, settings: Settings): string | undefined {
	const { plansFolderNames, plansFolderOf } = modelNode();
	return plansFolderOf(path, plansFolderNames(settings.plans));
}

function workspaceInMemory(plan: Plan, settings: Settings, { documents = {}, problem }: InMemory): Workspace {
	const plans = new Map<string, Plan>();
	const others = Object.entries(documents).filter(([path]) => path !== plan.path);
	for (const [path, text] of others) {
		const kind: DocumentKind | undefined = kindOf(path, folderOf(path, settings), settings);
		if (kind !== undefined && folderOf(path, settings) !== undefined) plans.set(path, readDocumentText(text, path, kind, settings));
	}
	if (plan.path !== undefined && folderOf(plan.path, settings) !== undefined) plans.set(plan.path, plan);
	const summaries = [...plans].map(([path, each]) => summarizePlan(each, folderOf(path, settings) ?? "")).sort((a, b) => (a.path < b.path ? -1 : 1));
	const folders = [...new Set(summaries.map((summary) => summary.folder))].sort().map((path): PlansFolder => {
		const indexes = summaries.filter((summary) => summary.kind === "index" && posix.dirname(summary.path) === path);
		return { path, index: indexes.at(-1)?.path };
	});
	return {
		problem,
		problems: [],
		folders,
		documents: summaries,
		folderOf: (path) => folders.find((folder) => folder.path === folderOf(path, settings)),
		kindOf: (path) => (folderOf(path, settings) === undefined ? undefined : kindOf(path, folderOf(path, settings), settings)),
		document: (path) => summaries.find((summary) => summary.path === path),
		indexEntries: ({ index }) => (index === undefined ? [] : resolveIndexEntries(index, plans.get(index)?.entries ?? [], (path) => plans.has(path))),
		plan: (path) => plans.get(path),
	};
}

function repositoryInMemory(path: string | undefined, { documents = {}, tracked = [], onceTracked = [], problem, isShallow = false }: InMemory): Repository {
	const trackedTexts: Readonly<Record<string, string>> = Array.isArray(tracked) ? Object.fromEntries(tracked.map((each) => [each, ""])) : { ...tracked };
	const texts = new Map(Object.entries({ ...trackedTexts, ...documents }));
	const paths = new Set([...texts.keys(), ...(path === undefined ? [] : [path])]);
	const directories = new Set([...paths].flatMap((file) => [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index))));
	const spellings = [...paths, ...directories];
	const ever = new Set([...spellings, ...onceTracked]);
	return {
		root: ROOT,
		problem,
		isShallow,
		paths,
		hasFile: (file) => paths.has(file),
		hasDirectory: (folder) => folder === "" || directories.has(folder.replace(/\/$/, "")),
		otherCase: (file) => (spellings.includes(file) ? undefined : spellings.find((other) => other.toLowerCase() === file.toLowerCase())),
		withBaseName: (name) => [...paths].filter((file) => posix.basename(file) === name).sort(),
		isUnknown: () => false,
		everTracked: (files) => ({ paths: new Set(files.filter((file) => ever.has(file))), problem: undefined }),
		texts: (files) => ({ texts: new Map(files.flatMap((file) => (texts.has(file) ? [[file, texts.get(file) ?? ""] as const] : []))), problem: undefined }),
	};
}

function baseInMemory(settings: Settings, { base = {}, problem }: InMemory): BaseRevision {
	return {
		name: settings.base === false ? "" : settings.base,
		problem,
		missing: problem === undefined ? undefined : "git",
		text: (file) => base[file],
		isUnchanged: (file, text) => base[file] === text,
	};
}
