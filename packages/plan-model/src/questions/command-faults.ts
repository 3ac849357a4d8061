import { AddedNames, isNamePart } from "./added-names.js";
import { type Command, readCommands } from "../text/command-text.js";
import { deliverableClaims } from "./deliverable-claims.js";
import { findDeliveries } from "./delivered-paths.js";
import type { CommandUse, Phase, Plan } from "../plan.js";
import {
	type CommandTool,
	type DefinedNames,
	type PackageScripts,
	projectCommands,
	type ProjectCommands,
} from "../workspace/project-commands.js";
import type { Repository } from "../workspace/repository.js";
import type { SourceRange } from "../text/source-range.js";
import { fileName } from "../text/path-name.js";

/** What is wrong with a command; `name` is the part of it that is. */
type CommandProblem = { readonly name: string } & (
	| {
			/** No file defines the name. */
			readonly kind: "unknown";
			readonly tool: CommandTool;
			/** What there is. */
			readonly names: readonly string[];
	  }
	/** The package has no such script. */
	| { readonly kind: "not-in-package"; readonly workspace: string; readonly names: readonly string[] }
	| { readonly kind: "unknown-package"; readonly names: readonly string[] }
	/** A script or test file that is tracked with another spelling. */
	| { readonly kind: "other-case"; readonly spelling: string }
	/** A script or test file of a done phase that git does not track and never did. */
	| { readonly kind: "unknown-file"; readonly phase: Phase; readonly places: readonly string[] }
);

/** A command of a plan that cannot be run, with every place where the plan names it. */
export type CommandFault = CommandProblem & { readonly ranges: readonly SourceRange[] };

/** A simple command with its place in the plan. */
interface PlacedCommand {
	readonly command: Command;
	readonly start: number;
	readonly end: number;
}

/**
 * The commands of a plan that its repository does not have and that the plan does not add, one fault for each name.
 * Said only where it is certain: a name that no file of the repository defines, where there are such files and all of
 * them can be read. A file is missed only where a phase is done, since an open one may be about to write it.
 * @param isGenerated whether a path is made by a build or a run and never tracked
 * @returns the faults in the order of the text; and why files that define names could not be read, if they were needed
 */
export function commandFaults(
	plan: Plan,
	repository: Repository,
	isGenerated: (path: string) => boolean,
): { readonly faults: readonly CommandFault[]; readonly problem: string | undefined } {
	const faults = new Map<string, { readonly problem: CommandProblem; readonly ranges: SourceRange[] }>();
	const tell = ({ command, start, end }: PlacedCommand, problem: CommandProblem): void => {
		const key = JSON.stringify([
			problem.kind,
			problem.name,
			"tool" in problem && problem.tool,
			"workspace" in problem && problem.workspace,
		]);
		const fault = faults.get(key) ?? { problem, ranges: [] };
		faults.set(key, fault);
		fault.ranges.push(wordRange(plan.text, start, end, command.program, problem.name));
	};
	const commands = placedCommands(plan.commands, plan.text);
	const added = new AddedNames(
		plan,
		commands.map(({ command }) => command),
	);
	const named = commands.filter(({ command }) => !command.variable && NAMING.has(command.kind));
	const project = named.length > 0 ? projectCommands(repository) : undefined;
	for (const placed of named) {
		for (const problem of project ? nameProblems(placed.command, project, repository) : []) {
			const tool = "tool" in problem ? problem.tool : "script";
			if (!added.has(tool, problem.name)) tell(placed, problem);
		}
	}
	for (const { placed, problem } of fileProblems(plan, repository, isGenerated)) tell(placed, problem);
	const found = [...faults.values()].map(({ problem, ranges }) => ({ ...problem, ranges }));
	return {
		faults: found.sort((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0)),
		problem: project?.problem,
	};
}

/** The lines of a fence are read as one text: a `cd` and a here-document hold for what follows. */
function placedCommands(uses: readonly CommandUse[], text: string): PlacedCommand[] {
	const placed: PlacedCommand[] = [];
	for (let at = 0; at < uses.length; at++) {
		const first = uses[at];
		if (!first) break;
		let last = first;
		for (
			let next = uses[at + 1];
			first.context === "shell" &&
			next?.context === "shell" &&
			text.slice(last.range.end, next.range.start).trim() === "";
			next = uses[at + 1]
		) {
			last = next;
			at++;
		}
		const { start } = first.range;
		for (const command of readCommands(text.slice(start, last.range.end), first.context)) {
			placed.push({ command, start: start + command.start, end: start + command.end });
		}
	}
	return placed;
}

/** A folder without such a file may be made by a step or a build (`cmake -B build && make -C build test`). */
function runsHere({ directory, directoryUnknown }: Command, { files }: DefinedNames): boolean {
	if (directoryUnknown) return false;
	if (directory === undefined) return true;
	return files.some((file) => `/${file.slice(0, Math.max(0, file.lastIndexOf("/")))}`.endsWith(`/${directory}`));
}

/** Scripts that package managers have without being told. */
const BUILT_IN_SCRIPTS: ReadonlySet<string> = new Set(["env", "install", "prepare", "restart", "start"]);

/** Kinds of commands that run a name. */
const NAMING: ReadonlySet<Command["kind"]> = new Set(["npm-script", "make", "just", "turbo"]);

function nameProblems(command: Command, project: ProjectCommands, repository: Repository): CommandProblem[] {
	const { kind } = command;
	const defined =
		kind === "npm-script"
			? project.scripts
			: kind === "make" || kind === "just" || kind === "turbo"
				? project[kind]
				: undefined;
	if (!defined || !runsHere(command, defined)) return [];
	if (kind === "npm-script") return scriptProblem(command, project) ?? [];
	if (kind !== "make" && kind !== "just" && kind !== "turbo") return [];
	return (command.targets ?? []).flatMap((name) =>
		isMissing(name, defined) && !(kind === "make" && isFile(name, repository))
			? [{ kind: "unknown", tool: kind, name, names: [...defined.names] } as const]
			: [],
	);
}

function scriptProblem(command: Command, { packages, scripts }: ProjectCommands): [CommandProblem] | undefined {
	const { script = "", workspaceFilter = [], everyWorkspace, lenient, mayBeProgram } = command;
	if (lenient || scripts.isOpen || packages.length === 0 || BUILT_IN_SCRIPTS.has(script)) return undefined;
	for (const filter of workspaceFilter) {
		if (!isPlainFilter(filter)) return undefined;
		const chosen = packagesOf(filter, packages);
		const names = packages.flatMap(({ name }) => name ?? []);
		// Packages without names are chosen by other means.
		if (chosen.length === 0)
			return names.length === packages.length ? [{ kind: "unknown-package", name: filter, names }] : undefined;
		// A program of a dependency has the name as likely as a script that is missing.
		if (mayBeProgram || everyWorkspace) return undefined;
		if (!chosen.some((each) => each.scripts.has(script)))
			return [
				{ kind: "not-in-package", name: script, workspace: filter, names: chosen.flatMap((each) => [...each.scripts]) },
			];
	}
	if (mayBeProgram || workspaceFilter.length > 0 || !isMissing(script, scripts)) return undefined;
	return [{ kind: "unknown", tool: "script", name: script, names: [...scripts.names] }];
}

function isMissing(name: string, { names, files, isOpen }: DefinedNames): boolean {
	return files.length > 0 && !isOpen && !names.has(name);
}

/** pnpm, "Filtering"; turbo, `--filter`: globs, ranges of commits and graphs choose packages that nobody can name from here. */
function isPlainFilter(filter: string): boolean {
	return /^(?:\.\/)?@?[\w.-]+(?:\/[\w.-]+)*\/?$/u.test(filter) && !filter.includes("..");
}

/** By name, by the name without its scope, or by folder. */
function packagesOf(filter: string, packages: readonly PackageScripts[]): PackageScripts[] {
	const wanted = filter.replace(/^\.\/|\/$/gu, "");
	return packages.filter(
		({ name, folder }) =>
			name === wanted || name?.endsWith(`/${wanted}`) || folder === wanted || folder.endsWith(`/${wanted}`),
	);
}

/** make builds a file that is there without a rule for it, and some files from others of the same name. */
function isFile(target: string, repository: Repository): boolean {
	const name = fileName(target);
	if (repository.hasFile(target) || repository.hasDirectory(target)) return true;
	return ["c", "cc", "cpp", "C", "p", "f", "s", "S", "sh", "y", "l", "tex", "texinfo"].some(
		(extension) => repository.withBaseName(`${name}.${extension}`).length > 0,
	);
}

/** Where a word of a command stands, behind its program; the whole command where it is written otherwise (`npm t`). */
function wordRange(text: string, start: number, end: number, program: string, word: string): SourceRange {
	const behind = program === word ? start : Math.max(start, text.indexOf(program, start) + program.length);
	for (let at = text.indexOf(word, behind); at >= 0 && at < end; at = text.indexOf(word, at + 1)) {
		const [before, next] = [text[at - 1], text[at + word.length]];
		if (![before, next].some((character) => character === ":" || isNamePart(character)))
			return { start: at, end: at + word.length };
	}
	return { start, end };
}

/** Script and test files that commands name. What a phase says it delivers is judged there. */
function fileProblems(
	plan: Plan,
	repository: Repository,
	isGenerated: (path: string) => boolean,
): { readonly placed: PlacedCommand; readonly problem: CommandProblem }[] {
	const planDone = plan.status?.tier === "done";
	const delivered = new Set(deliverableClaims(plan).map((claim) => claim.use.path));
	const written = new Set(plan.allPhases.flatMap((phase) => phase.writes.map((use) => use.path)));
	const asked = plan.allPhases.flatMap((phase) => {
		const isDone = phase.status?.tier === "done" || (planDone && phase.status === undefined);
		return placedCommands(phase.commands, plan.text).flatMap((placed) => {
			const { command } = placed;
			if (command.kind !== "file" || command.variable || command.directoryUnknown) return [];
			return (command.files ?? []).flatMap((file) => {
				const path = inFolder(command.directory, file);
				if (path === undefined || delivered.has(path)) return [];
				const range = { start: placed.start, end: placed.end };
				const use = {
					path,
					pattern: false,
					directory: false,
					action: "read",
					source: "testing",
					reason: "",
					lines: undefined,
					outside: undefined,
					done: undefined,
					range,
				} as const;
				return [{ placed, file, isDone, isWritten: written.has(path), claim: { phase, use, by: "phase" as const } }];
			});
		});
	});
	if (asked.length === 0) return [];
	const { deliveries } = findDeliveries(
		asked.map(({ claim }) => claim),
		plan.path ?? "",
		repository,
		isGenerated,
	);
	return asked.flatMap(
		({
			placed,
			file,
			isDone,
			isWritten,
			claim,
		}): { readonly placed: PlacedCommand; readonly problem: CommandProblem }[] => {
			const delivery = deliveries.get(claim);
			if (delivery?.kind === "other-case" && !isWritten)
				return [{ placed, problem: { kind: "other-case", name: file, spelling: delivery.spelling } }];
			if (delivery?.kind !== "never" || !isDone) return [];
			return [{ placed, problem: { kind: "unknown-file", name: file, phase: claim.phase, places: delivery.sameName } }];
		},
	);
}

/** `undefined`: the path leads out of the repository. */
function inFolder(folder: string | undefined, file: string): string | undefined {
	if (/^[/~]|^[A-Za-z]:/u.test(file)) return undefined;
	const parts: string[] = [];
	for (const part of `${folder ?? ""}/${file}`.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.join("/");
}
