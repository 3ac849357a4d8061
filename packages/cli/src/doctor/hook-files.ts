import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { findRepository, type RepositoryLocation, runGit } from "@acid-plans/model/node";
import { HOOKS, type HookName } from "../hook-names.js";
import { LEFTHOOK_CONFIGS } from "../init/hook-tools.js";

export type HookManager = "husky" | "lefthook" | "pre-commit" | "simple-git-hooks";

/** What becomes of a hook. */
export type HookState =
	/** It runs the check of what is staged, or hands over to a tool whose config does. */
	| "checks"
	/** It checks what lies in the working tree, which is not what is committed. */
	| "checks-worktree"
	/** It runs, and not the check. */
	| "other"
	| "not-executable"
	| "missing";

/** A work tree with the hooks that git runs in it. */
export interface WorktreeHooks {
	readonly root: string;
	/** Where git looks for hooks, absolute. */
	readonly folder: string;
	readonly manager: HookManager | undefined;
	readonly hooks: Readonly<Record<HookName, HookState>>;
}

/** The hooks of a repository, its own work tree first and the linked ones after it; a problem where git failed. */
export function readHooks(root: string): readonly WorktreeHooks[] | { readonly problem: string } {
	const location = findRepository(root);
	if (location === undefined) return [];
	const list = runGit(location, ["worktree", "list", "--porcelain"]);
	if (list.output === undefined) return { problem: list.problem };
	const others = list.output
		.toString("utf8")
		.split("\n\n")
		// What was deleted by hand is still listed, and a bare repository has no files.
		.filter((entry) => !/^(?:bare|prunable)/m.test(entry))
		.flatMap((entry) => /^worktree (.*)$/m.exec(entry)?.[1] ?? []);
	const found: WorktreeHooks[] = [];
	for (const folder of new Set([location.root, ...others])) {
		const worktree = folder === location.root ? location : findRepository(folder);
		if (worktree?.commonDirectory !== location.commonDirectory) continue;
		const hooks = hooksOf(worktree);
		if ("problem" in hooks) return hooks;
		found.push(hooks);
	}
	return found;
}

function hooksOf(location: RepositoryLocation): WorktreeHooks | { readonly problem: string } {
	// It follows core.hooksPath, and the common directory of linked work trees.
	const path = runGit(location, ["rev-parse", "--git-path", "hooks"]);
	if (path.output === undefined) return { problem: path.problem };
	const folder = resolve(location.root, path.output.toString("utf8").replace(/\r?\n$/, ""));
	const hooks = HOOKS.map((name) => [name, stateOf(location.root, folder, name)] as const);
	return {
		root: location.root,
		folder,
		manager: managerOf(location.root),
		hooks: Object.fromEntries(hooks) as Record<HookName, HookState>,
	};
}

const PRE_COMMIT_CONFIG = ".pre-commit-config.yaml";

/** The tool that the repository is set up for, installed or not. */
function managerOf(root: string): HookManager | undefined {
	if (existsSync(join(root, ".husky"))) return "husky";
	if (LEFTHOOK_CONFIGS.some((name) => existsSync(join(root, name)))) return "lefthook";
	if (existsSync(join(root, PRE_COMMIT_CONFIG))) return "pre-commit";
	const { "simple-git-hooks": simple } = readPackage(root);
	return simple === undefined ? undefined : "simple-git-hooks";
}

function stateOf(root: string, folder: string, name: HookName): HookState {
	const file = join(folder, name);
	const text = readText(file);
	if (text === undefined) return "missing";
	if (process.platform !== "win32" && !isExecutable(file)) return "not-executable";
	// Husky's own hooks do nothing but call the file of the same name beside their folder, and nothing where there is none.
	if (folder.endsWith(`${sep}.husky${sep}_`)) {
		const script = readText(join(folder, "..", name));
		return script === undefined ? "missing" : judge(script, root);
	}
	if (text.includes("lefthook") && judge(text, root) === "other") {
		const configs = LEFTHOOK_CONFIGS.flatMap((config) => readText(join(root, config)) ?? []);
		return strongest(configs.map((config) => judge(blockOf(config, name), root)));
	}
	if (/pre-commit\.com|\bpre_commit\b/.test(text)) {
		const config = readText(join(root, PRE_COMMIT_CONFIG)) ?? "";
		return /acid-plans/.test(withoutComments(config)) ? "checks" : "other";
	}
	return judge(text, root);
}

/** What a script says of the check, by itself or through a script of package.json that it names. */
function judge(script: string, root: string): HookState {
	const text = withoutComments(script);
	const scripts = Object.entries(readPackage(root).scripts ?? {});
	const named = scripts.filter(([name]) => text.split(/[^\w:.-]+/).includes(name)).map(([, command]) => command);
	return strongest([text, ...named].map(judgeCommand));
}

function judgeCommand(text: string): HookState {
	const lines = text.split("\n");
	if (lines.some((line) => /--staged\b/.test(/\bcheck\b[^]*/.exec(line)?.[0] ?? ""))) return "checks";
	// `--fix-only` tells no findings: it is the step before the check.
	return lines.some((line) => /\bacid-plans check\b/.test(line) && !line.includes("--fix-only"))
		? "checks-worktree"
		: "other";
}

function strongest(states: readonly HookState[]): HookState {
	return (["checks", "checks-worktree"] as const).find((state) => states.includes(state)) ?? "other";
}

/** The lines below a key at the left edge of a YAML file; of other formats everything that names the hook. */
function blockOf(config: string, name: HookName): string {
	const lines = config.split("\n");
	const start = lines.findIndex((line) => line.startsWith(`${name}:`));
	if (start < 0) return config.includes(name) && /^\s*[{[]/.test(config) ? config : "";
	const end = lines.findIndex((line, at) => at > start && /^[^\s#]/.test(line));
	return lines.slice(start, end < 0 ? undefined : end).join("\n");
}

function withoutComments(text: string): string {
	return text
		.split("\n")
		.filter((line) => !/^\s*#/.test(line))
		.join("\n");
}

function readPackage(root: string): {
	readonly scripts?: Readonly<Record<string, string>>;
	readonly "simple-git-hooks"?: unknown;
} {
	try {
		const parsed: unknown = JSON.parse(readText(join(root, "package.json")) ?? "{}");
		return typeof parsed === "object" && parsed !== null ? parsed : {};
	} catch {
		// A broken package.json is for others to report.
		return {};
	}
}

function readText(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
