import { isAbsolute, posix } from "node:path";
import { type BaseRevision, type DocumentKind, type Plan, readPlan, type Repository, type Workspace } from "@acid-plans/model";
import { memoryDocuments, openWorkspace } from "@acid-plans/model/node";
import { kindOf } from "../src/find-surroundings.js";
import plugin from "../src/index.js";
import type { Settings } from "../src/settings.js";
import type { Surroundings } from "../src/surroundings.js";

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
		kind: path === undefined ? "plan" : kindOf(path),
		workspace: (plan) => workspaceInMemory(plan, settings, memory),
		repository: () => repositoryInMemory(path, memory),
		base: () => baseInMemory(settings, memory),
	};
}

/** The real workspace over documents in memory. */
function workspaceInMemory(plan: Plan, settings: Settings, { documents = {} }: InMemory): Workspace {
	const { path = "" } = plan;
	const folders = { plans: settings.plans, documents: settings.documents };
	return openWorkspace({
		...folders,
		root: ROOT,
		snapshot: "worktree",
		source: memoryDocuments({ ...documents, [path]: plan.text }, folders),
		readPlan: (text, other, kind) => planInMemory(text, other, kind, settings),
		readerKey: "",
		overlay: { path, text: plan.text, plan },
	});
}

/** @throws {Error} the language cannot parse the text */
function planInMemory(text: string, path: string, kind: DocumentKind, { vocabulary }: Settings): Plan {
	const parsed = plugin.languages.plan.parse({ body: text, path, physicalPath: path, bom: false }, { languageOptions: { frontmatter: "yaml" } });
	if (!parsed.ok) throw new Error(parsed.errors.map((error) => error.message).join("; "));
	return readPlan(parsed.ast, text, { path, kind, vocabulary });
}

function repositoryInMemory(path: string | undefined, memory: InMemory): Repository {
	const { documents = {}, tracked = [], onceTracked = [], problem, isShallow = false, submodules = [], ignored = [] } = memory;
	const paths = new Set([...tracked, ...Object.keys(documents), ...(path === undefined ? [] : [path])]);
	const ever = [...paths, ...onceTracked];
	const isBelow = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
	return {
		root: ROOT,
		problem,
		isShallow,
		paths,
		hasFile: (file) => paths.has(file),
		hasDirectory: (folder) => folder === "" || submodules.includes(folder) || [...paths].some(isBelow(folder)),
		otherCase: (file) => (paths.has(file) ? undefined : [...paths].find((other) => other.toLowerCase() === file.toLowerCase())),
		withBaseName: (name) => [...paths].filter((file) => posix.basename(file) === name),
		isUnknown: (file) => submodules.some((submodule) => isBelow(submodule)(file)),
		ignored: (files) => new Set(files.filter((file) => ignored.includes(file))),
		everTracked: (files) => ({ paths: new Set(files.filter((file) => ever.includes(file) || ever.some(isBelow(file)))), problem }),
		texts: (files) => ({ texts: new Map(files.flatMap((file) => (documents[file] === undefined ? [] : [[file, documents[file]]]))), problem }),
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
