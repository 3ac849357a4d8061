import { isAbsolute, posix } from "node:path";
import { type BaseRevision, type Plan, readPlan, type Repository, resolveIndexEntries, summarizePlan, type Workspace } from "@acid-plans/model";
import plugin from "../src/index.js";
import type { MarkdownTree } from "../src/plan-document.js";
import type { Surroundings } from "../src/surroundings.js";
import type { Settings } from "../src/settings.js";
import { kindOf } from "../src/find-surroundings.js";

/** A repository that is nowhere but in memory: what tests hand in through the seam `SURROUNDINGS`. */
export interface InMemory {
	/** Other documents, by path relative to the root. */
	readonly documents?: Readonly<Record<string, string>> | undefined;
	/** Paths that git tracks, besides the documents. */
	readonly tracked?: readonly string[] | undefined;
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
		kind: path === undefined ? "plan" : kindOf(path),
		workspace: (plan) => workspaceInMemory(plan, settings, memory),
		repository: () => repositoryInMemory(path, memory),
		base: () => baseInMemory(settings, memory),
	};
}

function workspaceInMemory(linted: Plan, settings: Settings, { documents = {} }: InMemory): Workspace {
	const folders = settings.plans.map((path) => ({ path, index: Object.keys(documents).find((file) => file.toLowerCase() === `${path}/readme.md`) }));
	const folderOf = (path: string): (typeof folders)[number] | undefined => folders.find((folder) => path.startsWith(`${folder.path}/`));
	const plans = new Map<string, Plan>();
	for (const [path, text] of Object.entries(documents)) {
		const parsed = plugin.languages.plan.parse({ body: text, path, physicalPath: path, bom: false }, { languageOptions: { frontmatter: "yaml" } });
		if (!parsed.ok) throw new Error(`${path} cannot be parsed.`);
		plans.set(path, readPlan(parsed.ast as MarkdownTree, text, { path, kind: kindOf(path), vocabulary: settings.vocabulary }));
	}
	if (linted.path !== undefined) plans.set(linted.path, linted);
	const summaries = [...plans.values()].map((plan) => summarizePlan(plan, folderOf(plan.path ?? "")?.path ?? "")).sort((a, b) => (a.path < b.path ? -1 : 1));
	return {
		problem: undefined,
		problems: [],
		folders,
		folderOf,
		kindOf: (path) => (folderOf(path) ? kindOf(path) : undefined),
		documents: summaries,
		document: (path) => summaries.find((summary) => summary.path === path),
		indexEntries: ({ index }) => (index === undefined ? [] : resolveIndexEntries(index, plans.get(index)?.entries ?? [], (path) => plans.has(path))),
		plan: (path) => plans.get(path),
	};
}

function repositoryInMemory(path: string | undefined, { documents = {}, tracked = [], onceTracked = [], problem, isShallow = false }: InMemory): Repository {
	const paths = new Set([...tracked, ...Object.keys(documents), ...(path === undefined ? [] : [path])]);
	const ever = new Set([...paths, ...onceTracked]);
	return {
		root: ROOT,
		problem,
		isShallow,
		paths,
		hasFile: (file) => paths.has(file),
		hasDirectory: (folder) => [...paths].some((file) => file.startsWith(`${folder.replace(/\/$/, "")}/`)),
		otherCase: (file) => (paths.has(file) ? undefined : [...paths].find((other) => other.toLowerCase() === file.toLowerCase())),
		withBaseName: (name) => [...paths].filter((file) => posix.basename(file) === name),
		everTracked: (files) => new Set(files.filter((file) => ever.has(file))),
	};
}

function baseInMemory(settings: Settings, { base = {}, problem }: InMemory): BaseRevision {
	return { name: settings.base === false ? "" : settings.base, problem, text: (file) => base[file] };
}
