import { createRequire } from "node:module";
import { plugin } from "eslint-config-acid-plans/plans";
import { satisfies } from "semver";
import { aliasOfPlugin, type ComputedConfig } from "../plans/plugin-of-config.js";
import type { Diagnosis } from "./diagnosis.js";

interface PackageFile {
	readonly version: string;
	readonly engines: { readonly node: string };
	readonly peerDependencies: { readonly eslint: string };
}

interface PluginFile {
	readonly peerDependencies: { readonly "@eslint/markdown": string };
}

const require = createRequire(import.meta.url);

/** Whether everything is of a version that is supported. */
export function versionDiagnoses(eslintVersion: string, config: ComputedConfig | undefined): Diagnosis[] {
	const own = require("../../package.json") as PackageFile;
	const node = process.versions.node;
	return [
		judge("node-version", "Node.js", node, own.engines.node, "Install a supported version."),
		judge(
			"eslint-version",
			"ESLint",
			eslintVersion,
			own.peerDependencies.eslint,
			"Install a supported version, for example with `npm install --save-dev eslint@latest`.",
		),
		...(config === undefined ? [] : [...eslintMarkdown(config), ...pluginVersion(config)]),
	];
}

/** The manifest of the plugin, which is a dependency of the config: a strict package manager shows it to nobody else. */
function pluginFile(): PluginFile {
	return createRequire(require.resolve("eslint-config-acid-plans/package.json"))(
		"eslint-plugin-acid-plans/package.json",
	) as PluginFile;
}

function eslintMarkdown({ plugins = {} }: ComputedConfig): Diagnosis[] {
	const meta = Object.values(plugins).find((plugin) => plugin.meta?.name === "@eslint/markdown")?.meta;
	if (meta?.version === undefined) return [];
	return [
		judge(
			"eslint-markdown-version",
			"@eslint/markdown",
			meta.version,
			pluginFile().peerDependencies["@eslint/markdown"],
			"Install a supported version, for example with `npm install --save-dev @eslint/markdown@latest`.",
		),
	];
}

/** The config may use another copy of the plugin than this command: then `check` and the editor agree, and `explain` may not. */
function pluginVersion(config: ComputedConfig): Diagnosis[] {
	const alias = aliasOfPlugin(config);
	const used = alias === undefined ? undefined : config.plugins?.[alias]?.meta?.version;
	if (used === undefined) return [];
	const message = `eslint-plugin-acid-plans ${used}`;
	if (used === plugin.meta.version) return [{ id: "plugin-version", area: "versions", state: "ok", message }];
	return [
		{
			id: "plugin-version",
			area: "versions",
			state: "off",
			message: `${message} in the config, but ${plugin.meta.version} here`,
			remedy: "Install the same version of `acid-plans` and `eslint-config-acid-plans`.",
		},
	];
}

function judge(id: string, name: string, version: string, range: string, remedy: string): Diagnosis {
	const isSupported = satisfies(version, range, { includePrerelease: true });
	return isSupported
		? { id, area: "versions", state: "ok", message: `${name} ${version}` }
		: { id, area: "versions", state: "off", message: `${name} ${version} is not supported (${range})`, remedy };
}
