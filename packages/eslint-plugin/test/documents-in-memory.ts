import { isAbsolute, posix } from "node:path";
import type { BaseRevision, Repository } from "@acid-plans/model";
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
		workspace() {
			throw new Error("the workspace in memory is not there yet");
		},
		repository: () => repositoryInMemory(path, memory),
		base: () => baseInMemory(settings, memory),
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
