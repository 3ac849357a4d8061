import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parse } from "yaml";

/** An entry of `.pre-commit-hooks.yaml`, or of `hooks` in a config: what pre-commit runs, and how. */
export interface FrameworkHook {
	readonly id: string;
	readonly language: string;
	readonly entry: string;
	readonly additional_dependencies: readonly string[];
	readonly pass_filenames: boolean;
	readonly always_run: boolean;
	readonly stages: readonly string[];
}

/** The hooks that a `.pre-commit-hooks.yaml` offers. */
export function offeredHooks(file: string): FrameworkHook[] {
	return parse(readFileSync(file, "utf8")) as FrameworkHook[];
}

/** The hooks that a `.pre-commit-config.yaml` asks for. */
export function configuredHooks(file: string): FrameworkHook[] {
	const { repos } = parse(readFileSync(file, "utf8")) as { repos: { hooks: FrameworkHook[] }[] };
	return repos.flatMap(({ hooks }) => hooks);
}

/** Whether the real framework is installed here. */
export const hasFramework: boolean = spawnSync("pre-commit", ["--version"]).status === 0;

/**
 * Runs hooks at commits as the framework does for `language: node`: at the top of the repository, with the programs of
 * an environment that it made first on the path; only those for the stage, and without file names. It takes what the
 * entry says apart into words, as `shlex` does for words without quotes.
 *
 * @param environment the folder whose `node_modules/.bin` has the programs
 */
export function installHooksAsFramework(root: string, hooks: readonly FrameworkHook[], environment: string): void {
	const folder = join(root, ".git/hooks");
	mkdirSync(folder, { recursive: true });
	for (const stage of ["pre-commit", "pre-merge-commit"]) {
		const run = hooks.filter(({ stages }) => stages.includes(stage));
		for (const { id, language, pass_filenames, always_run } of run) {
			if (language !== "node" || pass_filenames || !always_run)
				throw new Error(`${id} is of a form that is not run here`);
		}
		const bin = join(environment, "node_modules/.bin");
		const lines = run.map(({ entry }) =>
			entry
				.split(" ")
				.map((word) => `'${word}'`)
				.join(" "),
		);
		writeFileSync(join(folder, stage), `#!/bin/sh\nset -e\nPATH='${bin}${delimiter}'"$PATH"\n${lines.join("\n")}\n`);
		chmodSync(join(folder, stage), 0o755);
	}
}

/** The packed packages, to be installed in place of those of a registry. */
export function tarballsOf(consumer: string): string[] {
	return readdirSync(consumer)
		.filter((name) => name.endsWith(".tgz"))
		.map((name) => join(consumer, name));
}
