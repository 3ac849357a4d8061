import type { Repository } from "./repository.js";
import { fileName } from "../text/path-name.js";

/** What runs a name that a file of the repository defines. */
export type CommandTool = "script" | "make" | "just" | "turbo";

/** The scripts of a `package.json`. */
export interface PackageScripts {
	/** The folder of the file, relative to the root, `""` for the root itself. */
	readonly folder: string;
	readonly name: string | undefined;
	readonly scripts: ReadonlySet<string>;
}

/** The names that files of one kind define, all files together. */
export interface DefinedNames {
	readonly names: ReadonlySet<string>;
	/** The files that define them. */
	readonly files: readonly string[];
	/**
	 * There may be more names than these: a file could not be read, takes in others, or makes names by rules. Nothing
	 * can be said then of a name that is missing.
	 */
	readonly isOpen: boolean;
}

/** What a repository lets one run, as git's index holds it. */
export interface ProjectCommands {
	readonly packages: readonly PackageScripts[];
	/** The scripts of all packages together. */
	readonly scripts: DefinedNames;
	/** Targets of makefiles. */
	readonly make: DefinedNames;
	/** Recipes of justfiles. */
	readonly just: DefinedNames;
	/** Tasks of turbo. */
	readonly turbo: DefinedNames;
	/** Why a file that git tracks could not be read. */
	readonly problem: string | undefined;
}

const known = new WeakMap<Repository, ProjectCommands>();

/**
 * The scripts of every `package.json`, the targets of makefiles, the recipes of justfiles and the tasks of turbo.
 * Read once for a state of the repository, with one question to git. Nothing in these files is run.
 */
export function projectCommands(repository: Repository): ProjectCommands {
	let commands = known.get(repository);
	if (!commands) known.set(repository, (commands = readProjectCommands(repository)));
	return commands;
}

type Kind = "package" | "make" | "just" | "turbo";

/** GNU make, "Makefile Names"; just, "Quick Start": the name in any letter case; turbo, "Configuration". */
function kindOf(path: string): Kind | undefined {
	if (/(?:^|\/)node_modules\//u.test(path)) return undefined;
	const name = fileName(path);
	if (name === "package.json") return "package";
	if (name === "turbo.json" || name === "turbo.jsonc") return "turbo";
	if (/^(?:GNUm|[Mm])akefile$|\.mk$/u.test(name)) return "make";
	return /^\.?justfile$|\.just$/iu.test(name) ? "just" : undefined;
}

/** Whether a file defines names that commands run. */
export function isCommandFile(path: string): boolean {
	return kindOf(path) !== undefined;
}

function readProjectCommands(repository: Repository): ProjectCommands {
	const files: Record<Kind, string[]> = { package: [], make: [], just: [], turbo: [] };
	for (const path of repository.paths) {
		const kind = kindOf(path);
		if (kind) files[kind].push(path);
	}
	const { texts, problem } = repository.texts(Object.values(files).flat());
	const packages: PackageScripts[] = [];
	const collect = (paths: readonly string[], read: (text: string, path: string) => DefinedInFile): DefinedNames => {
		const names = new Set<string>();
		let isOpen = false;
		for (const path of paths) {
			const text = texts.get(path);
			const found = text === undefined ? ALL_OPEN : read(text, path);
			for (const name of found.names) names.add(name);
			isOpen ||= found.isOpen;
		}
		return { names, files: paths, isOpen };
	};
	const scripts = collect(files.package, (text, path) => {
		const read = readPackage(text, path.slice(0, Math.max(0, path.lastIndexOf("/"))));
		if (!read) return ALL_OPEN;
		packages.push(read);
		return { names: [...read.scripts], isOpen: false };
	});
	return {
		packages,
		scripts,
		make: collect(files.make, readMakefile),
		just: collect(files.just, readJustfile),
		turbo: collect(files.turbo, readTurbo),
		problem,
	};
}

interface DefinedInFile {
	readonly names: Iterable<string>;
	readonly isOpen: boolean;
}

const ALL_OPEN: DefinedInFile = { names: [], isOpen: true };

function readPackage(text: string, folder: string): PackageScripts | undefined {
	const json = parseObject(text);
	if (!json) return undefined;
	const { name, scripts } = json;
	return {
		folder,
		name: typeof name === "string" ? name : undefined,
		scripts: new Set(isObject(scripts) ? Object.keys(scripts) : []),
	};
}

/** `web#build` is the task of one package, `//#lint` one of the root. */
function readTurbo(text: string): DefinedInFile {
	const json = parseObject(withoutComments(text));
	if (!json) return ALL_OPEN;
	const tasks = json["tasks"] ?? json["pipeline"];
	if (tasks === undefined) return { names: [], isOpen: false };
	return isObject(tasks)
		? { names: Object.keys(tasks).map((task) => task.slice(task.indexOf("#") + 1)), isOpen: false }
		: ALL_OPEN;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const json: unknown = JSON.parse(text.replace(/^\uFEFF/u, ""));
		return isObject(json) ? json : undefined;
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON with comments and commas behind the last member as JSON; what is in strings stays. */
function withoutComments(text: string): string {
	const parts: string[] = [];
	/** Where in `parts` a comma is with nothing but white space behind it. */
	let comma: number | undefined;
	for (let at = 0; at < text.length; at++) {
		const character = text[at] ?? "";
		if (text.startsWith("//", at)) {
			const end = text.indexOf("\n", at);
			at = end < 0 ? text.length : end - 1;
			continue;
		}
		if (text.startsWith("/*", at)) {
			const end = text.indexOf("*/", at + 2);
			at = end < 0 ? text.length : end + 1;
			continue;
		}
		if ((character === "}" || character === "]") && comma !== undefined) parts[comma] = "";
		if (character === ",") comma = parts.length;
		else if (character.trim() !== "") comma = undefined;
		const start = at;
		if (character === '"') {
			at++;
			while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
		}
		parts.push(text.slice(start, at + 1));
	}
	return parts.join("");
}

/** What begins a line of a makefile that is no rule; GNU make, "Directives". */
const MAKE_DIRECTIVE = /^(?:ifn?eq|ifn?def|else|endif|export|unexport|override|private|undefine|vpath|load|-load)\b/u;

/** GNU make, "Rule Syntax". A rule whose names are computed, and a file that takes in others, leave it open what there is. */
function readMakefile(text: string): DefinedInFile {
	const names: string[] = [];
	let isOpen = false;
	let isDefinition = false;
	for (const line of logicalLines(text)) {
		if (isDefinition) isDefinition = !/^\s*endef\b/u.test(line);
		else if (/^\s*(?:override\s+)?define\b/u.test(line)) isDefinition = true;
		else if (line.startsWith("\t") || line.trim() === "" || line.trimStart().startsWith("#")) continue;
		else if (/^\s*(?:-|s)?include\b/u.test(line) || line.includes("$(eval") || line.includes("${eval")) isOpen = true;
		else if (!MAKE_DIRECTIVE.test(line.trimStart())) {
			const colon = ruleColon(line);
			if (colon < 0) continue;
			const targets = line.slice(0, colon).replace(/&$/u, "").trim().split(/\s+/u);
			if (targets.some((target) => /[$%]|^\.DEFAULT$/u.test(target))) isOpen = true;
			// What is called phony is meant to be asked for, wherever its rule stands.
			names.push(
				...(targets[0] === ".PHONY"
					? line
							.slice(colon + 1)
							.trim()
							.split(/\s+/u)
					: targets),
			);
		}
	}
	return { names, isOpen };
}

/** The colon behind the targets; -1: a line without them, or an assignment. */
function ruleColon(line: string): number {
	const equals = line.indexOf("=");
	const colon = line.indexOf(":");
	if (colon <= 0 || (equals >= 0 && equals < colon)) return -1;
	return /^:{1,3}=/u.test(line.slice(colon, colon + 4)) ? -1 : colon;
}

/** just, "Grammar": recipes, aliases and modules stand at the start of a line; an import takes in another file. */
function readJustfile(text: string): DefinedInFile {
	const names: string[] = [];
	let isOpen = false;
	for (const line of logicalLines(text)) {
		if (/^import\b/u.test(line)) isOpen = true;
		const module = /^mod\??\s+([\w-]+)/u.exec(line)?.[1];
		if (module !== undefined) {
			names.push(module);
			isOpen = true;
		}
		const alias = /^alias\s+([\w-]+)\s*:=/u.exec(line)?.[1];
		const recipe = alias ?? /^@?([A-Za-z_][\w-]*)(?=[\s:])/u.exec(line)?.[1];
		if (recipe === undefined || (alias === undefined && !hasRecipeColon(line))) continue;
		names.push(recipe);
	}
	return { names, isOpen };
}

/** `build target="x": deps`, but not `version := "1:2"`. */
function hasRecipeColon(line: string): boolean {
	const bare = line.replace(/"[^"\n]*"|'[^'\n]*'/gu, "");
	const colon = bare.indexOf(":");
	return colon >= 0 && bare[colon + 1] !== "=" && !/^(?:set|export|alias|import|mod)\b/u.test(bare);
}

/** Lines with those joined that a backslash continues. */
function* logicalLines(text: string): Generator<string> {
	let line = "";
	for (const part of text.split(/\r?\n/u)) {
		if (part.endsWith("\\")) {
			line += `${part.slice(0, -1)} `;
			continue;
		}
		yield line + part;
		line = "";
	}
	if (line !== "") yield line;
}
