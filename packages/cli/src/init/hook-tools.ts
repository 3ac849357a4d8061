import type { Manifest } from "./survey.js";

/** What runs hooks in a repository. */
export type HookToolName = "husky" | "lefthook" | "simple-git-hooks" | "pre-commit";

/** A hook tool that is in use, and the file that says so. */
export interface HookTool {
	readonly name: HookToolName;
	/** Its config, relative to the root; of husky the folder. */
	readonly config: string;
}

/** All names under which lefthook looks for its config. */
export const LEFTHOOK_CONFIGS: readonly string[] = ["lefthook", ".lefthook", ".config/lefthook"].flatMap((name) =>
	["yml", "yaml", "json", "jsonc", "toml"].map((extension) => `${name}.${extension}`),
);
const CONFIGS: readonly (readonly [HookToolName, readonly string[]])[] = [
	["husky", [".husky"]],
	["lefthook", LEFTHOOK_CONFIGS],
	[
		"simple-git-hooks",
		[".simple-git-hooks", "simple-git-hooks"].flatMap((name) =>
			["cjs", "js", "mjs", "json"].map((end) => `${name}.${end}`),
		),
	],
	["pre-commit", [".pre-commit-config.yaml"]],
];

/** The tools whose config is there, or that package.json asks for. */
export function findHookTools(exists: (path: string) => boolean, manifest: Manifest | undefined): HookTool[] {
	return CONFIGS.flatMap(([name, configs]) => {
		const config = configs.find(exists);
		if (config !== undefined) return [{ name, config }];
		if (name === "simple-git-hooks" && manifest?.["simple-git-hooks"] !== undefined)
			return [{ name, config: "package.json" }];
		const asked = manifest?.devDependencies?.[name] ?? manifest?.dependencies?.[name];
		return asked === undefined ? [] : [{ name, config: defaultConfig(name) }];
	});
}

/** Where a tool's config is made if it has none. */
export function defaultConfig(name: HookToolName): string {
	if (name === "simple-git-hooks") return "package.json";
	return name === "husky" ? ".husky" : name === "lefthook" ? "lefthook.yml" : ".pre-commit-config.yaml";
}
