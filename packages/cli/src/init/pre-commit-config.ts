import { createRequire } from "node:module";
import { stringify } from "yaml";

/** What `pre-commit install` is to install. */
export const PRE_COMMIT_TYPES: { readonly default_install_hook_types: readonly string[] } = {
	default_install_hook_types: ["pre-commit", "pre-merge-commit"],
};

/**
 * The entry for a config of the pre-commit framework: it installs Node packages itself, at these versions.
 *
 * @param command the call that gives the verdict
 */
export function preCommitRepository(command: string): object {
	const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
	return {
		repo: "local",
		hooks: [
			{
				id: "acid-plans",
				name: "acid-plans",
				language: "node",
				additional_dependencies: [`acid-plans@${version}`, "eslint@10"],
				entry: command,
				// It judges all plans as git's index holds them, also when something else changed that they name.
				pass_filenames: false,
				always_run: true,
				stages: ["pre-commit", "pre-merge-commit"],
			},
		],
	};
}

/** A whole config. */
export function preCommitConfig(command: string): string {
	return stringify({ ...PRE_COMMIT_TYPES, repos: [preCommitRepository(command)] });
}
