import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = new URL("../dist/index.js", import.meta.url).href;
const eslint = join(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");
const spy = fileURLToPath(new URL("./disk-spy.cjs", import.meta.url));

/** What a run of ESLint says, and how often it went to the disk for plans. */
export interface LintRun {
	readonly status: number | null;
	/** `file:line rule message`, sorted. */
	readonly findings: readonly string[];
	readonly stderr: string;
	readonly looks: number;
	readonly reads: number;
}

/** A repository in the temporary directory that is linted by the built plugin and the real `eslint`. */
export class LintedFolder {
	readonly root: string = realpathSync.native(mkdtempSync(join(tmpdir(), "acid-plans-")));

	constructor(settings: object = {}) {
		this.configure(settings);
	}

	configure(settings: object): this {
		return this.write(
			"eslint.config.mjs",
			`import plugin from ${JSON.stringify(dist)};
const { recommended } = plugin.configs;
export default [{
	...recommended,
	files: ["**/plans/**/*.md"],
	language: "acid-plans/plan",
	settings: { "acid-plans": { ...recommended.settings["acid-plans"], ...${JSON.stringify(settings)} } },
}];
`,
		);
	}

	path(...parts: readonly string[]): string {
		return join(this.root, ...parts);
	}

	write(path: string, text: string): this {
		mkdirSync(dirname(this.path(path)), { recursive: true });
		writeFileSync(this.path(path), text);
		return this;
	}

	git(...args: readonly string[]): string {
		return execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false", ...args], {
			cwd: this.root,
			encoding: "utf8",
			stdio: ["ignore", "pipe", "pipe"],
		});
	}

	commit(): this {
		this.git("init", "-q");
		this.git("add", "-A");
		this.git("commit", "-qm", "change");
		return this;
	}

	/** @param args for ESLint, with what to lint */
	lint(args: readonly string[] = ["plans"], environment: NodeJS.ProcessEnv = {}): LintRun {
		const { stdout, stderr, status } = spawnSync(
			process.execPath,
			["--require", spy, eslint, "--format", "json", ...args],
			{ cwd: this.root, encoding: "utf8", env: { ...process.env, ...environment }, maxBuffer: 1024 ** 3 },
		);
		const counts = JSON.parse(/disk (\{.*\})/.exec(stderr)?.[1] ?? "{}") as { looks: number; reads: number };
		const results = stdout.startsWith("[")
			? (JSON.parse(stdout) as { filePath: string; messages: { line: number; ruleId: string; message: string }[] }[])
			: [];
		const findings = results.flatMap(({ filePath, messages }) =>
			messages.map(
				({ line, ruleId, message }) => `${filePath.slice(this.root.length + 1)}:${line} ${ruleId} ${message}`,
			),
		);
		return { status, findings: findings.sort(), stderr, ...counts };
	}

	remove(): void {
		rmSync(this.root, { recursive: true, force: true });
	}
}
