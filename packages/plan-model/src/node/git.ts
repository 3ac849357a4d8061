import { spawnSync } from "node:child_process";
import { describeGitFailure, type GitProblem } from "./git-problem.js";
import type { RepositoryLocation } from "./repository-root.js";

/** Git's answer, or why there is none. */
export type GitAnswer =
	{ readonly output: Buffer; readonly problem?: undefined } | (GitProblem & { readonly output?: undefined });

export interface GitOptions {
	/** What git reads on its standard input. */
	readonly input?: string | Buffer;
	/** Exit codes that are an answer (`rev-parse --quiet` says "no" with 1); 0 always is one. */
	readonly accept?: readonly number[];
	/** The arguments hold pathspecs with magic (`:(glob)`); otherwise every pathspec is a plain path. */
	readonly magicPathspecs?: boolean;
	/** Settings (`log.follow=false`) that take the place of the user's. */
	readonly config?: readonly string[];
	/** Do not fetch objects that a partial clone lacks; takes effect from git 2.44. */
	readonly offline?: boolean;
}

/** A gigabyte: the list of tracked files of the largest public repositories is below a hundred megabytes. */
const maximumOutput = 1024 ** 3;
/** Milliseconds. Walking the whole history of a very large repository takes tens of seconds. */
const patience = 120_000;

/**
 * Runs git in a repository and waits for it: rules are synchronous. No shell is involved, so a name is never
 * anything but a name; callers put `--` before paths and ask for `-z`.
 * @param location where to run, with the environment that names this repository and no other.
 * @param args subcommand and arguments; a lone `\0` in one of them is refused by Node and becomes a problem.
 * @returns the standard output, or a problem; never throws.
 */
export function runGit(location: RepositoryLocation, args: readonly string[], options: GitOptions = {}): GitAnswer {
	const globals = [
		"--no-pager",
		...(options.magicPathspecs === true ? [] : ["--literal-pathspecs"]),
		// A file system monitor is a program named by the repository's own config.
		"-c",
		"core.fsmonitor=false",
		// Of a file that need not exist; git then refuses to list changes.
		"-c",
		"diff.orderFile=/dev/null",
		...(options.config ?? []).flatMap((setting) => ["-c", setting]),
	];
	const command = args[0] ?? "";
	const failure = { command, root: location.root, code: undefined, exitCode: null, signal: null, stderr: "" };
	try {
		const result = spawnSync("git", [...globals, ...args], {
			cwd: location.root,
			env: { ...location.environment, ...(options.offline === true ? { GIT_NO_LAZY_FETCH: "1" } : {}) },
			input: options.input ?? "",
			maxBuffer: maximumOutput,
			timeout: patience,
			windowsHide: true,
			stdio: ["pipe", "pipe", "pipe"],
		});
		const stderr = result.stderr?.toString("utf8") ?? "";
		const code = (result.error as NodeJS.ErrnoException | undefined)?.code;
		// git may end before it has read all of its input (EPIPE); then its own exit code tells what happened.
		const accepted =
			result.status === 0 || (result.status !== null && options.accept?.includes(result.status) === true);
		if (accepted && (code === undefined || code === "EPIPE")) return { output: result.stdout };
		return describeGitFailure({
			...failure,
			code: code === "EPIPE" ? undefined : code,
			exitCode: result.status,
			signal: result.signal,
			stderr,
		});
	} catch (error) {
		return describeGitFailure({
			...failure,
			code: (error as NodeJS.ErrnoException).code ?? "an argument that git cannot take",
		});
	}
}

/** The parts of an answer that was asked for with `-z`. Bytes that are no UTF-8 become U+FFFD. */
export function splitNul(output: Buffer): string[] {
	const parts = output.toString("utf8").split("\0");
	if (parts.at(-1) === "") parts.pop();
	return parts;
}

/**
 * Cuts paths into batches that fit into a command line: 32,767 units on Windows, 128 KiB for one argument and
 * 1 MiB (macOS) with the environment elsewhere.
 */
export function batchArguments(
	paths: readonly string[],
	limit: number = process.platform === "win32" ? 24_000 : 120_000,
): string[][] {
	const batches: string[][] = [];
	let batch: string[] = [];
	let length = 0;
	for (const path of paths) {
		const cost = Buffer.byteLength(path) + 4;
		if (batch.length > 0 && length + cost > limit) {
			batches.push(batch);
			batch = [];
			length = 0;
		}
		batch.push(path);
		length += cost;
	}
	if (batch.length > 0) batches.push(batch);
	return batches;
}

/** Escapes the characters that a `:(glob)` pathspec gives a meaning, so that a folder's name stands for itself. */
export function escapeGlob(path: string): string {
	return path.replace(/[\\*?[\]]/g, "\\$&");
}
