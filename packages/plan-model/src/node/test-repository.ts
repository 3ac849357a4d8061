import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** An environment in which git sees no config but the one given here, and no hook that runs the tests. */
export function testEnvironment(): NodeJS.ProcessEnv {
	const environment: NodeJS.ProcessEnv = { ...process.env };
	for (const name of Object.keys(environment)) if (name.startsWith("GIT_")) delete environment[name];
	const config = {
		"user.name": "Test",
		"user.email": "test@example.org",
		"commit.gpgsign": "false",
		"init.defaultBranch": "main",
		"core.autocrlf": "false",
		"protocol.file.allow": "always",
	};
	Object.entries(config).forEach(([key, value], at) => {
		environment[`GIT_CONFIG_KEY_${at}`] = key;
		environment[`GIT_CONFIG_VALUE_${at}`] = value;
	});
	return {
		...environment,
		GIT_CONFIG_COUNT: String(Object.keys(config).length),
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_CONFIG_NOSYSTEM: "1",
	};
}

/** A folder in the temporary directory with real files and, if wanted, real git. */
export class TestFolder {
	readonly root: string;
	readonly environment: NodeJS.ProcessEnv = testEnvironment();

	constructor(root: string = realpathSync.native(mkdtempSync(join(tmpdir(), "acid-plans-")))) {
		this.root = root;
	}

	/** A new repository without a commit. */
	static repository(): TestFolder {
		const folder = new TestFolder();
		folder.git("init", "-q");
		return folder;
	}

	/** Runs git here and gives what it says. */
	git(...args: string[]): string {
		return execFileSync("git", args, {
			cwd: this.root,
			env: this.environment,
			encoding: "utf8",
			stdio: ["ignore", "pipe", "pipe"],
		});
	}

	path(...parts: string[]): string {
		return join(this.root, ...parts);
	}

	write(path: string, text: string = `# ${path}\n`): this {
		mkdirSync(dirname(this.path(path)), { recursive: true });
		writeFileSync(this.path(path), text);
		return this;
	}

	delete(path: string): this {
		rmSync(this.path(path), { recursive: true });
		return this;
	}

	stage(...paths: string[]): this {
		this.git("add", "-A", "--", ...(paths.length === 0 ? ["."] : paths));
		return this;
	}

	/** Commits everything, an empty commit included. */
	commit(message: string = "change"): this {
		this.stage();
		this.git("commit", "-q", "--allow-empty", "-m", message);
		return this;
	}

	remove(): void {
		rmSync(this.root, { recursive: true, force: true });
	}
}
