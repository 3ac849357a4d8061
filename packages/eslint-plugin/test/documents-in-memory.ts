import { isAbsolute, posix } from "node:path";
import type { BaseRevision, CalendarDay, Plan, Renaming, Repository, Workspace } from "@acid-plans/model";
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
	/** What got another path since the base, by its path now. */
	readonly renamed?: Readonly<Record<string, Renaming>> | undefined;
	/** The day on which the document is linted. */
	readonly today?: CalendarDay | undefined;
	/** Why git cannot say anything. */
	readonly problem?: string | undefined;
	readonly isShallow?: boolean | undefined;
	/** Folders of submodules: git knows nothing of what is in them. */
	readonly submodules?: readonly string[] | undefined;
	/** Paths that git is told to ignore. */
	readonly ignored?: readonly string[] | undefined;
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
		...(memory.today && { today: () => memory.today as CalendarDay }),
	};
}

function folderOf(path: string, settings: Settings): string | undefined {
	const { plansFolderNames, plansFolderOf } = modelNode();
	return plansFolderOf(path, plansFolderNames(settings.plans));
}

/** The real workspace over documents in memory. */
function workspaceInMemory(plan: Plan, settings: Settings, { documents = {}, problem }: InMemory): Workspace {
	const { memoryDocuments, openWorkspace } = modelNode();
	const { path = "" } = plan;
	const folders = { plans: settings.plans, documents: settings.documents };
	return openWorkspace({
		...folders,
		root: ROOT,
		snapshot: "worktree",
		source: memoryDocuments({ ...documents, [path]: plan.text }, folders, problem),
		readPlan: (text, other, kind) => readDocumentText(text, other, kind, settings),
		readerKey: "",
		overlay: { path, text: plan.text, plan },
	});
}

function repositoryInMemory(
	path: string | undefined,
	{
		documents = {},
		tracked = [],
		onceTracked = [],
		problem,
		isShallow = false,
		submodules = [],
		ignored = [],
	}: InMemory,
): Repository {
	const trackedTexts: Readonly<Record<string, string>> = Array.isArray(tracked)
		? Object.fromEntries(tracked.map((each) => [each, ""]))
		: { ...tracked };
	const texts = new Map(Object.entries({ ...trackedTexts, ...documents }));
	const paths = new Set([...texts.keys(), ...(path === undefined ? [] : [path])]);
	const directories = new Set([
		...submodules,
		...[...paths].flatMap((file) => [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index))),
	]);
	const spellings = [...paths, ...directories];
	const ever = new Set([...spellings, ...onceTracked]);
	return {
		root: ROOT,
		problem,
		isShallow,
		paths,
		hasFile: (file) => paths.has(file),
		hasDirectory: (folder) => folder === "" || directories.has(folder.replace(/\/$/, "")),
		otherCase: (file) =>
			spellings.includes(file) ? undefined : spellings.find((other) => other.toLowerCase() === file.toLowerCase()),
		withBaseName: (name) => [...paths].filter((file) => posix.basename(file) === name).sort(),
		isUnknown: (file) => submodules.some((submodule) => file.startsWith(`${submodule}/`)),
		ignored: (files) => new Set(files.filter((file) => ignored.includes(file))),
		everTracked: (files) => ({ paths: new Set(files.filter((file) => ever.has(file))), problem: undefined }),
		texts: (files) => ({
			texts: new Map(files.flatMap((file) => (texts.has(file) ? [[file, texts.get(file) ?? ""] as const] : []))),
			problem: undefined,
		}),
	};
}

function baseInMemory(settings: Settings, { base = {}, renamed = {}, problem }: InMemory): BaseRevision {
	return {
		name: settings.base === false ? "" : settings.base,
		problem,
		missing: problem === undefined ? undefined : "git",
		text: (file) => base[file],
		isUnchanged: (file, text) => base[file] === text,
		renamedFrom: (file) => renamed[file],
	};
}
