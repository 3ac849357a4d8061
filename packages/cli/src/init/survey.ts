import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createDocumentClassifier, type DocumentKind } from "@acid-plans/model";
import {
	findRepository,
	physicalPath,
	plansFolderNames,
	plansFolderOf,
	runGit,
	splitNul,
} from "@acid-plans/model/node";
import type { Agent } from "package-manager-detector";
import { detect } from "package-manager-detector/detect";
import { findHookTools, type HookTool } from "./hook-tools.js";
import { parseJson } from "./json-edit.js";
import { isMarkdown } from "../check/plan-files.js";
import { brokenManifest, CannotRun, noRepository } from "../problems.js";

/** What `init` knows of a repository before it drafts anything. */
export interface Survey {
	/** Absolute: the top level of the repository. */
	readonly root: string;
	/** `undefined`: a repository without Node packages. */
	readonly manifest: Manifest | undefined;
	readonly agent: Agent;
	/** Several packages share one lockfile. */
	readonly isWorkspace: boolean;
	/** The flat config, relative to the root. */
	readonly flatConfig: string | undefined;
	/** A config of the old kind. */
	readonly legacyConfig: string | undefined;
	readonly hookTools: readonly HookTool[];
	/** Files of a Python project. */
	readonly isPython: boolean;
	/** Plans folders by path, relative to the root, with their documents. */
	readonly folders: ReadonlyMap<string, readonly SurveyedDocument[]>;
}

export interface SurveyedDocument {
	readonly path: string;
	readonly kind: DocumentKind;
}

/** What counts of a package.json. */
export interface Manifest {
	readonly type?: unknown;
	readonly scripts?: Readonly<Record<string, unknown>>;
	readonly dependencies?: Readonly<Record<string, unknown>>;
	readonly devDependencies?: Readonly<Record<string, unknown>>;
	readonly workspaces?: unknown;
	readonly eslintConfig?: unknown;
	readonly [key: string]: unknown;
}

/** All names under which ESLint looks for a flat config, in its order. */
const FLAT_CONFIGS = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((extension) => `eslint.config.${extension}`);
const LEGACY_CONFIGS = ["", ".js", ".cjs", ".yaml", ".yml", ".json"].map((extension) => `.eslintrc${extension}`);
const PYTHON = ["pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "Pipfile", "tox.ini"];

/**
 * Looks at the repository around a folder.
 *
 * @param plans folders that are given as plans folders
 * @throws {CannotRun} there is no repository, or its package.json is broken
 */
export async function surveyRepository(cwd: string, plans: readonly string[]): Promise<Survey> {
	const repository = findRepository(cwd);
	if (repository === undefined) {
		throw noRepository(cwd);
	}
	const root = physicalPath(repository.root);
	const exists = (path: string): boolean => existsSync(join(root, path));
	const manifest = readManifest(root);
	const listed = runGit(repository, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
	if (listed.output === undefined) throw new CannotRun(listed.problem);
	const files = splitNul(listed.output).filter((path) => isMarkdown(path) && isFile(join(root, path)));
	return {
		root,
		manifest,
		agent: (await detect({ cwd: root, stopDir: root }))?.agent ?? "npm",
		isWorkspace: exists("pnpm-workspace.yaml") || manifest?.workspaces !== undefined,
		flatConfig: FLAT_CONFIGS.find(exists),
		legacyConfig: LEGACY_CONFIGS.find(exists) ?? (manifest?.eslintConfig === undefined ? undefined : "package.json"),
		hookTools: findHookTools(exists, manifest),
		isPython: PYTHON.some(exists),
		folders: plansFolders(files, plans),
	};
}

/** A name in git's index may be gone from the disk, or be a link, which is not followed. */
function isFile(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** @throws {CannotRun} */
function readManifest(root: string): Manifest | undefined {
	const file = join(root, "package.json");
	if (!existsSync(file)) return undefined;
	const value = parseJson(readFileSync(file, "utf8"));
	if (typeof value !== "object" || value === null || Array.isArray(value)) {
		throw brokenManifest();
	}
	return value as Manifest;
}

function plansFolders(files: readonly string[], plans: readonly string[]): Map<string, SurveyedDocument[]> {
	const names = plansFolderNames(plans);
	const classify = createDocumentClassifier();
	const folders = new Map<string, SurveyedDocument[]>();
	for (const path of files) {
		const folder = plansFolderOf(path, names);
		const kind = folder === undefined ? undefined : classify(path, folder);
		if (folder === undefined || kind === undefined) continue;
		const documents = folders.get(folder) ?? [];
		documents.push({ path, kind });
		folders.set(folder, documents);
	}
	return folders;
}

/** The version range under which a package is asked for; `undefined`: it is not. */
export function dependencyRange({ manifest }: Pick<Survey, "manifest">, name: string): string | undefined {
	const range = manifest?.devDependencies?.[name] ?? manifest?.dependencies?.[name];
	return typeof range === "string" ? range : undefined;
}
