import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ESLint } from "eslint";
import { onTestFinished } from "vitest";
import { TestFolder } from "../../packages/plan-model/src/node/test-repository.js";

const require = createRequire(import.meta.url);
const factory = new URL("../../packages/eslint-config/dist/index.js", import.meta.url).href;

/** The versions of ESLint under which the situations are tried: the oldest and the newest 9 that the plugin supports, and 10. */
export const VERSIONS = (["eslint-9-oldest", "eslint-9", "eslint"] as const).map((name) => {
	const manifest = require.resolve(`${name}/package.json`);
	const { version } = require(manifest) as { version: string };
	return { name, version, folder: join(manifest, "..") };
});

export type Version = (typeof VERSIONS)[number];

/** Options of the factory, as JSON. */
export type Options = Readonly<Record<string, unknown>>;

/** Only what a test asks for speaks: `only("no-write-conflicts")`. */
export function only(...rules: readonly string[]): Readonly<Record<string, string>> {
	return Object.fromEntries(rules.map((rule) => [`acid-plans/${rule}`, "error"]));
}

/** A repository with the plugin as built, linted by one version of ESLint. */
export class Situation extends TestFolder {
	readonly version: Version;

	constructor(version: Version, root?: string) {
		super(root ?? realpathSync.native(mkdtempSync(join(tmpdir(), "acid-plans-situation-"))));
		this.version = version;
		onTestFinished(() => this.remove());
	}

	/** A new repository without a commit. */
	static in(version: Version, rules: readonly string[], options: Options = {}): Situation {
		const situation = new Situation(version);
		situation.git("init", "-q");
		return situation.config(rules, options);
	}

	/** A folder beside this one that is yet to be made, for a clone or another work tree. */
	beside(name: string): Situation {
		return new Situation(this.version, `${this.root}-${name}`);
	}

	/** Writes the config: these rules and no others. */
	config(rules: readonly string[], options: Options = {}): this {
		const given = JSON.stringify({ template: "free", ...options });
		return this.write(
			"eslint.config.mjs",
			`import acidPlans from ${JSON.stringify(factory)};\nconst [config, ...more] = acidPlans(${given});\nexport default [{ ...config, rules: ${JSON.stringify(only(...rules))} }, ...more];\n`,
		);
	}

	/** A new instance of ESLint, as an editor or a script makes one. */
	async eslint(options: ESLint.Options = {}): Promise<ESLint> {
		const { ESLint } = await this.#load();
		return new ESLint({ cwd: this.root, ...options });
	}

	/** Writes the fixes that an instance with `fix: true` gave. */
	async writeFixes(results: ESLint.LintResult[]): Promise<void> {
		const { ESLint } = await this.#load();
		await ESLint.outputFixes(results);
	}

	async #load(): Promise<typeof import("eslint")> {
		return (await import(pathToFileURL(require.resolve(this.version.name)).href)) as typeof import("eslint");
	}

	/** Lints from the root with a new instance; what it finds, one line each: `plans/a.md:3 rule message`. */
	async lint(patterns: readonly string[] = ["."], options: ESLint.Options = {}): Promise<string[]> {
		return this.told(await (await this.eslint(options)).lintFiles([...patterns]));
	}

	/** What ESLint found; no error of its own may be among it. */
	told(results: readonly ESLint.LintResult[]): string[] {
		return results.flatMap(({ filePath, messages }) =>
			messages.map(({ ruleId, message, line, fatal }) => {
				const place = `${filePath.slice(this.root.length + 1)}:${line}`;
				if (fatal === true || ruleId === null) throw new Error(`${place} ${message}`);
				return `${place} ${ruleId.replace("acid-plans/", "")} ${message}`;
			}),
		);
	}

	/** Runs the command `eslint`. */
	run(args: readonly string[], { cwd = this.root, input = "" }: { cwd?: string; input?: string } = {}): string[] {
		const { stdout, stderr, status } = spawnSync(
			process.execPath,
			[join(this.version.folder, "bin/eslint.js"), "--format", "json", ...args],
			{ cwd, input, encoding: "utf8", env: this.environment },
		);
		if (status === 2 || status === null) throw new Error(stderr || stdout);
		return this.told(JSON.parse(stdout) as ESLint.LintResult[]);
	}

	read(path: string): string {
		return readFileSync(this.path(path), "utf8");
	}

	override remove(): void {
		rmSync(this.root, { recursive: true, force: true });
	}
}

/** A plan with one phase; `status` of the plan, and the lines of the phase. */
export function planText(title: string, status: string, ...lines: readonly string[]): string {
	return `# ${title} Implementation Plan\n\n**Status**: ${status}\n\n### Phase 1: Work\n\n${lines.join("\n\n")}\n`;
}

/** A plan that will create a file. */
export function creates(title: string, path = "src/a.ts"): string {
	return planText(title, "🟡 Planned", "**Files**:", `- Create: \`${path}\``);
}

/** A plan of which a phase is done and says what it left behind. */
export function delivered(title: string, path = "src/a.ts"): string {
	return planText(title, "✅ Done", "**Status**: ✅ Done", "**Deliverables**:", `- \`${path}\``);
}
