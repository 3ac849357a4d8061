/** What ESLint computes for a file, as far as it is read here. Plugins and languages are the user's copies, of any version. */
export interface ComputedConfig {
	readonly rules?: Readonly<Record<string, unknown>>;
	readonly plugins?: Readonly<Record<string, ConfiguredPlugin>>;
	readonly settings?: Readonly<Record<string, unknown>>;
	readonly language?: object;
	readonly languageOptions?: Readonly<Record<string, unknown>>;
	readonly linterOptions?: Readonly<Record<string, unknown>>;
	readonly processor?: string | { readonly meta?: { readonly name?: string }; readonly name?: string };
	/** Names in place of objects: `language: "acid-plans/plan"`. */
	toJSON?(): unknown;
}

export interface ConfiguredPlugin {
	readonly meta?: { readonly name?: string; readonly version?: string };
	readonly rules?: Readonly<Record<string, ConfiguredRule>>;
}

export interface ConfiguredRule {
	readonly meta?: {
		readonly docs?: {
			readonly preset?: string;
			readonly template?: boolean;
			readonly needs?: readonly string[];
			readonly description?: string;
		};
	};
}

/**
 * The name under which a config registers our plugin: it may be another than `acid-plans`.
 *
 * @returns `undefined` where the config has no such plugin
 */
export function aliasOfPlugin(config: ComputedConfig): string | undefined {
	const plugins = Object.entries(config.plugins ?? {});
	const named = plugins.find(([, plugin]) => plugin.meta?.name === "eslint-plugin-acid-plans");
	return named?.[0] ?? (config.plugins?.["acid-plans"] === undefined ? undefined : "acid-plans");
}

/** The number or word in front of a rule's options, as a number: 0 off, 1 warn, 2 error. */
export function severityOf(entry: unknown): 0 | 1 | 2 {
	const severity: unknown = Array.isArray(entry) ? entry[0] : entry;
	if (severity === 2 || severity === "error") return 2;
	return severity === 1 || severity === "warn" ? 1 : 0;
}
